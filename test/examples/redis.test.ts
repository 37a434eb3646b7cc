import { App } from 'cdk8s';
import { RedisChart } from '../../examples/redis/chart';
import { manifestOf, manifestsOf, podOf } from '../synthesis';

const chart = (): RedisChart => new RedisChart(new App(), 'redis');

it('tells the replicas, and not the primary, whom to copy', () => {
  const { data } = manifestOf(chart(), 'ConfigMap') as unknown as { data: Record<string, string> };
  const primaries = Object.entries(data).map(([file, text]) => [file, /^replicaof (.*)$/m.exec(text)?.[1]]);
  expect(primaries).toEqual([
    ['redis-0.redis.conf', undefined],
    ['redis-1.redis.conf', 'redis-0.redis-headless 6379'],
    ['redis-2.redis.conf', 'redis-0.redis-headless 6379'],
  ]);
});

it('shows each pod its own configuration, where Redis is told to look', () => {
  expect(podOf(chart())).toMatchObject({
    containers: [
      {
        command: ['redis-server', '/etc/redis/redis.conf', '--bind', '$(POD_IP)'],
        volumeMounts: expect.arrayContaining([
          { name: 'config', mountPath: '/etc/redis', subPathExpr: '$(POD_NAME)', readOnly: true },
        ]) as unknown,
      },
    ],
  });
});

it('lets the pods of the set and pods with a label connect, and nobody else', () => {
  expect(manifestOf(chart(), 'NetworkPolicy')).toMatchObject({
    spec: {
      policyTypes: ['Ingress'],
      ingress: [
        { from: [{ podSelector: { matchLabels: { 'app.kubernetes.io/component': 'redis' } } }] },
        { from: [{ podSelector: { matchLabels: { 'redis-client': 'true' } } }], ports: [{ port: 6379 }] },
      ],
    },
  });
});

it('runs as the user of the image, and keeps data on the claim', () => {
  expect(podOf(chart())).toMatchObject({
    securityContext: { runAsUser: 999, fsGroup: 999, fsGroupChangePolicy: 'OnRootMismatch' },
    containers: [{ volumeMounts: expect.arrayContaining([{ name: 'data', mountPath: '/data' }]) as unknown }],
  });
});

it('is as it was', () => {
  expect(manifestsOf(chart())).toMatchSnapshot();
});
