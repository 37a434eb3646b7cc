import { isAtLeast, KubernetesVersion } from '../../kubernetes/kubernetes-version';
import {
  isAvailable,
  isHealthy,
  type PodState,
  type Revision,
  type RolloutState,
  type SetSpec,
  updateWaitsForAvailability,
} from './rollout-state';

/** One thing that the controller does to a pod. */
export interface ControllerAction {
  readonly verb: 'create' | 'delete';
  readonly ordinal: number;
  readonly revision: Revision;
  readonly because: ActionCause;
}

/** Why the controller acts. */
export type ActionCause = 'missing' | 'failed' | 'scaled-down' | 'outdated';

/** What the controller waits for before it goes on. */
export interface Obstacle {
  readonly ordinal: number;
  readonly until: 'ready' | 'available' | 'gone';
}

/** What one pass of the controller does, and what stopped it, if anything did. */
export interface SyncResult {
  readonly actions: readonly ControllerAction[];
  readonly obstacle?: Obstacle;
}

/** A place in the set's range of ordinals, with the pod that is there. */
interface Slot {
  readonly ordinal: number;
  readonly pod?: PodState;
}

/**
 * One pass of the StatefulSet controller. Its phases come in a fixed order, and each must be through before the next:
 * the pods of the range, ascending; surplus pods, descending; outdated pods, descending.
 */
export function sync(spec: SetSpec, state: RolloutState): SyncResult {
  const podAt = new Map(state.pods.map((pod) => [pod.ordinal, pod]));
  const slots = Array.from({ length: spec.replicas }, (_, index): Slot => {
    const ordinal = spec.firstOrdinal + index;
    return { ordinal, pod: podAt.get(ordinal) };
  });
  const end = spec.firstOrdinal + spec.replicas;
  const surplus = state.pods
    .filter(({ ordinal }) => ordinal < spec.firstOrdinal || ordinal >= end)
    .sort((a, b) => b.ordinal - a.ordinal);
  return spec.isOrdered
    ? orderedSync(spec, state, slots, surplus)
    : parallelSync(spec, state, slots, surplus);
}

function orderedSync(
  spec: SetSpec,
  state: RolloutState,
  slots: readonly Slot[],
  surplus: readonly PodState[],
): SyncResult {
  for (const { ordinal, pod } of slots) {
    if (pod === undefined) {
      return { actions: [creation(spec, state, ordinal)] };
    }
    if (pod.phase === 'failed') {
      return { actions: [deletion(pod, 'failed')] };
    }
    const obstacle = obstacleOf(pod);
    if (obstacle) {
      return { actions: [], obstacle };
    }
  }
  // All pods of the range are available here: the first unhealthy pod, if any, is the lowest surplus one.
  const isSound = isAtLeast(spec.version, KubernetesVersion.V1_34) ? isAvailable : isHealthy;
  const firstUnhealthy = surplus.filter((pod) => !isSound(pod)).at(-1);
  const highest = surplus.at(0);
  if (highest) {
    const mustWait = highest.phase === 'terminating' || (!isAvailable(highest) && highest !== firstUnhealthy);
    return mustWait
      ? { actions: [], obstacle: obstacleOf(highest) }
      : { actions: [deletion(highest, 'scaled-down')] };
  }
  return update(spec, slots);
}

function parallelSync(
  spec: SetSpec,
  state: RolloutState,
  slots: readonly Slot[],
  surplus: readonly PodState[],
): SyncResult {
  const actions = [
    ...slots.filter(({ pod }) => !pod).map(({ ordinal }) => creation(spec, state, ordinal)),
    ...slots.flatMap(({ pod }) => (pod?.phase === 'failed' ? [deletion(pod, 'failed')] : [])),
    ...surplus.filter(({ phase }) => phase !== 'terminating').map((pod) => deletion(pod, 'scaled-down')),
  ];
  const updated = update(spec, slots);
  // A failed pod that is outdated too is deleted once.
  const further = updated.actions.filter(({ ordinal }) => !actions.some((one) => one.ordinal === ordinal));
  return { ...updated, actions: [...actions, ...further] };
}

/** What the pod has still to become before the controller goes past it; undefined where it is available. */
function obstacleOf(pod: PodState): Obstacle | undefined {
  switch (pod.phase) {
    case 'terminating':
      return { ordinal: pod.ordinal, until: 'gone' };
    case 'starting':
    case 'failed':
      return { ordinal: pod.ordinal, until: 'ready' };
    case 'ready':
      return { ordinal: pod.ordinal, until: 'available' };
    case 'available':
      return undefined;
  }
}

function creation(spec: SetSpec, state: RolloutState, ordinal: number): ControllerAction {
  return { verb: 'create', ordinal, revision: revisionOfNew(spec, state, ordinal), because: 'missing' };
}

function deletion({ ordinal, revision }: PodState, because: ActionCause): ControllerAction {
  return { verb: 'delete', ordinal, revision, because };
}

/**
 * The revision of a pod that is created: below the partition that of the old template, even where the pod was deleted
 * by hand.
 */
export function revisionOfNew(spec: SetSpec, state: RolloutState, ordinal: number): Revision {
  if (spec.strategy.type === 'OnDelete') {
    return spec.updateRevision;
  }
  const kept = spec.strategy.partition ?? countOf(state, spec);
  return ordinal < spec.firstOrdinal + kept ? state.currentRevision : spec.updateRevision;
}

/** How many pods have the old revision, as the controller counts where the set has no `rollingUpdate`. */
function countOf({ pods, currentRevision }: RolloutState, { updateRevision }: SetSpec): number {
  return currentRevision === updateRevision
    ? pods.length
    : pods.filter(({ revision, phase }) => revision === currentRevision && phase !== 'terminating').length;
}

function update(spec: SetSpec, slots: readonly Slot[]): SyncResult {
  const { strategy } = spec;
  if (strategy.type === 'OnDelete') {
    return { actions: [] };
  }
  const updatable = slots.slice(strategy.partition ?? 0).reverse();
  return isAtLeast(spec.version, KubernetesVersion.V1_37)
    ? updateSeveral(spec, slots, updatable, maxUnavailableOf(strategy, spec.replicas))
    : updateOneByOne(spec, updatable);
}

function isOutdated(spec: SetSpec, { pod }: Slot): boolean {
  return pod !== undefined && pod.revision !== spec.updateRevision && pod.phase !== 'terminating';
}

function updateOneByOne(spec: SetSpec, updatable: readonly Slot[]): SyncResult {
  for (const slot of updatable) {
    if (slot.pod && isOutdated(spec, slot)) {
      return { actions: [deletion(slot.pod, 'outdated')] };
    }
    // A missing pod was created in this very pass.
    const obstacle = slot.pod ? obstacleOf(slot.pod) : ({ ordinal: slot.ordinal, until: 'ready' } as const);
    if (obstacle && (obstacle.until !== 'available' || updateWaitsForAvailability(spec))) {
      return { actions: [], obstacle };
    }
  }
  return { actions: [] };
}

/** The number of pods that may be unavailable: percentages are rounded down, and one always may. */
export function maxUnavailableOf(
  { maxUnavailable }: { maxUnavailable?: number | string },
  replicas: number,
): number {
  const percent = typeof maxUnavailable === 'string' ? /^(\d+)%$/.exec(maxUnavailable)?.[1] : undefined;
  const count = percent === undefined ? maxUnavailable : Math.floor((Number(percent) * replicas) / 100);
  return typeof count === 'number' ? Math.max(1, count) : 1;
}

function updateSeveral(
  spec: SetSpec,
  slots: readonly Slot[],
  updatable: readonly Slot[],
  maxUnavailable: number,
): SyncResult {
  const unavailable = slots.filter(({ pod }) => !pod || !isAvailable(pod));
  const outdated = updatable.flatMap((slot) => (slot.pod && isOutdated(spec, slot) ? [slot.pod] : []));
  // With Parallel, outdated pods that are unavailable anyway are replaced first, beyond the budget.
  const broken = spec.isOrdered ? [] : outdated.filter((pod) => !isAvailable(pod));
  const budget = Math.max(0, maxUnavailable - unavailable.length);
  const sound = outdated.filter((pod) => !broken.includes(pod)).slice(0, budget);
  const first = unavailable.at(0);
  const obstacle =
    outdated.length > broken.length + sound.length && first
      ? first.pod
        ? obstacleOf(first.pod)
        : ({ ordinal: first.ordinal, until: 'ready' } as const)
      : undefined;
  return { actions: [...broken, ...sound].map((pod) => deletion(pod, 'outdated')), obstacle };
}

/** Whether the update is complete, so that the new revision becomes the current one: with OnDelete since 1.37. */
export function isUpdateComplete(spec: SetSpec, { pods }: RolloutState): boolean {
  return (
    (spec.strategy.type === 'RollingUpdate' || isAtLeast(spec.version, KubernetesVersion.V1_37)) &&
    pods.length === spec.replicas &&
    pods.every((pod) => pod.revision === spec.updateRevision && isHealthy(pod))
  );
}
