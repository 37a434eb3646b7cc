import { App } from 'cdk8s';
import { RedisChart } from '../../examples/redis/chart';
import { manifestsOf } from '../synthesis';
import { LocalCluster } from './local-cluster';
import type { LocalPod } from './local-pod';
import { until } from './process';
import { itUnless, reasonAgainst } from './programs';

jest.setTimeout(180_000);

describe('three Redis processes with the rendered configuration', () => {
  let cluster: LocalCluster;
  const redisCli = async (pod: LocalPod, ...command: string[]): Promise<string> =>
    (await pod.exec('redis-cli', '-h', pod.address, ...command)).output.trim();
  const read = (pod: LocalPod): Promise<string> => redisCli(pod, 'get', 'colour');

  beforeEach(() => {
    cluster = new LocalCluster(manifestsOf(new RedisChart(new App(), 'redis')));
  });
  afterEach(() => cluster.remove());

  itUnless(
    reasonAgainst('redis-server', 'redis-cli'),
    'are a primary and two replicas, also after the primary was away',
    async () => {
      const [primary, ...replicas] = cluster.pods;
      await primary.start();
      await until('the primary is ready', cluster, () => primary.probe('readinessProbe'));
      // A primary that nobody copies refuses to write.
      expect(await redisCli(primary, 'set', 'colour', 'red')).toContain('NOREPLICAS');

      for (const replica of replicas) {
        await replica.start();
        await until('the replica is ready', cluster, () => replica.probe('readinessProbe'));
      }
      const writes = (value: string) => async (): Promise<boolean> =>
        (await redisCli(primary, 'set', 'colour', value)) === 'OK';
      await until('the primary writes', cluster, writes('green'));
      for (const replica of replicas) {
        await until('the replica has the value', cluster, async () => (await read(replica)) === 'green');
        expect(await redisCli(replica, 'set', 'colour', 'red')).toContain('READONLY');
      }

      await primary.stop();
      expect(await read(replicas[0])).toBe('green');
      await primary.start();
      await until('the primary is back', cluster, async () => (await read(primary)) === 'green');
      await until('the primary writes again', cluster, writes('blue'));
      await until(
        'the last replica has the value',
        cluster,
        async () => (await read(replicas[1])) === 'blue',
      );
    },
  );
});
