import { REFUSALS } from '../../errors/refusals';
import { JudgedKind } from '../../manifests/facts';
import { fieldOf, isList, type JsonObject } from '../../manifests/json';
import { type Located } from '../../manifests/field-value';
import { objectsOfType } from '../../manifests/typed-objects';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { type Fault, judgeEach, type Rule, Severity } from '../rule';
import { REJECTED_LATER_IN_TEMPLATES } from '../why-text';

const ALONE = 'ReadWriteOncePod';
const ACCESS_MODES: readonly unknown[] = ['ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany', ALONE];

export const claimAccessModesInvalid: Rule = {
  code: 'CLAIM_ACCESS_MODES_INVALID',
  severity: Severity.ERROR,
  title: REFUSALS.CLAIM_ACCESS_MODES_INVALID.rule,
  why: REJECTED_LATER_IN_TEMPLATES,
  fix: 'write accessModes: [ReadWriteOnce] for a volume that one pod uses',
  refusedSince: KubernetesVersion.V1_28,
  kinds: [JudgedKind.STATEFUL_SET, JudgedKind.CLAIM],
  check: (object, { version }) =>
    judgeEach(objectsOfType(object, version, 'PersistentVolumeClaimSpec'), accessModeFaults),
};

function accessModeFaults({ path, value }: Located<JsonObject>): readonly Fault[] {
  const modes = fieldOf(value, 'accessModes') ?? [];
  const at = [...path, 'accessModes'];
  if (!isList(modes)) {
    return [];
  }
  if (modes.length === 0) {
    return [{ path: at, problem: 'must have an access mode' }];
  }
  const unknown = modes.flatMap((mode, index): Fault[] =>
    ACCESS_MODES.includes(mode)
      ? []
      : [{ path: [...at, index], problem: `must be one of ${ACCESS_MODES.join(', ')}`, value: mode }],
  );
  const others = modes.filter((mode) => mode !== ALONE && ACCESS_MODES.includes(mode));
  return modes.includes(ALONE) && others.length > 0
    ? [...unknown, { path: at, problem: `must not have other modes with ${ALONE}`, value: modes }]
    : unknown;
}
