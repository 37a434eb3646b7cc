import { type ControllerAction, isUpdateComplete, type Obstacle, sync } from './controller-sync';
import { PodTable } from './pod-table';
import { PodTimers, type TimedPod } from './pod-timers';
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
 * What the controller does from a state until nothing more happens: a pure function. One that goes on for ever is left
 * after very many events.
 */
export function simulate(spec: SetSpec, start: RolloutState, behaviour: PodBehaviour = ALL_WELL): Rollout {
  const simulation = new Simulation(spec, start, behaviour);
  simulation.run();
  return simulation.toRollout();
}

/** No rollout that comes to an end has more events for each of its pods. */
const MAX_EVENTS_PER_POD = 20;
const MIN_EVENTS_AT_MOST = 1_000;

/** A rollout that is played through, and goes on after somebody has deleted a pod. */
export class Simulation {
  public readonly pods: PodTable;
  public stuckOn?: Obstacle;

  private readonly events: RolloutEvent[] = [];
  private readonly timers = new PodTimers();
  private readonly maxEvents: number;
  private second = 0;

  public constructor(
    private readonly spec: SetSpec,
    start: RolloutState,
    private readonly behaviour: PodBehaviour,
  ) {
    this.pods = new PodTable(spec, start);
    this.maxEvents = MIN_EVENTS_AT_MOST + MAX_EVENTS_PER_POD * (spec.replicas + start.pods.length);
    for (const pod of start.pods) {
      this.timers.add(pod);
    }
  }

  /** What has happened so far. */
  public toRollout(): Rollout {
    const { events, stuckOn } = this;
    return { events: [...events], end: this.pods.toState(), ...(stuckOn ? { stuckOn } : {}) };
  }

  /** Goes on until nothing more happens. */
  public run(): void {
    const { spec, pods, events } = this;
    let waitedFor: Obstacle | undefined;
    this.stuckOn = undefined;
    while (events.length < this.maxEvents) {
      if (isUpdateComplete(spec, pods)) {
        pods.currentRevision = spec.updateRevision;
      }
      const { actions, obstacle } = sync(spec, pods);
      if (actions.length > 0) {
        for (const action of actions) {
          events.push(eventOf(action, this.second, waitedFor));
          this.put(acted(pods, action, this.second, this.behaviour));
        }
        waitedFor = undefined;
        continue;
      }
      waitedFor = obstacle ?? waitedFor;
      const next = this.timers.next(pods);
      if (next === undefined) {
        this.stuckOn = obstacle;
        return;
      }
      this.age(next);
    }
  }

  /** A pod is gone without the controller. */
  public remove(ordinal: number): void {
    this.pods.remove(ordinal);
  }

  private age(pod: TimedPod): void {
    this.second = pod.until;
    const changed = aged(pod, this.spec);
    this.events.push({
      second: this.second,
      event: changed === undefined ? 'gone' : changed.phase === 'available' ? 'available' : 'ready',
      ordinal: pod.ordinal,
      revision: pod.revision,
    });
    if (changed === undefined) {
      this.pods.remove(pod.ordinal);
    } else {
      this.put(changed);
    }
  }

  private put(pod: PodState): void {
    this.pods.put(pod);
    this.timers.add(pod);
  }
}

function eventOf(action: ControllerAction, second: number, after: Obstacle | undefined): RolloutEvent {
  const { verb, ordinal, revision, because } = action;
  return { second, event: verb, ordinal, revision, because, ...(after ? { after } : {}) };
}

/** The pod that an action is about, as it is afterwards. */
function acted(
  pods: PodTable,
  { verb, ordinal, revision }: ControllerAction,
  second: number,
  { startSeconds, stopSeconds, brokenRevisions }: PodBehaviour,
): PodState {
  if (verb === 'delete') {
    const pod = pods.existing(ordinal);
    // A pod that has ended already has nothing to stop.
    return { ...pod, phase: 'terminating', until: second + (pod.phase === 'failed' ? 0 : stopSeconds) };
  }
  const until = brokenRevisions.includes(revision) ? undefined : second + startSeconds;
  return { ordinal, revision, phase: 'starting', until };
}

/** The pod in its next phase; undefined where it is gone. */
function aged(pod: TimedPod, { minReadySeconds }: SetSpec): PodState | undefined {
  const { ordinal, revision } = pod;
  switch (pod.phase) {
    case 'terminating':
      return undefined;
    case 'starting':
      return minReadySeconds > 0
        ? { ordinal, revision, phase: 'ready', until: pod.until + minReadySeconds }
        : { ordinal, revision, phase: 'available' };
    case 'ready':
    case 'available':
    case 'failed':
      return { ordinal, revision, phase: 'available' };
  }
}
