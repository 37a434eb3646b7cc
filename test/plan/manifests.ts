import { type JsonObject } from '../../lib/manifests/json';
import { type Manifest, manifestOf } from '../../lib/manifests/manifest';
import { type Change } from '../../lib/plan/policy/change';
import { namedPathText } from '../../lib/plan/differences/named-path';
import { plan } from '../../lib/plan/plan';
import { type Plan, type PlanInput } from '../../lib/plan/plan-model';
import { KubernetesVersion } from '../../lib/kubernetes/kubernetes-version';

/** A claim template as people write it. */
export function claimTemplate(name = 'data', storage = '10Gi', spec: JsonObject = {}): JsonObject {
  return {
    metadata: { name },
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage } }, ...spec },
  };
}

/** A set of three pods with one claim each; `spec` and `pod` replace fields of it. */
export function set(spec: JsonObject = {}, pod: JsonObject = {}, metadata: JsonObject = {}): JsonObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: 'web', ...metadata },
    spec: {
      serviceName: 'web',
      replicas: 3,
      selector: { matchLabels: { app: 'web' } },
      template: {
        metadata: { labels: { app: 'web' } },
        spec: { containers: [{ name: 'web', image: 'nginx:1.27' }], ...pod },
      },
      volumeClaimTemplates: [claimTemplate()],
      ...spec,
    },
  };
}

/** A pod's spec with another image. */
export const NEW_IMAGE: JsonObject = { containers: [{ name: 'web', image: 'nginx:1.28' }] };

/** A Service. */
export function service(spec: JsonObject = {}, name = 'web'): JsonObject {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name },
    spec: { selector: { app: 'web' }, ports: [{ port: 80 }], clusterIP: 'None', ...spec },
  };
}

/** A claim as a cluster has it. */
export function liveClaim(name: string, storage = '10Gi', namespace = 'prod'): JsonObject {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name, namespace, uid: `uid-of-${name}`, resourceVersion: '1' },
    spec: {
      accessModes: ['ReadWriteOnce'],
      resources: { requests: { storage } },
      storageClassName: 'standard',
      volumeName: `pv-of-${name}`,
    },
    status: { phase: 'Bound', capacity: { storage } },
  };
}

/** The objects as manifests. */
export function manifests(...objects: readonly JsonObject[]): readonly Manifest[] {
  return objects.map((object) => manifestOf(object));
}

/** The plan of objects over objects. */
export function planOf(
  old: readonly JsonObject[],
  wanted: readonly JsonObject[],
  options: Partial<PlanInput> = {},
): Plan {
  return plan({ old: manifests(...old), new: manifests(...wanted), ...options });
}

/** What matters of changes: path, effect and code. */
export function essence(changes: readonly Change[]): readonly string[] {
  return changes.map(({ path, effect, cause }) => [namedPathText(path), effect, cause.code].join(' '));
}

/** The versions at which something changes. */
export const TURNING_POINTS = [
  KubernetesVersion.V1_28,
  KubernetesVersion.V1_33,
  KubernetesVersion.V1_34,
  KubernetesVersion.V1_37,
] as const;
