import { valueAt } from '../manifests/field-path';
import { textOf, type JsonObject } from '../manifests/json';
import { isAtLeast, KubernetesVersion } from '../kubernetes/kubernetes-version';
import { compareQuantities } from '../kubernetes/quantity';
import { type Change } from './policy/change';
import { type ChangeCode } from './policy/change-codes';
import { Effect } from './policy/effect';
import { type UpdatedPair } from './object-changes';
import { type PlanContext, type PlanPart } from './plan-model';
import { claimImmutableText, claimShrunkText, invalidText } from './refusals/rejection-text';

/** Changes of a claim that the API server answers with the same text. */
const IMMUTABLE: readonly ChangeCode[] = ['CLAIM_IMMUTABLE', 'CLAIM_UNBOUND', 'CLAIM_VOLUME_IMMUTABLE'];

/** What an apply does to a claim that both sides have. */
export function planClaim(pair: UpdatedPair, found: readonly Change[], { version }: PlanContext): PlanPart {
  const changes = found.map((change) => withStatus(change, pair.status, version));
  const codes = new Set(changes.map(({ cause }) => cause.code));
  // The API server looks at the size only where nothing else changes.
  const shrunk = codes.has('CLAIM_SHRUNK') ? [claimShrunkText(version)] : [];
  const isImmutable = IMMUTABLE.some((code) => codes.has(code));
  const causes = isImmutable ? [claimImmutableText(version)] : shrunk;
  return {
    changes,
    rejections:
      causes.length === 0
        ? []
        : [{ object: pair.object, message: invalidText('PersistentVolumeClaim', pair.name, causes) }],
  };
}

/** What an apply does to an object of another kind. */
export function planOther(pair: UpdatedPair, changes: readonly Change[]): PlanPart {
  const isRefused = changes.some(({ effect }) => effect === Effect.REJECTED);
  const cause = 'data: Forbidden: field is immutable when `immutable` is set';
  return {
    changes,
    rejections: isRefused
      ? [{ object: pair.object, message: invalidText(pair.kind, pair.name, [cause]) }]
      : [],
  };
}

/** What the claim's status makes of a change: an unbound claim never changes, a failed growth may be taken back. */
function withStatus(change: Change, status: JsonObject | undefined, version: KubernetesVersion): Change {
  const isPending = textOf(status, 'phase') === 'Pending';
  if (isPending && (change.cause.code === 'CLAIM_GROWN' || change.cause.code === 'CLAIM_CLASS_CHANGED')) {
    return { ...change, effect: Effect.REJECTED, cause: { code: 'CLAIM_UNBOUND' } };
  }
  if (change.cause.code === 'CLAIM_VOLUME_GIVEN' && !isPending) {
    return { ...change, effect: Effect.REJECTED, cause: { code: 'CLAIM_VOLUME_IMMUTABLE' } };
  }
  const capacity = valueAt(status, ['capacity', 'storage']);
  return change.cause.code === 'CLAIM_SHRUNK' &&
    isAtLeast(version, KubernetesVersion.V1_32) &&
    compareQuantities(change.after, capacity) === 1
    ? { ...change, effect: Effect.IN_PLACE, cause: { code: 'CLAIM_GROWTH_REDUCED' } }
    : change;
}
