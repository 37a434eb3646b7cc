import { JudgedKind } from '../../manifests/facts';
import { located } from '../../manifests/field-value';
import { POD_SPEC } from '../../manifests/stateful-set';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { faultAt, NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const processNamespaceConflict: Rule = {
  code: 'PROCESS_NAMESPACE_CONFLICT',
  severity: Severity.ERROR,
  title: 'the containers of a pod share processes either with each other or with the node, not both',
  fix: 'remove either hostPID or shareProcessNamespace: with hostPID the containers see each other anyway',
  refusedSince: KubernetesVersion.V1_34,
  kinds: [JudgedKind.STATEFUL_SET],
  check: ({ content }) => {
    const shared = located(content, [...POD_SPEC, 'shareProcessNamespace']);
    return shared === undefined
      ? NOT_APPLICABLE
      : faultAt(
          shared.path,
          shared.value === true && located(content, [...POD_SPEC, 'hostPID'])?.value === true
            ? 'must not be true with hostPID'
            : undefined,
        );
  },
};
