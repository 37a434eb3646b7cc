import { type ControllerAction, isUpdateComplete, type Obstacle, sync } from './controller-sync';
import { type PodState, type Revision, type RolloutState, type SetSpec } from './rollout-state';

/** How the pods of a simulation behave. */
export interface PodBehaviour {
  /** Seconds from a pod's creation until it is ready. */
  readonly startSeconds: number;
  /** Seconds from a pod's deletion until it is gone. */
  readonly stopSeconds: number;
  /** Revisions whose pods never become ready. */
  readonly brokenRevisions: readonly Revision[];
}

/** One thing that happens in a rollout. */
export interface RolloutEvent {
  /** Seconds since the apply, as the pods' behaviour makes them. */
  readonly second: number;
  readonly event: 'create' | 'delete' | 'ready' | 'available' | 'gone';
  readonly ordinal: number;
  readonly revision: Revision;
  /** Why, for what the controller does. */
  readonly because?: ControllerAction['because'];
  /** What the controller had to wait for before it did this. */
  readonly after?: Obstacle;
}

/** What happens, in order, and what is there in the end. */
export interface Rollout {
  readonly events: readonly RolloutEvent[];
  readonly end: RolloutState;
  /** What the controller waits for in vain, where it does. */
  readonly stuckOn?: Obstacle;
}

/** Every pod becomes ready. */
export const ALL_WELL: PodBehaviour = { startSeconds: 1, stopSeconds: 1, brokenRevisions: [] };

/**
 * What the controller does from a state until nothing more happens: a pure function. With more pods than `maxEvents`
 * covers the rest is left out.
 */
export function simulate(
  spec: SetSpec,
  start: RolloutState,
  behaviour: PodBehaviour = ALL_WELL,
  maxEvents = 100_000,
): Rollout {
  const events: RolloutEvent[] = [];
  let state = start;
  let second = 0;
  let waitedFor: Obstacle | undefined;
  while (events.length < maxEvents) {
    if (isUpdateComplete(spec, state)) {
      state = { ...state, currentRevision: spec.updateRevision };
    }
    const { actions, obstacle } = sync(spec, state);
    if (actions.length > 0) {
      for (const action of actions) {
        events.push(eventOf(action, second, waitedFor));
        state = { ...state, pods: acted(state.pods, action, second, behaviour) };
      }
      waitedFor = undefined;
      continue;
    }
    waitedFor = obstacle ?? waitedFor;
    const next = nextChange(state.pods);
    if (next?.until === undefined) {
      return { events, end: state, ...(obstacle ? { stuckOn: obstacle } : {}) };
    }
    second = next.until;
    const changed = aged(next, spec);
    events.push({
      second,
      event: changed === undefined ? 'gone' : changed.phase === 'available' ? 'available' : 'ready',
      ordinal: next.ordinal,
      revision: next.revision,
    });
    state = { ...state, pods: replaced(state.pods, next, changed) };
  }
  return { events, end: state };
}

function eventOf(action: ControllerAction, second: number, after: Obstacle | undefined): RolloutEvent {
  const { verb, ordinal, revision, because } = action;
  return { second, event: verb, ordinal, revision, because, ...(after ? { after } : {}) };
}

function acted(
  pods: readonly PodState[],
  { verb, ordinal, revision }: ControllerAction,
  second: number,
  { startSeconds, stopSeconds, brokenRevisions }: PodBehaviour,
): readonly PodState[] {
  if (verb === 'delete') {
    return pods.map((pod) =>
      pod.ordinal === ordinal
        ? // A pod that has ended already has nothing to stop.
          { ...pod, phase: 'terminating', until: second + (pod.phase === 'failed' ? 0 : stopSeconds) }
        : pod,
    );
  }
  const until = brokenRevisions.includes(revision) ? undefined : second + startSeconds;
  const created: PodState = { ordinal, revision, phase: 'starting', until };
  return [...pods, created].sort((a, b) => a.ordinal - b.ordinal);
}

/** The pod whose phase ends first; of several the one with the lowest ordinal. */
function nextChange(pods: readonly PodState[]): PodState | undefined {
  return pods.reduce<PodState | undefined>(
    (first, pod) =>
      pod.until !== undefined && (first?.until === undefined || pod.until < first.until) ? pod : first,
    undefined,
  );
}

/** The pod in its next phase; undefined where it is gone. */
function aged(pod: PodState, { minReadySeconds }: SetSpec): PodState | undefined {
  const { ordinal, revision } = pod;
  switch (pod.phase) {
    case 'terminating':
      return undefined;
    case 'starting':
      return minReadySeconds > 0
        ? { ordinal, revision, phase: 'ready', until: (pod.until ?? 0) + minReadySeconds }
        : { ordinal, revision, phase: 'available' };
    case 'ready':
    case 'available':
    case 'failed':
      return { ordinal, revision, phase: 'available' };
  }
}

function replaced(
  pods: readonly PodState[],
  old: PodState,
  changed: PodState | undefined,
): readonly PodState[] {
  return pods.flatMap((pod) => (pod === old ? (changed ? [changed] : []) : [pod]));
}
