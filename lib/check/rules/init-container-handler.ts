import { fieldAt } from '../../manifests/field-value';
import { textOf } from '../../manifests/json';
import { JudgedKind } from '../../manifests/judged-kind';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { judgeEach, type Rule, Severity } from '../rule';

export const initContainerHandler: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'INIT_CONTAINER_HANDLER',
  severity: Severity.ERROR,
  title: 'init containers have no probes and no hooks, unless their restartPolicy is Always',
  why: 'an init container ends before the other containers start',
  fix: 'remove the probe or hook, or make the init container a sidecar with restartPolicy: Always',
  refusedSince: KubernetesVersion.V1_34,
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set) =>
    judgeEach(
      set.initContainers.filter(({ value }) => textOf(value, 'restartPolicy') !== 'Always'),
      (container) =>
        ['livenessProbe', 'readinessProbe', 'startupProbe', 'lifecycle'].flatMap((field) => {
          const found = fieldAt(container, field);
          return found === undefined
            ? []
            : [{ path: found.path, problem: 'must not be given without restartPolicy Always' }];
        }),
    ),
};
