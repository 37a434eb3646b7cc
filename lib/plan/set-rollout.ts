import { type SetFacts } from '../facts/set-facts';
import { podName } from '../kubernetes/names';
import { maxUnavailableOf } from './rollout/controller-sync';
import { type RolloutState, type RolloutStrategy, type SetSpec, settledState } from './rollout/rollout-state';
import { type Rollout, simulate } from './rollout/simulate';

/** A set before and after, as far as its pods are concerned. */
export interface SetUpdate {
  readonly before: SetFacts;
  readonly after: SetFacts;
  readonly isTemplateChanged: boolean;
  /** Whether all pods have the old template; undefined where nobody knows. */
  readonly isSettled?: boolean;
}

/** What the controller does with the pods. */
export interface SetRollout {
  readonly rollout: Rollout;
  /** Pods that are replaced, in order. */
  readonly restarted: readonly string[];
  /** Pods that keep a template other than the new one. */
  readonly kept: readonly string[];
  readonly created: readonly string[];
  /** Pods that are removed, in order. */
  readonly removed: readonly string[];
  /** How many pods may be down for an update at a time. */
  readonly atOnce: number;
}

/** Rollouts of larger sets are played through with this many pods. */
const MAX_SIMULATED_PODS = 500;

/** What the controller does with the pods once the update is accepted, if every pod becomes ready. */
export function setRolloutOf(update: SetUpdate): SetRollout {
  const spec = setSpecOf(update.after, update.isTemplateChanged ? 'new' : 'old');
  const rollout = simulate(spec, startOf(update));
  const names = (verb: 'create' | 'delete', because: string): readonly string[] =>
    rollout.events
      .filter((event) => event.event === verb && event.because === because)
      .map(({ ordinal }) => podName(update.after.name, ordinal));
  const restarted = names('delete', 'outdated');
  const existing = new Set(names('delete', 'outdated'));
  return {
    rollout,
    restarted,
    kept: rollout.end.pods
      .filter(({ revision }) => revision !== spec.updateRevision)
      .map(({ ordinal }) => podName(update.after.name, ordinal)),
    created: names('create', 'missing').filter((name) => !existing.has(name)),
    removed: names('delete', 'scaled-down'),
    atOnce: spec.strategy.type === 'RollingUpdate' ? maxUnavailableOf(spec.strategy, spec.replicas) : 0,
  };
}

/** What the controller reads from a set. */
export function setSpecOf(set: SetFacts, updateRevision: string): SetSpec {
  const strategy: RolloutStrategy =
    set.updateStrategy === 'OnDelete'
      ? { type: 'OnDelete' }
      : { type: 'RollingUpdate', partition: set.partition, maxUnavailable: set.maxUnavailable };
  return {
    name: set.name,
    replicas: Math.min(set.replicas, MAX_SIMULATED_PODS),
    firstOrdinal: set.firstOrdinal,
    isOrdered: set.isOrdered,
    strategy,
    minReadySeconds: set.minReadySeconds,
    updateRevision,
  };
}

/**
 * The pods before the update. Where nobody knows better, pods that the old strategy did not replace may have an
 * earlier template: the lowest ones below a partition, and all of them under OnDelete.
 */
function startOf({ before, isSettled }: SetUpdate): RolloutState {
  const spec = setSpecOf(before, 'old');
  const settled = settledState(spec);
  if (isSettled === true) {
    return settled;
  }
  const unsure = spec.strategy.type === 'OnDelete' ? spec.replicas : (spec.strategy.partition ?? 0);
  if (unsure === 0) {
    return settled;
  }
  return {
    pods: settled.pods.map((pod, index) => (index < unsure ? { ...pod, revision: 'earlier' } : pod)),
    currentRevision: 'earlier',
  };
}
