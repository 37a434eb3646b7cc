import { DEFAULT_KUBERNETES_VERSION, releaseText } from '../kubernetes/kubernetes-version';
import { isServed } from '../kubernetes/served-versions';
import { comparePaths, type FieldPath, isSamePath } from '../manifests/field-path';
import { textOf } from '../manifests/json';
import { LiveObjects } from '../manifests/live/live-set';
import { isMadeByController } from '../manifests/live/owner';
import { ApplyMode } from './apply-mode';
import { addedOrRemoved } from './added-and-removed';
import { ClaimLookup } from './claim-fate';
import { type Change } from './policy/change';
import { Effect, worst } from './policy/effect';
import {
  changesOf,
  differencesOf,
  droppedChanges,
  isUpdated,
  patchProblemChange,
  unreachedChanges,
  type UpdatedPair,
} from './object-changes';
import { conflictRejection, unknownOwnersChange, withConflicts } from './field-owners';
import { homeNamespace, type ObjectPair, pairObjects } from './differences/object-pair';
import { planClaim, planOther } from './claim-update';
import { type Plan, type PlanContext, type PlanInput, type PlanPart } from './plan-model';
import { migrationOf } from './procedures/migration';
import { refusedInCreation } from './refusals/creation-faults';
import { refusedChange } from './refusals/refused-change';
import { UpdateFaults } from './refusals/update-faults';
import { planRename } from './set-rename';
import { type Rename, renamesOf } from './renames';
import { budgetsOf } from './what-if/budget-outcome';
import { planService } from './service-update';
import { planSet } from './set-update';
import { StoredViews } from './stored-views';

/** What `kubectl apply` of the new manifests over the old ones would do. Pure; never throws on what it is given. */
export function plan(input: PlanInput): Plan {
  const { version = DEFAULT_KUBERNETES_VERSION } = input;
  const home = homeNamespace(input.old, input.new, input.namespace);
  const context: PlanContext = {
    ...input,
    version,
    apply: input.apply ?? { mode: ApplyMode.CLIENT, isForced: false },
    home,
    stored: new StoredViews(version),
    faults: new UpdateFaults(version),
    knownClaims: new ClaimLookup(input.old),
    live: new LiveObjects(input.old),
    ...(input.whatIf === undefined ? {} : { budgets: budgetsOf(input.old, input.new, home, version) }),
  };
  // Pods and revisions of a cluster are made by controllers: nobody misses them where nobody applies them.
  const pairs = pairObjects(context.old, context.new, context).filter(
    ({ before, after }) => after !== undefined || before === undefined || !isMadeByController(before),
  );
  const renames = renamesOf(pairs, context.stored);
  const parts = pairs.map((pair) => {
    const part = withServedVersion(partOf(pair, renames, pairs, context), pair, context);
    return withFaults(part, pair, context);
  });
  const changes = parts.flatMap((part) => part.changes);
  return {
    kubernetesVersion: releaseText(context),
    apply: context.apply,
    effect: worst(changes.map(({ effect }) => effect)),
    changes,
    restarts: parts.flatMap(({ restarts = [] }) => restarts),
    rollouts: parts.flatMap(({ rollouts = [] }) => rollouts),
    ...(input.whatIf === undefined ? {} : { ifBroken: parts.flatMap(({ ifBroken = [] }) => ifBroken) }),
    claims: parts.flatMap(({ claims = [] }) => claims),
    claimCount: parts.reduce((sum, { claims = [], claimCount = claims.length }) => sum + claimCount, 0),
    rejections: parts.flatMap(({ rejections = [] }) => rejections),
    ...migrationOf(parts, () => refusedInCreation(context.new, context.version), {
      ...context,
      appliers: [...new Set(pairs.flatMap(({ applier }) => applier ?? []))],
    }),
  };
}

const API_VERSION: FieldPath = ['apiVersion'];

/** The part, or, where no server serves the version that the new manifest is written in, that this is so. */
function withServedVersion(
  part: PlanPart,
  { written, object, name }: ObjectPair,
  context: PlanContext,
): PlanPart {
  const [apiVersion = '', kind = ''] = ['apiVersion', 'kind'].map((field) => textOf(written.new, field));
  if (written.new === undefined || isServed(apiVersion, kind, context.version)) {
    return part;
  }
  const before = textOf(written.old, 'apiVersion');
  const change: Change = {
    object,
    path: API_VERSION,
    ...(before === undefined ? {} : { before }),
    after: apiVersion,
    effect: Effect.REJECTED,
    cause: { code: 'API_VERSION_NOT_SERVED', kind, apiVersion, kubernetesVersion: context.version },
  };
  const others = part.changes.filter(({ path }) => !isSamePath(path, API_VERSION));
  const message = `resource mapping not found for name: "${name}": no matches for kind "${kind}" in version "${apiVersion}"\nensure CRDs are installed first`;
  return {
    ...part,
    changes: byPath([...others, change]),
    rejections: [...(part.rejections ?? []), { object, message }],
  };
}

/** Faults of the new manifest as changes, where it is applied at all and they are not known already. */
function withFaults(part: PlanPart, pair: ObjectPair, { faults }: PlanContext): PlanPart {
  const { object } = pair;
  const rejected = part.changes.filter(({ effect }) => effect === Effect.REJECTED);
  // A fault of an object that changes in nothing is there already, or is never met.
  const isChanged = part.changes.length > 0;
  const added = [...faults.metIn(pair), ...(isChanged ? faults.addedIn(pair) : [])]
    .map((fault) => refusedChange(object, fault))
    .filter(
      ({ cause, path }) =>
        !rejected.some((known) => known.cause.code === cause.code || isSamePath(known.path, path)),
    );
  if (added.length === 0) {
    return part;
  }
  // A change of the very field that is at fault is that fault.
  const others = part.changes.filter(({ path }) => !added.some((fault) => isSamePath(fault.path, path)));
  const faulty = added.map((fault) => ({
    ...part.changes.find(({ path }) => isSamePath(path, fault.path)),
    ...fault,
  }));
  return { ...part, changes: byPath([...others, ...faulty]) };
}

function byPath(changes: readonly Change[]): readonly Change[] {
  return [...changes].sort((a, b) => comparePaths(a.path, b.path));
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
  const { patchProblem, object, conflicts } = pair;
  const fails = patchProblem === undefined ? [] : [{ object, message: patchProblem.message }];
  // The API server looks for conflicts before it looks at the object.
  const answers = conflicts.length > 0 ? [conflictRejection(object, conflicts)] : (part.rejections ?? []);
  return {
    ...part,
    changes: byPath([
      ...patchProblemChange(pair),
      ...withConflicts(part.changes, pair),
      ...unreachedChanges(pair),
      ...unknownOwnersChange(pair),
    ]),
    rejections: [...answers, ...fails],
  };
}

function updated(pair: UpdatedPair, context: PlanContext): PlanPart {
  const found = differencesOf(pair);
  const changes = [...changesOf(pair, found, context.version), ...droppedChanges(pair, context)];
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
