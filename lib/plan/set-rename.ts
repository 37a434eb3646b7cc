import { setFactsOf } from '../manifests/set-facts';
import { Effect } from './policy/effect';
import { claimsOfRemovedSet } from './claim-fate';
import { nameList } from './name-list';
import { type PlanContext, type PlanPart } from './plan-model';
import { renameMigrationOf } from './procedures/set-migration';
import { type Rename } from './renames';
import { inNamespace } from './set-update';

/** What an apply does where one set is replaced by a similar one of another name. */
export function planRename({ from, to }: Rename, context: PlanContext): PlanPart {
  const before = inNamespace(setFactsOf(from.before), from);
  const after = inNamespace(setFactsOf(to.after), to);
  const known = context.knownClaims.in(from.namespace);
  const claims = claimsOfRemovedSet(before, known);
  const isMoved = from.name === to.name;
  const hasClaims = before.claimTemplates.length > 0;
  const isOne = claims.length === 1;
  const deleted = isOne
    ? 'is deleted with the old one, with all data'
    : 'are deleted with the old one, with all data';
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
        reason: `for Kubernetes ${to.object} is another set: ${data}; the old set keeps running next to it until it is deleted or pruned. Keep the old ${isMoved ? 'namespace' : 'name'}, or move the volumes with the migration procedure`,
      },
    ],
    claims,
    claimCount: before.replicas * before.claimTemplates.length,
    ...(hasClaims ? renameMigrationOf({ from, to }, { before, after }, context) : {}),
  };
}
