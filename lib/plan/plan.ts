import { DEFAULT_KUBERNETES_VERSION } from '../kubernetes/kubernetes-version';
import { manifestOf } from '../facts/manifest';
import { addedOrRemoved } from './added-and-removed';
import { type Finding } from '../rules/finding';
import { type Change } from './change';
import { Effect, worst } from './effect';
import {
  changesOf,
  differencesOf,
  droppedChanges,
  isUpdated,
  patchProblemChange,
  unreachedChanges,
  type UpdatedPair,
} from './object-changes';
import { homeNamespace, type ObjectPair, pairObjects } from './object-pair';
import { planClaim, planOther } from './other-plan';
import { type Plan, type PlanContext, type PlanInput, type PlanPart } from './plan-model';
import { migrationOf } from './procedures/migration';
import { refusedByRules, refusedChange } from './refused-by-rules';
import { planRename } from './rename-plan';
import { type Rename, renamesOf } from './renames';
import { planService } from './service-plan';
import { planSet } from './set-plan';

/** What `kubectl apply` of the new manifests over the old ones would do. Pure; never throws on what it is given. */
export function plan(input: PlanInput): Plan {
  const context: PlanContext = {
    ...input,
    version: input.version ?? DEFAULT_KUBERNETES_VERSION,
    home: homeNamespace(input.old, input.new, input.namespace),
  };
  const pairs = pairObjects(context.old, context.new, context.version, context.namespace);
  const renames = renamesOf(pairs);
  const faults = refusedByRules(context.old, context.new, context.version);
  const faultsOf = (pair: ObjectPair): readonly Finding[] => [
    ...((pair.written.new && faults.inUpdates.get(pair.written.new)) ?? []),
    ...mergedFaults(pair, context),
  ];
  const parts = pairs.map((pair) => {
    const part = partOf(pair, renames, pairs, context);
    return withFaults(part, pair, faultsOf(pair));
  });
  const changes = parts.flatMap((part) => part.changes);
  return {
    kubernetesVersion: context.version,
    effect: worst(changes.map(({ effect }) => effect)),
    changes,
    restarts: parts.flatMap(({ restarts = [] }) => restarts),
    claims: parts.flatMap(({ claims = [] }) => claims),
    claimCount: parts.reduce((sum, { claims = [], claimCount = claims.length }) => sum + claimCount, 0),
    rejections: parts.flatMap(({ rejections = [] }) => rejections),
    ...migrationOf(parts, faults.inCreation, context),
  };
}

/** Faults that the object has only as kubectl merges it: elements that it takes for one may become equal. */
function mergedFaults({ stored, unreached }: ObjectPair, { old, version }: PlanContext): readonly Finding[] {
  return stored === undefined || unreached.length === 0
    ? []
    : (refusedByRules(old, [manifestOf(stored)], version).inUpdates.get(stored) ?? []);
}

/** Faults of the new manifest as changes, where it is applied at all and the fault is not known already. */
function withFaults(part: PlanPart, { object }: ObjectPair, faults: readonly Finding[]): PlanPart {
  const rejected = part.changes.filter(({ effect }) => effect === Effect.REJECTED);
  const known = new Set(rejected.flatMap(({ code, path }) => [code, path]));
  const added = faults
    .map((fault) => refusedChange(object, fault))
    .filter(({ code, path }) => !known.has(code) && !known.has(path));
  return part.changes.length === 0 ? part : { ...part, changes: byPath([...part.changes, ...added]) };
}

function byPath(changes: readonly Change[]): readonly Change[] {
  return [...changes].sort((a, b) => (a.path < b.path ? -1 : Number(a.path > b.path)));
}

function partOf(
  pair: ObjectPair,
  renames: readonly Rename[],
  pairs: readonly ObjectPair[],
  context: PlanContext,
): PlanPart {
  const rename = renames.find(({ from, to }) => from === pair || to === pair);
  if (rename) {
    // The set that goes tells the whole story; the one that comes is part of it.
    return rename.from === pair ? planRename(rename, context) : { changes: [] };
  }
  if (!isUpdated(pair)) {
    return addedOrRemoved(pair, pairs, context);
  }
  const part = updated(pair, context);
  const { patchProblem, object } = pair;
  const fails = patchProblem === undefined ? [] : [{ object, message: patchProblem.message }];
  return {
    ...part,
    changes: byPath([...patchProblemChange(pair), ...part.changes, ...unreachedChanges(pair)]),
    rejections: [...(part.rejections ?? []), ...fails],
  };
}

function updated(pair: UpdatedPair, context: PlanContext): PlanPart {
  const found = differencesOf(pair);
  const changes = [...changesOf(pair, found, context.version), ...droppedChanges(pair, context.version)];
  switch (pair.kind) {
    case 'StatefulSet':
      return planSet(pair, found, changes, context);
    case 'Service':
      return planService(pair, changes, context);
    case 'PersistentVolumeClaim':
      return planClaim(pair, changes, context);
    default:
      return planOther(pair, changes);
  }
}
