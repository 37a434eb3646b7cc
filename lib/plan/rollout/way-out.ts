import { revisionOfNew } from './controller-sync';
import { type PodState, type Revision, type RolloutState, type SetSpec } from './rollout-state';
import { type PodBehaviour, type Rollout, simulate } from './simulate';

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
  const alone = simulate(spec, start, behaviour);
  let whole = alone;
  const deletions: StuckPod[] = [];
  for (;;) {
    const pod = nextOf(spec, whole, behaviour);
    // A set of so many pods has no more that are stuck.
    if (pod === undefined || deletions.length > start.pods.length + spec.replicas) {
      return { alone, deletions, whole };
    }
    deletions.push(pod);
    const next = simulate(spec, withoutPod(whole.end, pod), behaviour);
    whole = { ...next, events: [...whole.events, ...next.events] };
  }
}

/** The pod that the controller waits for, else the highest of those that it leaves alone. */
function nextOf(
  spec: SetSpec,
  { end, stuckOn }: Rollout,
  { brokenRevisions }: PodBehaviour,
): StuckPod | undefined {
  const helped = end.pods
    .filter(({ phase, until }) => phase === 'starting' && until === undefined)
    .map((pod) => stuckPodOf(spec, end, pod))
    .filter(
      ({ revision, next }) => next === undefined || (next !== revision && !brokenRevisions.includes(next)),
    );
  return helped.find(({ ordinal }) => ordinal === stuckOn?.ordinal) ?? helped.at(-1);
}

function stuckPodOf(spec: SetSpec, state: RolloutState, { ordinal, revision }: PodState): StuckPod {
  const isStaying = ordinal >= spec.firstOrdinal && ordinal < spec.firstOrdinal + spec.replicas;
  const next = isStaying ? revisionOfNew(spec, state, ordinal) : undefined;
  return { ordinal, revision, ...(next === undefined ? {} : { next }) };
}

function withoutPod(state: RolloutState, { ordinal }: StuckPod): RolloutState {
  return { ...state, pods: state.pods.filter((pod) => pod.ordinal !== ordinal) };
}
