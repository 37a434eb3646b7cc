import { type Change } from './policy/change';
import { type UpdateCause } from './policy/cause';
import { claimsOfRemovedSet, isClaimOf } from './claim-fate';
import { Effect } from './policy/effect';
import { type ObjectPair } from './differences/object-pair';
import { type PlanContext, type PlanPart } from './plan-model';

/** What an apply does with an object that only one side has. */
export function addedOrRemoved(
  pair: ObjectPair,
  pairs: readonly ObjectPair[],
  context: PlanContext,
): PlanPart {
  if (pair.before === undefined) {
    return { changes: [whole(pair, Effect.IN_PLACE, { code: 'OBJECT_ADDED', kind: pair.kind })] };
  }
  if (pair.kind === 'StatefulSet') {
    return removedSet(pair, pair.before, context);
  }
  // What a cluster has and no manifest made is not missed: claims of templates, Services of other teams.
  if (pair.isForeign) {
    return { changes: [] };
  }
  if (pair.kind === 'PersistentVolumeClaim') {
    return isOfSet(pair, pairs, context)
      ? { changes: [] }
      : {
          changes: [whole(pair, Effect.DATA_AT_RISK, { code: 'CLAIM_REMOVED' })],
        };
  }
  return {
    changes: [whole(pair, Effect.IN_PLACE, { code: 'OBJECT_REMOVED' })],
  };
}

function removedSet(
  pair: ObjectPair,
  before: NonNullable<ObjectPair['before']>,
  context: PlanContext,
): PlanPart {
  const set = context.stored.setOf(before, pair);
  const claims = claimsOfRemovedSet(set, context.knownClaims.in(pair.namespace));
  const isDeleting = claims.some(({ fate }) => fate === 'deleted');
  return isDeleting
    ? {
        changes: [whole(pair, Effect.DATA_AT_RISK, { code: 'SET_REMOVED_DELETES_DATA' })],
        claims,
        claimCount: set.replicas * set.claimTemplates.length,
      }
    : {
        changes: [whole(pair, Effect.IN_PLACE, { code: 'SET_REMOVED' })],
        claims,
        claimCount: set.replicas * set.claimTemplates.length,
      };
}

function isOfSet(claim: ObjectPair, pairs: readonly ObjectPair[], { stored }: PlanContext): boolean {
  return pairs.some(
    (pair) =>
      pair.kind === 'StatefulSet' &&
      pair.namespace === claim.namespace &&
      pair.before !== undefined &&
      isClaimOf(claim.name, stored.setOf(pair.before, pair)),
  );
}

function whole({ object }: ObjectPair, effect: Effect, cause: UpdateCause): Change {
  return { object, path: [], effect, cause };
}
