import { App } from 'cdk8s';
import { execFileSync } from 'node:child_process';
import { EtcdChart } from '../../examples/etcd/chart';
import { manifestsOf } from '../synthesis';
import { LocalCluster } from './local-cluster';
import type { LocalPod } from './local-pod';
import { until, type Outcome } from './process';
import { findProgram, itUnless, reasonAgainst } from './programs';

jest.setTimeout(180_000);

describe('three etcd processes with the rendered arguments', () => {
  let cluster: LocalCluster;
  const etcdctl = (pod: LocalPod, ...command: string[]): Promise<Outcome> =>
    pod.exec('etcdctl', `--endpoints=http://${pod.address}:2379`, ...command);

  beforeEach(() => {
    cluster = new LocalCluster(manifestsOf(new EtcdChart(new App(), 'etcd')), { env: { ETCDCTL_API: '3' } });
  });
  afterEach(() => cluster.remove());

  itUnless(
    reasonAgainst('etcd', 'etcdctl'),
    'form a cluster and take back a member that was away',
    async () => {
      const [first, second, third] = cluster.pods;
      await Promise.all(cluster.pods.map((pod) => pod.start()));
      await until(
        'etcd is healthy',
        cluster,
        async () => (await etcdctl(first, 'endpoint', 'health')).isSuccess,
      );

      const { members } = JSON.parse(
        (await etcdctl(second, 'member', 'list', '--write-out=json')).output,
      ) as { members: { name: string; peerURLs: string[] }[] };
      expect(members.map(({ name, peerURLs }) => [name, ...peerURLs]).sort()).toEqual(
        cluster.pods.map(({ name, address }) => [name, `http://${address}:2380`]),
      );

      const read = async (pod: LocalPod): Promise<string> =>
        (await etcdctl(pod, 'get', 'colour', '--print-value-only')).output.trim();
      await etcdctl(first, 'put', 'colour', 'green');
      expect(await read(third)).toBe('green');

      await third.stop();
      await etcdctl(first, 'put', 'colour', 'blue');
      await third.start();
      await until('the member is back', cluster, async () => (await read(third)) === 'blue');
    },
  );

  itUnless(reasonAgainstProbes(), 'are alive without a leader, and ready with one', async () => {
    const [first, second] = cluster.pods;
    await first.start();
    await until('etcd has started', cluster, () => first.probe('startupProbe'));
    expect(await first.probe('livenessProbe')).toBe(true);
    expect(await first.probe('readinessProbe')).toBe(false);

    await second.start();
    await until('etcd is ready', cluster, () => first.probe('readinessProbe'));
  });
});

function reasonAgainstProbes(): string | undefined {
  const program = findProgram('etcd');
  if (program === undefined) {
    return reasonAgainst('etcd');
  }
  const [, version, minor] =
    /(3\.(\d+)[.\d]*)/.exec(execFileSync(program, ['--version'], { encoding: 'utf8' })) ?? [];
  return Number(minor) >= 6 ? undefined : `etcd ${version} of this machine has no /livez and no /readyz`;
}
