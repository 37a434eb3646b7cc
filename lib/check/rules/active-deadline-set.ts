import { JudgedKind } from '../../manifests/judged-kind';
import { SET_PATHS } from '../../manifests/views/set-view';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const activeDeadlineSet: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'ACTIVE_DEADLINE_SET',
  severity: Severity.ERROR,
  title: 'the pods of a set have no deadline',
  why: 'a deadline ends pods that the set must keep running',
  fix: 'remove activeDeadlineSeconds; use a Job for work that ends',
  refusedSince: KubernetesVersion.V1_28,
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set) => {
    if (set.written(SET_PATHS.podSpec) === undefined) {
      return NOT_APPLICABLE;
    }
    const deadline = set.written([...SET_PATHS.podSpec, 'activeDeadlineSeconds']);
    return deadline === undefined
      ? []
      : [{ path: deadline.path, problem: 'must not be given', value: deadline.value }];
  },
};
