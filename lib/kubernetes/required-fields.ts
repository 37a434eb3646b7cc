import { requiredFieldsOf } from './fields';

type FieldsByType = Readonly<Record<string, readonly string[]>>;

/** What API servers ask for and OpenAPI does not. */
const ALSO_REQUIRED: FieldsByType = {
  // OpenAPI cannot say that a name must be given to a reference: there are references that may lack it.
  ConfigMapEnvSource: ['name'],
  ConfigMapKeySelector: ['name'],
  ConfigMapProjection: ['name'],
  ConfigMapVolumeSource: ['name'],
  SecretEnvSource: ['name'],
  SecretKeySelector: ['name'],
  SecretProjection: ['name'],
  SecretVolumeSource: ['secretName'],
  // Optional in the schema, so that other tools may fill them in.
  Container: ['image'],
  PersistentVolumeClaim: ['spec'],
  EphemeralVolumeSource: ['volumeClaimTemplate'],
  ExecAction: ['command'],
  PodDNSConfigOption: ['name'],
  ScaleIOVolumeSource: ['volumeName'],
};

/** What OpenAPI calls required and this table does not ask for. */
const NOT_ASKED_FOR: FieldsByType = {
  // Rules of their own say more of these.
  Container: ['name'],
  ContainerPort: ['containerPort'],
  ContainerResizePolicy: ['resourceName', 'restartPolicy'],
  GRPCAction: ['port'],
  HTTPGetAction: ['port'],
  'HorizontalPodAutoscalerSpec:v1': ['maxReplicas'],
  'HorizontalPodAutoscalerSpec:v2': ['maxReplicas'],
  OwnerReference: ['apiVersion', 'kind', 'name', 'uid'],
  PodResourceClaim: ['name'],
  PodSpec: ['containers'],
  ResourceClaim: ['name'],
  ServicePort: ['port'],
  SleepAction: ['seconds'],
  StatefulSetSpec: ['template'],
  TCPSocketAction: ['port'],
  TopologySpreadConstraint: ['maxSkew'],
  TypedLocalObjectReference: ['kind', 'name'],
  Volume: ['name'],
  // API servers take their zeros: no value, disk 0, every node, the user's own credentials.
  HTTPHeader: ['value'],
  ISCSIVolumeSource: ['lun'],
  PreferredSchedulingTerm: ['preference'],
  ScaleIOVolumeSource: ['secretRef'],
  Sysctl: ['value'],
  // Ephemeral containers are refused altogether.
  EphemeralContainer: ['name'],
  // Feature gates that are off drop what these are in before anything is asked for.
  ClusterTrustBundleProjection: ['path'],
  ContainerRestartRule: ['action'],
  ContainerRestartRuleOnExitCodes: ['operator'],
  EvictionResponder: ['name', 'priority'],
  FileKeySelector: ['key', 'path', 'volumeName'],
  PodCertificateProjection: ['keyType', 'signerName'],
  WorkloadReference: ['name', 'podGroup'],
};

const asked = new Map<string, readonly string[]>();

/** The fields of a type that must be written and must not be empty, by what API servers ask for. */
export function fieldsAskedFor(type: string): readonly string[] {
  const known = asked.get(type);
  if (known !== undefined) {
    return known;
  }
  const [also, not] = [ALSO_REQUIRED, NOT_ASKED_FOR].map((table) =>
    Object.hasOwn(table, type) ? table[type] : [],
  );
  const fields = [...also, ...requiredFieldsOf(type).filter((field) => !not.includes(field))];
  asked.set(type, fields);
  return fields;
}
