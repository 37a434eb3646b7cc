import { JudgedKind } from '../../manifests/facts';
import { located } from '../../manifests/field-value';
import { POD_SPEC } from '../../manifests/stateful-set';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const activeDeadlineSet: Rule = {
  code: 'ACTIVE_DEADLINE_SET',
  severity: Severity.ERROR,
  title: 'the pods of a set have no deadline',
  why: 'a deadline ends pods that the set must keep running',
  fix: 'remove activeDeadlineSeconds; use a Job for work that ends',
  refusedSince: KubernetesVersion.V1_28,
  kinds: [JudgedKind.STATEFUL_SET],
  check: ({ content }) => {
    if (located(content, POD_SPEC) === undefined) {
      return NOT_APPLICABLE;
    }
    const deadline = located(content, [...POD_SPEC, 'activeDeadlineSeconds']);
    return deadline === undefined
      ? []
      : [{ path: deadline.path, problem: 'must not be given', value: deadline.value }];
  },
};
