import { JudgedKind } from '../../manifests/facts';
import { isList } from '../../manifests/json';
import { located } from '../../manifests/field-value';
import { POD_SPEC } from '../../manifests/stateful-set';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { faultAt, NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const ephemeralContainersGiven: Rule = {
  code: 'EPHEMERAL_CONTAINERS_GIVEN',
  severity: Severity.ERROR,
  title: 'a template has no ephemeral containers',
  why: 'they are added to pods that run; before Kubernetes 1.34 the API server accepts the set and rejects its pods',
  fix: 'remove ephemeralContainers, and start one with kubectl debug; a container that is always there belongs to containers',
  refusedSince: KubernetesVersion.V1_34,
  kinds: [JudgedKind.STATEFUL_SET],
  check: ({ content }) => {
    const list = located(content, [...POD_SPEC, 'ephemeralContainers']);
    return list === undefined
      ? NOT_APPLICABLE
      : faultAt(list.path, isList(list.value) && list.value.length > 0 ? 'must not be given' : undefined);
  },
};
