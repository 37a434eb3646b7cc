import { Chart, Duration, Size, type ChartProps } from 'cdk8s';
import { AllowedDisruptions, PodIdentity, StatefulSet } from 'cdk8s-stateful';
import { Cpu, PodManagementPolicy, Probe, Topology } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';

const CLIENT_PORT = 2379;
const PEER_PORT = 2380;
const METRICS_PORT = 2381;

/** An etcd cluster of three members that find each other by the names of their pods. */
export class EtcdChart extends Chart {
  constructor(scope: Construct, id: string, props: ChartProps = {}) {
    super(scope, id, props);

    const etcd = new StatefulSet(this, 'etcd', {
      replicas: 3,
      // No member becomes ready alone: a majority of them elects a leader first.
      podManagementPolicy: PodManagementPolicy.PARALLEL,
      headlessService: { publishNotReadyAddresses: true },
      terminationGracePeriod: Duration.seconds(60),
      // The image runs as any user.
      securityContext: { user: 1000, group: 1000, fsGroup: 1000 },
      pod: { enableServiceLinks: false },
    });
    const host = `$(POD_NAME).${etcd.serviceName}`;

    etcd
      .addContainer({
        name: 'etcd',
        image: 'quay.io/coreos/etcd:v3.6.7',
        command: ['/usr/local/bin/etcd'],
        args: [
          '--name=$(POD_NAME)',
          '--data-dir=/var/lib/etcd/member',
          `--listen-peer-urls=http://0.0.0.0:${PEER_PORT}`,
          `--listen-client-urls=http://0.0.0.0:${CLIENT_PORT}`,
          `--listen-metrics-urls=http://0.0.0.0:${METRICS_PORT}`,
          `--initial-advertise-peer-urls=http://${host}:${PEER_PORT}`,
          `--advertise-client-urls=http://${host}:${CLIENT_PORT}`,
          `--initial-cluster=${etcd.peers({ named: true, scheme: 'http', port: PEER_PORT })}`,
          `--initial-cluster-token=${etcd.name}`,
          '--initial-cluster-state=new',
          '--auto-compaction-mode=periodic',
          '--auto-compaction-retention=1h',
          '--quota-backend-bytes=4294967296',
        ],
        envVariables: { POD_NAME: PodIdentity.podName() },
        ports: [
          { name: 'client', number: CLIENT_PORT },
          { name: 'peer', number: PEER_PORT },
          { name: 'metrics', number: METRICS_PORT },
        ],
        resources: { cpu: { request: Cpu.millis(500) }, memory: { request: Size.gibibytes(1) } },
        // A member that comes back reads its whole log before it answers: half an hour for that.
        startup: probe('/livez', 180),
        // A member without a leader is alive, but not ready: a restart would not bring the leader back.
        liveness: probe('/livez', 8),
        readiness: probe('/readyz', 3),
      })
      .mount('/var/lib/etcd', etcd.addClaim('data', { size: Size.gibibytes(8) }));

    etcd.addClientService({ ports: [{ name: 'client', port: CLIENT_PORT }] });
    etcd.addDisruptionBudget({ allowed: AllowedDisruptions.keepingQuorum() });
    etcd.spreadAcross(Topology.HOSTNAME, { hard: true });
    etcd.spreadAcross(Topology.ZONE);
  }
}

function probe(path: string, failureThreshold: number): Probe {
  return Probe.fromHttpGet(path, {
    port: METRICS_PORT,
    failureThreshold,
    timeoutSeconds: Duration.seconds(15),
  });
}
