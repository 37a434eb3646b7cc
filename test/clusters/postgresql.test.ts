import { App } from 'cdk8s';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PostgreSqlChart } from '../../examples/postgresql/chart';
import { manifestsOf } from '../synthesis';
import { LocalCluster } from './local-cluster';
import type { LocalPod } from './local-pod';
import { until } from './process';
import { itUnless, reasonAgainst } from './programs';

const ENTRYPOINT = readFileSync(join(__dirname, 'postgresql-image/docker-entrypoint.sh'), 'utf8');

jest.setTimeout(240_000);

describe('three PostgreSQL servers with the rendered arguments, files and scripts', () => {
  let cluster: LocalCluster;
  const sql = async (pod: LocalPod, statement: string): Promise<string> => {
    const url = `postgresql://postgres:secret@${pod.address}/postgres`;
    return (
      await pod.exec('psql', url, '--tuples-only', '--no-align', `--command=${statement}`)
    ).output.trim();
  };
  const read = (pod: LocalPod): Promise<string> => sql(pod, 'SELECT name FROM colours ORDER BY name');

  beforeEach(() => {
    cluster = new LocalCluster(manifestsOf(new PostgreSqlChart(new App(), 'postgresql')), {
      entrypoint: ['sh', '-c', ENTRYPOINT, 'docker-entrypoint.sh'],
      stopSignal: 'SIGINT',
      user: userOfPackage(),
      secrets: {
        'postgresql-passwords/superuser': 'secret',
        'postgresql-passwords/replication': "it's secret",
      },
    });
  });
  afterEach(() => cluster.remove());

  itUnless(
    reasonAgainst('initdb', 'postgres', 'pg_ctl', 'pg_basebackup', 'pg_isready', 'psql'),
    'are a primary and two replicas that stream from it, also after each of them was away',
    async () => {
      const [primary, ...replicas] = cluster.pods;
      for (const pod of cluster.pods) {
        await pod.start();
        await until('the server is ready', cluster, () => pod.probe('readinessProbe'));
        expect(await pod.probe('livenessProbe')).toBe(true);
      }
      expect(await Promise.all(cluster.pods.map((pod) => sql(pod, 'SELECT pg_is_in_recovery()')))).toEqual([
        'f',
        't',
        't',
      ]);
      await until('both stream', cluster, async () => {
        const senders = await sql(primary, 'SELECT application_name FROM pg_stat_replication ORDER BY 1');
        return senders === 'postgresql-1\npostgresql-2';
      });

      await sql(primary, "CREATE TABLE colours AS SELECT 'green' AS name");
      for (const replica of replicas) {
        await until('the replica has the row', cluster, async () => (await read(replica)) === 'green');
      }
      expect(await sql(replicas[0], "INSERT INTO colours VALUES ('red')")).toContain('read-only transaction');

      await replicas[1].stop();
      await sql(primary, "INSERT INTO colours VALUES ('violet')");
      await primary.stop();
      expect(await primary.probe('livenessProbe')).toBe(false);
      expect(await read(replicas[0])).toBe('green\nviolet');
      await primary.start();
      await replicas[1].start();
      await until(
        'the replica has caught up',
        cluster,
        async () => (await read(replicas[1])) === 'green\nviolet',
      );
    },
  );
});

/** PostgreSQL wants a user with a name; that of the image has none here, that of Debian's package has. */
function userOfPackage(): number | undefined {
  const { status, stdout } = spawnSync('id', ['--user', 'postgres'], { encoding: 'utf8' });
  return status === 0 ? Number(stdout) : undefined;
}
