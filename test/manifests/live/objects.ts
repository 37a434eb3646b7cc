import { type JsonObject, type JsonValue } from '../../../lib/manifests/json';
import { claimTemplate, liveClaim, set } from '../../plan/manifests';

/** When the objects of the tests were read. */
export const NOW = Date.parse('2026-11-25T12:00:00Z');

/** So many seconds before that. */
export function ago(seconds: number): string {
  return new Date(NOW - seconds * 1000).toISOString().replace('.000Z', 'Z');
}

const OWNER = {
  apiVersion: 'apps/v1',
  kind: 'StatefulSet',
  name: 'web',
  uid: 'uid-of-web',
  controller: true,
};

/** A template with an image, and the rest of a set of three pods. */
export function webSet(image: string, spec: JsonObject = {}): JsonObject {
  return set(
    { volumeClaimTemplates: [claimTemplate('data', '10Gi', { storageClassName: 'standard' })], ...spec },
    { containers: [{ name: 'web', image }] },
    { namespace: 'prod' },
  );
}

/** The set as a cluster has it. */
export function liveSet(
  image: string,
  revisions: { readonly current: string; readonly update: string },
  spec: JsonObject = {},
  replicas = 3,
): JsonObject {
  const object = webSet(image, spec);
  return {
    ...object,
    metadata: {
      ...(object.metadata as JsonObject),
      uid: 'uid-of-web',
      resourceVersion: '7',
      generation: 3,
      annotations: { 'kubectl.kubernetes.io/last-applied-configuration': JSON.stringify(object) },
    },
    status: {
      observedGeneration: 3,
      replicas,
      currentRevision: revisions.current,
      updateRevision: revisions.update,
    },
  };
}

/** A revision as a cluster has it: it copies the annotations of the set. */
export function liveRevision(name: string, number: number, image: string, spec: JsonObject = {}): JsonObject {
  const { template } = webSet(image, spec).spec as JsonObject;
  return {
    apiVersion: 'apps/v1',
    kind: 'ControllerRevision',
    metadata: {
      name,
      namespace: 'prod',
      uid: `uid-of-${name}`,
      annotations: { 'kubectl.kubernetes.io/last-applied-configuration': '{}' },
      ownerReferences: [OWNER],
    },
    data: { spec: { template: { ...(template as JsonObject), $patch: 'replace' } } },
    revision: number,
  };
}

/** A pod as a cluster has it; `status` and `metadata` replace fields of it. */
export function livePod(
  ordinal: number,
  revision: string,
  status: JsonObject,
  metadata: JsonObject = {},
): JsonObject {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: `web-${ordinal}`,
      namespace: 'prod',
      uid: `uid-of-web-${ordinal}`,
      creationTimestamp: ago(3600),
      labels: { app: 'web', 'controller-revision-hash': revision },
      ownerReferences: [OWNER],
      ...metadata,
    },
    spec: { volumes: [{ name: 'data', persistentVolumeClaim: { claimName: `data-web-${ordinal}` } }] },
    status,
  };
}

function condition(type: string, isTrue: boolean, seconds: number): JsonObject {
  return { type, status: isTrue ? 'True' : 'False', lastTransitionTime: ago(seconds) };
}

/** The status of a pod that has been ready for so many seconds. */
export function ready(seconds = 3000): JsonObject {
  return { phase: 'Running', conditions: [condition('Ready', true, seconds)] };
}

/** The status of a pod that has not been ready for so many seconds, with containers in a state. */
export function notReady(state: JsonObject = { running: {} }, seconds = 60, phase = 'Running'): JsonObject {
  return {
    phase,
    conditions: [condition('Ready', false, seconds), condition('ContainersReady', false, seconds)],
    containerStatuses: [{ name: 'web', ready: false, restartCount: 0, state }],
  };
}

/** The status of a pod whose container waits for a reason. */
export function waitingFor(reason: string): JsonObject {
  return notReady({ waiting: { reason } }, 60, 'Pending');
}

/** A `kubectl get -o yaml` of several kinds. */
export function listOf(...items: readonly JsonValue[]): JsonObject {
  return { apiVersion: 'v1', kind: 'List', items };
}

export const [OLD, BAD] = ['web-5d4c7b9f86', 'web-6f8d9c7b54'];

/** What a cluster has after a broken image: the highest pod was replaced, and never becomes ready. */
export function brokenRollout(spec: JsonObject = {}): readonly JsonObject[] {
  return [
    liveSet('nginx:1.29-typo', { current: OLD, update: BAD }, spec),
    liveRevision(OLD, 1, 'nginx:1.27', spec),
    liveRevision(BAD, 2, 'nginx:1.29-typo', spec),
    livePod(0, OLD, ready()),
    livePod(1, OLD, ready()),
    livePod(2, BAD, waitingFor('ImagePullBackOff')),
    ...[0, 1, 2].map((ordinal) => liveClaim(`data-web-${ordinal}`)),
  ];
}
