import { REFUSALS } from '../../errors/refusals';
import { itemsAt, type Located, repeatedBy } from '../../manifests/field-value';
import { type JsonObject, textOf } from '../../manifests/json';
import { JudgedKind } from '../../manifests/judged-kind';
import { mountPoint } from '../../kubernetes/mount-path';
import { type Fault, judgeEach, type Rule, Severity } from '../rule';

export const mountPathTaken: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'MOUNT_PATH_TAKEN',
  severity: Severity.ERROR,
  title: REFUSALS.MOUNT_PATH_TAKEN.rule,
  why: 'the API server rejects a pod that mounts two volumes at the same path; where the paths differ only by a slash, its containers do not start',
  fix: REFUSALS.MOUNT_PATH_TAKEN.fix,
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set) =>
    judgeEach(
      set.typed
        .ofType('Container')
        .map((container) => itemsAt(container, 'volumeMounts'))
        .filter((mounts) => mounts.length > 1),
      (mounts) =>
        repeatedBy(mounts, placeOf).map(({ path, value }): Fault => ({
          path: [...path, 'mountPath'],
          problem: 'is already a mount path of the container',
          value: textOf(value, 'mountPath'),
        })),
    ),
};

function placeOf({ value }: Located<JsonObject>): string | undefined {
  const path = textOf(value, 'mountPath') ?? '';
  return path === '' ? undefined : mountPoint(path);
}
