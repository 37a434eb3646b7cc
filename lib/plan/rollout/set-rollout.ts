import { type LiveSet } from '../../manifests/live/live-set';
import { MAX_LISTED_PODS, type SetView } from '../../manifests/views/set-view';
import { type KubernetesRelease, type KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { podName } from '../../kubernetes/names';
import {
  common,
  completeList,
  type NameList,
  nonEmpty,
  type OrdinalRange,
  podsDownwards,
  podsUpwards,
  rangeOf,
  without,
} from './ordinal-range';
import { maxUnavailableOf } from './controller-sync';
import { liveBehaviourOf, liveStateOf, type LiveUpdate } from './live-start';
import {
  type RolloutState,
  type RolloutStrategy,
  type SetSpec,
  settledState,
  updateWaitsForAvailability,
} from './rollout-state';
import { ALL_WELL, type PodBehaviour, simulate } from './simulate';
import { type WayOut, wayOutOf } from './way-out';

/** A set before and after, as far as its pods are concerned. */
export interface SetUpdate {
  readonly before: SetView;
  readonly after: SetView;
  readonly isTemplateChanged: boolean;
  readonly version: KubernetesVersion;
  /** The patch release of it; the newest one where it is absent. */
  readonly patch?: number;
  /** What the release keeps of a `maxUnavailable` that other patches of its version drop. */
  readonly keptMaxUnavailable?: number | string;
  /** Whether all pods have the old template; undefined where nobody knows. */
  readonly isSettled?: boolean;
  /** What the cluster has of the set, where somebody has read its pods and their rollout is played through. */
  readonly live?: LiveUpdate;
}

/** What the controller does with the pods. */
export interface SetRollout {
  /** Pods that are replaced, in order. */
  readonly restarted: NameList;
  /** Pods that keep a template other than the new one. */
  readonly kept: NameList;
  readonly created: NameList;
  /** Pods that are removed, in order. */
  readonly removed: NameList;
  /** How many pods may be down for an update at a time. */
  readonly atOnce: number;
  /** How long a pod must be ready before the next one goes. */
  readonly minReadySeconds: number;
  /** What stands in the way of the pods as the cluster has them; absent where nobody has read them. */
  readonly wayOut?: WayOut;
}

/** Rollouts of larger sets whose pods nobody has read are computed, which comes to the same. */
const MAX_SIMULATED_PODS = 500;

/** Whether the rollout of a set is played through: one of so many pods is not listed either. */
export function isPlayable(replicas: number, live?: LiveSet): boolean {
  return Math.max(replicas, live?.pods.length ?? 0) <= MAX_LISTED_PODS;
}

/** What the controller does with the pods once the update is accepted, if every pod becomes ready. */
export function setRolloutOf(update: SetUpdate): SetRollout {
  const replicas = Math.max(update.before.replicas, update.after.replicas);
  return update.live || replicas <= MAX_SIMULATED_PODS ? simulatedRollout(update) : computedRollout(update);
}

/** The rollout as the model of the controller plays it through. */
export function simulatedRollout(update: SetUpdate): SetRollout {
  const { spec, start, behaviour } = rolloutBeginOf(update);
  const wayOut = update.live && wayOutOf(spec, start, behaviour);
  const rollout = wayOut?.whole ?? simulate(spec, start, behaviour);
  const names = (verb: 'create' | 'delete', because: string): readonly string[] =>
    rollout.events
      .filter((event) => event.event === verb && event.because === because)
      .map(({ ordinal }) => podName(update.after.name, ordinal));
  const restarted = [...new Set(names('delete', 'outdated'))];
  const existing = new Set(restarted);
  const kept = rollout.end.pods
    .filter(({ revision }) => revision !== spec.updateRevision)
    .map(({ ordinal }) => podName(update.after.name, ordinal));
  return {
    restarted: completeList(restarted),
    kept: completeList(kept),
    created: completeList(names('create', 'missing').filter((name) => !existing.has(name))),
    removed: completeList(names('delete', 'scaled-down')),
    ...paceOf(spec),
    ...(wayOut ? { wayOut } : {}),
  };
}

/** What a rollout begins with. */
export interface RolloutBegin {
  readonly spec: SetSpec;
  readonly start: RolloutState;
  readonly behaviour: PodBehaviour;
}

/** The set that is applied, and its pods as the cluster has them, or as a set at rest has them. */
export function rolloutBeginOf(update: SetUpdate): RolloutBegin {
  const { live, after, isTemplateChanged } = update;
  const revision = live?.updateRevision ?? (isTemplateChanged ? 'new' : 'old');
  const spec = setSpecOf(after, revision, update);
  return live
    ? { spec, start: liveStateOf(live, spec.minReadySeconds), behaviour: liveBehaviourOf(live) }
    : { spec, start: startOf(update), behaviour: ALL_WELL };
}

/** The same by ranges of ordinals, for any number of pods. */
export function computedRollout(update: SetUpdate): SetRollout {
  const { before, after, isTemplateChanged } = update;
  const spec = setSpecOf(after, 'new', update);
  const [old, now] = [rangeOf(before), rangeOf(after)];
  const staying = common(old, now);
  const outdated = isTemplateChanged
    ? staying
    : common(staying, { from: old.from, end: old.from + unsureOf(update) });
  const isReplacing = spec.strategy.type === 'RollingUpdate';
  const partition = spec.strategy.type === 'RollingUpdate' ? (spec.strategy.partition ?? 0) : 0;
  const updatable = { from: now.from + partition, end: now.end };
  const restarted = isReplacing ? nonEmpty([common(outdated, updatable)]) : [];
  const created = without(now, old);
  // A pod below the partition is created from the template that the set had before.
  const hasEarlier = isTemplateChanged || unsureOf(update) > 0;
  const createdOld =
    isReplacing && hasEarlier
      ? created.map((range) => common(range, { from: now.from, end: now.from + partition }))
      : [];
  const kept = isReplacing ? [common(outdated, { from: now.from, end: updatable.from })] : [outdated];
  return {
    restarted: podsDownwards(after.name, restarted),
    kept: podsUpwards(after.name, sorted(nonEmpty([...kept, ...createdOld]))),
    created: podsUpwards(after.name, created),
    removed: podsDownwards(after.name, without(old, now)),
    ...paceOf(spec),
  };
}

function sorted(ranges: readonly OrdinalRange[]): readonly OrdinalRange[] {
  return [...ranges].sort((a, b) => a.from - b.from);
}

/** How pods that are replaced follow each other. */
function paceOf(spec: SetSpec): Pick<SetRollout, 'atOnce' | 'minReadySeconds'> {
  const { strategy, replicas, minReadySeconds } = spec;
  return {
    atOnce: strategy.type === 'RollingUpdate' ? maxUnavailableOf(strategy, replicas) : 0,
    minReadySeconds: updateWaitsForAvailability(spec) ? minReadySeconds : 0,
  };
}

/** What the controller reads from a set. */
export function setSpecOf(
  set: SetView,
  updateRevision: string,
  { version, patch, keptMaxUnavailable }: KubernetesRelease & Pick<SetUpdate, 'keptMaxUnavailable'>,
): SetSpec {
  const strategy: RolloutStrategy =
    set.updateStrategy === 'OnDelete'
      ? { type: 'OnDelete' }
      : {
          type: 'RollingUpdate',
          partition: set.partition,
          maxUnavailable: keptMaxUnavailable ?? set.maxUnavailable,
        };
  return {
    name: set.name,
    replicas: set.replicas,
    firstOrdinal: set.firstOrdinal,
    isOrdered: set.isOrdered,
    strategy,
    minReadySeconds: set.minReadySeconds,
    updateRevision,
    version,
    ...(patch === undefined ? {} : { patch }),
  };
}

/**
 * The pods before the update. Where nobody knows better, pods that the old strategy did not replace may have an
 * earlier template: the lowest ones below a partition, and all of them under OnDelete.
 */
function startOf(update: SetUpdate): RolloutState {
  const settled = settledState(setSpecOf(update.before, 'old', update));
  const unsure = unsureOf(update);
  return unsure === 0
    ? settled
    : {
        pods: settled.pods.map((pod, index) => (index < unsure ? { ...pod, revision: 'earlier' } : pod)),
        currentRevision: 'earlier',
      };
}

/** How many of the lowest pods may have an earlier template. */
function unsureOf({ before, isSettled }: SetUpdate): number {
  return isSettled === true
    ? 0
    : before.updateStrategy === 'OnDelete'
      ? before.replicas
      : (before.partition ?? 0);
}
