import { fieldOf, type JsonObject } from '../manifests/json';
import { valueAt } from '../manifests/field-path';
import { type Change } from './policy/change';
import { immutableFieldsOf } from './policy/field-policy';
import { claimCountOf, claimPlanOf } from './claim-fate';
import { type Difference } from './differences/differences';
import { Effect } from './policy/effect';
import { type UpdatedPair, withRefusals } from './object-changes';
import { type PlanContext, type PlanPart, type Restart } from './plan-model';
import { completeList } from './rollout/ordinal-range';
import { setMigrationOf } from './procedures/set-migration';
import { type Rejection, setRejectionText } from './rejection-text';
import { judged, judgementsOf, paceOf, type SetCircumstances } from './set-judgements';
import { setRolloutOf, type SetUpdate } from './rollout/set-rollout';
import { refusedInSet } from './update-validation';

/** What an apply does to a set that both sides have. */
export function planSet(
  pair: UpdatedPair,
  found: readonly Difference[],
  changes: readonly Change[],
  context: PlanContext,
): PlanPart {
  if (found.length === 0) {
    return { changes };
  }
  const circumstances = circumstancesOf(pair, found, context);
  const refused = refusedInSet(pair, context);
  const all = withRefusals(judged(changes, judgementsOf(circumstances)), pair, refused);
  const isRejected = all.some(({ effect }) => effect === Effect.REJECTED);
  const immutable = immutableFieldsOf(pair.kind, found, context.version);
  const rejection: Rejection = {
    object: pair.object,
    message: setRejectionText(pair.name, pair.after, refused, immutable, context.version),
  };
  return {
    changes: all,
    restarts: restartsOf(pair, circumstances, isRejected),
    claims: circumstances.claims,
    claimCount: claimCountOf(circumstances.before, circumstances.after),
    rejections: isRejected ? [rejection] : [],
    ...(isRejected ? setMigrationOf(pair, circumstances, all, context) : {}),
  };
}

function circumstancesOf(
  pair: UpdatedPair,
  found: readonly Difference[],
  { sets, knownClaims, apply }: PlanContext,
): SetCircumstances {
  const update: SetUpdate = {
    before: sets.of(pair.before, pair),
    after: sets.of(pair.after, pair),
    isTemplateChanged: found.some(({ path }) => path[0] === 'spec' && path[1] === 'template'),
    isSettled: isSettled(pair.status),
  };
  return {
    ...update,
    rollout: setRolloutOf(update),
    claims: claimPlanOf(update.before, update.after, knownClaims.in(pair.namespace)),
    isReplicasWritten: valueAt(pair.written.new, ['spec', 'replicas']) !== undefined,
    mode: apply.mode,
  };
}

/** Whether the status says that every pod has the set's template; undefined where there is no status. */
function isSettled(status: JsonObject | undefined): boolean | undefined {
  const [replicas, updated] = ['replicas', 'updatedReplicas'].map((field) => fieldOf(status, field));
  return typeof replicas === 'number' ? replicas === (updated ?? 0) : undefined;
}

function restartsOf(
  { object }: UpdatedPair,
  { after, rollout, isTemplateChanged }: SetCircumstances,
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
          ...paceOf(after, rollout),
          kept: staying.names,
          keptCount: staying.count,
          isAfterSteps: isRejected,
        },
      ];
}
