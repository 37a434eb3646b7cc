import { type JsonObject } from '../../lib/manifests/json';
import { isAtLeast, KubernetesVersion } from '../../lib/kubernetes/kubernetes-version';
import { service, set } from '../plan/manifests';
import { rolling } from './objects';

/** A set that gets stuck, and the manifests that mend it. */
export interface StuckSet {
  readonly title: string;
  /** Applied one after the other; each is let go on until nothing more happens. */
  readonly before: readonly JsonObject[];
  readonly fix: JsonObject;
  /** Pods that somebody deletes on the way, after the last one of `before` is applied. */
  readonly deletedOnTheWay?: readonly string[];
  /** The pods that the script deletes, in its order. */
  readonly deletes: readonly string[];
  /** Only where the server is of this version or later. */
  readonly since?: KubernetesVersion;
}

/** Whether a set gets stuck so with a controller of a version. */
export function getsStuck({ since }: StuckSet, version: KubernetesVersion): boolean {
  return since === undefined || isAtLeast(version, since);
}

/** A set of three pods with one image. An image whose name contains "broken" never starts. */
function web(image: string, spec: JsonObject = {}, pod: JsonObject = {}): JsonObject {
  return set(
    { volumeClaimTemplates: [], ...spec },
    { terminationGracePeriodSeconds: 0, containers: [{ name: 'web', image }], ...pod },
  );
}

/** A set that gets a broken image, and a sound one then; both with these fields. */
function mended(
  title: string,
  spec: JsonObject,
  deletes: readonly string[],
  more: Partial<StuckSet> = {},
): StuckSet {
  return {
    title,
    before: [web('nginx:1.27', spec), web('nginx:broken', spec)],
    fix: web('nginx:1.28', spec),
    deletes,
    ...more,
  };
}

const PARALLEL = { podManagementPolicy: 'Parallel' };
const ON_DELETE = { updateStrategy: { type: 'OnDelete' } };
const two = { updateStrategy: { rollingUpdate: { maxUnavailable: 2 } } };

/** One whose controller does not go on to other pods when the broken one becomes ready. */
export const ABOVE_PARTITION = mended('a broken image above a partition', rolling(2), ['web-2']);

/** Sets that get stuck, each by another way. */
export const STUCK: readonly StuckSet[] = [
  mended('a broken image', {}, ['web-2']),
  mended('a broken image, and back', {}, ['web-2'], { fix: web('nginx:1.27') }),
  ABOVE_PARTITION,
  mended('a broken image, and a partition that goes up to keep the old one', {}, ['web-2'], {
    fix: web('nginx:broken', rolling(3)),
  }),
  mended('a broken image under Parallel', PARALLEL, []),
  mended('a broken image under Parallel, and a partition that goes up', PARALLEL, ['web-2'], {
    fix: web('nginx:broken', { ...PARALLEL, ...rolling(3) }),
  }),
  mended('two broken pods with maxUnavailable 2', two, ['web-1'], { since: KubernetesVersion.V1_37 }),
  mended('two broken pods with maxUnavailable 2 under Parallel', { ...PARALLEL, ...two }, [], {
    since: KubernetesVersion.V1_37,
  }),
  mended('pods that were deleted under OnDelete', ON_DELETE, ['web-1'], { deletedOnTheWay: ['web-1'] }),
  mended(
    'pods that were deleted under OnDelete and Parallel',
    { ...PARALLEL, ...ON_DELETE },
    ['web-2', 'web-1'],
    {
      deletedOnTheWay: ['web-1', 'web-2'],
    },
  ),
  mended('a pod that finds no node', {}, ['web-2'], {
    before: [web('nginx:1.27'), web('nginx:1.28', {}, { nodeSelector: { 'no-such': 'node' } })],
  }),
  mended('a broken image in a set that begins with it', {}, ['web-0'], { before: [web('nginx:broken')] }),
  mended('a broken image and another minReadySeconds', { replicas: 4 }, ['web-3'], {
    fix: web('nginx:1.28', { replicas: 4, minReadySeconds: 1 }),
  }),
  mended('a broken image in a set with claims', {}, ['web-2'], {
    before: [withClaims('nginx:1.27'), withClaims('nginx:broken')],
    fix: withClaims('nginx:1.28'),
  }),
];

function withClaims(image: string): JsonObject {
  return web(image, {
    volumeClaimTemplates: [
      {
        metadata: { name: 'data' },
        spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
      },
    ],
    persistentVolumeClaimRetentionPolicy: { whenScaled: 'Delete', whenDeleted: 'Delete' },
  });
}

/** The objects of a set's manifests: its Service beside it. */
export function objectsOf(object: JsonObject): readonly JsonObject[] {
  return [service(), object];
}
