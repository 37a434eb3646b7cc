import { JudgedKind } from '../../manifests/judged-kind';
import { SET_PATHS } from '../../manifests/views/set-view';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { faultAt, NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const processNamespaceConflict: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'PROCESS_NAMESPACE_CONFLICT',
  severity: Severity.ERROR,
  title: 'the containers of a pod share processes either with each other or with the node, not both',
  fix: 'remove either hostPID or shareProcessNamespace: with hostPID the containers see each other anyway',
  refusedSince: KubernetesVersion.V1_34,
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set) => {
    const shared = set.written([...SET_PATHS.podSpec, 'shareProcessNamespace']);
    return shared === undefined
      ? NOT_APPLICABLE
      : faultAt(
          shared.path,
          shared.value === true && set.written([...SET_PATHS.podSpec, 'hostPID'])?.value === true
            ? 'must not be true with hostPID'
            : undefined,
        );
  },
};
