import { Chart, Duration, Size, type ChartProps } from 'cdk8s';
import { AllowedDisruptions, PodIdentity, StatefulSet } from 'cdk8s-stateful';
import { Cpu, EnvValue, PodManagementPolicy, Probe, Topology } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';

const CLIENT_PORT = 9092;
const CONTROLLER_PORT = 9093;

/** A Kafka cluster in KRaft mode: each of three nodes is a broker and a controller, numbered by its ordinal. */
export class KafkaChart extends Chart {
  constructor(scope: Construct, id: string, props: ChartProps = {}) {
    super(scope, id, props);

    const kafka = new StatefulSet(this, 'kafka', {
      replicas: 3,
      // No node becomes ready alone: a majority of the controllers elects a leader first.
      podManagementPolicy: PodManagementPolicy.PARALLEL,
      headlessService: { publishNotReadyAddresses: true },
      // A node hands its partitions over before it ends.
      terminationGracePeriod: Duration.minutes(5),
      securityContext: { user: 1000, group: 1000, fsGroup: 1000 },
      // The image takes each variable that starts with KAFKA_ for a setting; Service links would make some.
      pod: { enableServiceLinks: false },
    });
    const host = `$(POD_NAME).${kafka.serviceName}.$(POD_NAMESPACE).svc.${kafka.clusterDomain}`;

    kafka
      .addContainer({
        name: 'kafka',
        image: 'apache/kafka:4.0.0',
        // The image writes its configuration beside its program.
        securityContext: { readOnlyRootFilesystem: false },
        envVariables: {
          POD_NAME: PodIdentity.podName(),
          POD_NAMESPACE: PodIdentity.podNamespace(),
          // Of your own cluster: kafka-storage.sh random-uuid
          CLUSTER_ID: EnvValue.fromValue('SQ9hrdTgF1Rc07GTQ4ObQw'),
          KAFKA_NODE_ID: PodIdentity.ordinal(),
          ...settings({
            PROCESS_ROLES: 'broker,controller',
            CONTROLLER_QUORUM_VOTERS: kafka.peers({ template: `{ordinal}@{host}:${CONTROLLER_PORT}` }),
            LISTENERS: `CLIENT://:${CLIENT_PORT},CONTROLLER://:${CONTROLLER_PORT}`,
            ADVERTISED_LISTENERS: `CLIENT://${host}:${CLIENT_PORT}`,
            LISTENER_SECURITY_PROTOCOL_MAP: 'CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT',
            INTER_BROKER_LISTENER_NAME: 'CLIENT',
            CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
            // A folder in the volume: Kafka refuses the folders that a file system puts beside its own.
            LOG_DIRS: '/var/lib/kafka/data/logs',
            DEFAULT_REPLICATION_FACTOR: '3',
            MIN_INSYNC_REPLICAS: '2',
            OFFSETS_TOPIC_REPLICATION_FACTOR: '3',
            TRANSACTION_STATE_LOG_REPLICATION_FACTOR: '3',
            TRANSACTION_STATE_LOG_MIN_ISR: '2',
            HEAP_OPTS: '-Xms1g -Xmx1g',
          }),
        },
        ports: [
          { name: 'client', number: CLIENT_PORT },
          { name: 'controller', number: CONTROLLER_PORT },
        ],
        resources: { cpu: { request: Cpu.millis(500) }, memory: { request: Size.gibibytes(3) } },
        // The controller listens before the broker has read its logs, which takes long after a crash: such a node is
        // alive, but not ready.
        startup: Probe.fromTcpSocket({ port: CONTROLLER_PORT, failureThreshold: 180 }),
        liveness: Probe.fromTcpSocket({
          port: CONTROLLER_PORT,
          failureThreshold: 6,
          timeoutSeconds: Duration.seconds(10),
        }),
        readiness: Probe.fromTcpSocket({ port: CLIENT_PORT, timeoutSeconds: Duration.seconds(10) }),
      })
      .mount('/var/lib/kafka/data', kafka.addClaim('data', { size: Size.gibibytes(50) }));

    kafka.addClientService({ name: 'kafka-bootstrap', ports: [{ name: 'client', port: CLIENT_PORT }] });
    kafka.addDisruptionBudget({ allowed: AllowedDisruptions.keepingQuorum() });
    kafka.spreadAcross(Topology.HOSTNAME, { hard: true });
    kafka.spreadAcross(Topology.ZONE);
  }
}

/** Settings as the image takes them: `process.roles` is KAFKA_PROCESS_ROLES. */
function settings(values: Record<string, string>): Record<string, EnvValue> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [`KAFKA_${name}`, EnvValue.fromValue(value)]),
  );
}
