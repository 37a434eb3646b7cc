import { type FieldPath, isWithin } from '../manifests/field-path';
import { type SetFacts } from '../manifests/set-facts';
import { type Change } from './policy/change';
import { type ChangeCode } from './policy/change-codes';
import { type PlannedClaim } from './claim-fate';
import { Effect, isAsBadAs } from './policy/effect';
import { nameList } from './name-list';
import { type Pace } from './plan-model';
import { paceText } from './report/pace-text';
import { type NameList, podsUpwards, rangeOf, without } from './rollout/ordinal-range';
import { type SetRollout, type SetUpdate } from './rollout/set-rollout';

/** The effect of a change in this update, where it is worse than the effect of its field alone. */
export interface Judgement {
  /** The field, with all fields below it. */
  readonly path: FieldPath;
  readonly effect: Effect;
  readonly code: ChangeCode;
  readonly reason: string;
}

/** What a set's update is judged by. */
export interface SetCircumstances extends SetUpdate {
  readonly rollout: SetRollout;
  readonly claims: readonly PlannedClaim[];
  /** Whether the new manifest gives the number of pods. */
  readonly isReplicasWritten: boolean;
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

function raised(change: Change, { effect, code, reason }: Judgement): Change {
  return isAsBadAs(effect, change.effect) ? { ...change, effect, code, reason } : change;
}

function listed({ names, count }: NameList): string {
  return nameList(names, count);
}

function scalingUp({ before, after, rollout, claims }: SetCircumstances): readonly Judgement[] {
  if (after.replicas <= before.replicas) {
    return [];
  }
  const path = REPLICAS;
  const reused = claims.filter(({ fate }) => fate === 'reused').map(({ name }) => name);
  const adds = `adds ${listed(rollout.created)}`;
  return reused.length > 0
    ? [
        {
          path,
          effect: Effect.IN_PLACE,
          code: 'REPLICAS_UP_REUSES_DATA',
          reason: `${adds}; ${nameList(reused)} are left from an earlier, larger set and are reused with their old data: delete them first if the application cannot use it`,
        },
      ]
    : [{ path, effect: Effect.IN_PLACE, code: 'REPLICAS_UP', reason: adds }];
}

function scalingDown(circumstances: SetCircumstances): readonly Judgement[] {
  const { before, after, rollout, claims, isReplicasWritten } = circumstances;
  if (after.replicas >= before.replicas) {
    return [];
  }
  const path = REPLICAS;
  const removes = `removes ${listed(rollout.removed)}`;
  const deleted = claims.filter(({ fate }) => fate === 'deleted').map(({ name }) => name);
  const claimCount = rollout.removed.count * before.claimTemplates.length;
  if (deleted.length > 0) {
    return [
      {
        path,
        effect: Effect.DATA_AT_RISK,
        code: 'REPLICAS_DOWN_DELETES_DATA',
        reason: `${removes} and, because whenScaled is Delete, deletes ${nameList(deleted, claimCount)} with all data`,
      },
    ];
  }
  if (!isReplicasWritten) {
    return [
      {
        path,
        effect: Effect.DATA_AT_RISK,
        code: 'REPLICAS_RESET',
        reason: `the new manifest omits replicas, so the API server sets it to 1: ${removes}; write the number, or hand the field over to the autoscaler first with kubectl apply edit-last-applied`,
      },
    ];
  }
  const kept = claims.map(({ name }) => name);
  const stay = kept.length > 0 ? `; ${nameList(kept, claimCount)} stay with their data` : '';
  return [{ path, effect: Effect.IN_PLACE, code: 'REPLICAS_DOWN', reason: `${removes}${stay}` }];
}

function movedOrdinals({ before, after, claims }: SetCircumstances): readonly Judgement[] {
  if (before.firstOrdinal === after.firstOrdinal) {
    return [];
  }
  const going = without(rangeOf(before), rangeOf(after));
  const isAtRisk = going.length > 0 && before.claimTemplates.length > 0;
  const deleted = claims.filter(({ fate }) => fate === 'deleted').map(({ name }) => name);
  const pods = listed(podsUpwards(before.name, going));
  const fate =
    deleted.length > 0
      ? `and, because whenScaled is Delete, ${nameList(deleted)} are deleted with all data`
      : 'and their claims stay with their data';
  return isAtRisk
    ? [
        {
          path: ['spec', 'ordinals'],
          effect: Effect.DATA_AT_RISK,
          code: 'FIRST_ORDINAL_MOVES_DATA',
          reason: `creates pods with new ordinals and empty claims, then removes ${pods}, ${fate}`,
        },
      ]
    : [];
}

function template({ after, isTemplateChanged, rollout }: SetCircumstances): readonly Judgement[] {
  if (!isTemplateChanged) {
    return [];
  }
  const path = ['spec', 'template'];
  if (rollout.restarted.count > 0) {
    return [
      {
        path,
        effect: Effect.ROLLING_RESTART,
        code: 'TEMPLATE_RESTARTS',
        reason: `restarts ${listed(rollout.restarted)}, ${paceText(paceOf(after, rollout))}`,
      },
    ];
  }
  return after.updateStrategy === 'OnDelete'
    ? [
        {
          path,
          effect: Effect.IN_PLACE,
          code: 'TEMPLATE_WAITS',
          reason: 'with OnDelete a pod keeps the old template until somebody deletes the pod',
        },
      ]
    : [];
}

/** How pods that are replaced follow each other. */
export function paceOf({ minReadySeconds }: SetFacts, { atOnce }: SetRollout): Pace {
  return { atOnce, minReadySeconds };
}

function strategy({ before, after, isTemplateChanged, rollout }: SetCircumstances): readonly Judgement[] {
  if (isTemplateChanged || rollout.restarted.count === 0) {
    return [];
  }
  const path = ['spec', 'updateStrategy'];
  const reason = `restarts ${listed(rollout.restarted)} where they still have an earlier template, ${paceText(paceOf(after, rollout))}`;
  return before.updateStrategy === 'OnDelete'
    ? [{ path, effect: Effect.ROLLING_RESTART, code: 'STRATEGY_RESUMES', reason }]
    : [{ path, effect: Effect.ROLLING_RESTART, code: 'PARTITION_LOWERED', reason }];
}

function retention({ before, after }: SetCircumstances): readonly Judgement[] {
  const path = ['spec', 'persistentVolumeClaimRetentionPolicy'];
  const { IN_PLACE } = Effect;
  return [
    ...(after.whenDeleted === 'Delete' && before.whenDeleted !== 'Delete'
      ? ([
          {
            path: [...path, 'whenDeleted'],
            effect: IN_PLACE,
            code: 'RETENTION_ARMED',
            reason: 'from now on, deleting the set deletes all its claims and their data',
          },
        ] as const)
      : []),
    ...(after.whenScaled === 'Delete' && before.whenScaled !== 'Delete'
      ? ([
          {
            path: [...path, 'whenScaled'],
            effect: IN_PLACE,
            code: 'RETENTION_ARMED',
            reason:
              'from now on, scaling down, also by an autoscaler, deletes the claims of the removed pods',
          },
        ] as const)
      : []),
  ];
}
