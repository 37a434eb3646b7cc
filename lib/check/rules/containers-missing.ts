import { REFUSALS } from '../../errors/refusals';
import { JudgedKind } from '../../manifests/judged-kind';
import { SET_PATHS } from '../../manifests/views/set-view';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { faultAt, NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const containersMissing: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'CONTAINERS_MISSING',
  severity: Severity.ERROR,
  title: REFUSALS.CONTAINERS_MISSING.rule,
  why: 'a pod without containers has nothing to run',
  fix: 'write spec.template.spec.containers',
  refusedSince: KubernetesVersion.V1_34,
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set) => {
    if (set.written(SET_PATHS.spec) === undefined) {
      return NOT_APPLICABLE;
    }
    return faultAt(
      SET_PATHS.containers,
      set.mainContainers.length === 0 ? 'must have a container' : undefined,
    );
  },
};
