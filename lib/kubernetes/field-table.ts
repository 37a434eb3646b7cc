// Made by scripts/generate-field-table.mjs from the OpenAPI definitions of Kubernetes 1.28 to 1.37. Not edited by hand.

/** The type of each kind that is known here, by apiVersion and kind. */
export const KIND_TYPES: Readonly<Record<string, string>> = {
  'apps/v1 StatefulSet': 'StatefulSet',
  'v1 Service': 'Service',
  'v1 PersistentVolumeClaim': 'PersistentVolumeClaim',
  'policy/v1 PodDisruptionBudget': 'PodDisruptionBudget',
  'autoscaling/v1 HorizontalPodAutoscaler': 'HorizontalPodAutoscaler:v1',
  'autoscaling/v2 HorizontalPodAutoscaler': 'HorizontalPodAutoscaler:v2',
};

/**
 * The fields of each type, separated by '|': the name, the type and, where not every version knows the field, its first
 * and last minor version ('34-', '-33'). '[T]' is a list, '{T}' a map.
 */
export const TYPE_FIELDS: Readonly<Record<string, string>> = {
  AWSElasticBlockStoreVolumeSource: 'fsType text|partition int32|readOnly boolean|volumeID text',
  Affinity: 'nodeAffinity NodeAffinity|podAffinity PodAffinity|podAntiAffinity PodAntiAffinity',
  AppArmorProfile: 'localhostProfile text 30-|type text 30-',
  AzureDiskVolumeSource: 'cachingMode text|diskName text|diskURI text|fsType text|kind text|readOnly boolean',
  AzureFileVolumeSource: 'readOnly boolean|secretName text|shareName text',
  CSIVolumeSource:
    'driver text|fsType text|nodePublishSecretRef LocalObjectReference|readOnly boolean|volumeAttributes {text}',
  Capabilities: 'add [text]|drop [text]',
  CephFSVolumeSource:
    'monitors [text]|path text|readOnly boolean|secretFile text|secretRef LocalObjectReference|user text',
  CinderVolumeSource: 'fsType text|readOnly boolean|secretRef LocalObjectReference|volumeID text',
  ClaimSource: 'resourceClaimName text -30|resourceClaimTemplateName text -30',
  ClientIPConfig: 'timeoutSeconds int32',
  ClusterTrustBundleProjection:
    'labelSelector LabelSelector 29-|name text 29-|optional boolean 29-|path text 29-|signerName text 29-|user int64 37-',
  Condition:
    'lastTransitionTime time|message text|observedGeneration int64|reason text|status text|type text',
  ConfigMapEnvSource: 'name text|optional boolean',
  ConfigMapKeySelector: 'key text|name text|optional boolean',
  ConfigMapProjection: 'items [KeyToPath]|name text|optional boolean',
  ConfigMapVolumeSource:
    'defaultMode int32|defaultUser int64 37-|items [KeyToPath]|name text|optional boolean',
  Container:
    'args [text]|command [text]|env [EnvVar]|envFrom [EnvFromSource]|image text|imagePullPolicy text|lifecycle Lifecycle|livenessProbe Probe|name text|ports [ContainerPort]|readinessProbe Probe|resizePolicy [ContainerResizePolicy]|resources ResourceRequirements|restartPolicy text|restartPolicyRules [ContainerRestartRule] 34-|securityContext SecurityContext|startupProbe Probe|stdin boolean|stdinOnce boolean|terminationMessagePath text|terminationMessagePolicy text|tty boolean|volumeDevices [VolumeDevice]|volumeMounts [VolumeMount]|workingDir text',
  ContainerPort: 'containerPort int32|hostIP text|hostPort int32|name text|protocol text',
  ContainerResizePolicy: 'resourceName text|restartPolicy text',
  ContainerResourceMetricSource: 'container text|name text|target MetricTarget',
  ContainerResourceMetricStatus: 'container text|current MetricValueStatus|name text',
  ContainerRestartRule: 'action text 34-|exitCodes ContainerRestartRuleOnExitCodes 34-',
  ContainerRestartRuleOnExitCodes: 'operator text 34-|values [int32] 34-',
  'CrossVersionObjectReference:v1': 'apiVersion text|kind text|name text',
  'CrossVersionObjectReference:v2': 'apiVersion text|kind text|name text',
  DownwardAPIProjection: 'items [DownwardAPIVolumeFile]',
  DownwardAPIVolumeFile:
    'fieldRef ObjectFieldSelector|mode int32|path text|resourceFieldRef ResourceFieldSelector|user int64 37-',
  DownwardAPIVolumeSource: 'defaultMode int32|defaultUser int64 37-|items [DownwardAPIVolumeFile]',
  EmptyDirVolumeSource: 'medium text|mode int32 37-|sizeLimit quantity',
  EnvFromSource: 'configMapRef ConfigMapEnvSource|prefix text|secretRef SecretEnvSource',
  EnvVar: 'name text|value text|valueFrom EnvVarSource',
  EnvVarSource:
    'configMapKeyRef ConfigMapKeySelector|fieldRef ObjectFieldSelector|fileKeyRef FileKeySelector 34-|resourceFieldRef ResourceFieldSelector|secretKeyRef SecretKeySelector',
  EphemeralContainer:
    'args [text]|command [text]|env [EnvVar]|envFrom [EnvFromSource]|image text|imagePullPolicy text|lifecycle Lifecycle|livenessProbe Probe|name text|ports [ContainerPort]|readinessProbe Probe|resizePolicy [ContainerResizePolicy]|resources ResourceRequirements|restartPolicy text|restartPolicyRules [ContainerRestartRule] 34-|securityContext SecurityContext|startupProbe Probe|stdin boolean|stdinOnce boolean|targetContainerName text|terminationMessagePath text|terminationMessagePolicy text|tty boolean|volumeDevices [VolumeDevice]|volumeMounts [VolumeMount]|workingDir text',
  EphemeralVolumeSource: 'volumeClaimTemplate PersistentVolumeClaimTemplate',
  EvictionResponder: 'name text 37-|priority int32 37-',
  ExecAction: 'command [text]',
  ExternalMetricSource: 'metric MetricIdentifier|target MetricTarget',
  ExternalMetricStatus: 'current MetricValueStatus|metric MetricIdentifier',
  FCVolumeSource: 'fsType text|lun int32|readOnly boolean|targetWWNs [text]|wwids [text]',
  FileKeySelector: 'key text 34-|optional boolean 34-|path text 34-|volumeName text 34-',
  FlexVolumeSource: 'driver text|fsType text|options {text}|readOnly boolean|secretRef LocalObjectReference',
  FlockerVolumeSource: 'datasetName text|datasetUUID text',
  GCEPersistentDiskVolumeSource: 'fsType text|partition int32|pdName text|readOnly boolean',
  GRPCAction: 'mode text 37-|port int32|service text',
  GitRepoVolumeSource: 'directory text|repository text|revision text',
  GlusterfsVolumeSource: 'endpoints text|path text|readOnly boolean',
  HPAScalingPolicy: 'periodSeconds int32|type text|value int32',
  HPAScalingRules:
    'policies [HPAScalingPolicy]|selectPolicy text|stabilizationWindowSeconds int32|tolerance quantity 33-',
  HTTPGetAction:
    'host text|httpHeaders [HTTPHeader]|path text|port int-or-string|protocol text 37-|scheme text',
  HTTPHeader: 'name text|value text',
  'HorizontalPodAutoscaler:v1':
    'apiVersion text|kind text|metadata ObjectMeta|spec HorizontalPodAutoscalerSpec:v1|status HorizontalPodAutoscalerStatus:v1',
  'HorizontalPodAutoscaler:v2':
    'apiVersion text|kind text|metadata ObjectMeta|spec HorizontalPodAutoscalerSpec:v2|status HorizontalPodAutoscalerStatus:v2',
  HorizontalPodAutoscalerBehavior: 'scaleDown HPAScalingRules|scaleUp HPAScalingRules',
  HorizontalPodAutoscalerCondition:
    'lastTransitionTime time|message text|observedGeneration int64 37-|reason text|status text|type text',
  'HorizontalPodAutoscalerSpec:v1':
    'maxReplicas int32|minReplicas int32|scaleTargetRef CrossVersionObjectReference:v1|targetCPUUtilizationPercentage int32',
  'HorizontalPodAutoscalerSpec:v2':
    'behavior HorizontalPodAutoscalerBehavior|maxReplicas int32|metrics [MetricSpec]|minReplicas int32|scaleTargetRef CrossVersionObjectReference:v2',
  'HorizontalPodAutoscalerStatus:v1':
    'currentCPUUtilizationPercentage int32|currentReplicas int32|desiredReplicas int32|lastScaleTime time|observedGeneration int64',
  'HorizontalPodAutoscalerStatus:v2':
    'conditions [HorizontalPodAutoscalerCondition]|currentMetrics [MetricStatus]|currentReplicas int32|desiredReplicas int32|lastScaleTime time|observedGeneration int64',
  HostAlias: 'hostnames [text]|ip text',
  HostPathVolumeSource: 'path text|type text',
  ISCSIVolumeSource:
    'chapAuthDiscovery boolean|chapAuthSession boolean|fsType text|initiatorName text|iqn text|iscsiInterface text|lun int32|portals [text]|readOnly boolean|secretRef LocalObjectReference|targetPortal text',
  ImageVolumeSource: 'pullPolicy text 31-|reference text 31-',
  KeyToPath: 'key text|mode int32|path text|user int64 37-',
  LabelSelector: 'matchExpressions [LabelSelectorRequirement]|matchLabels {text}',
  LabelSelectorRequirement: 'key text|operator text|values [text]',
  Lifecycle: 'postStart LifecycleHandler|preStop LifecycleHandler|stopSignal text 33-',
  LifecycleHandler: 'exec ExecAction|httpGet HTTPGetAction|sleep SleepAction 29-|tcpSocket TCPSocketAction',
  LoadBalancerIngress: 'hostname text|ip text|ipMode text 29-|ports [PortStatus]',
  LoadBalancerStatus: 'ingress [LoadBalancerIngress]',
  LocalObjectReference: 'name text',
  ManagedFieldsEntry:
    'apiVersion text|fieldsType text|fieldsV1 any-object|manager text|operation text|subresource text|time time',
  MetricIdentifier: 'name text|selector LabelSelector',
  MetricSpec:
    'containerResource ContainerResourceMetricSource|external ExternalMetricSource|object ObjectMetricSource|pods PodsMetricSource|resource ResourceMetricSource|type text',
  MetricStatus:
    'containerResource ContainerResourceMetricStatus|external ExternalMetricStatus|object ObjectMetricStatus|pods PodsMetricStatus|resource ResourceMetricStatus|type text',
  MetricTarget: 'averageUtilization int32|averageValue quantity|type text|value quantity',
  MetricValueStatus: 'averageUtilization int32|averageValue quantity|value quantity',
  ModifyVolumeStatus: 'status text 29-|targetVolumeAttributesClassName text 29-',
  NFSVolumeSource: 'path text|readOnly boolean|server text',
  NodeAffinity:
    'preferredDuringSchedulingIgnoredDuringExecution [PreferredSchedulingTerm]|requiredDuringSchedulingIgnoredDuringExecution NodeSelector',
  NodeSelector: 'nodeSelectorTerms [NodeSelectorTerm]',
  NodeSelectorRequirement: 'key text|operator text|values [text]',
  NodeSelectorTerm: 'matchExpressions [NodeSelectorRequirement]|matchFields [NodeSelectorRequirement]',
  ObjectFieldSelector: 'apiVersion text|fieldPath text',
  ObjectMeta:
    'annotations {text}|creationTimestamp time|deletionGracePeriodSeconds int64|deletionTimestamp time|finalizers [text]|generateName text|generation int64|labels {text}|managedFields [ManagedFieldsEntry]|name text|namespace text|ownerReferences [OwnerReference]|resourceVersion text|selfLink text|uid text',
  ObjectMetricSource:
    'describedObject CrossVersionObjectReference:v2|metric MetricIdentifier|target MetricTarget',
  ObjectMetricStatus:
    'current MetricValueStatus|describedObject CrossVersionObjectReference:v2|metric MetricIdentifier',
  OwnerReference:
    'apiVersion text|blockOwnerDeletion boolean|controller boolean|kind text|name text|uid text',
  PersistentVolumeClaim:
    'apiVersion text|kind text|metadata ObjectMeta|spec PersistentVolumeClaimSpec|status PersistentVolumeClaimStatus',
  PersistentVolumeClaimCondition:
    'lastProbeTime time|lastTransitionTime time|message text|reason text|status text|type text',
  PersistentVolumeClaimSpec:
    'accessModes [text]|dataSource TypedLocalObjectReference|dataSourceRef TypedObjectReference|resources ResourceRequirements -28|resources VolumeResourceRequirements 29-|selector LabelSelector|storageClassName text|volumeAttributesClassName text 29-|volumeMode text|volumeName text',
  PersistentVolumeClaimStatus:
    'accessModes [text]|allocatedResourceStatuses {text}|allocatedResources {quantity}|capacity {quantity}|conditions [PersistentVolumeClaimCondition]|currentVolumeAttributesClassName text 29-|healthStatus VolumeHealthStatus 37-|modifyVolumeStatus ModifyVolumeStatus 29-|phase text',
  PersistentVolumeClaimTemplate: 'metadata ObjectMeta|spec PersistentVolumeClaimSpec',
  PersistentVolumeClaimVolumeSource: 'claimName text|readOnly boolean',
  PhotonPersistentDiskVolumeSource: 'fsType text|pdID text',
  PodAffinity:
    'preferredDuringSchedulingIgnoredDuringExecution [WeightedPodAffinityTerm]|requiredDuringSchedulingIgnoredDuringExecution [PodAffinityTerm]',
  PodAffinityTerm:
    'labelSelector LabelSelector|matchLabelKeys [text] 29-|mismatchLabelKeys [text] 29-|namespaceSelector LabelSelector|namespaces [text]|topologyKey text',
  PodAntiAffinity:
    'preferredDuringSchedulingIgnoredDuringExecution [WeightedPodAffinityTerm]|requiredDuringSchedulingIgnoredDuringExecution [PodAffinityTerm]',
  PodCertificateProjection:
    'certificateChainPath text 34-|credentialBundlePath text 34-|keyPath text 34-|keyType text 34-|maxExpirationSeconds int32 34-|signerName text 34-|user int64 37-|userAnnotations {text} 35-',
  PodDNSConfig: 'nameservers [text]|options [PodDNSConfigOption]|searches [text]',
  PodDNSConfigOption: 'name text|value text',
  PodDisruptionBudget:
    'apiVersion text|kind text|metadata ObjectMeta|spec PodDisruptionBudgetSpec|status PodDisruptionBudgetStatus',
  PodDisruptionBudgetSpec:
    'maxUnavailable int-or-string|minAvailable int-or-string|selector LabelSelector|unhealthyPodEvictionPolicy text',
  PodDisruptionBudgetStatus:
    'conditions [Condition]|currentHealthy int32|desiredHealthy int32|disruptedPods {time}|disruptionsAllowed int32|expectedPods int32|observedGeneration int64',
  PodOS: 'name text',
  PodReadinessGate: 'conditionType text',
  PodResourceClaim:
    'name text|resourceClaimName text 31-|resourceClaimTemplateName text 31-|source ClaimSource -30',
  PodSchedulingGate: 'name text',
  PodSchedulingGroup: 'podGroupName text 36-',
  PodSecurityContext:
    'appArmorProfile AppArmorProfile 30-|fsGroup int64|fsGroupChangePolicy text|runAsGroup int64|runAsNonRoot boolean|runAsUser int64|seLinuxChangePolicy text 32-|seLinuxOptions SELinuxOptions|seccompProfile SeccompProfile|supplementalGroups [int64]|supplementalGroupsPolicy text 31-|sysctls [Sysctl]|windowsOptions WindowsSecurityContextOptions',
  PodSpec:
    'activeDeadlineSeconds int64|affinity Affinity|automountServiceAccountToken boolean|containers [Container]|dnsConfig PodDNSConfig|dnsPolicy text|enableServiceLinks boolean|ephemeralContainers [EphemeralContainer]|evictionResponders [EvictionResponder] 37-|hostAliases [HostAlias]|hostIPC boolean|hostNetwork boolean|hostPID boolean|hostUsers boolean|hostname text|hostnameOverride text 34-|imagePullSecrets [LocalObjectReference]|initContainers [Container]|nodeName text|nodeSelector {text}|os PodOS|overhead {quantity}|preemptionPolicy text|priority int32|priorityClassName text|readinessGates [PodReadinessGate]|resourceClaims [PodResourceClaim]|resources ResourceRequirements 32-|restartPolicy text|runtimeClassName text|schedulerName text|schedulingGates [PodSchedulingGate]|schedulingGroup PodSchedulingGroup 36-|securityContext PodSecurityContext|serviceAccount text|serviceAccountName text|setHostnameAsFQDN boolean|shareProcessNamespace boolean|subdomain text|terminationGracePeriodSeconds int64|tolerations [Toleration]|topologySpreadConstraints [TopologySpreadConstraint]|volumes [Volume]|workloadRef WorkloadReference 35-35',
  PodTemplateSpec: 'metadata ObjectMeta|spec PodSpec',
  PodsMetricSource: 'metric MetricIdentifier|target MetricTarget',
  PodsMetricStatus: 'current MetricValueStatus|metric MetricIdentifier',
  PortStatus: 'error text|port int32|protocol text',
  PortworxVolumeSource: 'fsType text|readOnly boolean|volumeID text',
  PreferredSchedulingTerm: 'preference NodeSelectorTerm|weight int32',
  Probe:
    'exec ExecAction|failureThreshold int32|grpc GRPCAction|httpGet HTTPGetAction|initialDelaySeconds int32|periodSeconds int32|successThreshold int32|tcpSocket TCPSocketAction|terminationGracePeriodSeconds int64|timeoutSeconds int32',
  ProjectedVolumeSource: 'defaultMode int32|defaultUser int64 37-|sources [VolumeProjection]',
  QuobyteVolumeSource: 'group text|readOnly boolean|registry text|tenant text|user text|volume text',
  RBDVolumeSource:
    'fsType text|image text|keyring text|monitors [text]|pool text|readOnly boolean|secretRef LocalObjectReference|user text',
  ResourceClaim: 'name text|request text 31-',
  ResourceFieldSelector: 'containerName text|divisor quantity|resource text',
  ResourceMetricSource: 'name text|target MetricTarget',
  ResourceMetricStatus: 'current MetricValueStatus|name text',
  ResourceRequirements: 'claims [ResourceClaim]|limits {quantity}|requests {quantity}',
  RollingUpdateStatefulSetStrategy: 'maxUnavailable int-or-string|partition int32',
  SELinuxOptions: 'level text|role text|type text|user text',
  ScaleIOVolumeSource:
    'fsType text|gateway text|protectionDomain text|readOnly boolean|secretRef LocalObjectReference|sslEnabled boolean|storageMode text|storagePool text|system text|volumeName text',
  SeccompProfile: 'localhostProfile text|type text',
  SecretEnvSource: 'name text|optional boolean',
  SecretKeySelector: 'key text|name text|optional boolean',
  SecretProjection: 'items [KeyToPath]|name text|optional boolean',
  SecretVolumeSource:
    'defaultMode int32|defaultUser int64 37-|items [KeyToPath]|optional boolean|secretName text',
  SecurityContext:
    'allowPrivilegeEscalation boolean|appArmorProfile AppArmorProfile 30-|capabilities Capabilities|privileged boolean|procMount text|readOnlyRootFilesystem boolean|runAsGroup int64|runAsNonRoot boolean|runAsUser int64|seLinuxOptions SELinuxOptions|seccompProfile SeccompProfile|windowsOptions WindowsSecurityContextOptions',
  Service: 'apiVersion text|kind text|metadata ObjectMeta|spec ServiceSpec|status ServiceStatus',
  ServiceAccountTokenProjection: 'audience text|expirationSeconds int64|path text|user int64 37-',
  ServicePort: 'appProtocol text|name text|nodePort int32|port int32|protocol text|targetPort int-or-string',
  ServiceSpec:
    'allocateLoadBalancerNodePorts boolean|clusterIP text|clusterIPs [text]|externalIPs [text]|externalName text|externalTrafficPolicy text|healthCheckNodePort int32|internalTrafficPolicy text|ipFamilies [text]|ipFamilyPolicy text|loadBalancerClass text|loadBalancerIP text|loadBalancerSourceRanges [text]|ports [ServicePort]|publishNotReadyAddresses boolean|selector {text}|sessionAffinity text|sessionAffinityConfig SessionAffinityConfig|trafficDistribution text 30-|type text',
  ServiceStatus: 'conditions [Condition]|loadBalancer LoadBalancerStatus',
  SessionAffinityConfig: 'clientIP ClientIPConfig',
  SleepAction: 'seconds int64 29-',
  StatefulSet: 'apiVersion text|kind text|metadata ObjectMeta|spec StatefulSetSpec|status StatefulSetStatus',
  StatefulSetCondition: 'lastTransitionTime time|message text|reason text|status text|type text',
  StatefulSetOrdinals: 'start int32',
  StatefulSetPersistentVolumeClaimRetentionPolicy: 'whenDeleted text|whenScaled text',
  StatefulSetSpec:
    'minReadySeconds int32|ordinals StatefulSetOrdinals|persistentVolumeClaimRetentionPolicy StatefulSetPersistentVolumeClaimRetentionPolicy|podManagementPolicy text|replicas int32|revisionHistoryLimit int32|selector LabelSelector|serviceName text|template PodTemplateSpec|updateStrategy StatefulSetUpdateStrategy|volumeClaimTemplates [PersistentVolumeClaim]',
  StatefulSetStatus:
    'availableReplicas int32|collisionCount int32|conditions [StatefulSetCondition]|currentReplicas int32|currentRevision text|observedGeneration int64|readyReplicas int32|replicas int32|updateRevision text|updatedReplicas int32',
  StatefulSetUpdateStrategy: 'rollingUpdate RollingUpdateStatefulSetStrategy|type text',
  StorageOSVolumeSource:
    'fsType text|readOnly boolean|secretRef LocalObjectReference|volumeName text|volumeNamespace text',
  Sysctl: 'name text|value text',
  TCPSocketAction: 'host text|port int-or-string',
  Toleration: 'effect text|key text|operator text|tolerationSeconds int64|value text',
  TopologySpreadConstraint:
    'labelSelector LabelSelector|matchLabelKeys [text]|maxSkew int32|minDomains int32|nodeAffinityPolicy text|nodeTaintsPolicy text|topologyKey text|whenUnsatisfiable text',
  TypedLocalObjectReference: 'apiGroup text|kind text|name text',
  TypedObjectReference: 'apiGroup text|kind text|name text|namespace text',
  Volume:
    'awsElasticBlockStore AWSElasticBlockStoreVolumeSource|azureDisk AzureDiskVolumeSource|azureFile AzureFileVolumeSource|cephfs CephFSVolumeSource|cinder CinderVolumeSource|configMap ConfigMapVolumeSource|csi CSIVolumeSource|downwardAPI DownwardAPIVolumeSource|emptyDir EmptyDirVolumeSource|ephemeral EphemeralVolumeSource|fc FCVolumeSource|flexVolume FlexVolumeSource|flocker FlockerVolumeSource|gcePersistentDisk GCEPersistentDiskVolumeSource|gitRepo GitRepoVolumeSource|glusterfs GlusterfsVolumeSource|hostPath HostPathVolumeSource|image ImageVolumeSource 31-|iscsi ISCSIVolumeSource|name text|nfs NFSVolumeSource|persistentVolumeClaim PersistentVolumeClaimVolumeSource|photonPersistentDisk PhotonPersistentDiskVolumeSource|portworxVolume PortworxVolumeSource|projected ProjectedVolumeSource|quobyte QuobyteVolumeSource|rbd RBDVolumeSource|scaleIO ScaleIOVolumeSource|secret SecretVolumeSource|storageos StorageOSVolumeSource|vsphereVolume VsphereVirtualDiskVolumeSource',
  VolumeDevice: 'devicePath text|name text',
  VolumeHealthCondition: 'message text 37-|reason text 37-|status text 37-',
  VolumeHealthStatus: 'healthConditions [VolumeHealthCondition] 37-|lastTransitionTime time 37-',
  VolumeMount:
    'bindMountOptions [text] 37-|mountPath text|mountPropagation text|name text|readOnly boolean|recursiveReadOnly text 30-|subPath text|subPathExpr text',
  VolumeProjection:
    'clusterTrustBundle ClusterTrustBundleProjection 29-|configMap ConfigMapProjection|downwardAPI DownwardAPIProjection|podCertificate PodCertificateProjection 34-|secret SecretProjection|serviceAccountToken ServiceAccountTokenProjection',
  VolumeResourceRequirements: 'limits {quantity} 29-|requests {quantity} 29-',
  VsphereVirtualDiskVolumeSource: 'fsType text|storagePolicyID text|storagePolicyName text|volumePath text',
  WeightedPodAffinityTerm: 'podAffinityTerm PodAffinityTerm|weight int32',
  WindowsSecurityContextOptions:
    'gmsaCredentialSpec text|gmsaCredentialSpecName text|hostProcess boolean|runAsUserName text',
  WorkloadReference: 'name text 35-35|podGroup text 35-35|podGroupReplicaKey text 35-35',
};
