import { Chart, Duration, Size, type ChartProps } from 'cdk8s';
import { StatefulSet } from 'cdk8s-stateful';
import { Cpu, EnvValue, Handler, Probe, Topology } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';

const CLIENT_PORT = 9042;
const PEER_PORT = 7000;

/** A Cassandra ring whose nodes join one after the other, and find it by the first two of them. */
export class CassandraChart extends Chart {
  constructor(scope: Construct, id: string, props: ChartProps = {}) {
    super(scope, id, props);

    const cassandra = new StatefulSet(this, 'cassandra', {
      replicas: 3,
      // A seed looks for its own name before it is ready.
      headlessService: { publishNotReadyAddresses: true },
      // Longer than `nodetool drain` takes.
      terminationGracePeriod: Duration.minutes(5),
      // Only one node may join at a time, and has settled two minutes later.
      minReady: Duration.minutes(2),
      securityContext: { user: 999, group: 999, fsGroup: 999 },
      // The image takes variables that start with CASSANDRA_ for settings; Service links would make some.
      pod: { enableServiceLinks: false },
    });

    cassandra
      .addContainer({
        name: 'cassandra',
        image: 'cassandra:5.0.4',
        // The image writes its configuration and its logs beside its program.
        securityContext: { readOnlyRootFilesystem: false },
        envVariables: {
          CASSANDRA_CLUSTER_NAME: EnvValue.fromValue(cassandra.name),
          CASSANDRA_SEEDS: EnvValue.fromValue(cassandra.peers({ replicas: 2 })),
          CASSANDRA_ENDPOINT_SNITCH: EnvValue.fromValue('GossipingPropertyFileSnitch'),
          CASSANDRA_DC: EnvValue.fromValue('dc1'),
          CASSANDRA_RACK: EnvValue.fromValue('rack1'),
          MAX_HEAP_SIZE: EnvValue.fromValue('2G'),
          HEAP_NEWSIZE: EnvValue.fromValue('512M'),
        },
        ports: [
          { name: 'cql', number: CLIENT_PORT },
          { name: 'gossip', number: PEER_PORT },
        ],
        resources: { cpu: { request: Cpu.units(1) }, memory: { request: Size.gibibytes(4) } },
        // A node replays its commit log before it gossips: half an hour for that.
        startup: Probe.fromTcpSocket({ port: PEER_PORT, failureThreshold: 180 }),
        liveness: Probe.fromTcpSocket({
          port: PEER_PORT,
          failureThreshold: 6,
          timeoutSeconds: Duration.seconds(10),
        }),
        // A node takes clients when it has joined, for which it may copy data for hours.
        readiness: Probe.fromTcpSocket({ port: CLIENT_PORT, timeoutSeconds: Duration.seconds(10) }),
        lifecycle: { preStop: Handler.fromCommand(['nodetool', 'drain']) },
      })
      .mount('/var/lib/cassandra', cassandra.addClaim('data', { size: Size.gibibytes(50) }));

    cassandra.addClientService({ ports: [{ name: 'cql', port: CLIENT_PORT }] });
    cassandra.addDisruptionBudget();
    cassandra.spreadAcross(Topology.HOSTNAME, { hard: true });
    cassandra.spreadAcross(Topology.ZONE);
  }
}
