import { Duration, Size } from 'cdk8s';
import {
  ContainerRestartPolicy,
  LabelSelector,
  PodManagementPolicy,
  Service,
  StatefulSetUpdateStrategy,
} from 'cdk8s-plus-28';
import { AllowedDisruptions } from '../../lib/constructs/disruption-budget';
import { HeadlessService } from '../../lib/constructs/headless-service';
import { StatefulSet } from '../../lib/constructs/stateful-set';
import type { StatefulSetProps } from '../../lib/constructs/stateful-set-props';
import { fieldsOf, manifestOf, manifestsOf, newChart, NGINX, podOf } from '../synthesis';

function rendered(props: Partial<StatefulSetProps>): ReturnType<typeof manifestOf> {
  const chart = newChart();
  new StatefulSet(chart, 'web', { containers: [NGINX], ...props });
  return manifestOf(chart, 'StatefulSet');
}

describe('by default', () => {
  it('renders a Service and a set and nothing that nobody asked for', () => {
    const chart = newChart();
    new StatefulSet(chart, 'web', { containers: [NGINX] });
    expect(manifestsOf(chart).map(({ kind }) => kind)).toEqual(['Service', 'StatefulSet']);
    expect([...fieldsOf(manifestOf(chart, 'StatefulSet')).keys()]).toEqual([
      'apiVersion',
      'kind',
      'metadata.labels[app.kubernetes.io/component]',
      'metadata.labels[app.kubernetes.io/name]',
      'metadata.name',
      'spec.replicas',
      'spec.selector.matchLabels[app.kubernetes.io/component]',
      'spec.selector.matchLabels[app.kubernetes.io/name]',
      'spec.serviceName',
      'spec.template.metadata.labels[app.kubernetes.io/component]',
      'spec.template.metadata.labels[app.kubernetes.io/name]',
      'spec.template.spec.automountServiceAccountToken',
      'spec.template.spec.containers[0].image',
      'spec.template.spec.containers[0].name',
      'spec.template.spec.containers[0].securityContext.allowPrivilegeEscalation',
      'spec.template.spec.containers[0].securityContext.privileged',
      'spec.template.spec.containers[0].securityContext.readOnlyRootFilesystem',
      'spec.template.spec.containers[0].securityContext.runAsNonRoot',
      'spec.template.spec.securityContext.runAsNonRoot',
    ]);
  });

  it('has one replica, whose security is that of cdk8s-plus', () => {
    expect(rendered({})).toMatchObject({
      spec: {
        replicas: 1,
        template: {
          spec: {
            containers: [
              {
                securityContext: {
                  allowPrivilegeEscalation: false,
                  privileged: false,
                  readOnlyRootFilesystem: true,
                  runAsNonRoot: true,
                },
              },
            ],
          },
        },
      },
    });
  });

  it('takes names and labels from the construct id alone', () => {
    const labels = { 'app.kubernetes.io/name': 'web', 'app.kubernetes.io/component': 'web' };
    const chart = newChart();
    new StatefulSet(chart, 'Web', { containers: [NGINX] });
    expect(manifestOf(chart, 'StatefulSet')).toMatchObject({
      metadata: { name: 'web', labels },
      spec: {
        serviceName: 'web-headless',
        selector: { matchLabels: labels },
        template: { metadata: { labels } },
      },
    });
    expect(manifestOf(chart, 'Service')).toMatchObject({
      metadata: { name: 'web-headless', labels },
      spec: { clusterIP: 'None', selector: labels },
    });
  });
});

it('keeps the label by which Argo CD may track Applications off everything that nobody gave it to', () => {
  const chart = newChart();
  const set = new StatefulSet(chart, 'web', { replicas: 3 });
  set.addContainer(NGINX).mount('/data', set.addClaim('data', { size: Size.gibibytes(1) }));
  set.addClientService({ ports: [{ port: 80 }] });
  set.addPodServices({ ports: [{ port: 80 }] });
  set.addDisruptionBudget({ allowed: AllowedDisruptions.keepingQuorum() });
  set.addPeerNetworkPolicy({});
  set.addDnsTest();
  expect(manifestsOf(chart)).toHaveLength(9);
  expect(JSON.stringify(manifestsOf(chart))).not.toContain('app.kubernetes.io/instance');
});

describe('what is asked for', () => {
  it('is rendered', () => {
    expect(
      rendered({
        replicas: 5,
        firstOrdinal: 3,
        minReady: Duration.minutes(1),
        podManagementPolicy: PodManagementPolicy.PARALLEL,
        strategy: StatefulSetUpdateStrategy.rollingUpdate({ partition: 2 }),
        podMetadata: { annotations: { checked: 'yes' } },
      }).spec,
    ).toMatchObject({
      replicas: 5,
      ordinals: { start: 3 },
      minReadySeconds: 60,
      podManagementPolicy: 'Parallel',
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 2 } },
      template: { metadata: { annotations: { checked: 'yes' } } },
    });
  });

  it('may be no replicas at all', () => {
    expect(rendered({ replicas: 0 })).toHaveProperty('spec.replicas', 0);
  });

  it('puts labels on the set, the Service and the pods each by itself', () => {
    const chart = newChart();
    new StatefulSet(chart, 'web', {
      containers: [NGINX],
      selector: { app: 'web' },
      labels: { tier: 'front' },
      headlessService: { labels: { monitored: 'yes' } },
      podMetadata: { labels: { version: '2' } },
    });
    expect(manifestOf(chart, 'StatefulSet')).toMatchObject({
      metadata: { labels: { app: 'web', tier: 'front' } },
      spec: {
        selector: { matchLabels: { app: 'web' } },
        template: { metadata: { labels: { app: 'web', version: '2' } } },
      },
    });
    expect(manifestOf(chart, 'Service')).toMatchObject({
      metadata: { labels: { app: 'web', monitored: 'yes' } },
      spec: { selector: { app: 'web' } },
    });
  });

  it('may extend the selector later, and the pods and the Service follow', () => {
    const chart = newChart();
    const web = new StatefulSet(chart, 'web', { containers: [NGINX], selector: { app: 'web' } });
    web.select(LabelSelector.of({ labels: { shard: '1' } }));
    const labels = { app: 'web', shard: '1' };
    expect(manifestOf(chart, 'StatefulSet')).toMatchObject({
      spec: { selector: { matchLabels: labels }, template: { metadata: { labels } } },
    });
    expect(manifestOf(chart, 'Service')).toHaveProperty('spec.selector', labels);
  });
});

describe('the name and the namespace', () => {
  it.each([
    { from: 'props', props: { name: 'db', namespace: 'prod' } },
    { from: 'metadata', props: { metadata: { name: 'db', namespace: 'prod' } } },
    {
      from: 'props before metadata',
      props: { name: 'db', namespace: 'prod', metadata: { name: 'x', namespace: 'y' } },
    },
  ])('come from $from, for the set and for its Service', ({ props }) => {
    const chart = newChart({ namespace: 'of-the-chart' });
    new StatefulSet(chart, 'web', { containers: [NGINX], ...props });
    expect(manifestOf(chart, 'StatefulSet').metadata).toMatchObject({ name: 'db', namespace: 'prod' });
    expect(manifestOf(chart, 'Service').metadata).toMatchObject({
      name: 'db-headless',
      namespace: 'prod',
    });
  });

  it('leave other metadata as it is', () => {
    expect(rendered({ name: 'db', metadata: { annotations: { owner: 'data' } } }).metadata).toMatchObject({
      name: 'db',
      annotations: { owner: 'data' },
    });
  });

  it('fall back to those of the chart', () => {
    const chart = newChart({ namespace: 'prod' });
    const web = new StatefulSet(chart, 'web', { containers: [NGINX] });
    expect(manifestOf(chart, 'Service')).toHaveProperty('metadata.namespace', 'prod');
    expect(web.podDnsName(0)).toBe('web-0.web-headless.prod.svc.cluster.local');
  });
});

describe('the names of a replica', () => {
  const web = (props: Partial<StatefulSetProps>): StatefulSet =>
    new StatefulSet(newChart(), 'web', { containers: [NGINX], ...props });

  it.each([
    { props: {}, dns: 'web-1.web-headless.default.svc.cluster.local' },
    { props: { firstOrdinal: 0 }, dns: 'web-1.web-headless.default.svc.cluster.local' },
    { props: { firstOrdinal: 5 }, dns: 'web-6.web-headless.default.svc.cluster.local' },
    { props: { namespace: 'prod' }, dns: 'web-1.web-headless.prod.svc.cluster.local' },
    { props: { metadata: { namespace: 'prod' } }, dns: 'web-1.web-headless.prod.svc.cluster.local' },
    { props: { serviceName: 'peers' }, dns: 'web-1.peers.default.svc.cluster.local' },
    { props: { clusterDomain: 'k8s.example.org' }, dns: 'web-1.web-headless.default.svc.k8s.example.org' },
  ])('with $props are $dns', ({ props, dns }) => {
    const [pod, service] = dns.split('.');
    expect(web(props).podName(1)).toBe(pod);
    expect(web(props).podShortDnsName(1)).toBe(`${pod}.${service}`);
    expect(web(props).podDnsName(1)).toBe(dns);
  });

  it('include those of its claims, by the ordinal that the controller counts', () => {
    const set = web({ firstOrdinal: 5 });
    const data = set.addClaim('data', { size: Size.gibibytes(1) });
    expect([set.claimName(data, 0), set.claimName(data, 2)]).toEqual(['data-web-5', 'data-web-7']);
  });

  it('follow the name of a Service that is handed in', () => {
    const chart = newChart();
    const service = new HeadlessService(chart, 'peers');
    expect(new StatefulSet(chart, 'web', { service, containers: [NGINX] }).podShortDnsName(0)).toBe(
      'web-0.peers',
    );
  });
});

describe('the Service', () => {
  const portsOf = (build: (set: StatefulSet) => void): unknown => {
    const chart = newChart();
    build(new StatefulSet(chart, 'web', {}));
    return (manifestOf(chart, 'Service').spec as { ports?: unknown }).ports;
  };

  it('has no ports where the containers have none', () => {
    expect(portsOf((web) => web.addContainer(NGINX))).toBeUndefined();
  });

  it('has the ports of containers that are added later', () => {
    expect(
      portsOf((web) => {
        web.addContainer({ ...NGINX, ports: [{ number: 80, name: 'http' }] });
        web.addContainer({ name: 'metrics', image: 'exporter', ports: [{ number: 9113, name: 'metrics' }] });
      }),
    ).toEqual([
      { name: 'http', port: 80 },
      { name: 'metrics', port: 9113 },
    ]);
  });

  it('has the ports of sidecars, and none of containers that end before the pod runs', () => {
    expect(
      portsOf((web) => {
        web.addInitContainer({ name: 'setup', image: 'setup', ports: [{ number: 1 }] });
        web.addInitContainer({
          name: 'proxy',
          image: 'proxy',
          restartPolicy: ContainerRestartPolicy.ALWAYS,
          ports: [{ number: 15001 }],
        });
        web.addContainer(NGINX);
      }),
    ).toEqual([{ port: 15001 }]);
  });

  it('has a port added to a container by hand', () => {
    expect(
      portsOf((web) => {
        web.addContainer(NGINX).addPort({ number: 81 });
      }),
    ).toEqual([{ port: 81 }]);
  });

  it('may be any headless Service, which is made to select the pods', () => {
    const chart = newChart();
    const service = new Service(chart, 'peers', {
      metadata: { name: 'peers' },
      clusterIP: 'None',
      ports: [{ port: 80 }],
    });
    new StatefulSet(chart, 'web', { service, containers: [NGINX], selector: { app: 'web' } });
    expect(manifestOf(chart, 'Service')).toMatchObject({
      spec: { clusterIP: 'None', selector: { app: 'web' }, ports: [{ port: 80 }] },
    });
    expect(manifestOf(chart, 'StatefulSet')).toHaveProperty('spec.serviceName', 'peers');
  });
});

describe('claims', () => {
  it('are rendered in the order of addClaim, mounted or not', () => {
    const chart = newChart();
    const db = new StatefulSet(chart, 'db', { containers: [NGINX] });
    const wal = db.addClaim('wal', { size: Size.gibibytes(1) });
    const data = db.addClaim('data', { size: Size.gibibytes(1) });
    expect(db.claims).toEqual([wal, data]);
    expect(manifestOf(chart, 'StatefulSet')).toMatchObject({
      spec: { volumeClaimTemplates: [{ metadata: { name: 'wal' } }, { metadata: { name: 'data' } }] },
    });
  });

  it('may be mounted by an init container alone, and by several containers', () => {
    const chart = newChart();
    const db = new StatefulSet(chart, 'db', { containers: [NGINX] });
    const seed = db.addClaim('seed', { size: Size.gibibytes(1) });
    const data = db.addClaim('data', { size: Size.gibibytes(1) });
    db.addInitContainer({ name: 'init', image: 'init' }).mount('/seed', seed);
    db.initContainers[0].mount('/data', data);
    db.containers[0].mount('/data', data, { readOnly: true });
    const pod = podOf(chart);
    expect(pod).toMatchObject({
      initContainers: [{ volumeMounts: [{ name: 'seed' }, { name: 'data' }] }],
      containers: [{ volumeMounts: [{ name: 'data', mountPath: '/data', readOnly: true }] }],
    });
    expect(pod).not.toHaveProperty('volumes');
  });

  it('are handed out in a list of its own', () => {
    const db = new StatefulSet(newChart(), 'db', { containers: [NGINX] });
    db.claims.push(db.addClaim('data', { size: Size.gibibytes(1) }));
    expect(db.claims).toHaveLength(1);
  });
});

it('renders the same bytes each time', () => {
  const chart = newChart();
  const web = new StatefulSet(chart, 'web', { containers: [NGINX], spread: true, isolate: true });
  web.addClaim('data', { size: Size.gibibytes(1) });
  expect(manifestsOf(chart)).toEqual(manifestsOf(chart));
});

it('leaves the props that it is given unchanged, so that two sets can share them', () => {
  const props = { containers: [{ ...NGINX, volumeMounts: [], envFrom: [] }], selector: { app: 'web' } };
  const before = structuredClone(props);
  const chart = newChart();
  const web = new StatefulSet(chart, 'one', { ...props, serviceName: 'one' });
  web.containers[0].mount('/data', web.addClaim('data', { size: Size.gibibytes(1) }));
  new StatefulSet(chart, 'two', { ...props, serviceName: 'two' });
  expect(props).toEqual(before);
  expect(manifestOf(chart, 'StatefulSet', 'two')).not.toHaveProperty(
    'spec.template.spec.containers[0].volumeMounts',
  );
});
