import { ApplyMode } from '../apply-mode';
import { podName } from '../../kubernetes/names';
import { type SetView } from '../../manifests/views/set-view';
import { kubectl, manualStep, type Step } from '../procedures/step';
import { completeList, type NameList } from '../rollout/ordinal-range';
import { isHealthy, type RolloutState, type SetSpec } from '../rollout/rollout-state';
import { isPlayable, rolloutBeginOf, type SetUpdate } from '../rollout/set-rollout';
import { simulate } from '../rollout/simulate';
import { wayOutOf } from '../rollout/way-out';
import { budgetOutcomesOf, type BudgetOutcome, type Budgets } from './budget-outcome';

/** What is left of a set if the template that is applied never becomes ready. */
export interface BrokenOutcome {
  /** The set in words: `StatefulSet prod/web`. */
  readonly object: string;
  readonly replicas: number;
  /** Pods that are not ready in the end, or are not there. */
  readonly down: NameList;
  /** Pods that are ready in the end. */
  readonly kept: NameList;
  /** A majority of the replicas. */
  readonly quorum: number;
  /** Whether fewer pods are ready than a majority, of a set that had one. */
  readonly isQuorumLost: boolean;
  readonly budgets: readonly BudgetOutcome[];
  /** How one comes back. */
  readonly steps: readonly Step[];
}

/** A set whose pods get another template. */
export interface BrokenUpdate extends SetUpdate {
  readonly object: string;
  readonly namespace?: string;
  /** How the manifests are applied. */
  readonly mode: ApplyMode;
}

/**
 * What is left standing if no pod of the new template becomes ready; undefined where no pod gets another template. The
 * pods that run are supposed to go on.
 */
export function brokenOutcomeOf(update: BrokenUpdate, budgets: Budgets): BrokenOutcome | undefined {
  const { object, after, before } = update;
  if (!isPlayable(Math.max(before.replicas, after.replicas))) {
    return undefined;
  }
  const { spec, start, behaviour } = rolloutBeginOf(update);
  const broken = { ...behaviour, brokenRevisions: [...behaviour.brokenRevisions, spec.updateRevision] };
  const { events, end } = simulate(spec, start, broken);
  if (!events.some(({ event, revision }) => event === 'create' && revision === spec.updateRevision)) {
    return undefined;
  }
  const kept = keptOf(spec, end);
  const quorum = Math.floor(spec.replicas / 2) + 1;
  return {
    object,
    replicas: spec.replicas,
    down: namesOf(after, (ordinal) => !kept.has(ordinal)),
    kept: namesOf(after, (ordinal) => kept.has(ordinal)),
    quorum,
    isQuorumLost: kept.size < quorum,
    budgets: budgetOutcomesOf(budgets, after, kept.size),
    steps: wayBackOf(update, spec, end),
  };
}

/** The ordinals of the set's pods that are ready. */
function keptOf({ firstOrdinal, replicas }: SetSpec, { pods }: RolloutState): ReadonlySet<number> {
  return new Set(
    pods
      .filter((pod) => isHealthy(pod) && pod.ordinal >= firstOrdinal && pod.ordinal < firstOrdinal + replicas)
      .map(({ ordinal }) => ordinal),
  );
}

function namesOf({ name, firstOrdinal, replicas }: SetView, isMeant: (ordinal: number) => boolean): NameList {
  const ordinals = Array.from({ length: replicas }, (_, index) => firstOrdinal + index);
  return completeList(ordinals.filter(isMeant).map((ordinal) => podName(name, ordinal)));
}

/** The template from before comes back, and what the controller does not replace by itself is deleted by hand. */
function wayBackOf(
  { after, namespace, mode }: BrokenUpdate,
  spec: SetSpec,
  end: RolloutState,
): readonly Step[] {
  const before = end.currentRevision;
  const back: SetSpec = { ...spec, updateRevision: before };
  const { deletions } = wayOutOf(back, end, {
    startSeconds: 1,
    stopSeconds: 1,
    brokenRevisions: [spec.updateRevision],
  });
  const alone =
    deletions.length > 0
      ? 'By itself this changes no pod: the controller waits for the broken one, or leaves it alone.'
      : 'The controller replaces the broken pods itself.';
  const title = `Give ${after.name} the template from before`;
  const undo: Step =
    mode === ApplyMode.SERVER
      ? manualStep(
          title,
          `Apply the old manifests under the same field manager, not kubectl rollout undo, which would leave the template to another one. ${alone}`,
        )
      : {
          title,
          command: kubectl(namespace, 'rollout', 'undo', `statefulset/${after.name}`),
          why: `${alone} Apply the old manifests as well, so that they say what runs.`,
        };
  const pods = deletions.map(({ ordinal }) => podName(after.name, ordinal));
  return [
    undo,
    ...pods.map((pod): Step => ({
      title: `Delete the pod ${pod}, unless it is ready`,
      command: kubectl(namespace, 'delete', 'pod', pod),
      why: 'It comes back from the template from before. The script that plan writes from what the cluster has looks first (-o script).',
    })),
    {
      title: 'Wait until every pod is ready',
      command:
        spec.strategy.type === 'OnDelete'
          ? kubectl(namespace, 'get', 'statefulset', after.name, '--watch')
          : kubectl(namespace, 'rollout', 'status', `statefulset/${after.name}`, '--timeout=30m'),
      why: 'The set is whole only then.',
    },
  ];
}
