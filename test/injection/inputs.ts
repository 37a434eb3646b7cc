import { type JsonObject, type JsonValue } from '../../lib/manifests/json';
import { claimTemplate, liveClaim, service, set } from '../plan/manifests';

/** What people deploy together, and a cluster then has. */
export const OBJECTS: readonly JsonObject[] = [
  set(
    {
      persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Delete', whenScaled: 'Retain' },
      volumeClaimTemplates: [claimTemplate('data', '10Gi', { storageClassName: 'standard' })],
    },
    {
      serviceAccountName: 'runner',
      containers: [
        {
          name: 'server',
          image: 'nginx:1.27',
          args: ['--config'],
          env: [{ name: 'MODE', value: 'fast' }],
          ports: [{ name: 'http', containerPort: 80 }],
          resources: { requests: { cpu: '100m' } },
          volumeMounts: [{ name: 'data', mountPath: '/data' }],
        },
      ],
    },
    { namespace: 'prod', annotations: { note: 'text' } },
  ),
  inNamespace(service({ ports: [{ name: 'http', port: 80 }] })),
  inNamespace(
    service({ clusterIP: null, type: 'NodePort', ports: [{ name: 'client', port: 80 }] }, 'web-client'),
  ),
  liveClaim('data-web-0'),
  {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name: 'budget', namespace: 'prod' },
    spec: { maxUnavailable: '50%', selector: { matchLabels: { app: 'web' } } },
  },
  {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: 'scaler', namespace: 'prod' },
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'web' },
      maxReplicas: 5,
      metrics: [
        {
          type: 'Resource',
          resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 60 } },
        },
      ],
    },
  },
];

/** The objects with other fields in the spec of the set. */
export function withSetSpec(spec: JsonObject, objects = OBJECTS): readonly JsonObject[] {
  return objects.map((object) =>
    object.kind === 'StatefulSet' ? { ...object, spec: { ...(object.spec as JsonObject), ...spec } } : object,
  );
}

function inNamespace(object: JsonObject): JsonObject {
  return { ...object, metadata: { ...(object.metadata as JsonObject), namespace: 'prod' } };
}

/** Each text among the values and the keys, once. */
export function textsIn(value: JsonValue): readonly string[] {
  const found = new Set<string>();
  const visit = (one: JsonValue): void => {
    if (typeof one === 'string') {
      found.add(one);
    } else if (typeof one === 'object' && one !== null) {
      Object.entries(one).forEach(([key, inner]) => {
        if (!Array.isArray(one)) {
          found.add(key);
        }
        visit(inner);
      });
    }
  };
  visit(value);
  return [...found];
}

/** The value with a text replaced wherever it stands, as a value or as a key: references stay whole. */
export function replaced<T extends JsonValue | readonly JsonObject[]>(value: T, text: string, by: string): T {
  const visit = (one: JsonValue): JsonValue => {
    if (typeof one === 'string') {
      return one === text ? by : one;
    }
    if (Array.isArray(one)) {
      return (one as JsonValue[]).map(visit);
    }
    return typeof one === 'object' && one !== null
      ? Object.fromEntries(Object.entries(one).map(([key, inner]) => [key === text ? by : key, visit(inner)]))
      : one;
  };
  return visit(value) as T;
}

/** The values, each with one of its texts replaced at one place alone. */
export function replacedEach(objects: readonly JsonObject[], by: string): readonly (readonly JsonObject[])[] {
  let places = 0;
  const at = (place: number): readonly JsonObject[] => {
    places = 0;
    const visit = (one: JsonValue): JsonValue => {
      if (typeof one === 'string') {
        return places++ === place ? by : one;
      }
      if (Array.isArray(one)) {
        return (one as JsonValue[]).map(visit);
      }
      return typeof one === 'object' && one !== null
        ? Object.fromEntries(
            Object.entries(one).map(([key, inner]) => [places++ === place ? by : key, visit(inner)]),
          )
        : one;
    };
    return objects.map((object) => visit(object) as JsonObject);
  };
  at(-1);
  return Array.from({ length: places }, (_, place) => at(place));
}
