import { isAtLeast, KubernetesVersion } from './kubernetes-version';

/** The texts that a field takes. */
export interface AllowedValues {
  readonly values: readonly string[];
  /** Whether empty text is taken for an absent field, and gets the default. */
  readonly emptyIsAbsent: boolean;
  /** The first version that looks at the field: older ones drop it. */
  readonly since?: KubernetesVersion;
  /** Texts that only newer versions take, and since when. */
  readonly newer?: Readonly<Record<string, KubernetesVersion>>;
}

/** Empty text is taken for an absent field. */
function choice(...values: readonly string[]): AllowedValues {
  return { values, emptyIsAbsent: true };
}

/** Empty text is a value like others, and a wrong one. */
function strictChoice(...values: readonly string[]): AllowedValues {
  return { values, emptyIsAbsent: false };
}

/**
 * The fields that take a few texts, by type and field. Those that a construct refuses have rules of their own:
 * restart policies and access modes.
 */
export const ALLOWED_VALUES: Readonly<Record<string, Readonly<Record<string, AllowedValues>>>> = {
  AppArmorProfile: { type: strictChoice('Localhost', 'RuntimeDefault', 'Unconfined') },
  Container: {
    imagePullPolicy: choice('Always', 'IfNotPresent', 'Never'),
    terminationMessagePolicy: choice('File', 'FallbackToLogsOnError'),
  },
  ContainerPort: { protocol: choice('TCP', 'UDP', 'SCTP') },
  HPAScalingPolicy: { type: strictChoice('Pods', 'Percent') },
  HPAScalingRules: { selectPolicy: strictChoice('Max', 'Min', 'Disabled') },
  HTTPGetAction: { scheme: choice('HTTP', 'HTTPS') },
  HostPathVolumeSource: {
    type: choice(
      'DirectoryOrCreate',
      'Directory',
      'FileOrCreate',
      'File',
      'Socket',
      'CharDevice',
      'BlockDevice',
    ),
  },
  LabelSelectorRequirement: { operator: strictChoice('In', 'NotIn', 'Exists', 'DoesNotExist') },
  MetricSpec: { type: strictChoice('Object', 'Pods', 'Resource', 'ContainerResource', 'External') },
  MetricTarget: { type: strictChoice('Utilization', 'Value', 'AverageValue') },
  NodeSelectorRequirement: { operator: strictChoice('In', 'NotIn', 'Exists', 'DoesNotExist', 'Gt', 'Lt') },
  ObjectFieldSelector: { apiVersion: choice('v1') },
  PersistentVolumeClaimSpec: { volumeMode: strictChoice('Filesystem', 'Block') },
  PodDisruptionBudgetSpec: { unhealthyPodEvictionPolicy: strictChoice('IfHealthyBudget', 'AlwaysAllow') },
  PodOS: { name: strictChoice('linux', 'windows') },
  PodSecurityContext: { fsGroupChangePolicy: strictChoice('OnRootMismatch', 'Always') },
  PodSpec: {
    dnsPolicy: choice('ClusterFirst', 'ClusterFirstWithHostNet', 'Default', 'None'),
    preemptionPolicy: strictChoice('PreemptLowerPriority', 'Never'),
  },
  SeccompProfile: { type: strictChoice('Localhost', 'RuntimeDefault', 'Unconfined') },
  ServicePort: { protocol: choice('TCP', 'UDP', 'SCTP') },
  ServiceSpec: {
    externalTrafficPolicy: choice('Cluster', 'Local'),
    internalTrafficPolicy: strictChoice('Cluster', 'Local'),
    ipFamilies: strictChoice('IPv4', 'IPv6'),
    ipFamilyPolicy: strictChoice('SingleStack', 'PreferDualStack', 'RequireDualStack'),
    sessionAffinity: choice('ClientIP', 'None'),
    trafficDistribution: {
      ...strictChoice('PreferClose'),
      since: KubernetesVersion.V1_31,
      newer: { PreferSameZone: KubernetesVersion.V1_34, PreferSameNode: KubernetesVersion.V1_34 },
    },
    type: choice('ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'),
  },
  StatefulSetPersistentVolumeClaimRetentionPolicy: {
    whenDeleted: choice('Retain', 'Delete'),
    whenScaled: choice('Retain', 'Delete'),
  },
  StatefulSetSpec: { podManagementPolicy: choice('OrderedReady', 'Parallel') },
  StatefulSetUpdateStrategy: { type: choice('RollingUpdate', 'OnDelete') },
  Toleration: {
    effect: choice('NoSchedule', 'PreferNoSchedule', 'NoExecute'),
    operator: choice('Exists', 'Equal'),
  },
  TopologySpreadConstraint: {
    nodeAffinityPolicy: strictChoice('Honor', 'Ignore'),
    nodeTaintsPolicy: strictChoice('Honor', 'Ignore'),
    whenUnsatisfiable: strictChoice('DoNotSchedule', 'ScheduleAnyway'),
  },
  VolumeMount: { mountPropagation: strictChoice('None', 'HostToContainer', 'Bidirectional') },
};

/** The texts that a field takes in a version. */
export function valuesIn(
  { values, newer = {} }: AllowedValues,
  version: KubernetesVersion,
): readonly string[] {
  const added = Object.entries(newer).filter(([, since]) => isAtLeast(version, since));
  return [...values, ...added.map(([value]) => value)];
}
