import { valueAt } from '../../manifests/field-path';
import { fieldAt, itemsAt, type Located } from '../../manifests/field-value';
import { fieldOf, type JsonObject, textOf } from '../../manifests/json';
import { JudgedKind } from '../../manifests/judged-kind';
import { isAtLeast, KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { type Fault, judgeEach, type Rule, Severity } from '../rule';

const RECURSIVE: readonly unknown[] = ['Disabled', 'IfPossible', 'Enabled'];

export const mountOptionInvalid: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'MOUNT_OPTION_INVALID',
  severity: Severity.ERROR,
  title: 'the options of a volume mount do not contradict each other',
  fix: 'give either subPath or subPathExpr; use Bidirectional propagation in privileged containers only, and recursiveReadOnly with readOnly only',
  refusedSince: KubernetesVersion.V1_34,
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set, { version }) =>
    judgeEach(
      set.typed.ofType('Container').filter((container) => itemsAt(container, 'volumeMounts').length > 0),
      (container) => {
        const isPrivileged = valueAt(container.value, ['securityContext', 'privileged']) === true;
        return itemsAt(container, 'volumeMounts').flatMap((mount) => [
          ...subPathFaults(mount),
          ...(isPrivileged ? [] : propagationFaults(mount)),
          ...(isAtLeast(version, KubernetesVersion.V1_31) ? recursiveFaults(mount) : []),
        ]);
      },
    ),
};

function subPathFaults({ path, value }: Located<JsonObject>): readonly Fault[] {
  const isAmbiguous = ['subPath', 'subPathExpr'].every((field) => (textOf(value, field) ?? '') !== '');
  return isAmbiguous ? [{ path: [...path, 'subPathExpr'], problem: 'must not be given with subPath' }] : [];
}

function propagationFaults({ path, value }: Located<JsonObject>): readonly Fault[] {
  return textOf(value, 'mountPropagation') === 'Bidirectional'
    ? [
        {
          path: [...path, 'mountPropagation'],
          problem: 'must not be Bidirectional: the container is not privileged',
        },
      ]
    : [];
}

function recursiveFaults(mount: Located<JsonObject>): readonly Fault[] {
  const recursive = fieldAt(mount, 'recursiveReadOnly');
  if (recursive === undefined || recursive.value === 'Disabled') {
    return [];
  }
  if (!RECURSIVE.includes(recursive.value)) {
    return [{ ...recursive, problem: `must be one of ${RECURSIVE.join(', ')}` }];
  }
  const isReadOnly = fieldOf(mount.value, 'readOnly') === true;
  const isPropagated = (textOf(mount.value, 'mountPropagation') ?? 'None') !== 'None';
  return isReadOnly && !isPropagated
    ? []
    : [{ ...recursive, problem: 'must not be given without readOnly, or with mountPropagation' }];
}
