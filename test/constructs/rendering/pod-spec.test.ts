import { Duration, Size } from 'cdk8s';
import {
  ContainerRestartPolicy,
  DnsPolicy,
  EnvValue,
  FsGroupChangePolicy,
  ImagePullPolicy,
  Probe,
  RestartPolicy,
  Volume,
} from 'cdk8s-plus-28';
import { StatefulSet } from '../../../lib/constructs/stateful-set';
import type { StatefulSetProps } from '../../../lib/constructs/stateful-set-props';
import { newChart, NGINX, podOf } from '../../synthesis';

function pod(props: Partial<StatefulSetProps>): ReturnType<typeof podOf> {
  const chart = newChart();
  new StatefulSet(chart, 'db', { containers: [{ ...NGINX, portNumber: 80 }], ...props });
  return podOf(chart);
}

describe('what cdk8s-plus fills in and nobody asked for', () => {
  it.each([
    'containers[0].startupProbe',
    'containers[0].resources',
    'containers[0].imagePullPolicy',
    'dnsPolicy',
    'hostNetwork',
    'restartPolicy',
    'setHostnameAsFQDN',
    'terminationGracePeriodSeconds',
    'securityContext.fsGroupChangePolicy',
    'volumes',
  ])('has no %s', (path) => {
    expect(pod({})).not.toHaveProperty(path);
  });

  it('is missing from init containers too', () => {
    const { initContainers } = pod({
      initContainers: [
        { name: 'proxy', image: 'proxy', portNumber: 1, restartPolicy: ContainerRestartPolicy.ALWAYS },
      ],
    }) as { initContainers: object[] };
    for (const field of ['startupProbe', 'resources', 'imagePullPolicy']) {
      expect(initContainers[0]).not.toHaveProperty(field);
    }
    expect(initContainers[0]).toHaveProperty('restartPolicy', 'Always');
  });
});

describe('what is asked for', () => {
  it('is rendered, also where it is what cdk8s-plus would fill in', () => {
    expect(
      pod({
        containers: [
          {
            ...NGINX,
            portNumber: 80,
            startup: Probe.fromTcpSocket({ failureThreshold: 60 }),
            imagePullPolicy: ImagePullPolicy.ALWAYS,
            resources: { memory: { request: Size.gibibytes(4) } },
          },
        ],
        dns: { policy: DnsPolicy.CLUSTER_FIRST, hostnameAsFQDN: true },
        hostNetwork: true,
        restartPolicy: RestartPolicy.ALWAYS,
        terminationGracePeriod: Duration.minutes(5),
      }),
    ).toMatchObject({
      containers: [
        {
          startupProbe: { failureThreshold: 60, tcpSocket: { port: 80 } },
          imagePullPolicy: 'Always',
          resources: { requests: { memory: '4096Mi' } },
        },
      ],
      dnsPolicy: 'ClusterFirst',
      hostNetwork: true,
      restartPolicy: 'Always',
      setHostnameAsFQDN: true,
      terminationGracePeriodSeconds: 300,
    });
  });

  it('renders no limit beside a request', () => {
    const { containers } = pod({
      containers: [{ ...NGINX, resources: { memory: { request: Size.gibibytes(4) } } }],
    }) as { containers: object[] };
    expect(containers[0]).toHaveProperty('resources', { requests: { memory: '4096Mi' } });
  });

  it.each([
    { asked: { fsGroup: 999 }, policy: 'OnRootMismatch' },
    { asked: { fsGroup: 999, fsGroupChangePolicy: FsGroupChangePolicy.ALWAYS }, policy: 'Always' },
    { asked: { fsGroupChangePolicy: FsGroupChangePolicy.ALWAYS }, policy: 'Always' },
  ])('for the group of volumes: $asked gives $policy', ({ asked, policy }) => {
    expect(pod({ securityContext: asked })).toHaveProperty('securityContext.fsGroupChangePolicy', policy);
  });

  it('is kept for containers that are added in any order', () => {
    const chart = newChart();
    const db = new StatefulSet(chart, 'db', {});
    db.addContainer({ name: 'a', image: 'a', portNumber: 1 });
    db.addContainer({ name: 'b', image: 'b', portNumber: 2, startup: Probe.fromTcpSocket() });
    db.addContainer({ name: 'c', image: 'c', portNumber: 3 });
    const { containers } = podOf(chart) as { containers: { name: string; startupProbe?: object }[] };
    expect(containers.filter(({ startupProbe }) => startupProbe).map(({ name }) => name)).toEqual(['b']);
  });

  it('keeps volumes that are no claims, and variables', () => {
    const chart = newChart();
    const db = new StatefulSet(chart, 'db', {});
    const data = db.addClaim('data', { size: Size.gibibytes(1) });
    const container = db.addContainer({
      ...NGINX,
      envVariables: { MODE: EnvValue.fromValue('primary') },
      volumeMounts: [{ path: '/tmp', volume: Volume.fromEmptyDir(chart, 'tmp', 'tmp') }],
    });
    container.mount('/data', data);
    expect(podOf(chart)).toMatchObject({
      containers: [
        {
          env: [{ name: 'MODE', value: 'primary' }],
          volumeMounts: [
            { name: 'tmp', mountPath: '/tmp' },
            { name: 'data', mountPath: '/data' },
          ],
        },
      ],
      volumes: [{ name: 'tmp', emptyDir: {} }],
    });
  });
});
