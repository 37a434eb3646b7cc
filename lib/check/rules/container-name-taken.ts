import { REFUSALS } from '../../errors/refusals';
import { JudgedKind } from '../../manifests/facts';
import { textOf } from '../../manifests/json';
import { repeatedBy } from '../../manifests/field-value';
import { containersAt, POD_SPEC } from '../../manifests/stateful-set';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { type Fault, NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const containerNameTaken: Rule = {
  code: 'CONTAINER_NAME_TAKEN',
  severity: Severity.ERROR,
  title: REFUSALS.CONTAINER_NAME_TAKEN.rule,
  fix: REFUSALS.CONTAINER_NAME_TAKEN.fix,
  refusedSince: KubernetesVersion.V1_34,
  kinds: [JudgedKind.STATEFUL_SET],
  check: ({ content }) => {
    const containers = containersAt(content, POD_SPEC);
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
