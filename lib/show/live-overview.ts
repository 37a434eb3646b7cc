import { isHopeless, type LivePod } from '../manifests/live/live-pod';
import { type LiveObjects, type LiveSet } from '../manifests/live/live-set';
import { valueAt } from '../manifests/field-path';
import { type Manifest } from '../manifests/manifest';
import { MAX_LISTED_PODS, type SetView } from '../manifests/views/set-view';
import { type KubernetesVersion } from '../kubernetes/kubernetes-version';
import { waitingText } from '../plan/report/waiting-text';
import { revisionOfTemplate } from '../plan/rollout/live-start';
import { isPlayable, setSpecOf } from '../plan/rollout/set-rollout';
import { type WaitedPod, waitingOf } from '../plan/rollout/waiting';
import { type ClaimOverview } from './overview';

/** A set as a cluster has it: there only where the input has its pods. */
export interface LiveOverview {
  /** In ascending order of their ordinals; also those that the set has no place for any more. */
  readonly pods: readonly LivePodOverview[];
  /** The earliest first. */
  readonly revisions: readonly LiveRevisionOverview[];
  /** What the controller waits for, in one line: `waits for web-2 (ImagePullBackOff) of revision web-6f8; ...`. */
  readonly waiting: string;
  /** The pod that it waits for; undefined where it waits for none. */
  readonly waitsFor?: WaitedPod;
}

/** One pod of a cluster. */
export interface LivePodOverview {
  readonly name: string;
  readonly revision: string;
  readonly phase: LivePod['phase'];
  /** Why it is not ready; undefined where it is, or is being deleted. */
  readonly reason?: string;
  /** Whether nothing becomes of it by itself. */
  readonly isHopeless: boolean;
  /** Claims that it mounts, with the sizes that they ask for. */
  readonly claims: readonly ClaimOverview[];
}

/** A template that the set has or had. */
export interface LiveRevisionOverview {
  readonly name: string;
  readonly number: number;
  /** Whether the set's template is this one. */
  readonly isWanted: boolean;
}

/** What there is to know of the objects around a set. */
export interface LiveContext {
  readonly objects: LiveObjects;
  readonly all: readonly Manifest[];
  readonly version: KubernetesVersion;
  readonly now?: number;
}

/** The set as the cluster has it; undefined where nobody has read its pods. */
export function liveOverviewOf(
  view: SetView,
  { objects, all, version, now }: LiveContext,
): LiveOverview | undefined {
  const { content } = view.manifest;
  const set = objects.of(content);
  if (set === undefined) {
    return undefined;
  }
  const wanted = revisionOfTemplate(set, content, { version }, set.updateRevision ?? '');
  const waiting = !isPlayable(view.replicas, set)
    ? undefined
    : waitingOf(setSpecOf(view, wanted, { version }), { set, updateRevision: wanted, now });
  return {
    pods: podsOf(set, claimSizes(all, view.namespace), now),
    revisions: set.revisions.map(({ name, number }) => ({ name, number, isWanted: name === wanted })),
    waiting:
      waiting === undefined
        ? `is not followed: the set has more than ${MAX_LISTED_PODS} pods`
        : waitingText(waiting, {
            isOrdered: view.isOrdered,
            isOnDelete: view.updateStrategy === 'OnDelete',
          }),
    ...(waiting?.waitsFor ? { waitsFor: waiting.waitsFor } : {}),
  };
}

function podsOf(
  { pods }: LiveSet,
  sizes: ReadonlyMap<string, string>,
  now: number | undefined,
): readonly LivePodOverview[] {
  return pods.map((pod) => ({
    name: pod.name,
    revision: pod.revision,
    phase: pod.phase,
    ...(pod.reason === undefined ? {} : { reason: pod.reason }),
    isHopeless: isHopeless(pod, now),
    claims: pod.claims.map((name) => {
      const storage = sizes.get(name);
      return { name, ...(storage === undefined ? {} : { storage }) };
    }),
  }));
}

/** What the claims of a namespace ask for. */
function claimSizes(all: readonly Manifest[], namespace: string | undefined): ReadonlyMap<string, string> {
  return new Map(
    all
      .filter((one) => one.kind === 'PersistentVolumeClaim' && one.namespace === namespace)
      .flatMap(({ name = '', content }): (readonly [string, string])[] => {
        const size = valueAt(content, ['spec', 'resources', 'requests', 'storage']);
        return typeof size === 'string' ? [[name, size]] : [];
      }),
  );
}
