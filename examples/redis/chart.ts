import { Chart, Duration, Size, type ChartProps } from 'cdk8s';
import { StatefulSet } from 'cdk8s-stateful';
import { Cpu, EnvFieldPaths, EnvValue, Pods, Probe, Topology } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';

const PORT = 6379;
const REPLICAS = 3;

const CONFIGURATION = `
dir /data
appendonly yes
# There is no password: a network policy says who may connect.
protected-mode no
# A primary that nobody copies takes no writes: they would be lost with it.
min-replicas-to-write 1
`.trimStart();

/** A Redis primary, the first pod, and replicas that copy it. Nobody takes over while the primary is away. */
export class RedisChart extends Chart {
  constructor(scope: Construct, id: string, props: ChartProps = {}) {
    super(scope, id, props);

    const redis = new StatefulSet(this, 'redis', {
      replicas: REPLICAS,
      // Replicas find their primary while it still reads its data and is not ready.
      headlessService: { publishNotReadyAddresses: true },
      // At its end, Redis writes to the disk what is not there yet.
      terminationGracePeriod: Duration.minutes(2),
      securityContext: { user: 999, group: 999, fsGroup: 999 },
      pod: { enableServiceLinks: false },
    });
    const container = redis.addContainer({
      name: 'redis',
      image: 'redis:7.4.2',
      command: ['redis-server', '/etc/redis/redis.conf', '--bind', '$(POD_IP)'],
      envVariables: { POD_IP: EnvValue.fromFieldRef(EnvFieldPaths.POD_IP) },
      ports: [{ name: 'redis', number: PORT }],
      resources: { cpu: { request: Cpu.millis(250) }, memory: { request: Size.mebibytes(512) } },
      // Redis listens at once and then reads its data, however long that takes: it is alive, but not ready.
      startup: Probe.fromTcpSocket({ port: PORT, failureThreshold: 30 }),
      liveness: Probe.fromTcpSocket({ port: PORT, failureThreshold: 6, timeoutSeconds: Duration.seconds(5) }),
      readiness: Probe.fromCommand(['sh', '-c', 'redis-cli -h "$POD_IP" ping | grep -q PONG'], {
        timeoutSeconds: Duration.seconds(5),
      }),
    });
    container.mount('/data', redis.addClaim('data', { size: Size.gibibytes(4) }));

    const replicaOf = `replicaof ${redis.podShortDnsName(0)} ${PORT}\n`;
    redis
      .addPodConfig('config', {
        perPod: Array.from({ length: REPLICAS }, (_, index) => ({
          'redis.conf': index === 0 ? CONFIGURATION : CONFIGURATION + replicaOf,
        })),
      })
      .mount(container, '/etc/redis');

    redis.addClientService({ name: 'redis-read' });
    redis.addPeerNetworkPolicy({
      clients: [Pods.select(this, 'Clients', { labels: { 'redis-client': 'true' } })],
      clientPorts: [PORT],
    });
    redis.addDisruptionBudget();
    redis.spreadAcross(Topology.HOSTNAME, { hard: true });
    redis.spreadAcross(Topology.ZONE);
  }
}
