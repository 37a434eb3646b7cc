import { Duration, Size, type Chart } from 'cdk8s';
import {
  Capability,
  ConfigMap,
  ContainerRestartPolicy,
  DnsPolicy,
  Env,
  EnvValue,
  FsGroupChangePolicy,
  Handler,
  ImagePullPolicy,
  Node,
  NodeLabelQuery,
  NodeTaintQuery,
  PercentOrAbsolute,
  PersistentVolumeMode,
  PodManagementPolicy,
  Probe,
  RestartPolicy,
  SeccompProfileType,
  Secret,
  ServiceAccount,
  Topology,
  Volume,
  type ContainerProps,
} from 'cdk8s-plus-28';
import { ClaimDataSource } from '../lib/constructs/claim-data-source';
import { ClaimRetentionPolicy } from '../lib/constructs/claim-retention';
import { TerminationMessagePolicy } from '../lib/constructs/container-options';
import { IpFamily, IpFamilyPolicy } from '../lib/constructs/headless-service';
import { StatefulSet } from '../lib/constructs/stateful-set';
import { NodeInclusionPolicy } from '../lib/constructs/topology-spread';
import { UpdateStrategy } from '../lib/constructs/update-strategy';
import { NGINX } from './synthesis';

const probe = Probe.fromCommand(['true']);

const container: ContainerProps = {
  ...NGINX,
  ports: [{ name: 'http', number: 80 }],
  command: ['nginx'],
  args: ['-g', 'daemon off;'],
  workingDir: '/',
  envVariables: { A: EnvValue.fromValue('a') },
  imagePullPolicy: ImagePullPolicy.IF_NOT_PRESENT,
  readiness: probe,
  liveness: probe,
  startup: probe,
  lifecycle: { preStop: Handler.fromCommand(['true']) },
  resources: { memory: { request: Size.mebibytes(64) } },
  securityContext: {
    user: 1,
    group: 1,
    capabilities: { drop: [Capability.ALL] },
    seccompProfile: { type: SeccompProfileType.RUNTIME_DEFAULT },
  },
};

/** A set that says everything that can be said of one. */
export function setWithEverything(chart: Chart): StatefulSet {
  const set = new StatefulSet(chart, 'web', {
    replicas: 3,
    firstOrdinal: 1,
    podManagementPolicy: PodManagementPolicy.PARALLEL,
    minReady: Duration.seconds(10),
    revisionHistoryLimit: 3,
    changeCause: 'why',
    updateStrategy: UpdateStrategy.rollingUpdate({
      partition: 1,
      maxUnavailable: PercentOrAbsolute.absolute(2),
    }),
    claimRetention: { whenDeleted: ClaimRetentionPolicy.DELETE, whenScaled: ClaimRetentionPolicy.RETAIN },
    headlessService: {
      publishNotReadyAddresses: true,
      ipFamilies: [IpFamily.IPV6],
      ipFamilyPolicy: IpFamilyPolicy.SINGLE_STACK,
      ports: [{ name: 'admin', port: 9000 }],
    },
    restartPolicy: RestartPolicy.ALWAYS,
    serviceAccount: ServiceAccount.fromServiceAccountName(chart, 'account', 'web'),
    dockerRegistryAuth: Secret.fromSecretName(chart, 'registry', 'registry'),
    hostAliases: [{ ip: '127.0.0.1', hostnames: ['me'] }],
    hostNetwork: true,
    terminationGracePeriod: Duration.minutes(2),
    dns: { policy: DnsPolicy.CLUSTER_FIRST, searches: ['example.org'], hostnameAsFQDN: true },
    securityContext: {
      user: 1,
      group: 1,
      fsGroup: 1,
      fsGroupChangePolicy: FsGroupChangePolicy.ALWAYS,
      sysctls: [{ name: 'net.core.somaxconn', value: '1024' }],
    },
    pod: {
      priorityClassName: 'high',
      preemptionPolicy: 'Never',
      schedulerName: 'mine',
      runtimeClassName: 'gvisor',
      nodeSelector: { disk: 'ssd' },
      enableServiceLinks: false,
      shareProcessNamespace: true,
      hostUsers: false,
      hostPid: true,
      hostIpc: true,
      supplementalGroups: [2],
      readinessGates: ['example.org/ready'],
    },
  });
  addStorage(chart, set);
  addScheduling(set);
  return set;
}

function addStorage(chart: Chart, set: StatefulSet): void {
  const data = set.addClaim('data', {
    size: Size.gibibytes(1),
    storageClassName: 'fast',
    labels: { tier: 'db' },
    annotations: { note: 'a' },
    selector: { disk: 'ssd' },
    volumeName: 'pv-1',
    dataSource: ClaimDataSource.snapshot('s'),
    dataSourceRef: ClaimDataSource.of('example.org', 'Backup', 'b', { namespace: 'backups' }),
    volumeAttributesClassName: 'gold',
  });
  const raw = set.addClaim('raw', { size: Size.gibibytes(1), volumeMode: PersistentVolumeMode.BLOCK });
  const envFrom = [Env.fromConfigMap(ConfigMap.fromConfigMapName(chart, 'settings', 'settings'))];
  const main = set.addContainer({ ...container, envFrom });
  main.mount('/data', data, { subPath: 'web' });
  set.addVolume(Volume.fromEmptyDir(chart, 'tmp', 'tmp'));
  set.extendContainer(main, {
    devices: [{ path: '/dev/xvda', claim: raw }],
    extendedResources: { 'example.org/gpu': '1' },
    terminationMessagePath: '/dev/end',
    terminationMessagePolicy: TerminationMessagePolicy.FALLBACK_TO_LOGS_ON_ERROR,
    stdin: true,
    stdinOnce: true,
    tty: true,
  });
  const sidecar = set.addInitContainer({
    ...NGINX,
    name: 'log',
    restartPolicy: ContainerRestartPolicy.ALWAYS,
  });
  sidecar.mount('/data', data);
}

function addScheduling(set: StatefulSet): void {
  set.scheduling.tolerate(Node.tainted(NodeTaintQuery.exists('db')));
  set.scheduling.attract(Node.labeled(NodeLabelQuery.exists('disk')));
  set.spreadAcross(Topology.ZONE, {
    hard: true,
    minDomains: 2,
    nodeAffinityPolicy: NodeInclusionPolicy.HONOR,
    nodeTaintsPolicy: NodeInclusionPolicy.HONOR,
    matchLabelKeys: ['controller-revision-hash'],
  });
}
