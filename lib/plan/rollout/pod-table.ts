import {
  isAvailable,
  isHealthy,
  type PodState,
  type Revision,
  type RolloutState,
  type SetSpec,
} from './rollout-state';
import { OrdinalSet } from './ordinal-set';

/**
 * The pods of a set, sorted by what the controller asks of them, so that a pass over a set of thousands does not look at
 * each. It changes as the rollout goes on.
 */
export class PodTable {
  /** Ordinals of the set's range without a pod. */
  public readonly missing = new OrdinalSet();
  /** Ordinals of the range whose pod has ended. */
  public readonly failed = new OrdinalSet();
  /** Ordinals of the range without an available pod. */
  public readonly unavailable = new OrdinalSet();
  /** Ordinals of the range whose pod has another revision than the set, and is not being deleted. */
  public readonly outdated = new OrdinalSet();
  /** Those of them whose pod is not available either. */
  public readonly outdatedUnavailable = new OrdinalSet();
  /** Ordinals of pods beyond the range. */
  public readonly surplus = new OrdinalSet();
  /** Ordinals of pods beyond the range that are not being deleted. */
  public readonly removable = new OrdinalSet();
  /** Ordinals of pods that start and never become ready. */
  public readonly stuck = new OrdinalSet();
  /** The revision that the pods had before the current update. */
  public currentRevision: Revision;

  private readonly pods = new Map<number, PodState>();
  /** How many pods that are not being deleted have a revision. */
  private readonly counts = new Map<Revision, number>();
  private updatedHealthy = 0;

  public constructor(
    private readonly spec: SetSpec,
    { pods, currentRevision }: RolloutState,
  ) {
    this.currentRevision = currentRevision;
    const existing = new Set(pods.map(({ ordinal }) => ordinal));
    for (let ordinal = spec.firstOrdinal; ordinal < this.end; ordinal += 1) {
      if (!existing.has(ordinal)) {
        this.missing.add(ordinal);
        this.unavailable.add(ordinal);
      }
    }
    for (const pod of pods) {
      this.put(pod);
    }
  }

  /** The first ordinal after the range. */
  public get end(): number {
    return this.spec.firstOrdinal + this.spec.replicas;
  }

  public get size(): number {
    return this.pods.size;
  }

  public get(ordinal: number): PodState | undefined {
    return this.pods.get(ordinal);
  }

  /** A pod that is known to be there. */
  public existing(ordinal: number): PodState {
    const pod = this.pods.get(ordinal);
    if (pod === undefined) {
      throw new Error(`there is no pod ${ordinal}`);
    }
    return pod;
  }

  /** How many pods that are not being deleted have a revision. */
  public countOf(revision: Revision): number {
    return this.counts.get(revision) ?? 0;
  }

  /** Whether the set has as many pods as it wants, each ready and of its revision. */
  public get isUpdated(): boolean {
    return this.size === this.spec.replicas && this.updatedHealthy === this.size;
  }

  /** The pod in place of what was there. */
  public put(pod: PodState): void {
    const old = this.pods.get(pod.ordinal);
    if (old) {
      this.forget(old);
    }
    this.pods.set(pod.ordinal, pod);
    this.note(pod);
  }

  public remove(ordinal: number): void {
    const old = this.pods.get(ordinal);
    if (old === undefined) {
      return;
    }
    this.forget(old);
    this.pods.delete(ordinal);
    if (this.isInRange(ordinal)) {
      this.missing.add(ordinal);
      this.unavailable.add(ordinal);
    }
  }

  /** The pods as they are by now. */
  public toState(): RolloutState {
    const pods = [...this.pods.values()].sort((a, b) => a.ordinal - b.ordinal);
    return { pods, currentRevision: this.currentRevision };
  }

  private isInRange(ordinal: number): boolean {
    return ordinal >= this.spec.firstOrdinal && ordinal < this.end;
  }

  private note(pod: PodState): void {
    const { ordinal, revision, phase, until } = pod;
    const isStaying = phase !== 'terminating';
    const isUpdated = revision === this.spec.updateRevision;
    this.counts.set(revision, this.countOf(revision) + (isStaying ? 1 : 0));
    this.updatedHealthy += isUpdated && isHealthy(pod) ? 1 : 0;
    if (phase === 'starting' && until === undefined) {
      this.stuck.add(ordinal);
    }
    if (!this.isInRange(ordinal)) {
      this.surplus.add(ordinal);
      if (isStaying) {
        this.removable.add(ordinal);
      }
      return;
    }
    this.missing.delete(ordinal);
    if (phase === 'failed') {
      this.failed.add(ordinal);
    }
    if (isAvailable(pod)) {
      this.unavailable.delete(ordinal);
    } else {
      this.unavailable.add(ordinal);
    }
    if (!isUpdated && isStaying) {
      this.outdated.add(ordinal);
      if (!isAvailable(pod)) {
        this.outdatedUnavailable.add(ordinal);
      }
    }
  }

  private forget(pod: PodState): void {
    const { ordinal, revision, phase } = pod;
    this.counts.set(revision, this.countOf(revision) - (phase === 'terminating' ? 0 : 1));
    this.updatedHealthy -= revision === this.spec.updateRevision && isHealthy(pod) ? 1 : 0;
    const { stuck, surplus, removable, failed, outdated, outdatedUnavailable } = this;
    for (const ordinals of [stuck, surplus, removable, failed, outdated, outdatedUnavailable]) {
      ordinals.delete(ordinal);
    }
  }
}
