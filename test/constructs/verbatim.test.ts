import { PercentOrAbsolute, Probe, SeccompProfileType, Volume } from 'cdk8s-plus-28';
import { StatefulSet } from '../../lib/constructs/stateful-set';
import { UpdateStrategy } from '../../lib/constructs/update-strategy';
import { manifestOf, newChart, NGINX } from '../synthesis';

const LABELS = { app: 'web' };
const container = { ...NGINX, ports: [{ name: 'http', number: 80 }] };

it('writes nothing into the pods that nobody asked for', () => {
  const chart = newChart();
  new StatefulSet(chart, 'web', { selector: LABELS, verbatim: true, containers: [container] });
  expect(manifestOf(chart, 'StatefulSet', 'web')).toMatchObject({
    metadata: { name: 'web' },
    spec: {
      template: {
        metadata: { labels: LABELS },
        spec: {
          containers: [{ name: 'nginx', image: NGINX.image, ports: [{ name: 'http', containerPort: 80 }] }],
        },
      },
    },
  });
  const { metadata, spec } = manifestOf(chart, 'StatefulSet', 'web') as {
    metadata: object;
    spec: { template: { spec: { containers: object[] } } };
  };
  expect(Object.keys(metadata)).toEqual(['name']);
  expect(Object.keys(spec.template.spec)).toEqual(['containers']);
  expect(Object.keys(spec.template.spec.containers[0])).not.toContain('securityContext');
});

it('writes the security settings that were asked for, and no others beside them', () => {
  const chart = newChart();
  new StatefulSet(chart, 'web', {
    verbatim: true,
    automountServiceAccountToken: false,
    securityContext: { fsGroup: 1000 },
    pod: { seccompProfile: { type: SeccompProfileType.RUNTIME_DEFAULT } },
    containers: [{ ...container, securityContext: { readOnlyRootFilesystem: true, user: 7 } }],
    initContainers: [{ name: 'init', image: 'busybox' }],
  });
  expect(manifestOf(chart, 'StatefulSet', 'web').spec).toMatchObject({
    template: {
      spec: {
        automountServiceAccountToken: false,
        securityContext: { fsGroup: 1000, seccompProfile: { type: 'RuntimeDefault' } },
        containers: [{ securityContext: { readOnlyRootFilesystem: true, runAsUser: 7 } }],
        initContainers: [{ name: 'init', image: 'busybox' }],
      },
    },
  });
  const pod = JSON.stringify(manifestOf(chart, 'StatefulSet', 'web').spec);
  expect(pod).not.toMatch(/runAsNonRoot|allowPrivilegeEscalation|privileged|fsGroupChangePolicy/);
});

it('gives what stands beside the set the labels that it is given', () => {
  const chart = newChart();
  const set = new StatefulSet(chart, 'web', { selector: LABELS, verbatim: true, containers: [container] });
  set.addClientService({ labels: { team: 'a' } });
  set.addDisruptionBudget({ labels: { team: 'b' }, annotations: { why: 'quorum' } });
  set.addPeerNetworkPolicy({ labels: { team: 'c' } });
  const labelsOf = (kind: string, name: string): unknown =>
    (manifestOf(chart, kind, name).metadata as { labels?: object }).labels;
  expect(labelsOf('Service', 'web-headless')).toBeUndefined();
  expect(labelsOf('Service', 'web')).toEqual({ team: 'a' });
  expect(labelsOf('PodDisruptionBudget', 'web')).toEqual({ team: 'b' });
  expect(labelsOf('NetworkPolicy', 'web-peers')).toEqual({ team: 'c' });
  expect(manifestOf(chart, 'PodDisruptionBudget', 'web')).toMatchObject({
    metadata: { annotations: { why: 'quorum' } },
  });
});

it('keeps volumes in the order in which they were added, whichever is mounted first', () => {
  const volumeNames = (verbatim: boolean): unknown => {
    const chart = newChart();
    const set = new StatefulSet(chart, 'web', { verbatim });
    const [first, second] = ['first', 'second'].map((name) => Volume.fromEmptyDir(set, name, name));
    const mounted = Volume.fromEmptyDir(set, 'mounted', 'mounted');
    set.addVolume(first);
    set.addVolume(second);
    const main = set.addContainer(container);
    main.mount('/mounted', mounted);
    main.mount('/second', second);
    const { spec } = manifestOf(chart, 'StatefulSet', 'web') as {
      spec: { template: { spec: { volumes: { name: string }[] } } };
    };
    return spec.template.spec.volumes.map(({ name }) => name);
  };
  expect(volumeNames(true)).toEqual(['first', 'second', 'mounted']);
  expect(volumeNames(false)).toEqual(['mounted', 'second', 'first']);
});

it('says of a rolling update only what it was told', () => {
  const strategyOf = (verbatim: boolean, strategy: UpdateStrategy): unknown => {
    const chart = newChart();
    new StatefulSet(chart, 'web', { verbatim, updateStrategy: strategy, containers: [container] });
    return (manifestOf(chart, 'StatefulSet', 'web').spec as { updateStrategy: unknown }).updateStrategy;
  };
  expect(strategyOf(true, UpdateStrategy.rollingUpdate())).toEqual({ type: 'RollingUpdate' });
  expect(strategyOf(false, UpdateStrategy.rollingUpdate())).toEqual({
    type: 'RollingUpdate',
    rollingUpdate: { partition: 0 },
  });
  expect(
    strategyOf(true, UpdateStrategy.rollingUpdate({ maxUnavailable: PercentOrAbsolute.absolute(2) })),
  ).toEqual({ type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 2 } });
  expect(strategyOf(true, UpdateStrategy.onDelete())).toEqual({ type: 'OnDelete' });
});

it('writes what cdk8s-plus-28 fills in of probes and mounts as before', () => {
  const chart = newChart();
  new StatefulSet(chart, 'web', {
    verbatim: true,
    containers: [{ ...container, liveness: Probe.fromTcpSocket({ port: 80 }) }],
  });
  expect(manifestOf(chart, 'StatefulSet', 'web').spec).toMatchObject({
    template: { spec: { containers: [{ livenessProbe: { tcpSocket: { port: 80 } } }] } },
  });
});
