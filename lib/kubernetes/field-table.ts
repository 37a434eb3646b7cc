// Made by scripts/field-table/main.mjs of the OpenAPI definitions and Go types of Kubernetes 1.28 to 1.37. Not edited by hand.

/** The type of each kind that is known here, by apiVersion and kind. */
export const KIND_TYPES: Readonly<Record<string, string>> = {
  'apps/v1 StatefulSet': 'StatefulSet',
  'apps/v1 DaemonSet': 'DaemonSet',
  'apps/v1 Deployment': 'Deployment',
  'apps/v1 ReplicaSet': 'ReplicaSet',
  'v1 ConfigMap': 'ConfigMap',
  'v1 LimitRange': 'LimitRange',
  'v1 Namespace': 'Namespace',
  'v1 PersistentVolume': 'PersistentVolume',
  'v1 PersistentVolumeClaim': 'PersistentVolumeClaim',
  'v1 Pod': 'Pod',
  'v1 ResourceQuota': 'ResourceQuota',
  'v1 Secret': 'Secret',
  'v1 Service': 'Service',
  'v1 ServiceAccount': 'ServiceAccount',
  'autoscaling/v1 HorizontalPodAutoscaler': 'HorizontalPodAutoscaler:v1',
  'autoscaling/v2 HorizontalPodAutoscaler': 'HorizontalPodAutoscaler:v2',
  'batch/v1 CronJob': 'CronJob',
  'batch/v1 Job': 'Job',
  'networking.k8s.io/v1 Ingress': 'Ingress',
  'networking.k8s.io/v1 NetworkPolicy': 'NetworkPolicy',
  'policy/v1 PodDisruptionBudget': 'PodDisruptionBudget',
  'rbac.authorization.k8s.io/v1 ClusterRole': 'ClusterRole',
  'rbac.authorization.k8s.io/v1 ClusterRoleBinding': 'ClusterRoleBinding',
  'rbac.authorization.k8s.io/v1 Role': 'Role',
  'rbac.authorization.k8s.io/v1 RoleBinding': 'RoleBinding',
  'scheduling.k8s.io/v1 PriorityClass': 'PriorityClass',
  'storage.k8s.io/v1 StorageClass': 'StorageClass',
};

/** The kinds whose objects are in a namespace, each after its group. */
export const NAMESPACED_KINDS: ReadonlySet<string> = new Set([
  '/Binding',
  '/ConfigMap',
  '/Endpoints',
  '/Event',
  '/LimitRange',
  '/PersistentVolumeClaim',
  '/Pod',
  '/PodTemplate',
  '/ReplicationController',
  '/ResourceQuota',
  '/Secret',
  '/Service',
  '/ServiceAccount',
  'apps/ControllerRevision',
  'apps/DaemonSet',
  'apps/Deployment',
  'apps/ReplicaSet',
  'apps/StatefulSet',
  'authorization.k8s.io/LocalSubjectAccessReview',
  'autoscaling/HorizontalPodAutoscaler',
  'batch/CronJob',
  'batch/Job',
  'certificates.k8s.io/PodCertificateRequest',
  'coordination.k8s.io/Lease',
  'coordination.k8s.io/LeaseCandidate',
  'discovery.k8s.io/EndpointSlice',
  'events.k8s.io/Event',
  'lifecycle.k8s.io/Eviction',
  'lifecycle.k8s.io/EvictionRequest',
  'networking.k8s.io/Ingress',
  'networking.k8s.io/NetworkPolicy',
  'policy/PodDisruptionBudget',
  'rbac.authorization.k8s.io/Role',
  'rbac.authorization.k8s.io/RoleBinding',
  'resource.k8s.io/PodSchedulingContext',
  'resource.k8s.io/ResourceClaim',
  'resource.k8s.io/ResourceClaimParameters',
  'resource.k8s.io/ResourceClaimTemplate',
  'resource.k8s.io/ResourceClassParameters',
  'scheduling.k8s.io/CompositePodGroup',
  'scheduling.k8s.io/PodGroup',
  'scheduling.k8s.io/Workload',
  'storage.k8s.io/CSIStorageCapacity',
]);

/**
 * The fields of each type, separated by '|': the name, the type and words. '[T]' is a list, '{T}' a map, '*T' a pointer.
 * The words: the first and last minor version, where not every one knows the field ('34-', '-33'); 'required';
 * 'merge:name' for a list that kubectl merges by that field, 'merge' for one of texts, 'replace' for an object that it
 * replaces, 'retainKeys' where elements lose what the wanted one does not name; 'keys:port,protocol' and 'set' for how
 * the API server tells elements apart in server-side apply; 'atomic' for an object, a map or elements of a list that
 * have one owner there as a whole.
 */
export const TYPE_FIELDS: Readonly<Record<string, string>> = {
  AWSElasticBlockStoreVolumeSource: 'fsType text|partition int32|readOnly boolean|volumeID text required',
  Affinity: 'nodeAffinity NodeAffinity|podAffinity PodAffinity|podAntiAffinity PodAntiAffinity',
  AggregationRule: 'clusterRoleSelectors [LabelSelector] atomic',
  AppArmorProfile: 'localhostProfile *text 30-|type text 30- required',
  AzureDiskVolumeSource:
    'cachingMode *text|diskName text required|diskURI text required|fsType *text|kind *text|readOnly *boolean',
  AzureFilePersistentVolumeSource:
    'readOnly boolean|secretName text required|secretNamespace *text|shareName text required',
  AzureFileVolumeSource: 'readOnly boolean|secretName text required|shareName text required',
  CSIPersistentVolumeSource:
    'controllerExpandSecretRef SecretReference atomic|controllerPublishSecretRef SecretReference atomic|driver text required|fsType text|nodeExpandSecretRef SecretReference atomic|nodePublishSecretRef SecretReference atomic|nodeStageSecretRef SecretReference atomic|readOnly boolean|volumeAttributes {text}|volumeHandle text required',
  CSIVolumeSource:
    'driver text required|fsType *text|nodePublishSecretRef LocalObjectReference atomic|readOnly *boolean|volumeAttributes {text}',
  Capabilities: 'add [text]|drop [text]',
  CephFSPersistentVolumeSource:
    'monitors [text] required|path text|readOnly boolean|secretFile text|secretRef SecretReference atomic|user text',
  CephFSVolumeSource:
    'monitors [text] required|path text|readOnly boolean|secretFile text|secretRef LocalObjectReference atomic|user text',
  CinderPersistentVolumeSource:
    'fsType text|readOnly boolean|secretRef SecretReference atomic|volumeID text required',
  CinderVolumeSource:
    'fsType text|readOnly boolean|secretRef LocalObjectReference atomic|volumeID text required',
  ClaimSource: 'resourceClaimName *text -30|resourceClaimTemplateName *text -30',
  ClientIPConfig: 'timeoutSeconds *int32',
  ClusterRole:
    'aggregationRule AggregationRule|apiVersion text|kind text|metadata ObjectMeta|rules [PolicyRule]',
  ClusterRoleBinding:
    'apiVersion text|kind text|metadata ObjectMeta|roleRef RoleRef required atomic|subjects [Subject] atomic',
  ClusterTrustBundleProjection:
    'labelSelector LabelSelector 29- atomic|name *text 29-|optional *boolean 29-|path text 29- required|signerName *text 29-|user *int64 37-',
  Condition:
    'lastTransitionTime time required|message text required|observedGeneration int64|reason text required|status text required|type text required',
  ConfigMap:
    'apiVersion text|binaryData {bytes}|data {text}|immutable *boolean|kind text|metadata ObjectMeta',
  ConfigMapEnvSource: 'name text|optional *boolean',
  ConfigMapKeySelector: 'key text required|name text|optional *boolean',
  ConfigMapProjection: 'items [KeyToPath]|name text|optional *boolean',
  ConfigMapVolumeSource:
    'defaultMode *int32|defaultUser *int64 37-|items [KeyToPath]|name text|optional *boolean',
  Container:
    'args [text]|command [text]|env [EnvVar] merge:name keys:name|envFrom [EnvFromSource]|image text|imagePullPolicy text|lifecycle Lifecycle|livenessProbe Probe|name text required|ports [ContainerPort] merge:containerPort keys:containerPort,protocol|readinessProbe Probe|resizePolicy [ContainerResizePolicy]|resources ResourceRequirements|restartPolicy *text|restartPolicyRules [ContainerRestartRule] 34-|securityContext SecurityContext|startupProbe Probe|stdin boolean|stdinOnce boolean|terminationMessagePath text|terminationMessagePolicy text|tty boolean|volumeDevices [VolumeDevice] merge:devicePath keys:devicePath|volumeMounts [VolumeMount] merge:mountPath keys:mountPath|workingDir text',
  ContainerExtendedResourceRequest:
    'containerName text 34- required|requestName text 34- required|resourceName text 34- required',
  ContainerPort: 'containerPort int32 required|hostIP text|hostPort int32|name text|protocol text',
  ContainerResizePolicy: 'resourceName text required|restartPolicy text required',
  ContainerResourceMetricSource: 'container text required|name text required|target MetricTarget required',
  ContainerResourceMetricStatus:
    'container text required|current MetricValueStatus required|name text required',
  ContainerRestartRule: 'action text 34- required|exitCodes ContainerRestartRuleOnExitCodes 34-',
  ContainerRestartRuleOnExitCodes: 'operator text 34- required|values [int32] 34- set',
  ContainerState:
    'running ContainerStateRunning|terminated ContainerStateTerminated|waiting ContainerStateWaiting',
  ContainerStateRunning: 'startedAt time',
  ContainerStateTerminated:
    'containerID text|exitCode int32 required|finishedAt time|message text|reason text|signal int32|startedAt time',
  ContainerStateWaiting: 'message text|reason text',
  ContainerStatus:
    'allocatedResources {quantity}|allocatedResourcesStatus [ResourceStatus] 31- merge:name keys:name|containerID text|image text required|imageID text required|lastState ContainerState|name text required|ready boolean required|resources ResourceRequirements|restartCount int32 required|started *boolean|state ContainerState|stopSignal *text 33-|user ContainerUser 31-|volumeMounts [VolumeMountStatus] 30- merge:mountPath keys:mountPath',
  ContainerUser: 'linux LinuxContainerUser 31-',
  CronJob: 'apiVersion text|kind text|metadata ObjectMeta|spec CronJobSpec required|status CronJobStatus',
  CronJobSpec:
    'concurrencyPolicy text|failedJobsHistoryLimit *int32|jobTemplate JobTemplateSpec required|schedule text required|startingDeadlineSeconds *int64|successfulJobsHistoryLimit *int32|suspend *boolean|timeZone *text',
  CronJobStatus: 'active [ObjectReference] atomic|lastScheduleTime *time|lastSuccessfulTime *time',
  'CrossVersionObjectReference:v1': 'apiVersion text|kind text required|name text required',
  'CrossVersionObjectReference:v2': 'apiVersion text|kind text required|name text required',
  DaemonSet:
    'apiVersion text|kind text|metadata ObjectMeta|spec DaemonSetSpec required|status DaemonSetStatus',
  DaemonSetCondition: 'lastTransitionTime time|message text|reason text|status text|type text',
  DaemonSetSpec:
    'minReadySeconds int32|revisionHistoryLimit *int32|selector LabelSelector required atomic|template PodTemplateSpec required|updateStrategy DaemonSetUpdateStrategy',
  DaemonSetStatus:
    'collisionCount *int32|conditions [DaemonSetCondition] merge:type keys:type|currentNumberScheduled int32 required|desiredNumberScheduled int32 required|numberAvailable int32|numberMisscheduled int32 required|numberReady int32 required|numberUnavailable int32|observedGeneration int64|updatedNumberScheduled int32',
  DaemonSetUpdateStrategy: 'rollingUpdate RollingUpdateDaemonSet|type text',
  Deployment:
    'apiVersion text|kind text|metadata ObjectMeta|spec DeploymentSpec required|status DeploymentStatus',
  DeploymentCondition:
    'lastTransitionTime time|lastUpdateTime time|message text|reason text|status text|type text',
  DeploymentSpec:
    'minReadySeconds int32|paused boolean|progressDeadlineSeconds *int32|replicas *int32|revisionHistoryLimit *int32|selector LabelSelector required atomic|strategy DeploymentStrategy retainKeys|template PodTemplateSpec required',
  DeploymentStatus:
    'availableReplicas int32|collisionCount *int32|conditions [DeploymentCondition] merge:type keys:type|observedGeneration int64|readyReplicas int32|replicas int32|terminatingReplicas *int32 33-|unavailableReplicas int32|updatedReplicas int32',
  DeploymentStrategy: 'rollingUpdate RollingUpdateDeployment|type text',
  DownwardAPIProjection: 'items [DownwardAPIVolumeFile]',
  DownwardAPIVolumeFile:
    'fieldRef ObjectFieldSelector atomic|mode *int32|path text required|resourceFieldRef ResourceFieldSelector atomic|user *int64 37-',
  DownwardAPIVolumeSource: 'defaultMode *int32|defaultUser *int64 37-|items [DownwardAPIVolumeFile]',
  EmptyDirVolumeSource: 'medium text|mode *int32 37-|sizeLimit *quantity',
  EnvFromSource: 'configMapRef ConfigMapEnvSource|prefix text|secretRef SecretEnvSource',
  EnvVar: 'name text required|value text|valueFrom EnvVarSource',
  EnvVarSource:
    'configMapKeyRef ConfigMapKeySelector atomic|fieldRef ObjectFieldSelector atomic|fileKeyRef FileKeySelector 34- atomic|resourceFieldRef ResourceFieldSelector atomic|secretKeyRef SecretKeySelector atomic',
  EphemeralContainer:
    'args [text]|command [text]|env [EnvVar] merge:name keys:name|envFrom [EnvFromSource]|image text|imagePullPolicy text|lifecycle Lifecycle|livenessProbe Probe|name text required|ports [ContainerPort] merge:containerPort keys:containerPort,protocol|readinessProbe Probe|resizePolicy [ContainerResizePolicy]|resources ResourceRequirements|restartPolicy *text|restartPolicyRules [ContainerRestartRule] 34-|securityContext SecurityContext|startupProbe Probe|stdin boolean|stdinOnce boolean|targetContainerName text|terminationMessagePath text|terminationMessagePolicy text|tty boolean|volumeDevices [VolumeDevice] merge:devicePath keys:devicePath|volumeMounts [VolumeMount] merge:mountPath keys:mountPath|workingDir text',
  EphemeralVolumeSource: 'volumeClaimTemplate PersistentVolumeClaimTemplate',
  EvictionResponder: 'name text 37- required|priority *int32 37- required',
  ExecAction: 'command [text]',
  ExternalMetricSource: 'metric MetricIdentifier required|target MetricTarget required',
  ExternalMetricStatus: 'current MetricValueStatus required|metric MetricIdentifier required',
  FCVolumeSource: 'fsType text|lun *int32|readOnly boolean|targetWWNs [text]|wwids [text]',
  FileKeySelector:
    'key text 34- required|optional *boolean 34-|path text 34- required|volumeName text 34- required',
  FlexPersistentVolumeSource:
    'driver text required|fsType text|options {text}|readOnly boolean|secretRef SecretReference atomic',
  FlexVolumeSource:
    'driver text required|fsType text|options {text}|readOnly boolean|secretRef LocalObjectReference atomic',
  FlockerVolumeSource: 'datasetName text|datasetUUID text',
  GCEPersistentDiskVolumeSource: 'fsType text|partition int32|pdName text required|readOnly boolean',
  GRPCAction: 'mode *text 37-|port int32 required|service *text',
  GitRepoVolumeSource: 'directory text|repository text required|revision text',
  GlusterfsPersistentVolumeSource:
    'endpoints text required|endpointsNamespace *text|path text required|readOnly boolean',
  GlusterfsVolumeSource: 'endpoints text required|path text required|readOnly boolean',
  HPAScalingPolicy: 'periodSeconds int32 required|type text required|value int32 required',
  HPAScalingRules:
    'policies [HPAScalingPolicy]|selectPolicy *text|stabilizationWindowSeconds *int32|tolerance *quantity 33-',
  HTTPGetAction:
    'host text|httpHeaders [HTTPHeader]|path text|port int-or-string required|protocol *text 37-|scheme text',
  HTTPHeader: 'name text required|value text required',
  HTTPIngressPath: 'backend IngressBackend required|path text|pathType *text required',
  HTTPIngressRuleValue: 'paths [HTTPIngressPath] required',
  'HorizontalPodAutoscaler:v1':
    'apiVersion text|kind text|metadata ObjectMeta|spec HorizontalPodAutoscalerSpec:v1 required|status HorizontalPodAutoscalerStatus:v1',
  'HorizontalPodAutoscaler:v2':
    'apiVersion text|kind text|metadata ObjectMeta|spec HorizontalPodAutoscalerSpec:v2 required|status HorizontalPodAutoscalerStatus:v2',
  HorizontalPodAutoscalerBehavior: 'scaleDown HPAScalingRules|scaleUp HPAScalingRules',
  HorizontalPodAutoscalerCondition:
    'lastTransitionTime time|message text|observedGeneration *int64 37-|reason text|status text required|type text required',
  'HorizontalPodAutoscalerSpec:v1':
    'maxReplicas int32 required|minReplicas *int32|scaleTargetRef CrossVersionObjectReference:v1 required atomic|targetCPUUtilizationPercentage *int32',
  'HorizontalPodAutoscalerSpec:v2':
    'behavior HorizontalPodAutoscalerBehavior|maxReplicas int32 required|metrics [MetricSpec]|minReplicas *int32|scaleTargetRef CrossVersionObjectReference:v2 required',
  'HorizontalPodAutoscalerStatus:v1':
    'currentCPUUtilizationPercentage *int32|currentReplicas int32 required|desiredReplicas int32 required|lastScaleTime *time|observedGeneration *int64',
  'HorizontalPodAutoscalerStatus:v2':
    'conditions [HorizontalPodAutoscalerCondition] merge:type keys:type|currentMetrics [MetricStatus]|currentReplicas int32|desiredReplicas int32 required|lastScaleTime *time|observedGeneration *int64',
  HostAlias: 'hostnames [text]|ip text required',
  HostIP: 'ip text required',
  HostPathVolumeSource: 'path text required|type *text',
  IPBlock: 'cidr text required|except [text]',
  ISCSIPersistentVolumeSource:
    'chapAuthDiscovery boolean|chapAuthSession boolean|fsType text|initiatorName *text|iqn text required|iscsiInterface text|lun int32 required|portals [text]|readOnly boolean|secretRef SecretReference atomic|targetPortal text required',
  ISCSIVolumeSource:
    'chapAuthDiscovery boolean|chapAuthSession boolean|fsType text|initiatorName *text|iqn text required|iscsiInterface text|lun int32 required|portals [text]|readOnly boolean|secretRef LocalObjectReference atomic|targetPortal text required',
  ImageVolumeSource: 'pullPolicy text 31-|reference text 31-',
  ImageVolumeStatus: 'imageRef text 36- required',
  Ingress: 'apiVersion text|kind text|metadata ObjectMeta|spec IngressSpec|status IngressStatus',
  IngressBackend: 'resource TypedLocalObjectReference atomic|service IngressServiceBackend',
  IngressLoadBalancerIngress: 'hostname text|ip text|ports [IngressPortStatus]',
  IngressLoadBalancerStatus: 'ingress [IngressLoadBalancerIngress]',
  IngressPortStatus: 'error *text|port int32 required|protocol text required',
  IngressRule: 'host text|http HTTPIngressRuleValue',
  IngressServiceBackend: 'name text required|port ServiceBackendPort atomic',
  IngressSpec: 'defaultBackend IngressBackend|ingressClassName *text|rules [IngressRule]|tls [IngressTLS]',
  IngressStatus: 'loadBalancer IngressLoadBalancerStatus',
  IngressTLS: 'hosts [text]|secretName text',
  Job: 'apiVersion text|kind text|metadata ObjectMeta|spec JobSpec|status JobStatus',
  JobCondition:
    'lastProbeTime time|lastTransitionTime time|message text|reason text|status text required|type text required',
  JobSchedulingConfiguration:
    'disruptionMode WorkloadPodGroupDisruptionMode 37-|resourceClaims [WorkloadPodGroupResourceClaim] 37- merge:name keys:name|schedulingConstraints WorkloadPodGroupSchedulingConstraints 37-|schedulingPolicy WorkloadPodGroupSchedulingPolicy 37-',
  JobSpec:
    'activeDeadlineSeconds *int64|backoffLimit *int32|backoffLimitPerIndex *int32|completionMode *text|completions *int32|managedBy *text 30-|manualSelector *boolean|maxFailedIndexes *int32|parallelism *int32|podFailurePolicy PodFailurePolicy|podReplacementPolicy *text|scheduling JobSchedulingConfiguration 37-|selector LabelSelector atomic|successPolicy SuccessPolicy 30-|suspend *boolean|template PodTemplateSpec required|ttlSecondsAfterFinished *int32',
  JobStatus:
    'active int32|completedIndexes text|completionTime *time|conditions [JobCondition] merge:type|failed int32|failedIndexes *text|ready *int32|startTime *time|succeeded int32|terminating *int32|uncountedTerminatedPods UncountedTerminatedPods',
  JobTemplateSpec: 'metadata ObjectMeta|spec JobSpec',
  KeyToPath: 'key text required|mode *int32|path text required|user *int64 37-',
  LabelSelector: 'matchExpressions [LabelSelectorRequirement]|matchLabels {text}',
  LabelSelectorRequirement: 'key text required|operator text required|values [text]',
  Lifecycle: 'postStart LifecycleHandler|preStop LifecycleHandler|stopSignal *text 33-',
  LifecycleHandler: 'exec ExecAction|httpGet HTTPGetAction|sleep SleepAction 29-|tcpSocket TCPSocketAction',
  LimitRange: 'apiVersion text|kind text|metadata ObjectMeta|spec LimitRangeSpec',
  LimitRangeItem:
    'default {quantity}|defaultRequest {quantity}|max {quantity}|maxLimitRequestRatio {quantity}|min {quantity}|type text required',
  LimitRangeSpec: 'limits [LimitRangeItem] required',
  LinuxContainerUser: 'gid int64 31- required|supplementalGroups [int64] 31-|uid int64 31- required',
  LoadBalancerIngress: 'hostname text|ip text|ipMode *text 29-|ports [PortStatus]',
  LoadBalancerStatus: 'ingress [LoadBalancerIngress]',
  LocalObjectReference: 'name text',
  LocalVolumeSource: 'fsType *text|path text required',
  ManagedFieldsEntry:
    'apiVersion text|fieldsType text|fieldsV1 *any-object|manager text|operation text|subresource text|time *time',
  MetricIdentifier: 'name text required|selector LabelSelector atomic',
  MetricSpec:
    'containerResource ContainerResourceMetricSource|external ExternalMetricSource|object ObjectMetricSource|pods PodsMetricSource|resource ResourceMetricSource|type text required',
  MetricStatus:
    'containerResource ContainerResourceMetricStatus|external ExternalMetricStatus|object ObjectMetricStatus|pods PodsMetricStatus|resource ResourceMetricStatus|type text required',
  MetricTarget: 'averageUtilization *int32|averageValue *quantity|type text required|value *quantity',
  MetricValueStatus: 'averageUtilization *int32|averageValue *quantity|value *quantity',
  ModifyVolumeStatus: 'status text 29- required|targetVolumeAttributesClassName text 29-',
  NFSVolumeSource: 'path text required|readOnly boolean|server text required',
  Namespace: 'apiVersion text|kind text|metadata ObjectMeta|spec NamespaceSpec|status NamespaceStatus',
  NamespaceCondition:
    'lastTransitionTime time|message text|reason text|status text required|type text required',
  NamespaceSpec: 'finalizers [text]',
  NamespaceStatus: 'conditions [NamespaceCondition] merge:type keys:type|phase text',
  NetworkPolicy: 'apiVersion text|kind text|metadata ObjectMeta|spec NetworkPolicySpec',
  NetworkPolicyEgressRule: 'ports [NetworkPolicyPort]|to [NetworkPolicyPeer]',
  NetworkPolicyIngressRule: 'from [NetworkPolicyPeer]|ports [NetworkPolicyPort]',
  NetworkPolicyPeer:
    'ipBlock IPBlock|namespaceSelector LabelSelector atomic|podSelector LabelSelector atomic',
  NetworkPolicyPort: 'endPort *int32|port *int-or-string|protocol *text',
  NetworkPolicySpec:
    'egress [NetworkPolicyEgressRule]|ingress [NetworkPolicyIngressRule]|podSelector LabelSelector atomic|policyTypes [text]',
  NodeAffinity:
    'preferredDuringSchedulingIgnoredDuringExecution [PreferredSchedulingTerm]|requiredDuringSchedulingIgnoredDuringExecution NodeSelector atomic',
  NodeAllocatableMappedResources: 'name text 37- required|quantity *quantity 37- required',
  NodeAllocatableOverheadResources: 'name text 37- required|perContainer *quantity 37-|perPod *quantity 37-',
  NodeAllocatableResourceClaimStatus:
    'containers [text] 36- set|mapping [NodeAllocatableMappedResources] 37- merge:name keys:name|overhead [NodeAllocatableOverheadResources] 37- merge:name keys:name|resourceClaimName text 36- required|resources {quantity} 36-36 required',
  NodeSelector: 'nodeSelectorTerms [NodeSelectorTerm] required atomic',
  NodeSelectorRequirement: 'key text required|operator text required|values [text]',
  NodeSelectorTerm: 'matchExpressions [NodeSelectorRequirement]|matchFields [NodeSelectorRequirement]',
  ObjectFieldSelector: 'apiVersion text|fieldPath text required',
  ObjectMeta:
    'annotations {text}|creationTimestamp time|deletionGracePeriodSeconds *int64|deletionTimestamp *time|finalizers [text] merge set|generateName text|generation int64|labels {text}|managedFields [ManagedFieldsEntry]|name text|namespace text|ownerReferences [OwnerReference] merge:uid keys:uid atomic|resourceVersion text|selfLink text|uid text',
  ObjectMetricSource:
    'describedObject CrossVersionObjectReference:v2 required|metric MetricIdentifier required|target MetricTarget required',
  ObjectMetricStatus:
    'current MetricValueStatus required|describedObject CrossVersionObjectReference:v2 required|metric MetricIdentifier required',
  ObjectReference:
    'apiVersion text|fieldPath text|kind text|name text|namespace text|resourceVersion text|uid text',
  OwnerReference:
    'apiVersion text required|blockOwnerDeletion *boolean|controller *boolean|kind text required|name text required|uid text required',
  PersistentVolume:
    'apiVersion text|kind text|metadata ObjectMeta|spec PersistentVolumeSpec|status PersistentVolumeStatus',
  PersistentVolumeClaim:
    'apiVersion text|kind text|metadata ObjectMeta|spec PersistentVolumeClaimSpec|status PersistentVolumeClaimStatus',
  PersistentVolumeClaimCondition:
    'lastProbeTime time|lastTransitionTime time|message text|reason text|status text required|type text required',
  PersistentVolumeClaimSpec:
    'accessModes [text]|dataSource TypedLocalObjectReference atomic|dataSourceRef TypedObjectReference|resources ResourceRequirements -28|resources VolumeResourceRequirements 29-|selector LabelSelector atomic|storageClassName *text|volumeAttributesClassName *text 29-|volumeMode *text|volumeName text',
  PersistentVolumeClaimStatus:
    'accessModes [text]|allocatedResourceStatuses {text}|allocatedResources {quantity}|capacity {quantity}|conditions [PersistentVolumeClaimCondition] merge:type keys:type|currentVolumeAttributesClassName *text 29-|healthStatus VolumeHealthStatus 37-|modifyVolumeStatus ModifyVolumeStatus 29-|phase text',
  PersistentVolumeClaimTemplate: 'metadata ObjectMeta|spec PersistentVolumeClaimSpec required',
  PersistentVolumeClaimVolumeSource: 'claimName text required|readOnly boolean',
  PersistentVolumeSpec:
    'accessModes [text]|awsElasticBlockStore AWSElasticBlockStoreVolumeSource|azureDisk AzureDiskVolumeSource|azureFile AzureFilePersistentVolumeSource|capacity {quantity}|cephfs CephFSPersistentVolumeSource|cinder CinderPersistentVolumeSource|claimRef ObjectReference|csi CSIPersistentVolumeSource|fc FCVolumeSource|flexVolume FlexPersistentVolumeSource|flocker FlockerVolumeSource|gcePersistentDisk GCEPersistentDiskVolumeSource|glusterfs GlusterfsPersistentVolumeSource|hostPath HostPathVolumeSource|iscsi ISCSIPersistentVolumeSource|local LocalVolumeSource|mountOptions [text]|nfs NFSVolumeSource|nodeAffinity VolumeNodeAffinity|persistentVolumeReclaimPolicy text|photonPersistentDisk PhotonPersistentDiskVolumeSource|portworxVolume PortworxVolumeSource|quobyte QuobyteVolumeSource|rbd RBDPersistentVolumeSource|scaleIO ScaleIOPersistentVolumeSource|storageClassName text|storageos StorageOSPersistentVolumeSource|volumeAttributesClassName *text 29-|volumeMode *text|vsphereVolume VsphereVirtualDiskVolumeSource',
  PersistentVolumeStatus: 'lastPhaseTransitionTime *time|message text|phase text|reason text',
  PhotonPersistentDiskVolumeSource: 'fsType text|pdID text required',
  Pod: 'apiVersion text|kind text|metadata ObjectMeta|spec PodSpec|status PodStatus',
  PodAffinity:
    'preferredDuringSchedulingIgnoredDuringExecution [WeightedPodAffinityTerm]|requiredDuringSchedulingIgnoredDuringExecution [PodAffinityTerm]',
  PodAffinityTerm:
    'labelSelector LabelSelector atomic|matchLabelKeys [text] 29-|mismatchLabelKeys [text] 29-|namespaceSelector LabelSelector atomic|namespaces [text]|topologyKey text required',
  PodAntiAffinity:
    'preferredDuringSchedulingIgnoredDuringExecution [WeightedPodAffinityTerm]|requiredDuringSchedulingIgnoredDuringExecution [PodAffinityTerm]',
  PodCertificateProjection:
    'certificateChainPath text 34-|credentialBundlePath text 34-|keyPath text 34-|keyType text 34- required|maxExpirationSeconds *int32 34-|signerName text 34- required|user *int64 37-|userAnnotations {text} 35-',
  PodCondition:
    'lastProbeTime time|lastTransitionTime time|message text|observedGeneration int64 33-|reason text|status text required|type text required',
  PodDNSConfig: 'nameservers [text]|options [PodDNSConfigOption]|searches [text]',
  PodDNSConfigOption: 'name text|value *text',
  PodDisruptionBudget:
    'apiVersion text|kind text|metadata ObjectMeta|spec PodDisruptionBudgetSpec|status PodDisruptionBudgetStatus',
  PodDisruptionBudgetSpec:
    'maxUnavailable *int-or-string|minAvailable *int-or-string|selector LabelSelector replace atomic|unhealthyPodEvictionPolicy *text',
  PodDisruptionBudgetStatus:
    'conditions [Condition] merge:type keys:type|currentHealthy int32|desiredHealthy int32|disruptedPods {time}|disruptionsAllowed int32|expectedPods int32|observedGeneration int64',
  PodExtendedResourceClaimStatus:
    'requestMappings [ContainerExtendedResourceRequest] 34- required|resourceClaimName text 34- required',
  PodFailurePolicy: 'rules [PodFailurePolicyRule] required',
  PodFailurePolicyOnExitCodesRequirement:
    'containerName *text|operator text required|values [int32] required set',
  PodFailurePolicyOnPodConditionsPattern: 'status text|type text required',
  PodFailurePolicyRule:
    'action text required|onExitCodes PodFailurePolicyOnExitCodesRequirement|onPodConditions [PodFailurePolicyOnPodConditionsPattern]',
  PodIP: 'ip text required',
  PodOS: 'name text required',
  PodReadinessGate: 'conditionType text required',
  PodResourceClaim:
    'name text required|resourceClaimName *text 31-|resourceClaimTemplateName *text 31-|source ClaimSource -30',
  PodResourceClaimStatus: 'name text required|resourceClaimName *text',
  PodSchedulingGate: 'name text required',
  PodSchedulingGroup: 'podGroupName *text 36-',
  PodSecurityContext:
    'appArmorProfile AppArmorProfile 30-|fsGroup *int64|fsGroupChangePolicy *text|runAsGroup *int64|runAsNonRoot *boolean|runAsUser *int64|seLinuxChangePolicy *text 32-|seLinuxOptions SELinuxOptions|seccompProfile SeccompProfile|supplementalGroups [int64]|supplementalGroupsPolicy *text 31-|sysctls [Sysctl]|windowsOptions WindowsSecurityContextOptions',
  PodSpec:
    'activeDeadlineSeconds *int64|affinity Affinity|automountServiceAccountToken *boolean|containers [Container] required merge:name keys:name|dnsConfig PodDNSConfig|dnsPolicy text|enableServiceLinks *boolean|ephemeralContainers [EphemeralContainer] merge:name keys:name|evictionResponders [EvictionResponder] 37- merge:name keys:name atomic|hostAliases [HostAlias] merge:ip keys:ip|hostIPC boolean|hostNetwork boolean|hostPID boolean|hostUsers *boolean|hostname text|hostnameOverride *text 34-|imagePullSecrets [LocalObjectReference] merge:name keys:name atomic|initContainers [Container] merge:name keys:name|nodeName text|nodeSelector {text} atomic|os PodOS|overhead {quantity}|preemptionPolicy *text|priority *int32|priorityClassName text|readinessGates [PodReadinessGate]|resourceClaims [PodResourceClaim] merge:name retainKeys keys:name|resources ResourceRequirements 32-|restartPolicy text|runtimeClassName *text|schedulerName text|schedulingGates [PodSchedulingGate] merge:name keys:name|schedulingGroup PodSchedulingGroup 36-|securityContext PodSecurityContext|serviceAccount text|serviceAccountName text|setHostnameAsFQDN *boolean|shareProcessNamespace *boolean|subdomain text|terminationGracePeriodSeconds *int64|tolerations [Toleration]|topologySpreadConstraints [TopologySpreadConstraint] merge:topologyKey keys:topologyKey,whenUnsatisfiable|volumes [Volume] merge:name retainKeys keys:name|workloadRef WorkloadReference 35-35',
  PodStatus:
    'allocatedResources {quantity} 35-|conditions [PodCondition] merge:type keys:type|containerStatuses [ContainerStatus]|ephemeralContainerStatuses [ContainerStatus]|extendedResourceClaimStatus PodExtendedResourceClaimStatus 34-|hostIP text|hostIPs [HostIP] merge:ip|initContainerStatuses [ContainerStatus]|message text|nodeAllocatableResourceClaimStatuses [NodeAllocatableResourceClaimStatus] 36- merge:resourceClaimName keys:resourceClaimName|nominatedNodeName text|observedGeneration int64 33-|phase text|podIP text|podIPs [PodIP] merge:ip keys:ip|qosClass text|reason text|resize text|resourceClaimStatuses [PodResourceClaimStatus] merge:name retainKeys keys:name|resources ResourceRequirements 35-|startTime *time|volumeHealth [PodVolumeHealth] 37- keys:name',
  PodTemplateSpec: 'metadata ObjectMeta|spec PodSpec',
  PodVolumeHealth:
    'healthConditions [VolumeHealthCondition] 37- merge:status keys:status,reason|lastTransitionTime time 37-|name text 37- required',
  PodsMetricSource: 'metric MetricIdentifier required|target MetricTarget required',
  PodsMetricStatus: 'current MetricValueStatus required|metric MetricIdentifier required',
  PolicyRule:
    'apiGroups [text]|nonResourceURLs [text]|resourceNames [text]|resources [text]|verbs [text] required',
  PortStatus: 'error *text|port int32 required|protocol text required',
  PortworxVolumeSource: 'fsType text|readOnly boolean|volumeID text required',
  PreferredSchedulingTerm: 'preference NodeSelectorTerm required atomic|weight int32 required',
  PriorityClass:
    'apiVersion text|description text|globalDefault boolean|kind text|metadata ObjectMeta|preemptionPolicy *text|value int32',
  Probe:
    'exec ExecAction|failureThreshold int32|grpc GRPCAction|httpGet HTTPGetAction|initialDelaySeconds int32|periodSeconds int32|successThreshold int32|tcpSocket TCPSocketAction|terminationGracePeriodSeconds *int64|timeoutSeconds int32',
  ProjectedVolumeSource: 'defaultMode *int32|defaultUser *int64 37-|sources [VolumeProjection]',
  QuobyteVolumeSource:
    'group text|readOnly boolean|registry text required|tenant text|user text|volume text required',
  RBDPersistentVolumeSource:
    'fsType text|image text required|keyring text|monitors [text] required|pool text|readOnly boolean|secretRef SecretReference atomic|user text',
  RBDVolumeSource:
    'fsType text|image text required|keyring text|monitors [text] required|pool text|readOnly boolean|secretRef LocalObjectReference atomic|user text',
  ReplicaSet:
    'apiVersion text|kind text|metadata ObjectMeta|spec ReplicaSetSpec required|status ReplicaSetStatus',
  ReplicaSetCondition: 'lastTransitionTime time|message text|reason text|status text|type text',
  ReplicaSetSpec:
    'minReadySeconds int32|replicas *int32|selector LabelSelector required atomic|template PodTemplateSpec',
  ReplicaSetStatus:
    'availableReplicas int32|conditions [ReplicaSetCondition] merge:type keys:type|fullyLabeledReplicas int32|observedGeneration int64|readyReplicas int32|replicas int32 required|terminatingReplicas *int32 33-',
  ResourceClaim: 'name text required|request text 31-',
  ResourceFieldSelector: 'containerName text|divisor quantity|resource text required',
  ResourceHealth: 'health text 31-|message *text 36-|resourceID text 31- required',
  ResourceMetricSource: 'name text required|target MetricTarget required',
  ResourceMetricStatus: 'current MetricValueStatus required|name text required',
  ResourceQuota:
    'apiVersion text|kind text|metadata ObjectMeta|spec ResourceQuotaSpec|status ResourceQuotaStatus',
  ResourceQuotaSpec: 'hard {quantity}|scopeSelector ScopeSelector atomic|scopes [text]',
  ResourceQuotaStatus: 'hard {quantity}|used {quantity}',
  ResourceRequirements: 'claims [ResourceClaim] keys:name|limits {quantity}|requests {quantity}',
  ResourceStatus: 'name text 31- required|resources [ResourceHealth] 31- keys:resourceID',
  Role: 'apiVersion text|kind text|metadata ObjectMeta|rules [PolicyRule]',
  RoleBinding:
    'apiVersion text|kind text|metadata ObjectMeta|roleRef RoleRef required atomic|subjects [Subject] atomic',
  RoleRef: 'apiGroup text|kind text required|name text required',
  RollingUpdateDaemonSet: 'maxSurge *int-or-string|maxUnavailable *int-or-string',
  RollingUpdateDeployment: 'maxSurge *int-or-string|maxUnavailable *int-or-string',
  RollingUpdateStatefulSetStrategy: 'maxUnavailable *int-or-string|partition *int32',
  SELinuxOptions: 'level text|role text|type text|user text',
  ScaleIOPersistentVolumeSource:
    'fsType text|gateway text required|protectionDomain text|readOnly boolean|secretRef SecretReference required atomic|sslEnabled boolean|storageMode text|storagePool text|system text required|volumeName text',
  ScaleIOVolumeSource:
    'fsType text|gateway text required|protectionDomain text|readOnly boolean|secretRef LocalObjectReference required atomic|sslEnabled boolean|storageMode text|storagePool text|system text required|volumeName text',
  ScopeSelector: 'matchExpressions [ScopedResourceSelectorRequirement]',
  ScopedResourceSelectorRequirement: 'operator text required|scopeName text required|values [text]',
  SeccompProfile: 'localhostProfile *text|type text required',
  Secret:
    'apiVersion text|data {bytes}|immutable *boolean|kind text|metadata ObjectMeta|stringData {text}|type text',
  SecretEnvSource: 'name text|optional *boolean',
  SecretKeySelector: 'key text required|name text|optional *boolean',
  SecretProjection: 'items [KeyToPath]|name text|optional *boolean',
  SecretReference: 'name text|namespace text',
  SecretVolumeSource:
    'defaultMode *int32|defaultUser *int64 37-|items [KeyToPath]|optional *boolean|secretName text',
  SecurityContext:
    'allowPrivilegeEscalation *boolean|appArmorProfile AppArmorProfile 30-|capabilities Capabilities|privileged *boolean|procMount *text|readOnlyRootFilesystem *boolean|runAsGroup *int64|runAsNonRoot *boolean|runAsUser *int64|seLinuxOptions SELinuxOptions|seccompProfile SeccompProfile|windowsOptions WindowsSecurityContextOptions',
  Service: 'apiVersion text|kind text|metadata ObjectMeta|spec ServiceSpec|status ServiceStatus',
  ServiceAccount:
    'apiVersion text|automountServiceAccountToken *boolean|imagePullSecrets [LocalObjectReference] atomic|kind text|metadata ObjectMeta|secrets [ObjectReference] merge:name keys:name atomic',
  ServiceAccountTokenProjection: 'audience text|expirationSeconds *int64|path text required|user *int64 37-',
  ServiceBackendPort: 'name text|number int32',
  ServicePort:
    'appProtocol *text|name text|nodePort int32|port int32 required|protocol text|targetPort int-or-string',
  ServiceSpec:
    'allocateLoadBalancerNodePorts *boolean|clusterIP text|clusterIPs [text]|externalIPs [text]|externalName text|externalTrafficPolicy text|healthCheckNodePort int32|internalTrafficPolicy *text|ipFamilies [text]|ipFamilyPolicy *text|loadBalancerClass *text|loadBalancerIP text|loadBalancerSourceRanges [text]|ports [ServicePort] merge:port keys:port,protocol|publishNotReadyAddresses boolean|selector {text} atomic|sessionAffinity text|sessionAffinityConfig SessionAffinityConfig|trafficDistribution *text 30-|type text',
  ServiceStatus: 'conditions [Condition] merge:type keys:type|loadBalancer LoadBalancerStatus',
  SessionAffinityConfig: 'clientIP ClientIPConfig',
  SleepAction: 'seconds int64 29- required',
  StatefulSet:
    'apiVersion text|kind text|metadata ObjectMeta|spec StatefulSetSpec required|status StatefulSetStatus',
  StatefulSetCondition: 'lastTransitionTime time|message text|reason text|status text|type text',
  StatefulSetOrdinals: 'start int32',
  StatefulSetPersistentVolumeClaimRetentionPolicy: 'whenDeleted text|whenScaled text',
  StatefulSetSpec:
    'minReadySeconds int32|ordinals StatefulSetOrdinals|persistentVolumeClaimRetentionPolicy StatefulSetPersistentVolumeClaimRetentionPolicy|podManagementPolicy text|replicas *int32|revisionHistoryLimit *int32|selector LabelSelector required atomic|serviceName text|template PodTemplateSpec required|updateStrategy StatefulSetUpdateStrategy|volumeClaimTemplates [PersistentVolumeClaim]',
  StatefulSetStatus:
    'availableReplicas int32|collisionCount *int32|conditions [StatefulSetCondition] merge:type keys:type|currentReplicas int32|currentRevision text|observedGeneration int64|readyReplicas int32|replicas int32 required|updateRevision text|updatedReplicas int32',
  StatefulSetUpdateStrategy: 'rollingUpdate RollingUpdateStatefulSetStrategy|type text',
  StorageClass:
    'allowVolumeExpansion *boolean|allowedTopologies [TopologySelectorTerm] atomic|apiVersion text|kind text|metadata ObjectMeta|mountOptions [text]|parameters {text}|provisioner text required|reclaimPolicy *text|volumeBindingMode *text',
  StorageOSPersistentVolumeSource:
    'fsType text|readOnly boolean|secretRef ObjectReference atomic|volumeName text|volumeNamespace text',
  StorageOSVolumeSource:
    'fsType text|readOnly boolean|secretRef LocalObjectReference atomic|volumeName text|volumeNamespace text',
  Subject: 'apiGroup text|kind text required|name text required|namespace text',
  SuccessPolicy: 'rules [SuccessPolicyRule] 30- required',
  SuccessPolicyRule: 'succeededCount *int32 30-|succeededIndexes *text 30-',
  Sysctl: 'name text required|value text required',
  TCPSocketAction: 'host text|port int-or-string required',
  Toleration: 'effect text|key text|operator text|tolerationSeconds *int64|value text',
  TopologyConstraint: 'key text 37- required',
  TopologySelectorLabelRequirement: 'key text required|values [text] required',
  TopologySelectorTerm: 'matchLabelExpressions [TopologySelectorLabelRequirement]',
  TopologySpreadConstraint:
    'labelSelector LabelSelector atomic|matchLabelKeys [text]|maxSkew int32 required|minDomains *int32|nodeAffinityPolicy *text|nodeTaintsPolicy *text|topologyKey text required|whenUnsatisfiable text required',
  TypedLocalObjectReference: 'apiGroup *text|kind text required|name text required',
  TypedObjectReference: 'apiGroup *text|kind text required|name text required|namespace *text',
  UncountedTerminatedPods: 'failed [text] set|succeeded [text] set',
  Volume:
    'awsElasticBlockStore AWSElasticBlockStoreVolumeSource|azureDisk AzureDiskVolumeSource|azureFile AzureFileVolumeSource|cephfs CephFSVolumeSource|cinder CinderVolumeSource|configMap ConfigMapVolumeSource|csi CSIVolumeSource|downwardAPI DownwardAPIVolumeSource|emptyDir EmptyDirVolumeSource|ephemeral EphemeralVolumeSource|fc FCVolumeSource|flexVolume FlexVolumeSource|flocker FlockerVolumeSource|gcePersistentDisk GCEPersistentDiskVolumeSource|gitRepo GitRepoVolumeSource|glusterfs GlusterfsVolumeSource|hostPath HostPathVolumeSource|image ImageVolumeSource 31-|iscsi ISCSIVolumeSource|name text required|nfs NFSVolumeSource|persistentVolumeClaim PersistentVolumeClaimVolumeSource|photonPersistentDisk PhotonPersistentDiskVolumeSource|portworxVolume PortworxVolumeSource|projected ProjectedVolumeSource|quobyte QuobyteVolumeSource|rbd RBDVolumeSource|scaleIO ScaleIOVolumeSource|secret SecretVolumeSource|storageos StorageOSVolumeSource|vsphereVolume VsphereVirtualDiskVolumeSource',
  VolumeDevice: 'devicePath text required|name text required',
  VolumeHealthCondition: 'message text 37-|reason text 37- required|status text 37- required',
  VolumeHealthStatus:
    'healthConditions [VolumeHealthCondition] 37- merge:status keys:status,reason|lastTransitionTime time 37-',
  VolumeMount:
    'bindMountOptions [text] 37- set|mountPath text required|mountPropagation *text|name text required|readOnly boolean|recursiveReadOnly *text 30-|subPath text|subPathExpr text',
  VolumeMountStatus:
    'mountPath text 30- required|name text 30- required|readOnly boolean 30-|recursiveReadOnly *text 30-|volumeStatus VolumeStatus 36-',
  VolumeNodeAffinity: 'required NodeSelector atomic',
  VolumeProjection:
    'clusterTrustBundle ClusterTrustBundleProjection 29-|configMap ConfigMapProjection|downwardAPI DownwardAPIProjection|podCertificate PodCertificateProjection 34-|secret SecretProjection|serviceAccountToken ServiceAccountTokenProjection',
  VolumeResourceRequirements: 'limits {quantity} 29-|requests {quantity} 29-',
  VolumeStatus: 'image ImageVolumeStatus 36-',
  VsphereVirtualDiskVolumeSource:
    'fsType text|storagePolicyID text|storagePolicyName text|volumePath text required',
  WeightedPodAffinityTerm: 'podAffinityTerm PodAffinityTerm required|weight int32 required',
  WindowsSecurityContextOptions:
    'gmsaCredentialSpec *text|gmsaCredentialSpecName *text|hostProcess *boolean|runAsUserName *text',
  WorkloadPodGroupAllDisruptionMode: '',
  WorkloadPodGroupBasicSchedulingPolicy: '',
  WorkloadPodGroupDisruptionMode:
    'all WorkloadPodGroupAllDisruptionMode 37-|single WorkloadPodGroupSingleDisruptionMode 37-',
  WorkloadPodGroupGangSchedulingPolicy: 'minCount *int32 37-',
  WorkloadPodGroupResourceClaim:
    'name text 37- required|resourceClaimName *text 37-|resourceClaimTemplateName *text 37-',
  WorkloadPodGroupSchedulingConstraints: 'topology [TopologyConstraint] 37-',
  WorkloadPodGroupSchedulingPolicy:
    'basic WorkloadPodGroupBasicSchedulingPolicy 37-|gang WorkloadPodGroupGangSchedulingPolicy 37-',
  WorkloadPodGroupSingleDisruptionMode: '',
  WorkloadReference: 'name text 35-35 required|podGroup text 35-35 required|podGroupReplicaKey text 35-35',
};
