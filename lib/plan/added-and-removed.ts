import { setFactsOf } from '../manifests/set-facts';
import { type Change } from './policy/change';
import { type ChangeCode } from './policy/change-codes';
import { claimsOfRemovedSet, isClaimOf } from './claim-fate';
import { Effect } from './policy/effect';
import { type ObjectPair } from './differences/object-pair';
import { type PlanContext, type PlanPart } from './plan-model';
import { inNamespace } from './set-update';

/** What an apply does with an object that only one side has. */
export function addedOrRemoved(
  pair: ObjectPair,
  pairs: readonly ObjectPair[],
  context: PlanContext,
): PlanPart {
  if (pair.before === undefined) {
    return { changes: [whole(pair, Effect.IN_PLACE, 'OBJECT_ADDED', `${pair.kind} is created`)] };
  }
  if (pair.kind === 'StatefulSet') {
    return removedSet(pair, pair.before, context);
  }
  // What a cluster has and no manifest made is not missed: claims of templates, Services of other teams.
  if (pair.isForeign) {
    return { changes: [] };
  }
  if (pair.kind === 'PersistentVolumeClaim') {
    return isOfSet(pair, pairs)
      ? { changes: [] }
      : {
          changes: [
            whole(
              pair,
              Effect.DATA_AT_RISK,
              'CLAIM_REMOVED',
              'kubectl apply keeps the claim, but a tool that prunes deletes it with its data',
            ),
          ],
        };
  }
  return {
    changes: [
      whole(
        pair,
        Effect.IN_PLACE,
        'OBJECT_REMOVED',
        'kubectl apply keeps the object; a tool that prunes deletes it',
      ),
    ],
  };
}

function removedSet(
  pair: ObjectPair,
  before: NonNullable<ObjectPair['before']>,
  context: PlanContext,
): PlanPart {
  const set = inNamespace(setFactsOf(before), pair);
  const claims = claimsOfRemovedSet(set, context.knownClaims.in(pair.namespace));
  const isDeleting = claims.some(({ fate }) => fate === 'deleted');
  return isDeleting
    ? {
        changes: [
          whole(
            pair,
            Effect.DATA_AT_RISK,
            'SET_REMOVED_DELETES_DATA',
            'kubectl apply keeps the set running, but a tool that prunes deletes it and, because whenDeleted is Delete, its claims',
          ),
        ],
        claims,
        claimCount: set.replicas * set.claimTemplates.length,
      }
    : {
        changes: [
          whole(
            pair,
            Effect.IN_PLACE,
            'SET_REMOVED',
            'kubectl apply keeps the set running; a tool that prunes deletes it and all its pods at once, and its claims stay',
          ),
        ],
        claims,
        claimCount: set.replicas * set.claimTemplates.length,
      };
}

function isOfSet(claim: ObjectPair, pairs: readonly ObjectPair[]): boolean {
  return pairs.some(
    ({ kind, namespace, before, name }) =>
      kind === 'StatefulSet' &&
      namespace === claim.namespace &&
      before !== undefined &&
      isClaimOf(claim.name, { ...setFactsOf(before), name }),
  );
}

function whole({ object }: ObjectPair, effect: Effect, code: ChangeCode, reason: string): Change {
  return { object, path: [], effect, code, reason };
}
