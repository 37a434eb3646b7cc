import { isObject } from '../../manifests/json';
import { JudgedKind } from '../../manifests/judged-kind';
import { SET_PATHS } from '../../manifests/views/set-view';
import { POD_INDEX_LABEL, POD_NAME_LABEL, REVISION_LABEL } from '../../kubernetes/labels';
import { type Fault, NOT_APPLICABLE, type Rule, Severity } from '../rule';

const RESERVED: readonly string[] = [POD_INDEX_LABEL, POD_NAME_LABEL, REVISION_LABEL];

export const labelReserved: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'LABEL_RESERVED',
  severity: Severity.WARNING,
  title: 'the pod template does not set the labels that the controller sets',
  why: 'the controller overwrites these labels on each pod, so a selector with another value matches no pod',
  fix: 'remove the label: the controller adds it to each pod',
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set) => {
    const labels = set.written(SET_PATHS.podLabels);
    if (labels === undefined || !isObject(labels.value)) {
      return NOT_APPLICABLE;
    }
    return Object.keys(labels.value)
      .filter((key) => RESERVED.includes(key))
      .map((key): Fault => ({ path: [...labels.path, key], problem: 'is overwritten by the controller' }));
  },
};
