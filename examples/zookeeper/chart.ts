import { Chart, Duration, Size, type ChartProps } from 'cdk8s';
import { AllowedDisruptions, StatefulSet } from 'cdk8s-stateful';
import { Cpu, EnvValue, PodManagementPolicy, Probe, Topology, Volume } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';

const CLIENT_PORT = 2181;
const PEER_PORT = 2888;
const ELECTION_PORT = 3888;
const REPLICAS = 3;

/** A ZooKeeper ensemble: each server knows its own number, and the numbers and names of all. */
export class ZooKeeperChart extends Chart {
  constructor(scope: Construct, id: string, props: ChartProps = {}) {
    super(scope, id, props);

    const zookeeper = new StatefulSet(this, 'zookeeper', {
      replicas: REPLICAS,
      // No server becomes ready alone: a majority of them elects a leader first.
      podManagementPolicy: PodManagementPolicy.PARALLEL,
      headlessService: { publishNotReadyAddresses: true },
      terminationGracePeriod: Duration.seconds(60),
      securityContext: { user: 1000, group: 1000, fsGroup: 1000 },
      pod: { enableServiceLinks: false },
    });
    const container = zookeeper.addContainer({
      name: 'zookeeper',
      image: 'zookeeper:3.9.4',
      // ZooKeeper reads its number where it keeps its data.
      command: [
        'sh',
        '-c',
        'cp /etc/zookeeper/myid /data/myid && exec zkServer.sh start-foreground /etc/zookeeper/zoo.cfg',
      ],
      envVariables: {
        ZOO_LOG_DIR: EnvValue.fromValue('/tmp'),
        SERVER_JVMFLAGS: EnvValue.fromValue('-Xms512m -Xmx512m'),
      },
      ports: [
        { name: 'client', number: CLIENT_PORT },
        { name: 'peer', number: PEER_PORT },
        { name: 'election', number: ELECTION_PORT },
      ],
      resources: { cpu: { request: Cpu.millis(500) }, memory: { request: Size.gibibytes(1) } },
      // A server that comes back reads its last snapshot and the log after it, before it listens: half an hour.
      startup: Probe.fromTcpSocket({ port: CLIENT_PORT, failureThreshold: 180 }),
      // A server without a majority is alive, but not ready: a restart would not bring the majority back.
      liveness: Probe.fromTcpSocket({
        port: CLIENT_PORT,
        failureThreshold: 6,
        timeoutSeconds: Duration.seconds(10),
      }),
      readiness: Probe.fromCommand(
        ['sh', '-c', `echo srvr | nc -w 5 127.0.0.1 ${CLIENT_PORT} | grep -q '^Mode: '`],
        { timeoutSeconds: Duration.seconds(10) },
      ),
    });
    container.mount('/data', zookeeper.addClaim('data', { size: Size.gibibytes(8) }));
    container.mount('/tmp', Volume.fromEmptyDir(this, 'tmp', 'tmp'));

    zookeeper
      .addPodConfig('config', {
        common: { 'zoo.cfg': configuration(zookeeper) },
        perPod: Array.from({ length: REPLICAS }, (_, index) => ({ myid: `${index + 1}` })),
      })
      .mount(container, '/etc/zookeeper');

    zookeeper.addClientService({ ports: [{ name: 'client', port: CLIENT_PORT }] });
    zookeeper.addDisruptionBudget({ allowed: AllowedDisruptions.keepingQuorum() });
    zookeeper.spreadAcross(Topology.HOSTNAME, { hard: true });
    zookeeper.spreadAcross(Topology.ZONE);
  }
}

function configuration(zookeeper: StatefulSet): string {
  return `
dataDir=/data
tickTime=2000
# In ticks: how long a server may take to get a large state from the leader, and to answer it.
initLimit=60
syncLimit=5
clientPort=${CLIENT_PORT}
clientPortAddress=0.0.0.0
# The name of a new pod may not resolve at once, not even for the pod itself.
quorumListenOnAllIPs=true
admin.enableServer=false
autopurge.purgeInterval=24
autopurge.snapRetainCount=3
${zookeeper.peers({ template: `server.{number}={host}:${PEER_PORT}:${ELECTION_PORT}`, separator: '\n' })}
`.trimStart();
}
