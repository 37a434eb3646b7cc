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
  why: 'a pod can not be created with two containers of one name; before Kubernetes 1.34 the set is accepted',
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
      problem: 'is the name of another container too',
      value: textOf(value, 'name'),
    }));
  },
};
