import { fieldOf, type JsonObject } from '../manifests/json';
import { MAX_LISTED_PODS } from '../manifests/views/set-view';
import { valueAt } from '../manifests/field-path';
import { isAtLeast, KubernetesVersion } from '../kubernetes/kubernetes-version';
import { honoursMaxUnavailable, MAX_UNAVAILABLE } from '../kubernetes/releases';
import { type Change } from './policy/change';
import { immutableFieldsOf } from './policy/field-policy';
import { claimCountOf, claimPlanOf } from './claim-fate';
import { type Difference } from './differences/differences';
import { Effect } from './policy/effect';
import { type UpdatedPair, withRefusals } from './object-changes';
import { type PlanContext, type PlanPart, type Restart } from './plan-model';
import { completeList } from './rollout/ordinal-range';
import { setMigrationOf, stuckMigrationOf } from './procedures/set-migration';
import { type Rejection, setRejectionText } from './refusals/rejection-text';
import { judged, judgementsOf, type SetCircumstances } from './set-judgements';
import { type LiveUpdate, NEW_REVISION, revisionOfTemplate } from './rollout/live-start';
import { isPlayable, setRolloutOf, type SetUpdate } from './rollout/set-rollout';
import { type LiveRollout, liveRolloutsOf } from './live-rollout';
import { stuckJudgements } from './stuck-judgement';
import { brokenOutcomeOf } from './what-if/broken-revision';
import { canaryMigrationOf } from './procedures/canary-migration';
import { refusedInSet } from './refusals/update-validation';

/** What an apply does to a set that both sides have. */
export function planSet(
  pair: UpdatedPair,
  found: readonly Difference[],
  changes: readonly Change[],
  context: PlanContext,
): PlanPart {
  if (found.length === 0 && context.live.of(pair.written.old) === undefined) {
    return { changes };
  }
  const circumstances = circumstancesOf(pair, found, context);
  const unplayed = unplayedChange(pair, circumstances, context);
  const rollouts = rolloutsOf(pair, circumstances);
  if (found.length === 0) {
    return {
      changes: [...changes, ...unplayed],
      rollouts,
      ...ifBrokenOf(pair, circumstances, context),
      ...stuckMigrationOf(pair, circumstances, rollouts, changes, context),
    };
  }
  const refused = refusedInSet(pair, context);
  const all = withRefusals(
    judged(
      [...changes, ...unplayed],
      [...judgementsOf(circumstances), ...stuckJudgements(rollouts, circumstances.rollout)],
    ),
    pair,
    refused,
  );
  const isRejected = all.some(({ effect }) => effect === Effect.REJECTED);
  const immutable = immutableFieldsOf(pair.kind, found, context.version);
  const rejection: Rejection = {
    object: pair.object,
    message: setRejectionText(pair.name, pair.after, refused, immutable, context.version),
  };
  return {
    changes: all,
    restarts: restartsOf(pair, circumstances, isRejected || rollouts.some(isNotBegun)),
    rollouts,
    ...ifBrokenOf(pair, circumstances, context),
    claims: circumstances.claims,
    claimCount: claimCountOf(circumstances.before, circumstances.after),
    rejections: isRejected ? [rejection] : [],
    ...(isRejected
      ? setMigrationOf(pair, circumstances, all, context)
      : {
          ...canaryMigrationOf(pair, circumstances, all, context),
          ...stuckMigrationOf(pair, circumstances, rollouts, all, context),
        }),
  };
}

/** That the pods of the cluster say nothing, because there are too many to play their rollout through. */
function unplayedChange(
  { object, written }: UpdatedPair,
  { live }: SetCircumstances,
  context: PlanContext,
): readonly Change[] {
  const pods = context.live.of(written.old)?.pods.length ?? 0;
  return live !== undefined || pods === 0
    ? []
    : [
        {
          object,
          path: ['status', 'replicas'],
          effect: Effect.NONE,
          cause: { code: 'LIVE_PODS_TOO_MANY', limit: MAX_LISTED_PODS },
        },
      ];
}

/** Whether a rollout restarts nothing before somebody deletes a pod. */
function isNotBegun({ isStuck, doesAnything }: LiveRollout): boolean {
  return isStuck && !doesAnything;
}

function ifBrokenOf(
  { object, namespace }: UpdatedPair,
  update: SetCircumstances,
  { budgets, home }: PlanContext,
): Pick<PlanPart, 'ifBroken'> {
  const outcome = budgets && brokenOutcomeOf({ ...update, object, namespace: namespace ?? home }, budgets);
  return outcome ? { ifBroken: [outcome] } : {};
}

function rolloutsOf(
  { object }: UpdatedPair,
  { rollout: { wayOut }, live, ...update }: SetCircumstances,
): readonly LiveRollout[] {
  return live && wayOut ? liveRolloutsOf(object, { ...update, live }, wayOut) : [];
}

function circumstancesOf(
  pair: UpdatedPair,
  found: readonly Difference[],
  context: PlanContext,
): SetCircumstances {
  const isTemplateChanged = found.some(({ path }) => path[0] === 'spec' && path[1] === 'template');
  const before = context.stored.setOf(pair.before, pair);
  const after = context.stored.setOf(pair.after, pair);
  const replicas = Math.max(before.replicas, after.replicas);
  const update: SetUpdate = {
    before,
    after,
    isTemplateChanged,
    isSettled: isSettled(pair.status),
    version: context.version,
    patch: context.patch,
    keptMaxUnavailable: keptMaxUnavailable(pair, context),
    live: liveUpdateOf(pair, isTemplateChanged, replicas, context),
  };
  return {
    ...update,
    rollout: setRolloutOf(update),
    claims: claimPlanOf(update.before, update.after, context.knownClaims.in(pair.namespace)),
    isReplicasWritten: valueAt(pair.written.new, ['spec', 'replicas']) !== undefined,
    mode: context.apply.mode,
  };
}

/** What the API server of a release keeps that its version drops otherwise. */
function keptMaxUnavailable(
  { written }: UpdatedPair,
  { version, patch }: PlanContext,
): number | string | undefined {
  const value = valueAt(written.new, MAX_UNAVAILABLE);
  const isKept = !isAtLeast(version, KubernetesVersion.V1_37) && honoursMaxUnavailable({ version, patch });
  return isKept && (typeof value === 'number' || typeof value === 'string') ? value : undefined;
}

/** What the cluster has of the set's pods, and the revision that they are to have. */
function liveUpdateOf(
  pair: UpdatedPair,
  isTemplateChanged: boolean,
  replicas: number,
  { live, version, patch, now }: PlanContext,
): LiveUpdate | undefined {
  const set = live.of(pair.written.old);
  if (set === undefined || !isPlayable(replicas, set)) {
    return undefined;
  }
  const fallback = isTemplateChanged ? NEW_REVISION : (set.updateRevision ?? NEW_REVISION);
  return { set, updateRevision: revisionOfTemplate(set, pair.after, { version, patch }, fallback), now };
}

/** Whether the status says that every pod has the set's template; undefined where there is no status. */
function isSettled(status: JsonObject | undefined): boolean | undefined {
  const [replicas, updated] = ['replicas', 'updatedReplicas'].map((field) => fieldOf(status, field));
  return typeof replicas === 'number' ? replicas === (updated ?? 0) : undefined;
}

function restartsOf(
  { object }: UpdatedPair,
  { rollout, isTemplateChanged }: SetCircumstances,
  isRejected: boolean,
): readonly Restart[] {
  const { restarted, kept } = rollout;
  const staying = isTemplateChanged ? kept : completeList([]);
  return restarted.count === 0 && staying.count === 0
    ? []
    : [
        {
          object,
          pods: restarted.names,
          podCount: restarted.count,
          lastPod: restarted.last,
          isShortened: restarted.count > restarted.names.length || staying.count > staying.names.length,
          atOnce: rollout.atOnce,
          minReadySeconds: rollout.minReadySeconds,
          kept: staying.names,
          keptCount: staying.count,
          isAfterSteps: isRejected,
        },
      ];
}
