import { REFUSALS } from '../../errors/refusals';
import { type Located } from '../../manifests/field-value';
import { fieldOf, isList, type JsonObject } from '../../manifests/json';
import { JudgedKind } from '../../manifests/judged-kind';
import { accessModeProblem, accessModesProblem } from '../../kubernetes/claim-rules';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { type Fault, faultAt, judgeEach, type Rule, Severity } from '../rule';
import { REJECTED_LATER_IN_TEMPLATES } from '../why-text';

export const claimAccessModesInvalid: Rule<JudgedKind.STATEFUL_SET | JudgedKind.CLAIM> = {
  code: 'CLAIM_ACCESS_MODES_INVALID',
  severity: Severity.ERROR,
  title: REFUSALS.CLAIM_ACCESS_MODES_INVALID.rule,
  why: REJECTED_LATER_IN_TEMPLATES,
  fix: 'write accessModes: [ReadWriteOnce] for a volume that one pod uses',
  refusedSince: KubernetesVersion.V1_28,
  kinds: [JudgedKind.STATEFUL_SET, JudgedKind.CLAIM],
  check: (object) => judgeEach(object.typed.ofType('PersistentVolumeClaimSpec'), accessModeFaults),
};

function accessModeFaults({ path, value }: Located<JsonObject>): readonly Fault[] {
  const modes = fieldOf(value, 'accessModes') ?? [];
  const at = [...path, 'accessModes'];
  if (!isList(modes)) {
    return [];
  }
  const unknown = modes.flatMap((mode, index) => faultAt([...at, index], accessModeProblem(mode), mode));
  const together = accessModesProblem(modes);
  return together === undefined ? unknown : [...unknown, { path: at, problem: together, value: modes }];
}
