import { REFUSALS } from '../../errors/refusals';
import { repeatedBy } from '../../manifests/field-value';
import { textOf } from '../../manifests/json';
import { JudgedKind } from '../../manifests/judged-kind';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { type Fault, NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const containerNameTaken: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'CONTAINER_NAME_TAKEN',
  severity: Severity.ERROR,
  title: REFUSALS.CONTAINER_NAME_TAKEN.rule,
  fix: REFUSALS.CONTAINER_NAME_TAKEN.fix,
  refusedSince: KubernetesVersion.V1_34,
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set) => {
    const containers = set.containers;
    if (containers.length < 2) {
      return NOT_APPLICABLE;
    }
    return repeatedBy(containers, ({ value }) => textOf(value, 'name')).map(({ path, value }): Fault => ({
      path: [...path, 'name'],
      problem: 'is also the name of another container',
      value: textOf(value, 'name'),
    }));
  },
};
