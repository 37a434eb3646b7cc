import { objectsAt } from '../field-value';
import { fieldOf, isObject, type JsonObject, textOf } from '../json';
import { valueAt } from '../field-path';

/** Why a pod is not ready. */
export interface PodTrouble {
  /** As Kubernetes names it, such as `ImagePullBackOff`; or what there is to see, such as `NotReady`. */
  readonly reason: string;
  /** Whether its status says that it does not get ready as it is: no kubelet or scheduler gets past this by waiting. */
  readonly isLasting: boolean;
}

/** What a container waits for while all goes well. */
const PASSING: ReadonlySet<string> = new Set(['ContainerCreating', 'PodInitializing']);

/** So many restarts are no accident. */
const MANY_RESTARTS = 3;

/** Why a pod that is not ready is not, by what its status tells first of: node, containers, readiness. */
export function troubleOf(pod: JsonObject): PodTrouble {
  const status = fieldOf(pod, 'status');
  const reason = textOf(status, 'reason');
  return (
    (reason === undefined ? undefined : { reason, isLasting: true }) ??
    unscheduled(pod) ??
    waiting(pod) ??
    restarting(pod) ??
    passing(pod) ?? {
      reason: textOf(status, 'phase') === 'Running' ? notReadyReason(pod) : 'Pending',
      isLasting: false,
    }
  );
}

function unscheduled(pod: JsonObject): PodTrouble | undefined {
  const condition = conditionOf(pod, 'PodScheduled');
  return textOf(condition, 'status') === 'False'
    ? { reason: textOf(condition, 'reason') ?? 'Unschedulable', isLasting: true }
    : undefined;
}

/** A condition of a pod; undefined where its status has none of the type. */
export function conditionOf(pod: JsonObject, type: string): JsonObject | undefined {
  return objectsAt(pod, ['status', 'conditions']).find(({ value }) => textOf(value, 'type') === type)?.value;
}

function containerStatuses(pod: JsonObject): readonly JsonObject[] {
  return ['initContainerStatuses', 'containerStatuses'].flatMap((list) =>
    objectsAt(pod, ['status', list]).map(({ value }) => value),
  );
}

function waitingReasons(pod: JsonObject): readonly string[] {
  return containerStatuses(pod).flatMap((container) => {
    const state = valueAt(container, ['state', 'waiting']);
    return isObject(state) ? [textOf(state, 'reason') ?? 'Waiting'] : [];
  });
}

function waiting(pod: JsonObject): PodTrouble | undefined {
  const reason = waitingReasons(pod).find((one) => !PASSING.has(one));
  return reason === undefined ? undefined : { reason, isLasting: true };
}

function passing(pod: JsonObject): PodTrouble | undefined {
  const [reason] = waitingReasons(pod);
  return (reason as string | undefined) === undefined ? undefined : { reason, isLasting: false };
}

/** Between two tries a container that keeps ending is running, or has just ended. */
function restarting(pod: JsonObject): PodTrouble | undefined {
  const container = objectsAt(pod, ['status', 'containerStatuses'])
    .map(({ value }) => value)
    .find((one) => fieldOf(one, 'ready') !== true && (endedReason(one) !== undefined || isRestarted(one)));
  return container && { reason: endedReason(container) ?? 'Restarting', isLasting: true };
}

function endedReason(container: JsonObject): string | undefined {
  const ended = valueAt(container, ['state', 'terminated']);
  return isObject(ended) ? (textOf(ended, 'reason') ?? 'Error') : undefined;
}

function isRestarted(container: JsonObject): boolean {
  return Number(fieldOf(container, 'restartCount') ?? 0) >= MANY_RESTARTS;
}

function notReadyReason(pod: JsonObject): string {
  return textOf(conditionOf(pod, 'ContainersReady'), 'status') === 'True'
    ? 'ReadinessGateNotMet'
    : 'NotReady';
}
