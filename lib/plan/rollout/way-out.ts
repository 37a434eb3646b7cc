import { revisionOfNew } from './controller-sync';
import { type PodTable } from './pod-table';
import { type Revision, type RolloutState, type SetSpec } from './rollout-state';
import { type PodBehaviour, type Rollout, Simulation } from './simulate';

/** A pod that somebody has to delete, because the controller never does. */
export interface StuckPod {
  readonly ordinal: number;
  readonly revision: Revision;
  /** The revision that the pod has when it comes back; undefined where it does not come back. */
  readonly next?: Revision;
}

/** What the controller does by itself, and what it takes to get further. */
export interface WayOut {
  /** What happens if nobody does anything but the apply. */
  readonly alone: Rollout;
  /** The pods to be deleted, in their order. */
  readonly deletions: readonly StuckPod[];
  /** What happens if each of them is deleted when nothing more happens without it. */
  readonly whole: Rollout;
}

/**
 * What the controller does from a state, and which pods that never become ready stand in its way and come back from
 * another template when they are deleted. A ready pod is never among them.
 */
export function wayOutOf(spec: SetSpec, start: RolloutState, behaviour: PodBehaviour): WayOut {
  const simulation = new Simulation(spec, start, behaviour);
  simulation.run();
  const alone = simulation.toRollout();
  const deletions: StuckPod[] = [];
  // A set of so many pods has no more that are stuck.
  while (deletions.length <= start.pods.length + spec.replicas) {
    const pod = nextOf(spec, simulation, behaviour);
    if (pod === undefined) {
      break;
    }
    deletions.push(pod);
    simulation.remove(pod.ordinal);
    simulation.run();
  }
  return { alone, deletions, whole: deletions.length === 0 ? alone : simulation.toRollout() };
}

/** The pod that the controller waits for, else the highest of those that it leaves alone. */
function nextOf(
  spec: SetSpec,
  { pods, stuckOn }: Simulation,
  { brokenRevisions }: PodBehaviour,
): StuckPod | undefined {
  const helped = (ordinal: number): StuckPod | undefined => {
    const pod = stuckPodOf(spec, pods, ordinal);
    const { revision, next } = pod;
    const helps = next === undefined || (next !== revision && !brokenRevisions.includes(next));
    return helps ? pod : undefined;
  };
  const waitedFor = stuckOn && pods.stuck.has(stuckOn.ordinal) ? helped(stuckOn.ordinal) : undefined;
  if (waitedFor) {
    return waitedFor;
  }
  for (const ordinal of pods.stuck.descendingTo(0)) {
    const pod = helped(ordinal);
    if (pod) {
      return pod;
    }
  }
  return undefined;
}

function stuckPodOf(spec: SetSpec, pods: PodTable, ordinal: number): StuckPod {
  const { revision } = pods.existing(ordinal);
  const isStaying = ordinal >= spec.firstOrdinal && ordinal < pods.end;
  const next = isStaying ? revisionOfNew(spec, pods, ordinal) : undefined;
  return { ordinal, revision, ...(next === undefined ? {} : { next }) };
}
