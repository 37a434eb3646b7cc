import { JudgedKind } from '../../manifests/facts';
import { isList } from '../../manifests/json';
import { located } from '../../manifests/field-value';
import { POD_SPEC } from '../../manifests/stateful-set';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { faultAt, NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const ephemeralContainersGiven: Rule = {
  code: 'EPHEMERAL_CONTAINERS_GIVEN',
  severity: Severity.ERROR,
  title: 'a pod template has no ephemeral containers',
  why: 'ephemeral containers can only be added to running pods',
  fix: 'remove ephemeralContainers and use kubectl debug; a container that always runs belongs to containers',
  refusedSince: KubernetesVersion.V1_34,
  kinds: [JudgedKind.STATEFUL_SET],
  check: ({ content }) => {
    const list = located(content, [...POD_SPEC, 'ephemeralContainers']);
    return list === undefined
      ? NOT_APPLICABLE
      : faultAt(list.path, isList(list.value) && list.value.length > 0 ? 'must not be given' : undefined);
  },
};
