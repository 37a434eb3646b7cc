import { type FieldPath, isWithin } from '../manifests/field-path';
import { type ApplyMode } from './apply-mode';
import { type Change } from './policy/change';
import { type Cause } from './policy/cause';
import { type ClaimFate, type PlannedClaim } from './claim-fate';
import { Effect, isAsBadAs } from './policy/effect';
import { type Pace } from './plan-model';
import { completeList, type NameList, podsUpwards, rangeOf, without } from './rollout/ordinal-range';
import { type SetRollout, type SetUpdate } from './rollout/set-rollout';

/** The effect of a change in this update, where it is worse than the effect of its field alone. */
export interface Judgement {
  /** The field, with all fields below it. */
  readonly path: FieldPath;
  readonly effect: Effect;
  readonly cause: Cause;
}

/** What a set's update is judged by. */
export interface SetCircumstances extends SetUpdate {
  readonly rollout: SetRollout;
  readonly claims: readonly PlannedClaim[];
  /** Whether the new manifest gives the number of pods. */
  readonly isReplicasWritten: boolean;
  /** How the new manifest is applied. */
  readonly mode: ApplyMode;
}

const JUDGES: readonly ((circumstances: SetCircumstances) => readonly Judgement[])[] = [
  scalingUp,
  scalingDown,
  movedOrdinals,
  template,
  strategy,
  retention,
];

/** The number of pods of a set. */
export const REPLICAS: FieldPath = ['spec', 'replicas'];

/** Everything that the circumstances of an update make of its changes. */
export function judgementsOf(circumstances: SetCircumstances): readonly Judgement[] {
  return JUDGES.flatMap((judge) => judge(circumstances));
}

/** The changes with each judgement in place of what is less bad. */
export function judged(changes: readonly Change[], judgements: readonly Judgement[]): readonly Change[] {
  return changes.map((change) =>
    judgements
      .filter(({ path }) => isWithin(change.path, path))
      .reduce<Change>((worse, judgement) => raised(worse, judgement), change),
  );
}

function raised(change: Change, { effect, cause }: Judgement): Change {
  return isAsBadAs(effect, change.effect) ? { ...change, effect, cause } : change;
}

function fated(claims: readonly PlannedClaim[], fate: ClaimFate): NameList {
  return completeList(claims.filter((claim) => claim.fate === fate).map(({ name }) => name));
}

function scalingUp({ before, after, rollout, claims }: SetCircumstances): readonly Judgement[] {
  if (after.replicas <= before.replicas) {
    return [];
  }
  const added = rollout.created;
  const reusedClaims = fated(claims, 'reused');
  return [
    {
      path: REPLICAS,
      effect: Effect.IN_PLACE,
      cause:
        reusedClaims.count > 0
          ? { code: 'REPLICAS_UP_REUSES_DATA', added, reusedClaims }
          : { code: 'REPLICAS_UP', added },
    },
  ];
}

function scalingDown(circumstances: SetCircumstances): readonly Judgement[] {
  const { before, after, rollout, claims, isReplicasWritten, mode } = circumstances;
  if (after.replicas >= before.replicas) {
    return [];
  }
  const path = REPLICAS;
  const { removed } = rollout;
  const deleted = fated(claims, 'deleted');
  const count = removed.count * before.claimTemplates.length;
  if (deleted.count > 0) {
    const deletedClaims = { ...deleted, count };
    return [
      {
        path,
        effect: Effect.DATA_AT_RISK,
        cause: { code: 'REPLICAS_DOWN_DELETES_DATA', removed, deletedClaims },
      },
    ];
  }
  if (!isReplicasWritten) {
    return [{ path, effect: Effect.DATA_AT_RISK, cause: { code: 'REPLICAS_RESET', removed, mode } }];
  }
  const keptClaims = { ...completeList(claims.map(({ name }) => name)), count };
  return [{ path, effect: Effect.IN_PLACE, cause: { code: 'REPLICAS_DOWN', removed, keptClaims } }];
}

function movedOrdinals({ before, after, claims }: SetCircumstances): readonly Judgement[] {
  if (before.firstOrdinal === after.firstOrdinal) {
    return [];
  }
  const going = without(rangeOf(before), rangeOf(after));
  const isAtRisk = going.length > 0 && before.claimTemplates.length > 0;
  const removed = podsUpwards(before.name, going);
  const deletedClaims = fated(claims, 'deleted');
  return isAtRisk
    ? [
        {
          path: ['spec', 'ordinals'],
          effect: Effect.DATA_AT_RISK,
          cause: { code: 'FIRST_ORDINAL_MOVES_DATA', removed, deletedClaims },
        },
      ]
    : [];
}

function template({ after, isTemplateChanged, rollout }: SetCircumstances): readonly Judgement[] {
  if (!isTemplateChanged) {
    return [];
  }
  const path = ['spec', 'template'];
  const { restarted } = rollout;
  if (restarted.count > 0) {
    const pace = paceOf(rollout);
    return [{ path, effect: Effect.ROLLING_RESTART, cause: { code: 'TEMPLATE_RESTARTS', restarted, pace } }];
  }
  return after.updateStrategy === 'OnDelete'
    ? [{ path, effect: Effect.IN_PLACE, cause: { code: 'TEMPLATE_WAITS' } }]
    : [];
}

/** How pods that are replaced follow each other. */
export function paceOf({ atOnce, minReadySeconds }: SetRollout): Pace {
  return { atOnce, minReadySeconds };
}

function strategy({ before, isTemplateChanged, rollout }: SetCircumstances): readonly Judgement[] {
  const { restarted } = rollout;
  if (isTemplateChanged || restarted.count === 0) {
    return [];
  }
  const code = before.updateStrategy === 'OnDelete' ? 'STRATEGY_RESUMES' : 'PARTITION_LOWERED';
  return [
    {
      path: ['spec', 'updateStrategy'],
      effect: Effect.ROLLING_RESTART,
      cause: { code, restarted, pace: paceOf(rollout) },
    },
  ];
}

function retention({ before, after }: SetCircumstances): readonly Judgement[] {
  return (['whenDeleted', 'whenScaled'] as const)
    .filter((field) => after[field] === 'Delete' && before[field] !== 'Delete')
    .map((field) => ({
      path: ['spec', 'persistentVolumeClaimRetentionPolicy', field],
      effect: Effect.IN_PLACE,
      cause: { code: 'RETENTION_ARMED', field },
    }));
}
