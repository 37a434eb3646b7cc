import { REFUSALS } from '../../errors/refusals';
import { valueAt } from '../../manifests/field-path';
import { type Located } from '../../manifests/field-value';
import { type JsonObject } from '../../manifests/json';
import { JudgedKind } from '../../manifests/judged-kind';
import { claimSizeProblem } from '../../kubernetes/claim-rules';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { type Fault, faultAt, judgeEach, type Rule, Severity } from '../rule';
import { REJECTED_LATER_IN_TEMPLATES } from '../why-text';

const SIZE = ['resources', 'requests', 'storage'];

export const claimSizeInvalid: Rule<JudgedKind.STATEFUL_SET | JudgedKind.CLAIM> = {
  code: 'CLAIM_SIZE_INVALID',
  severity: Severity.ERROR,
  title: REFUSALS.CLAIM_SIZE_INVALID.rule,
  why: REJECTED_LATER_IN_TEMPLATES,
  fix: 'write resources.requests.storage, such as 10Gi',
  refusedSince: KubernetesVersion.V1_28,
  kinds: [JudgedKind.STATEFUL_SET, JudgedKind.CLAIM],
  check: (object) => judgeEach(object.typed.ofType('PersistentVolumeClaimSpec'), sizeFaults),
};

function sizeFaults({ path, value }: Located<JsonObject>): readonly Fault[] {
  const size = valueAt(value, SIZE);
  if (size === undefined) {
    return [{ path: [...path, ...SIZE], problem: 'must be given' }];
  }
  return faultAt([...path, ...SIZE], claimSizeProblem(size), size);
}
