import { groupOf } from './api-group';
import { typeOfKind } from './fields';
import { type KubernetesVersion } from './kubernetes-version';

/** Kinds of an API version that servers no longer serve. */
export interface RemovedVersion {
  readonly apiVersion: string;
  /** Every kind that it had and that manifests are written for. */
  readonly kinds: readonly string[];
  /** The last minor version of Kubernetes that served them. */
  readonly until: string;
  /** What else has to change, so that an object of the current version means the same. */
  readonly moving?: string;
}

/**
 * What API servers have stopped to serve. A kind of a manifest that names one of these is not known to the server.
 *
 * @see https://kubernetes.io/docs/reference/using-api/deprecation-guide/
 */
const REMOVED_VERSIONS: readonly RemovedVersion[] = [
  {
    apiVersion: 'apps/v1beta1',
    kinds: ['ControllerRevision', 'Deployment', 'StatefulSet'],
    until: '1.15',
    moving: 'give spec.selector, and updateStrategy type OnDelete if a change must not replace the pods',
  },
  {
    apiVersion: 'apps/v1beta2',
    kinds: ['ControllerRevision', 'DaemonSet', 'Deployment', 'ReplicaSet', 'StatefulSet'],
    until: '1.15',
  },
  {
    apiVersion: 'extensions/v1beta1',
    kinds: ['DaemonSet', 'Deployment', 'NetworkPolicy', 'PodSecurityPolicy', 'ReplicaSet'],
    until: '1.15',
  },
  { apiVersion: 'extensions/v1beta1', kinds: ['Ingress'], until: '1.21' },
  {
    apiVersion: 'admissionregistration.k8s.io/v1beta1',
    kinds: ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'],
    until: '1.21',
  },
  { apiVersion: 'apiextensions.k8s.io/v1beta1', kinds: ['CustomResourceDefinition'], until: '1.21' },
  { apiVersion: 'apiregistration.k8s.io/v1beta1', kinds: ['APIService'], until: '1.21' },
  { apiVersion: 'certificates.k8s.io/v1beta1', kinds: ['CertificateSigningRequest'], until: '1.21' },
  { apiVersion: 'coordination.k8s.io/v1beta1', kinds: ['Lease'], until: '1.21' },
  { apiVersion: 'networking.k8s.io/v1beta1', kinds: ['Ingress', 'IngressClass'], until: '1.21' },
  {
    apiVersion: 'rbac.authorization.k8s.io/v1beta1',
    kinds: ['ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding'],
    until: '1.21',
  },
  { apiVersion: 'scheduling.k8s.io/v1beta1', kinds: ['PriorityClass'], until: '1.21' },
  {
    apiVersion: 'storage.k8s.io/v1beta1',
    kinds: ['CSIDriver', 'CSINode', 'StorageClass', 'VolumeAttachment'],
    until: '1.21',
  },
  {
    apiVersion: 'autoscaling/v2beta1',
    kinds: ['HorizontalPodAutoscaler'],
    until: '1.24',
    moving: 'give each metric a target instead of targetAverageUtilization and the like',
  },
  { apiVersion: 'batch/v1beta1', kinds: ['CronJob'], until: '1.24' },
  { apiVersion: 'discovery.k8s.io/v1beta1', kinds: ['EndpointSlice'], until: '1.24' },
  { apiVersion: 'events.k8s.io/v1beta1', kinds: ['Event'], until: '1.24' },
  { apiVersion: 'node.k8s.io/v1beta1', kinds: ['RuntimeClass'], until: '1.24' },
  {
    apiVersion: 'policy/v1beta1',
    kinds: ['PodDisruptionBudget', 'PodSecurityPolicy'],
    until: '1.24',
    moving: 'an empty spec.selector covers all pods of the namespace there',
  },
  { apiVersion: 'autoscaling/v2beta2', kinds: ['HorizontalPodAutoscaler'], until: '1.25' },
  {
    apiVersion: 'flowcontrol.apiserver.k8s.io/v1beta1',
    kinds: ['FlowSchema', 'PriorityLevelConfiguration'],
    until: '1.25',
  },
  { apiVersion: 'storage.k8s.io/v1beta1', kinds: ['CSIStorageCapacity'], until: '1.26' },
  {
    apiVersion: 'flowcontrol.apiserver.k8s.io/v1beta2',
    kinds: ['FlowSchema', 'PriorityLevelConfiguration'],
    until: '1.28',
  },
  {
    apiVersion: 'flowcontrol.apiserver.k8s.io/v1beta3',
    kinds: ['FlowSchema', 'PriorityLevelConfiguration'],
    until: '1.31',
  },
];

/** The kinds that are judged here, each with the groups that have it: other groups may have a kind of that name. */
const JUDGED_KINDS: Readonly<Record<string, string>> = {
  StatefulSet: 'apps',
  Service: '',
  PersistentVolumeClaim: '',
  PodDisruptionBudget: 'policy',
  HorizontalPodAutoscaler: 'autoscaling',
};

/**
 * Whether an API server of this version may know the kind. Only what is certain is denied: versions that were removed,
 * and versions that a judged kind's group never had.
 */
export function isServed(apiVersion: string, kind: string, version: KubernetesVersion): boolean {
  const removed = removedVersionOf(apiVersion, kind);
  if (removed !== undefined) {
    return minorOf(version) <= minorOf(removed.until);
  }
  const group = Object.hasOwn(JUDGED_KINDS, kind) ? JUDGED_KINDS[kind] : undefined;
  return group !== groupOf(apiVersion) || typeOfKind(apiVersion, kind) !== undefined;
}

/** What was removed of a kind in a version of its API; undefined where it was never served, or is served still. */
export function removedVersionOf(apiVersion: string, kind: string): RemovedVersion | undefined {
  return REMOVED_VERSIONS.find((row) => row.apiVersion === apiVersion && row.kinds.includes(kind));
}

/** The release that no longer serves it. */
export function removedIn({ until }: RemovedVersion): string {
  return `1.${minorOf(until) + 1}`;
}

function minorOf(version: string): number {
  return Number(version.split('.')[1]);
}
