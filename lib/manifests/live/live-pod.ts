import { objectsAt, textsAt } from '../field-value';
import { valueAt } from '../field-path';
import { fieldOf, textOf, type JsonObject } from '../json';
import { type Manifest } from '../manifest';
import { REVISION_LABEL } from '../../kubernetes/labels';
import { conditionOf, troubleOf } from './pod-trouble';
import { millisecondsOf } from './timestamp';

/** Where a pod of a cluster is in its life. `failed` is one that has ended and never starts again. */
export type LivePhase = 'starting' | 'ready' | 'terminating' | 'failed';

/** A pod of a set as a cluster has it. */
export interface LivePod {
  readonly name: string;
  readonly ordinal: number;
  readonly uid: string;
  /** The name of the ControllerRevision that it was made from; empty where its label is gone. */
  readonly revision: string;
  readonly phase: LivePhase;
  /** Why it is not ready, as Kubernetes names it; undefined where it is ready, or is being deleted. */
  readonly reason?: string;
  /** Whether its status says that it does not get ready as it is. */
  readonly isLasting: boolean;
  /** When it became ready or ceased to be, or by when it should be gone, in milliseconds. */
  readonly since?: number;
  /** The claims that it mounts. */
  readonly claims: readonly string[];
}

/** The pod of an object of a cluster; undefined where its name has no ordinal: no set makes such pods. */
export function livePodOf({ content, name = '' }: Manifest): LivePod | undefined {
  const ordinal = /-(\d+)$/.exec(name)?.[1];
  if (ordinal === undefined) {
    return undefined;
  }
  const phase = phaseOf(content);
  const trouble = phase === 'starting' || phase === 'failed' ? troubleOf(content) : undefined;
  return {
    name,
    ordinal: Number(ordinal),
    uid: textOf(fieldOf(content, 'metadata'), 'uid') ?? '',
    revision: revisionOf(content),
    phase,
    reason: trouble?.reason,
    isLasting: trouble?.isLasting ?? false,
    since: sinceOf(content, phase),
    claims: objectsAt(content, ['spec', 'volumes']).flatMap(({ value }) => {
      const claim = valueAt(value, ['persistentVolumeClaim', 'claimName']);
      return typeof claim === 'string' ? [claim] : [];
    }),
  };
}

function phaseOf(pod: JsonObject): LivePhase {
  if (deletionTime(pod) !== undefined) {
    return 'terminating';
  }
  const phase = textOf(fieldOf(pod, 'status'), 'phase');
  if (phase === 'Failed' || phase === 'Succeeded') {
    return 'failed';
  }
  const isReady = phase === 'Running' && textOf(conditionOf(pod, 'Ready'), 'status') === 'True';
  return isReady ? 'ready' : 'starting';
}

function revisionOf(pod: JsonObject): string {
  const labels = textsAt(pod, ['metadata', 'labels']);
  return Object.hasOwn(labels, REVISION_LABEL) ? labels[REVISION_LABEL] : '';
}

function deletionTime(pod: JsonObject): string | undefined {
  return textOf(fieldOf(pod, 'metadata'), 'deletionTimestamp');
}

function sinceOf(pod: JsonObject, phase: LivePhase): number | undefined {
  const created = textOf(fieldOf(pod, 'metadata'), 'creationTimestamp');
  return millisecondsOf(
    phase === 'terminating'
      ? deletionTime(pod)
      : (textOf(conditionOf(pod, 'Ready'), 'lastTransitionTime') ?? created),
  );
}

/** A pod that has been starting for so long is taken for one that does not get ready. */
const PATIENCE_MS = 10 * 60_000;
/** So long after a pod should have been gone its node does not answer. */
const OVERDUE_MS = 60_000;

/**
 * Whether nothing will become of the pod by itself: its status says so, or it has been starting, or going, for too
 * long at the time `now`. Where nobody tells the time, only the status counts.
 */
export function isHopeless({ phase, isLasting, since = Infinity }: LivePod, now = -Infinity): boolean {
  switch (phase) {
    case 'starting':
      return isLasting || now - since > PATIENCE_MS;
    case 'terminating':
      return now - since > OVERDUE_MS;
    case 'ready':
    case 'failed':
      return false;
  }
}
