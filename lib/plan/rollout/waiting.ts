import { isHopeless, type LivePod } from '../../manifests/live/live-pod';
import { podName } from '../../kubernetes/names';
import { type Obstacle, sync } from './controller-sync';
import { type LiveUpdate, liveStateOf } from './live-start';
import { PodTable } from './pod-table';
import { type Revision, type SetSpec } from './rollout-state';

/** A pod that the controller waits for, or would have to. */
export interface WaitedPod {
  readonly pod: string;
  readonly revision: Revision;
  /** What it has to become. */
  readonly until: Obstacle['until'];
  /** Why it is not ready, as Kubernetes names it; undefined where nothing tells. */
  readonly reason?: string;
  /** Whether nothing becomes of it by itself. */
  readonly isHopeless: boolean;
}

/** What the controller does next with the pods as they are. */
export interface Waiting {
  /** Undefined where it waits for nothing. */
  readonly waitsFor?: WaitedPod;
  /** Pods that it creates or deletes at once. */
  readonly acts: readonly string[];
  /** Pods with another template than the set has, which it leaves as they are. */
  readonly kept: readonly string[];
  /** Pods that nothing becomes of by itself, and that it neither waits for nor replaces. */
  readonly leftAlone: readonly WaitedPod[];
}

/** What the controller does next with the pods that a cluster has. */
export function waitingOf(spec: SetSpec, live: LiveUpdate): Waiting {
  const state = liveStateOf(live, spec.minReadySeconds);
  const { actions, obstacle } = sync(spec, new PodTable(spec, state));
  const waitsFor = actions.length === 0 && obstacle ? waitedPodOf(spec, live, obstacle) : undefined;
  const isResting = actions.length === 0 && waitsFor === undefined;
  return {
    ...(waitsFor ? { waitsFor } : {}),
    acts: actions.map(({ ordinal }) => podName(spec.name, ordinal)),
    kept: isResting
      ? state.pods
          .filter(({ revision }) => revision !== spec.updateRevision)
          .map(({ ordinal }) => podName(spec.name, ordinal))
      : [],
    leftAlone: isResting ? hopelessPodsOf(spec, live) : [],
  };
}

/** The pods that nothing becomes of by itself. */
export function hopelessPodsOf(spec: SetSpec, { set, now }: LiveUpdate): readonly WaitedPod[] {
  return set.pods
    .filter((pod) => isHopeless(pod, now))
    .map((pod) => {
      const { ordinal, phase } = pod;
      return waitedPod(spec, pod, { ordinal, until: phase === 'terminating' ? 'gone' : 'ready' }, now);
    });
}

/** The pod that an obstacle is about. One that does not exist yet is on its way. */
export function waitedPodOf(spec: SetSpec, { set, now }: LiveUpdate, obstacle: Obstacle): WaitedPod {
  const found = set.pods.find(({ ordinal }) => ordinal === obstacle.ordinal);
  return waitedPod(spec, found, obstacle, now);
}

function waitedPod(
  spec: SetSpec,
  found: LivePod | undefined,
  { ordinal, until }: Obstacle,
  now: number | undefined,
): WaitedPod {
  return {
    pod: podName(spec.name, ordinal),
    revision: found?.revision ?? spec.updateRevision,
    until,
    ...(found?.reason === undefined ? {} : { reason: found.reason }),
    isHopeless: found !== undefined && isHopeless(found, now),
  };
}
