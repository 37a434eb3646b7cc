import { setFactsOf } from '../manifests/set-facts';
import { Effect } from './policy/effect';
import { claimsOfRemovedSet } from './claim-fate';
import { nameList } from './name-list';
import { type PlanContext, type PlanPart } from './plan-model';
import { renameMigrationOf } from './procedures/set-migration';
import { type Rename } from './renames';
import { inNamespace } from './set-update';

/** What an apply does where a set goes and a like one comes. */
export function planRename({ from, to }: Rename, context: PlanContext): PlanPart {
  const before = inNamespace(setFactsOf(from.before), from);
  const after = inNamespace(setFactsOf(to.after), to);
  const known = context.knownClaims.in(from.namespace);
  const claims = claimsOfRemovedSet(before, known);
  const isMoved = from.name === to.name;
  const hasClaims = before.claimTemplates.length > 0;
  const isOne = claims.length === 1;
  const deleted = isOne ? 'is deleted with it, data and all' : 'are deleted with it, data and all';
  const stays = isOne ? 'stays behind' : 'stay behind';
  const fate = before.whenDeleted === 'Delete' ? deleted : stays;
  const data = hasClaims
    ? `it starts with new, empty claims, and ${nameList(claims.map(({ name }) => name))} ${fate}`
    : 'peers that know the old DNS names no longer find it';
  return {
    changes: [
      {
        object: from.object,
        path: ['metadata', isMoved ? 'namespace' : 'name'],
        before: isMoved ? (from.namespace ?? '') : from.name,
        after: isMoved ? (to.namespace ?? '') : to.name,
        effect: Effect.DATA_AT_RISK,
        code: isMoved ? 'SET_MOVED' : 'SET_RENAMED',
        reason: `for Kubernetes ${to.object} is another set: ${data}; the old one keeps running beside it until it is deleted or pruned. Keep the old ${isMoved ? 'namespace' : 'name'}, or hand the volumes over by the steps`,
      },
    ],
    claims,
    claimCount: before.replicas * before.claimTemplates.length,
    ...(hasClaims ? renameMigrationOf({ from, to }, { before, after }, context) : {}),
  };
}
