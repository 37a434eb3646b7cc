import { JudgedKind } from '../../manifests/judged-kind';
import { SET_PATHS } from '../../manifests/views/set-view';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const rollingUpdateMisplaced: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'ROLLING_UPDATE_MISPLACED',
  severity: Severity.ERROR,
  title: 'rollingUpdate is given only with the strategy RollingUpdate',
  why: 'with OnDelete there is no rolling update to configure: a pod is replaced when somebody deletes it',
  fix: 'remove rollingUpdate, or set the type of the update strategy to RollingUpdate',
  refusedSince: KubernetesVersion.V1_28,
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set) => {
    const rollingUpdate = set.written(SET_PATHS.rollingUpdate);
    if (rollingUpdate === undefined) {
      return NOT_APPLICABLE;
    }
    return set.updateStrategy === 'OnDelete'
      ? [{ path: rollingUpdate.path, problem: 'must not be given with the strategy OnDelete' }]
      : [];
  },
};
