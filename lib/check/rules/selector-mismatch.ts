import { REFUSALS } from '../../errors/refusals';
import { JudgedKind } from '../../manifests/judged-kind';
import { SET_PATHS } from '../../manifests/views/set-view';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { isEmptySelector, unmetRequirements } from '../../kubernetes/label-selector';
import { NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const selectorMismatch: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'SELECTOR_MISMATCH',
  severity: Severity.ERROR,
  title: REFUSALS.SELECTOR_MISMATCH.rule,
  why: 'the set would never find the pods that it creates',
  fix: 'put the labels of the selector on spec.template.metadata.labels',
  refusedSince: KubernetesVersion.V1_28,
  kinds: [JudgedKind.STATEFUL_SET],
  check: ({ selector, podLabels }) => {
    if (selector === undefined || isEmptySelector(selector)) {
      return NOT_APPLICABLE;
    }
    const unmet = unmetRequirements(selector, podLabels);
    return unmet.length === 0
      ? []
      : [
          {
            path: SET_PATHS.podLabels,
            problem: `must match the selector of the set: ${unmet.join(', ')} does not match`,
          },
        ];
  },
};
