import { isAtLeast, KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { hasRegression, honoursMaxUnavailable, MAX_UNAVAILABLE_TOO_EARLY } from '../../kubernetes/releases';
import { type PodTable } from './pod-table';
import {
  isAvailable,
  isHealthy,
  type PodState,
  type Revision,
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

/**
 * One pass of the StatefulSet controller. Its phases come in a fixed order, and each must be through before the next:
 * the pods of the range, ascending; surplus pods, descending; outdated pods, descending.
 */
export function sync(spec: SetSpec, pods: PodTable): SyncResult {
  return spec.isOrdered ? orderedSync(spec, pods) : parallelSync(spec, pods);
}

function orderedSync(spec: SetSpec, pods: PodTable): SyncResult {
  const first = pods.unavailable.first;
  if (first !== undefined) {
    const pod = pods.get(first);
    if (pod === undefined) {
      return { actions: [creation(spec, pods, first)] };
    }
    return pod.phase === 'failed'
      ? { actions: [deletion(pod, 'failed')] }
      : { actions: [], obstacle: obstacleOf(pod) };
  }
  const last = pods.surplus.last;
  if (last !== undefined) {
    const highest = pods.existing(last);
    const mustWait =
      highest.phase === 'terminating' || (!isAvailable(highest) && last !== firstUnhealthy(spec, pods));
    return mustWait
      ? { actions: [], obstacle: obstacleOf(highest) }
      : { actions: [deletion(highest, 'scaled-down')] };
  }
  return update(spec, pods);
}

/** The first unhealthy pod. Where all pods of the range are available it is the lowest surplus one. */
function firstUnhealthy({ version }: SetSpec, pods: PodTable): number | undefined {
  const isSound = isAtLeast(version, KubernetesVersion.V1_34) ? isAvailable : isHealthy;
  return pods.surplus.ascending().find((ordinal) => !isSound(pods.existing(ordinal)));
}

function parallelSync(spec: SetSpec, pods: PodTable): SyncResult {
  const actions = [
    ...pods.missing.ascending().map((ordinal) => creation(spec, pods, ordinal)),
    ...pods.failed.ascending().map((ordinal) => deletion(pods.existing(ordinal), 'failed')),
    ...[...pods.removable.descendingTo(0)].map((ordinal) => deletion(pods.existing(ordinal), 'scaled-down')),
  ];
  const updated = update(spec, pods);
  // A failed pod that is outdated too is deleted once.
  const further = updated.actions.filter(({ ordinal }) => !pods.failed.has(ordinal));
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

function creation(spec: SetSpec, pods: PodTable, ordinal: number): ControllerAction {
  return { verb: 'create', ordinal, revision: revisionOfNew(spec, pods, ordinal), because: 'missing' };
}

function deletion({ ordinal, revision }: PodState, because: ActionCause): ControllerAction {
  return { verb: 'delete', ordinal, revision, because };
}

/**
 * The revision of a pod that is created: below the partition that of the old template, even where the pod was deleted
 * by hand.
 */
export function revisionOfNew(spec: SetSpec, pods: PodTable, ordinal: number): Revision {
  if (spec.strategy.type === 'OnDelete') {
    return spec.updateRevision;
  }
  const kept = spec.strategy.partition ?? countOf(pods, spec);
  return ordinal < spec.firstOrdinal + kept ? pods.currentRevision : spec.updateRevision;
}

/** How many pods have the old revision, as the controller counts where the set has no `rollingUpdate`. */
function countOf(pods: PodTable, { updateRevision }: SetSpec): number {
  return pods.currentRevision === updateRevision ? pods.size : pods.countOf(pods.currentRevision);
}

function update(spec: SetSpec, pods: PodTable): SyncResult {
  const { strategy } = spec;
  if (strategy.type === 'OnDelete') {
    return { actions: [] };
  }
  const from = spec.firstOrdinal + (strategy.partition ?? 0);
  return honoursMaxUnavailable(spec)
    ? updateSeveral(spec, pods, from, maxUnavailableOf(strategy, spec.replicas))
    : updateOneByOne(spec, pods, from);
}

function updateOneByOne(spec: SetSpec, pods: PodTable, from: number): SyncResult {
  const highest = pods.outdated.last;
  const outdated = highest === undefined || highest < from ? undefined : highest;
  for (const ordinal of pods.unavailable.descendingTo(outdated === undefined ? from : outdated + 1)) {
    const obstacle = obstacleAt(pods, ordinal);
    if (obstacle.until !== 'available' || updateWaitsForAvailability(spec)) {
      return { actions: [], obstacle };
    }
  }
  return { actions: outdated === undefined ? [] : [deletion(pods.existing(outdated), 'outdated')] };
}

/** What the controller waits for where no pod is available. A missing pod was created in this very pass. */
function obstacleAt(pods: PodTable, ordinal: number): Obstacle {
  const pod = pods.get(ordinal);
  return (pod && obstacleOf(pod)) ?? { ordinal, until: 'ready' };
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

function updateSeveral(spec: SetSpec, pods: PodTable, from: number, maxUnavailable: number): SyncResult {
  // With Parallel, outdated pods that are unavailable anyway are replaced first, beyond the budget.
  const waitsForAll = spec.isOrdered || hasRegression(spec, MAX_UNAVAILABLE_TOO_EARLY);
  const broken = waitsForAll ? [] : [...pods.outdatedUnavailable.descendingTo(from)];
  const budget = Math.max(0, maxUnavailable - pods.unavailable.size);
  const sound = soundOnes(waitsForAll, pods, from, budget);
  const first = pods.unavailable.first;
  const isMoreLeft = pods.outdated.countFrom(from) > broken.length + sound.length;
  return {
    actions: [...broken, ...sound].map((ordinal) => deletion(pods.existing(ordinal), 'outdated')),
    obstacle: isMoreLeft && first !== undefined ? obstacleAt(pods, first) : undefined,
  };
}

/** The highest outdated pods, as many as the budget takes. */
function soundOnes(waitsForAll: boolean, pods: PodTable, from: number, budget: number): readonly number[] {
  const found: number[] = [];
  for (const ordinal of pods.outdated.descendingTo(from)) {
    if (found.length >= budget) {
      break;
    }
    if (waitsForAll || !pods.unavailable.has(ordinal)) {
      found.push(ordinal);
    }
  }
  return found;
}

/** Whether the update is complete, so that the new revision becomes the current one: with OnDelete since 1.37. */
export function isUpdateComplete({ strategy, version }: SetSpec, pods: PodTable): boolean {
  return (strategy.type === 'RollingUpdate' || isAtLeast(version, KubernetesVersion.V1_37)) && pods.isUpdated;
}
