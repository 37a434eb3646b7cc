import { App } from 'cdk8s';
import { ZooKeeperChart } from '../../examples/zookeeper/chart';
import { manifestOf, manifestsOf, podOf } from '../synthesis';

const chart = (): ZooKeeperChart => new ZooKeeperChart(new App(), 'zookeeper');
const files = (): Record<string, string> =>
  (manifestOf(chart(), 'ConfigMap') as unknown as { data: Record<string, string> }).data;

it('counts the servers from 1, in their own files and in the list of all', () => {
  expect([0, 1, 2].map((ordinal) => files()[`zookeeper-${ordinal}.myid`])).toEqual(['1', '2', '3']);
  for (const ordinal of [0, 1, 2]) {
    expect(files()[`zookeeper-${ordinal}.zoo.cfg`].match(/^server\..*$/gm)).toEqual([
      'server.1=zookeeper-0.zookeeper-headless:2888:3888',
      'server.2=zookeeper-1.zookeeper-headless:2888:3888',
      'server.3=zookeeper-2.zookeeper-headless:2888:3888',
    ]);
  }
});

it('starts all servers at once, with names that resolve before a leader is elected', () => {
  expect(manifestOf(chart(), 'StatefulSet')).toMatchObject({ spec: { podManagementPolicy: 'Parallel' } });
  expect(manifestOf(chart(), 'Service', 'zookeeper-headless')).toMatchObject({
    spec: { clusterIP: 'None', publishNotReadyAddresses: true },
  });
});

it('lets evictions take one server of three', () => {
  expect(manifestOf(chart(), 'PodDisruptionBudget')).toMatchObject({ spec: { minAvailable: 2 } });
});

it('runs as the user of the image, and keeps data on the claim', () => {
  expect(podOf(chart())).toMatchObject({
    securityContext: { runAsUser: 1000, fsGroup: 1000 },
    containers: [{ volumeMounts: expect.arrayContaining([{ name: 'data', mountPath: '/data' }]) as unknown }],
  });
});

it('is as it was', () => {
  expect(manifestsOf(chart())).toMatchSnapshot();
});
