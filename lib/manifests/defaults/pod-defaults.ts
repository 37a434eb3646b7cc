import { textOf, type JsonObject } from '../json';
import { below, type DefaultRule } from './default-rule';

/** What the API server stores in the spec of a pod for fields that are not given, whatever the pod is. */
export const POD_SPEC_DEFAULTS = {
  restartPolicy: 'Always',
  terminationGracePeriodSeconds: 30,
  dnsPolicy: 'ClusterFirst',
  securityContext: {},
  schedulerName: 'default-scheduler',
} as const;

/** The same for a port, of a container or of a Service. */
export const PORT_DEFAULTS = { protocol: 'TCP' } as const;

/** The same for the spec of a claim or of a claim template. */
export const CLAIM_DEFAULTS = { volumeMode: 'Filesystem' } as const;

const HTTP_GET: JsonObject = { path: '/', scheme: 'HTTP' };
const PROBE: JsonObject = { timeoutSeconds: 1, periodSeconds: 10, successThreshold: 1, failureThreshold: 3 };
const FIELD_REF: JsonObject = { apiVersion: 'v1' };
const FILE_MODE: JsonObject = { defaultMode: 0o644 };

const PROBES: readonly DefaultRule[] = ['livenessProbe', 'readinessProbe', 'startupProbe'].flatMap(
  (probe) => [
    { at: probe, fill: PROBE },
    { at: `${probe}.httpGet`, fill: HTTP_GET },
    { at: `${probe}.grpc`, fill: { service: '' } },
  ],
);

const CONTAINER: readonly DefaultRule[] = [
  {
    at: '',
    fill: (container) => ({
      resources: {},
      terminationMessagePath: '/dev/termination-log',
      terminationMessagePolicy: 'File',
      imagePullPolicy: imagePullPolicy(textOf(container, 'image') ?? ''),
    }),
  },
  { at: 'ports.*', fill: PORT_DEFAULTS },
  { at: 'env.*.valueFrom.fieldRef', fill: FIELD_REF },
  { at: 'env.*.valueFrom.resourceFieldRef', fill: { divisor: '0' } },
  { at: 'env.*.valueFrom.fileKeyRef', fill: { optional: false } },
  ...PROBES,
  { at: 'lifecycle.postStart.httpGet', fill: HTTP_GET },
  { at: 'lifecycle.preStop.httpGet', fill: HTTP_GET },
];

const DOWNWARD_ITEMS: readonly DefaultRule[] = [
  { at: 'items.*.fieldRef', fill: FIELD_REF },
  { at: 'items.*.resourceFieldRef', fill: { divisor: '0' } },
];

const VOLUME: readonly DefaultRule[] = [
  // A volume that names no source is an empty directory.
  { at: '', fill: (volume): JsonObject => (Object.keys(volume).length <= 1 ? { emptyDir: {} } : {}) },
  { at: 'secret', fill: FILE_MODE },
  { at: 'configMap', fill: FILE_MODE },
  { at: 'downwardAPI', fill: FILE_MODE },
  ...below('downwardAPI', DOWNWARD_ITEMS),
  { at: 'projected', fill: FILE_MODE },
  { at: 'projected.sources.*.serviceAccountToken', fill: { expirationSeconds: 3600 } },
  ...below('projected.sources.*.downwardAPI', DOWNWARD_ITEMS),
  { at: 'ephemeral.volumeClaimTemplate', fill: { metadata: {} } },
  { at: 'ephemeral.volumeClaimTemplate.spec', fill: CLAIM_DEFAULTS },
  { at: 'hostPath', fill: { type: '' } },
  { at: 'iscsi', fill: { iscsiInterface: 'default' } },
  { at: 'rbd', fill: { pool: 'rbd', user: 'admin', keyring: '/etc/ceph/keyring' } },
  { at: 'azureDisk', fill: { cachingMode: 'ReadWrite', fsType: 'ext4', kind: 'Shared', readOnly: false } },
  { at: 'scaleIO', fill: { storageMode: 'ThinProvisioned', fsType: 'xfs' } },
  { at: 'image', fill: (image) => ({ pullPolicy: imagePullPolicy(textOf(image, 'reference') ?? '') }) },
];

/** What the API server fills in in the spec of a pod template. */
export const POD_DEFAULTS: readonly DefaultRule[] = [
  {
    at: '',
    fill: (spec) => ({ ...POD_SPEC_DEFAULTS, ...serviceAccount(spec) }),
  },
  ...below('containers.*', CONTAINER),
  ...below('initContainers.*', CONTAINER),
  ...below('volumes.*', VOLUME),
];

/** The two names of one field: the old one is kept in step with the new one. */
function serviceAccount(spec: JsonObject): JsonObject {
  const name = textOf(spec, 'serviceAccountName') ?? textOf(spec, 'serviceAccount');
  return name === undefined ? {} : { serviceAccountName: name, serviceAccount: name };
}

/** Always for the tag `latest`, which an image without tag and digest has too. */
function imagePullPolicy(image: string): string {
  const hasDigest = image.includes('@');
  const tag = /:([^/:@]+)(?:@.*)?$/.exec(image)?.[1];
  return tag === 'latest' || (tag === undefined && !hasDigest) ? 'Always' : 'IfNotPresent';
}
