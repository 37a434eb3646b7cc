import { isObject, type JsonObject } from '../../manifests/json';
import { valueAt } from '../../manifests/field-path';
import { defaulted } from '../../manifests/defaults/defaulted';
import { isHopeless, type LivePod } from '../../manifests/live/live-pod';
import { type LiveSet } from '../../manifests/live/live-set';
import { type KubernetesRelease, type KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { hasRegression, REVISIONS_MADE_ANEW } from '../../kubernetes/releases';
import { isSame } from '../differences/differences';
import { type PodState, type Revision, type RolloutState } from './rollout-state';
import { type PodBehaviour } from './simulate';

/** What a cluster has of a set, and the revision that the set's template will have. */
export interface LiveUpdate {
  readonly set: LiveSet;
  readonly updateRevision: Revision;
  /** When it was read, in milliseconds; undefined where nobody says. */
  readonly now?: number;
}

/** Stands for a revision that the controller has yet to make. */
export const NEW_REVISION: Revision = 'new';

/** How pods whose start and end nobody measures behave: in one second each. */
const SECONDS: Pick<PodBehaviour, 'startSeconds' | 'stopSeconds'> = { startSeconds: 1, stopSeconds: 1 };

/**
 * The revision of a set's template: the controller takes up a revision that it knows where the template is the same.
 * `fallback` is what it is where none is.
 */
export function revisionOfTemplate(
  { revisions }: LiveSet,
  set: JsonObject,
  release: KubernetesRelease,
  fallback: Revision,
): Revision {
  const { version } = release;
  const isByBytes = hasRegression(release, REVISIONS_MADE_ANEW);
  const wanted = templateOf(set, version);
  const same = [...revisions]
    .reverse()
    .find(
      ({ template }) =>
        template !== undefined &&
        !(isByBytes && holdsNulls(template)) &&
        isSame(templateOf(withTemplate(set, template), version), wanted),
    );
  return same?.name ?? fallback;
}

function templateOf(set: JsonObject, version: KubernetesVersion): JsonObject {
  const template = valueAt(defaulted(set, version), ['spec', 'template']);
  return withoutNulls((template ?? {}) as JsonObject);
}

/** Controllers before 1.34 wrote `creationTimestamp: null` into templates: others write other bytes. */
function holdsNulls({ metadata }: JsonObject): boolean {
  return isObject(metadata) && metadata.creationTimestamp === null;
}

/** Old revisions hold `creationTimestamp: null`, which means nothing. */
function withoutNulls(template: JsonObject): JsonObject {
  return JSON.parse(JSON.stringify(template, (_, value: unknown) => value ?? undefined)) as JsonObject;
}

function withTemplate(set: JsonObject, template: JsonObject): JsonObject {
  return { ...set, spec: { ...(set.spec as JsonObject), template } };
}

/** The pods as they are, for a set that wants them ready for so many seconds. */
export function liveStateOf({ set, now }: LiveUpdate, minReadySeconds: number): RolloutState {
  const { pods, currentRevision, updateRevision } = set;
  return {
    pods: pods.map((pod) => podStateOf(pod, minReadySeconds, now)),
    currentRevision: currentRevision ?? updateRevision ?? '',
  };
}

function podStateOf(pod: LivePod, minReadySeconds: number, now: number | undefined): PodState {
  const { ordinal, revision, phase } = pod;
  const until = isHopeless(pod, now) ? undefined : 1;
  switch (phase) {
    case 'starting':
    case 'terminating':
      return { ordinal, revision, phase, until };
    case 'failed':
      return { ordinal, revision, phase };
    case 'ready': {
      const left = secondsLeft(pod, minReadySeconds, now);
      return left > 0
        ? { ordinal, revision, phase: 'ready', until: left }
        : { ordinal, revision, phase: 'available' };
    }
  }
}

/** For how many seconds a ready pod does not yet count as available. */
function secondsLeft({ since }: LivePod, minReadySeconds: number, now: number | undefined): number {
  return since === undefined || now === undefined
    ? 0
    : Math.max(0, Math.ceil(minReadySeconds - (now - since) / 1000));
}

/** How the pods go on: those of a revision that has no ready pod, but one that does not get ready, never do. */
export function liveBehaviourOf({ set, now }: LiveUpdate): PodBehaviour {
  const sound = new Set(set.pods.filter(({ phase }) => phase === 'ready').map(({ revision }) => revision));
  const hopeless = set.pods.filter((pod) => pod.phase === 'starting' && isHopeless(pod, now));
  return {
    ...SECONDS,
    brokenRevisions: [...new Set(hopeless.map(({ revision }) => revision))].filter((one) => !sound.has(one)),
  };
}
