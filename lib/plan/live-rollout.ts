import { type LivePod } from '../manifests/live/live-pod';
import { type SetView } from '../manifests/views/set-view';
import { podName } from '../kubernetes/names';
import { type LiveUpdate } from './rollout/live-start';
import { setSpecOf, type SetUpdate } from './rollout/set-rollout';
import { hopelessPodsOf, type WaitedPod, waitedPodOf } from './rollout/waiting';
import { type StuckPod, type WayOut } from './rollout/way-out';

/** Why a rollout does not come to its end by itself, or that it does. */
export type RolloutCause =
  /** The controller waits for a pod that comes back from another template once it is deleted. */
  | 'waits'
  /** With OnDelete the controller replaces no pod. */
  | 'on-delete'
  /** The controller replaces no pod below the partition. */
  | 'partition'
  /** The controller waits for a pod that comes back from the same template when it is deleted. */
  | 'same-template'
  /** The controller waits for a pod that should have been gone long ago. */
  | 'not-gone'
  /** The controller replaces the pods that do not become ready. */
  | 'replaces';

/** A rollout that is under way in a cluster, and has pods that nothing becomes of by itself. */
export interface LiveRollout {
  /** The set in words: `StatefulSet prod/web`. */
  readonly object: string;
  /** Whether it takes more than the apply to get to its end. */
  readonly isStuck: boolean;
  readonly cause: RolloutCause;
  /** Whether the apply alone makes the controller create or delete a pod. */
  readonly doesAnything: boolean;
  /** Pods that nothing becomes of by itself: where the rollout is stuck, the one that it is stuck on comes first. */
  readonly pods: readonly WaitedPod[];
  /** Pods that have to be deleted by hand, in their order. No ready one is among them. */
  readonly deletes: readonly DeletedPod[];
}

/** A pod that has to be deleted by hand. */
export interface DeletedPod {
  readonly pod: string;
  readonly uid: string;
  readonly revision: string;
  /** Why it is not ready, as Kubernetes names it; undefined where nothing tells. */
  readonly reason?: string;
  /** The template that it comes back from: the set's, the one from before the update, or none. */
  readonly comesBack: 'updated' | 'current' | 'never';
}

/** What is to be said of the pods of a set as the cluster has them; empty where all goes well. */
export function liveRolloutsOf(
  object: string,
  update: SetUpdate & { readonly live: LiveUpdate },
  wayOut: WayOut,
): readonly LiveRollout[] {
  const { live, after } = update;
  const spec = setSpecOf(after, live.updateRevision, update);
  const { alone, deletions, whole } = wayOut;
  const hopeless = hopelessPodsOf(spec, live);
  const stuckOn = alone.stuckOn && waitedPodOf(spec, live, alone.stuckOn);
  const left = whole.stuckOn && waitedPodOf(spec, live, whole.stuckOn);
  if (hopeless.length === 0) {
    return [];
  }
  const first = stuckOn ?? left;
  const podAt = new Map(live.set.pods.map((pod) => [pod.ordinal, pod]));
  const deletes = deletions.map((pod) => deletedPodOf(pod, podAt.get(pod.ordinal), after, live));
  return [
    {
      object,
      isStuck: deletes.length > 0 || first !== undefined,
      cause: causeOf(after, wayOut),
      doesAnything: alone.events.some(({ because }) => because !== undefined),
      pods: [...(first ? [first] : []), ...hopeless.filter(({ pod }) => pod !== first?.pod)],
      deletes,
    },
  ];
}

function causeOf({ updateStrategy }: SetView, { alone, deletions, whole }: WayOut): RolloutCause {
  const first = deletions.at(0);
  if (first !== undefined && first.ordinal === alone.stuckOn?.ordinal) {
    return 'waits';
  }
  if (first !== undefined) {
    return updateStrategy === 'OnDelete' ? 'on-delete' : 'partition';
  }
  switch (whole.stuckOn?.until) {
    case undefined:
      return 'replaces';
    case 'gone':
      return 'not-gone';
    case 'ready':
    case 'available':
      return 'same-template';
  }
}

function deletedPodOf(
  { ordinal, revision, next }: StuckPod,
  found: LivePod | undefined,
  { name }: SetView,
  live: LiveUpdate,
): DeletedPod {
  return {
    pod: podName(name, ordinal),
    uid: found?.uid ?? '',
    revision,
    ...(found?.reason === undefined ? {} : { reason: found.reason }),
    comesBack: next === undefined ? 'never' : next === live.updateRevision ? 'updated' : 'current',
  };
}
