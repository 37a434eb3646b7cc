import { isList } from '../../manifests/json';
import { JudgedKind } from '../../manifests/judged-kind';
import { SET_PATHS } from '../../manifests/views/set-view';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { faultAt, NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const ephemeralContainersGiven: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'EPHEMERAL_CONTAINERS_GIVEN',
  severity: Severity.ERROR,
  title: 'a pod template has no ephemeral containers',
  why: 'ephemeral containers can only be added to running pods',
  fix: 'remove ephemeralContainers and use kubectl debug; a container that always runs belongs to containers',
  refusedSince: KubernetesVersion.V1_34,
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set) => {
    const list = set.written([...SET_PATHS.podSpec, 'ephemeralContainers']);
    return list === undefined
      ? NOT_APPLICABLE
      : faultAt(list.path, isList(list.value) && list.value.length > 0 ? 'must not be given' : undefined);
  },
};
