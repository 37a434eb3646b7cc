import { type JsonObject } from '../../lib/manifests/json';
import { claimTemplate, set } from '../plan/manifests';

export const mounted = (...names: readonly string[]): JsonObject => ({
  terminationGracePeriodSeconds: 0,
  containers: [
    {
      name: 'web',
      image: 'nginx:1.27',
      volumeMounts: names.map((name) => ({ name, mountPath: `/${name}` })),
    },
  ],
});
const ONE = mounted('data');
export const DELETING = {
  persistentVolumeClaimRetentionPolicy: { whenScaled: 'Delete', whenDeleted: 'Delete' },
};
export const small = (name = 'data'): JsonObject => claimTemplate(name, '1Gi');
export const larger = (name = 'data'): JsonObject => claimTemplate(name, '2Gi');

/** A set of three pods with a claim of 1 GiB each. */
export function web(spec: JsonObject = {}, pod: JsonObject = {}, metadata: JsonObject = {}): JsonObject {
  return set({ volumeClaimTemplates: [small()], ...spec }, { ...ONE, ...pod }, metadata);
}

/** The set without a number of pods. */
export function unsized(object: JsonObject): JsonObject {
  const spec = Object.entries(object.spec as JsonObject).filter(([field]) => field !== 'replicas');
  return { ...object, spec: Object.fromEntries(spec) };
}

export function firstContainer(): JsonObject {
  return (ONE.containers as readonly JsonObject[])[0];
}

export function relabelled(labels: JsonObject): JsonObject {
  const changed = web({ selector: { matchLabels: labels } });
  const spec = changed.spec as JsonObject;
  return { ...changed, spec: { ...spec, template: { metadata: { labels }, spec: ONE } } };
}

export function rolling(partition: number): JsonObject {
  return { updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition } } };
}

export function budget(maxUnavailable: number): JsonObject {
  return {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name: 'web' },
    spec: { maxUnavailable, selector: { matchLabels: { app: 'web' } } },
  };
}

export function claim(storage: string, accessMode = 'ReadWriteOnce'): JsonObject {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'beside' },
    spec: { accessModes: [accessMode], resources: { requests: { storage } } },
  };
}

export function autoscaler(maxReplicas: number): JsonObject {
  return {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: 'web' },
    spec: {
      minReplicas: 3,
      maxReplicas,
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'web' },
      metrics: [
        {
          type: 'Resource',
          resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } },
        },
      ],
    },
  };
}

export function configuration(value: string, immutable = false): JsonObject {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'web' }, data: { value }, immutable };
}

export function withAnnotations(annotations: JsonObject): JsonObject {
  const changed = web();
  const spec = changed.spec as JsonObject;
  return {
    ...changed,
    spec: { ...spec, template: { metadata: { labels: { app: 'web' }, annotations }, spec: ONE } },
  };
}
