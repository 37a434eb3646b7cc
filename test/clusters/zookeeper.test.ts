import { App } from 'cdk8s';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { ZooKeeperChart } from '../../examples/zookeeper/chart';
import { manifestsOf } from '../synthesis';
import { LocalCluster } from './local-cluster';
import type { LocalPod } from './local-pod';
import { until } from './process';
import { itUnless, reasonAgainst } from './programs';

jest.setTimeout(240_000);

describe('three ZooKeeper processes with the rendered configuration', () => {
  let cluster: LocalCluster;
  const zkCli = async (pod: LocalPod, ...command: string[]): Promise<string> =>
    (await pod.exec('zkCli.sh', '-server', `${pod.address}:2181`, ...command)).output;

  beforeEach(() => {
    cluster = new LocalCluster(manifestsOf(new ZooKeeperChart(new App(), 'zookeeper')), {
      // In a pod, all addresses are its own.
      words: { 'quorumListenOnAllIPs=true': 'quorumListenOnAllIPs=false' },
    });
  });
  afterEach(() => cluster.remove());

  itUnless(
    reasonAgainst('java', 'zkServer.sh', 'zkCli.sh', 'nc'),
    'elect one leader of the ensemble, and keep what is written',
    async () => {
      const [first, second, third] = cluster.pods;
      await first.start();
      await until('the first server listens', cluster, () => first.probe('startupProbe'));
      expect(await first.probe('livenessProbe')).toBe(true);
      expect(await first.probe('readinessProbe')).toBe(false);

      await Promise.all([second.start(), third.start()]);
      for (const pod of cluster.pods) {
        await until('the server is ready', cluster, () => pod.probe('readinessProbe'));
      }
      const modes = await Promise.all(cluster.pods.map(modeOf));
      expect(modes.sort()).toEqual(['follower', 'follower', 'leader']);

      await zkCli(first, 'create', '/colour', 'green');
      // A follower may be behind.
      await until('the last server has the value', cluster, async () =>
        /^green$/m.test(await zkCli(third, 'get', '/colour')),
      );
    },
  );
});

async function modeOf({ address }: LocalPod): Promise<string | undefined> {
  const socket = connect(2181, address);
  socket.end('srvr');
  return /^Mode: (\w+)$/m.exec(await text(socket))?.[1];
}
