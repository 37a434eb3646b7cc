import { isAtLeast, KubernetesVersion } from '../../kubernetes/kubernetes-version';

/** A revision of the pod template, by any name that tells it from others. */
export type Revision = string;

/** What the controller reads from a set. */
export interface SetSpec {
  readonly name: string;
  readonly replicas: number;
  readonly firstOrdinal: number;
  readonly isOrdered: boolean;
  readonly strategy: RolloutStrategy;
  readonly minReadySeconds: number;
  /** The revision of the set's template. */
  readonly updateRevision: Revision;
  /** The version of the controller. */
  readonly version: KubernetesVersion;
  /** Its patch; the newest one where it is absent. */
  readonly patch?: number;
}

/** How outdated pods are replaced. */
export type RolloutStrategy =
  | { readonly type: 'OnDelete' }
  | {
      readonly type: 'RollingUpdate';
      /** How many of the lowest pods keep their revision; undefined where the set has no `rollingUpdate`. */
      readonly partition?: number;
      /** A number, or a percentage of the replicas; undefined where the version does not honour it. */
      readonly maxUnavailable?: number | string;
    };

/** Where a pod is in its life. `failed` is one that has ended, such as an evicted one: it never starts again. */
export type PodPhase = 'starting' | 'ready' | 'available' | 'terminating' | 'failed';

/** A pod that exists. */
export interface PodState {
  readonly ordinal: number;
  readonly revision: Revision;
  readonly phase: PodPhase;
  /** When the phase ends by itself, in seconds; undefined where it does not. */
  readonly until?: number;
}

/** The pods of a set and what the controller remembers. */
export interface RolloutState {
  /** In ascending order of their ordinals. */
  readonly pods: readonly PodState[];
  /** The revision that the set's pods had before the current update. */
  readonly currentRevision: Revision;
}

/** Whether the pod counts as Running and Ready, and is not being deleted. */
export function isHealthy({ phase }: PodState): boolean {
  return phase === 'ready' || phase === 'available';
}

/** Whether the pod has been ready for minReadySeconds, and is not being deleted. */
export function isAvailable({ phase }: PodState): boolean {
  return phase === 'available';
}

/**
 * Whether the next pod of an update goes only when the one before has been ready for minReadySeconds. Before 1.34 a
 * controller that is not bound to the order of the pods takes a ready pod for enough.
 */
export function updateWaitsForAvailability({ isOrdered, version }: SetSpec): boolean {
  return isOrdered || isAtLeast(version, KubernetesVersion.V1_34);
}

/** A set at rest: every pod is available and has one revision. */
export function settledState(spec: SetSpec, revision: Revision = spec.updateRevision): RolloutState {
  const pods = Array.from({ length: spec.replicas }, (_, index): PodState => ({
    ordinal: spec.firstOrdinal + index,
    revision,
    phase: 'available',
  }));
  return { pods, currentRevision: revision };
}
