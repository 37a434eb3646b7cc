import { JudgedKind } from '../../manifests/facts';
import { textOf } from '../../manifests/json';
import { fieldAt, objectsAt } from '../../manifests/field-value';
import { POD_SPEC } from '../../manifests/stateful-set';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { judgeEach, type Rule, Severity } from '../rule';

export const initContainerHandler: Rule = {
  code: 'INIT_CONTAINER_HANDLER',
  severity: Severity.ERROR,
  title: 'init containers have no probes and no hooks, unless they restart always',
  why: 'an init container ends before the others start; before Kubernetes 1.34 the set is accepted and its pods are never created',
  fix: 'remove it, or make a sidecar of the init container with restartPolicy Always',
  refusedSince: KubernetesVersion.V1_34,
  kinds: [JudgedKind.STATEFUL_SET],
  check: ({ content }) =>
    judgeEach(
      objectsAt(content, [...POD_SPEC, 'initContainers']).filter(
        ({ value }) => textOf(value, 'restartPolicy') !== 'Always',
      ),
      (container) =>
        ['livenessProbe', 'readinessProbe', 'startupProbe', 'lifecycle'].flatMap((field) => {
          const found = fieldAt(container, field);
          return found === undefined ? [] : [{ path: found.path, problem: 'must not be given here' }];
        }),
    ),
};
