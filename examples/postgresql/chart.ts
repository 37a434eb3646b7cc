import { Chart, Duration, Size, type ChartProps } from 'cdk8s';
import { PodIdentity, StatefulSet } from 'cdk8s-stateful';
import { ConfigMap, Cpu, EnvValue, Probe, Secret, Topology, Volume } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { CLONE_FROM_PRIMARY, CREATE_REPLICATION_ROLE, HOST_BASED_AUTHENTICATION } from './files';

const PORT = 5432;
const IMAGE = 'postgres:17.5';

/** A PostgreSQL primary, the first pod, and replicas that stream from it. Nobody takes over while it is away. */
export class PostgreSqlChart extends Chart {
  constructor(scope: Construct, id: string, props: ChartProps = {}) {
    super(scope, id, props);

    const postgresql = new StatefulSet(this, 'postgresql', {
      replicas: 3,
      // A shutdown writes all that is in memory to the disk; one that is cut short means a recovery at the next start.
      terminationGracePeriod: Duration.minutes(5),
      securityContext: { user: 999, group: 999, fsGroup: 999 },
      pod: { enableServiceLinks: false },
    });
    const data = postgresql.addClaim('data', { size: Size.gibibytes(20) });
    const dataDirectory = {
      POD_NAME: PodIdentity.podName(),
      // A folder in the volume: the file system may have put a folder of its own beside it.
      PGDATA: EnvValue.fromValue('/var/lib/postgresql/data/pgdata'),
    };
    // Made outside the app, with the keys `superuser` and `replication`.
    const passwords = Secret.fromSecretName(this, 'Passwords', 'postgresql-passwords');
    const replicationPassword = EnvValue.fromSecretValue({ secret: passwords, key: 'replication' });

    postgresql
      .addInitContainer({
        name: 'clone',
        image: IMAGE,
        command: ['sh', '-c', CLONE_FROM_PRIMARY],
        envVariables: {
          ...dataDirectory,
          PRIMARY_POD: EnvValue.fromValue(postgresql.podName(0)),
          PRIMARY_HOST: EnvValue.fromValue(postgresql.podShortDnsName(0)),
          PGPASSWORD: replicationPassword,
        },
      })
      .mount('/var/lib/postgresql/data', data);

    const server = postgresql.addContainer({
      name: 'postgresql',
      image: IMAGE,
      // For the entry point of the image, which makes a database where there is none.
      args: [
        'postgres',
        '-c',
        'hba_file=/etc/postgresql/pg_hba.conf',
        // How much a replica may miss before it must be cloned again.
        '-c',
        'wal_keep_size=2GB',
      ],
      envVariables: {
        ...dataDirectory,
        POSTGRES_PASSWORD: EnvValue.fromSecretValue({ secret: passwords, key: 'superuser' }),
        REPLICATION_PASSWORD: replicationPassword,
      },
      ports: [{ name: 'postgresql', number: PORT }],
      resources: { cpu: { request: Cpu.millis(500) }, memory: { request: Size.gibibytes(1) } },
      // After a crash, PostgreSQL replays its log before it takes connections: two hours for that.
      startup: answers(0, { failureThreshold: 720 }),
      // A server that refuses connections (1) is alive: it may be recovering. One that doesn't answer (2) is not.
      liveness: answers(1, { failureThreshold: 6 }),
      readiness: answers(0),
    });
    server.mount('/var/lib/postgresql/data', data);
    server.mount('/var/run/postgresql', Volume.fromEmptyDir(this, 'run', 'run'));
    server.mount('/tmp', Volume.fromEmptyDir(this, 'tmp', 'tmp'));
    server.mount('/etc/postgresql', this.files('config', { 'pg_hba.conf': HOST_BASED_AUTHENTICATION }));
    server.mount(
      '/docker-entrypoint-initdb.d',
      this.files('init', { 'replication.sh': CREATE_REPLICATION_ROLE }),
    );

    // Any server reads. To write, ask the first pod by its name.
    postgresql.addClientService({ name: 'postgresql-read' });
    postgresql.addDisruptionBudget();
    postgresql.spreadAcross(Topology.HOSTNAME, { hard: true });
    postgresql.spreadAcross(Topology.ZONE);
  }

  private files(name: string, data: Record<string, string>): Volume {
    const configMap = new ConfigMap(this, name, { metadata: { name: `postgresql-${name}` }, data });
    return Volume.fromConfigMap(this, `${name}-volume`, configMap, { name });
  }
}

/**
 * A probe that succeeds where `pg_isready` ends with this code or a lower one. It doesn't ask by the socket: there,
 * the entry point of the image has a server for a while that sets up the database and goes away.
 */
function answers(worst: number, { failureThreshold }: { failureThreshold?: number } = {}): Probe {
  return Probe.fromCommand(
    ['sh', '-c', `pg_isready --host=127.0.0.1 --username=postgres; test $? -le ${worst}`],
    { failureThreshold, timeoutSeconds: Duration.seconds(5) },
  );
}
