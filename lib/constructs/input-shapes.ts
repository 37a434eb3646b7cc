import {
  ContainerRestartPolicy,
  ImagePullPolicy,
  PersistentVolumeMode,
  PodManagementPolicy,
  Protocol,
  SeccompProfileType,
  ServiceType,
  type ContainerPort,
  type ContainerProps,
  type VolumeMount,
} from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { RefusedError, requireShape, type RefusingScope } from '../errors/refusal';
import {
  ANYTHING,
  FLAG,
  listOf,
  madeWith,
  mapOf,
  NUMBER,
  OBJECT,
  oneOf,
  required,
  SOME_PLAIN_TEXT,
  SOME_TEXT,
  struct,
  TEXT,
  type Shape,
  type ShapeOf,
} from '../errors/shape';
import { ClaimRetentionPolicy, type ClaimRetention } from './claim-retention';
import type { ExposedPort } from './exposed-port';
import type { PodOptions } from './pod-options';
import type { StatefulSetProps } from './stateful-set-props';
import type { VolumeClaimTemplateProps } from './volume-claim-template-props';

export const TEXTS = mapOf(TEXT);
/** Numbers by names. */
export const NUMBERS = mapOf(NUMBER);
export const AMOUNT = madeWith('PercentOrAbsolute.absolute() or .percent()', 'value');
export const DURATION = madeWith('Duration.seconds()', 'toSeconds');
export const SIZE = madeWith('Size.gibibytes()', 'toKibibytes');
export const VOLUME = madeWith('Volume.fromEmptyDir() or another of its methods', 'asVolume');
export const CLAIM = madeWith('StatefulSet.addClaim()', 'asVolume');
export const CONTAINER = madeWith('StatefulSet.addContainer()', 'mounts');
export const DATA_SOURCE = madeWith('ClaimDataSource.snapshot(), .claim() or .of()', 'kind');

const PORT: ShapeOf<ContainerPort> = {
  number: required(NUMBER),
  name: TEXT,
  protocol: oneOf(Protocol),
  hostPort: NUMBER,
  hostIp: TEXT,
};

const SERVICE_PORT: ShapeOf<ExposedPort> = {
  port: required(NUMBER),
  name: TEXT,
  protocol: oneOf(Protocol),
  nodePort: NUMBER,
  targetPort: NUMBER,
  targetPortName: TEXT,
  appProtocol: TEXT,
};

const MOUNT: ShapeOf<VolumeMount> = {
  path: required(TEXT),
  volume: required(VOLUME),
  propagation: TEXT,
  readOnly: FLAG,
  subPath: TEXT,
  subPathExpr: TEXT,
};

const PROBE = madeWith('Probe.fromCommand() or another of its methods', '_toKube');

const CONTAINER_PROPS: ShapeOf<ContainerProps> = {
  image: SOME_TEXT,
  name: TEXT,
  port: NUMBER,
  portNumber: NUMBER,
  ports: listOf(struct(PORT)),
  command: listOf(TEXT),
  args: listOf(TEXT),
  workingDir: TEXT,
  envVariables: mapOf(madeWith('EnvValue.fromValue() or another of its methods', 'value')),
  envFrom: listOf(OBJECT),
  volumeMounts: listOf(struct(MOUNT)),
  imagePullPolicy: oneOf(ImagePullPolicy),
  readiness: PROBE,
  liveness: PROBE,
  startup: PROBE,
  lifecycle: OBJECT,
  resources: OBJECT,
  securityContext: OBJECT,
  restartPolicy: oneOf(ContainerRestartPolicy),
};

/** The properties of a container. */
export const CONTAINER_SHAPE = struct(CONTAINER_PROPS);

/** The ports of a Service. */
export const SERVICE_PORTS = listOf(struct(SERVICE_PORT));

/** The type of a Service. */
export const SERVICE_TYPE = oneOf(ServiceType);

const RETENTION: ShapeOf<ClaimRetention> = {
  whenDeleted: oneOf(ClaimRetentionPolicy),
  whenScaled: oneOf(ClaimRetentionPolicy),
};

const POD: ShapeOf<PodOptions> = {
  priorityClassName: TEXT,
  preemptionPolicy: oneOf({ lower: 'PreemptLowerPriority', never: 'Never' }),
  schedulerName: TEXT,
  runtimeClassName: TEXT,
  nodeSelector: TEXTS,
  enableServiceLinks: FLAG,
  shareProcessNamespace: FLAG,
  hostUsers: FLAG,
  hostPid: FLAG,
  hostIpc: FLAG,
  supplementalGroups: listOf(NUMBER),
  seccompProfile: struct({ type: required(oneOf(SeccompProfileType)), localhostProfile: TEXT }),
  readinessGates: listOf(TEXT),
};

const METADATA = struct({ name: TEXT, namespace: TEXT, labels: TEXTS, annotations: TEXTS });

/** What sets of cdk8s-plus-31 and later have beside those of cdk8s-plus-28. */
const LATER_PROPS = {
  shareProcessNamespace: FLAG,
  enableServiceLinks: FLAG,
  // They have a code of their own.
  volumeClaimTemplates: ANYTHING,
};

const SET_PROPS: ShapeOf<Omit<StatefulSetProps, keyof typeof LATER_PROPS>> = {
  name: TEXT,
  namespace: TEXT,
  labels: TEXTS,
  selector: TEXTS,
  serviceName: TEXT,
  headlessService: OBJECT,
  firstOrdinal: NUMBER,
  clusterDomain: TEXT,
  annotations: TEXTS,
  existingServiceName: TEXT,
  omitReplicas: FLAG,
  updateStrategy: madeWith('UpdateStrategy.rollingUpdate(), .canary() or .onDelete()', '_refusals'),
  revisionHistoryLimit: NUMBER,
  changeCause: TEXT,
  claimRetention: struct(RETENTION),
  pod: struct(POD),
  verbatim: FLAG,
  service: madeWith('HeadlessService or Service', 'clusterIP'),
  replicas: NUMBER,
  podManagementPolicy: oneOf(PodManagementPolicy),
  strategy: madeWith('StatefulSetUpdateStrategy.rollingUpdate() or .onDelete()', '_toKube'),
  minReady: DURATION,
  podMetadata: METADATA,
  select: FLAG,
  spread: FLAG,
  metadata: METADATA,
  containers: listOf(CONTAINER_SHAPE),
  initContainers: listOf(CONTAINER_SHAPE),
  volumes: listOf(VOLUME),
  // A wrong one has a code of its own.
  restartPolicy: ANYTHING,
  serviceAccount: OBJECT,
  securityContext: OBJECT,
  hostAliases: listOf(OBJECT),
  dns: OBJECT,
  dockerRegistryAuth: OBJECT,
  automountServiceAccountToken: FLAG,
  isolate: FLAG,
  hostNetwork: FLAG,
  terminationGracePeriod: DURATION,
};

/** The properties of a set. */
export const SET_SHAPE = struct({ ...LATER_PROPS, ...SET_PROPS });

const CLAIM_PROPS: ShapeOf<VolumeClaimTemplateProps> = {
  size: required(SIZE),
  storageClassName: TEXT,
  // Wrong modes have a code of their own.
  accessModes: listOf(ANYTHING),
  volumeMode: oneOf(PersistentVolumeMode),
  labels: TEXTS,
  annotations: TEXTS,
  selector: TEXTS,
  volumeName: TEXT,
  dataSource: DATA_SOURCE,
  dataSourceRef: DATA_SOURCE,
  volumeAttributesClassName: TEXT,
};

/** The properties of a claim template. */
export const CLAIM_SHAPE = struct(CLAIM_PROPS);

const WITH_ID = struct({ id: SOME_PLAIN_TEXT });

/**
 * Refuses arguments of a constructor that are no scope, no id or not the properties. There is no construct yet to name.
 *
 * @throws WRONG_TYPE, FIELD_MISSING, VALUE_NOT_ALLOWED
 */
export function requireArguments(
  className: string,
  scope: Construct,
  id: string,
  props: unknown,
  shape: Shape,
): void {
  if (!Construct.isConstruct(scope)) {
    throw new RefusedError(className, {
      code: 'WRONG_TYPE',
      subject: 'scope',
      problem: 'must be a construct',
    });
  }
  requireShape(scope, { id }, WITH_ID);
  requireShape(constructToBe(scope, id), props, shape);
}

/** A construct that is not made yet. Its path is put together only where it is refused. */
function constructToBe(scope: Construct, id: string): RefusingScope {
  return {
    node: {
      get path(): string {
        return [scope.node.path, id].filter((part) => part !== '').join('/');
      },
    },
  };
}
