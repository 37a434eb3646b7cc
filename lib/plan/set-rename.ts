import { Effect } from './policy/effect';
import { claimsOfRemovedSet } from './claim-fate';
import { type PlanContext, type PlanPart } from './plan-model';
import { renameMigrationOf } from './procedures/set-migration';
import { type Rename } from './renames';
import { completeList } from './rollout/ordinal-range';

/** What an apply does where one set is replaced by a similar one of another name. */
export function planRename({ from, to }: Rename, context: PlanContext): PlanPart {
  const before = context.stored.setOf(from.before, from);
  const after = context.stored.setOf(to.after, to);
  const known = context.knownClaims.in(from.namespace);
  const claims = claimsOfRemovedSet(before, known);
  const isMoved = from.name === to.name;
  const hasClaims = before.claimTemplates.length > 0;
  return {
    changes: [
      {
        object: from.object,
        path: ['metadata', isMoved ? 'namespace' : 'name'],
        before: isMoved ? (from.namespace ?? '') : from.name,
        after: isMoved ? (to.namespace ?? '') : to.name,
        effect: Effect.DATA_AT_RISK,
        cause: {
          code: isMoved ? 'SET_MOVED' : 'SET_RENAMED',
          replacement: to.object,
          claims: completeList(claims.map(({ name }) => name)),
          areClaimsDeleted: before.whenDeleted === 'Delete',
        },
      },
    ],
    claims,
    claimCount: before.replicas * before.claimTemplates.length,
    ...(hasClaims ? renameMigrationOf({ from, to }, { before, after }, context) : {}),
  };
}
