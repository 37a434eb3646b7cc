import {
  Deployment,
  HorizontalPodAutoscaler,
  Metric,
  MetricTarget,
  NetworkPolicy,
  Node,
  NodeLabelQuery,
  Pods,
  Role,
  Service,
  ServiceAccount,
  Topology,
} from 'cdk8s-plus-28';
import { StatefulSet } from '../../lib/constructs/stateful-set';
import { manifestOf, manifestsOf, newChart, NGINX, podOf } from '../synthesis';

const LABELS = { app: 'web' };

function withSet() {
  const chart = newChart({ namespace: 'prod' });
  const web = new StatefulSet(chart, 'web', {
    selector: LABELS,
    replicas: 3,
    containers: [{ ...NGINX, ports: [{ number: 80 }], resources: { cpu: {} } }],
  });
  return { chart, web };
}

describe('an autoscaler of cdk8s-plus', () => {
  it('scales the set by its name, and the set leaves replicas to it', () => {
    const { chart, web } = withSet();
    new HorizontalPodAutoscaler(chart, 'scaler', {
      target: new StatefulSet(chart, 'scaled', { containers: [NGINX] }),
      maxReplicas: 9,
      metrics: [Metric.resourceCpu(MetricTarget.averageValue(1))],
    });
    expect(web.hasAutoscaler).toBe(false);
    expect(manifestOf(chart, 'HorizontalPodAutoscaler')).toMatchObject({
      spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'scaled' } },
    });
    expect(manifestOf(chart, 'StatefulSet', 'scaled')).not.toHaveProperty('spec.replicas');
    expect(manifestOf(chart, 'StatefulSet', 'web')).toHaveProperty('spec.replicas', 3);
  });

  it('fails for a set that says how many replicas it wants', () => {
    const { chart, web } = withSet();
    new HorizontalPodAutoscaler(chart, 'scaler', { target: web, maxReplicas: 9 });
    expect(() => manifestOf(chart, 'StatefulSet')).toThrow(/replicas/);
  });
});

it('is selected by a Service of cdk8s-plus: a client Service beside the headless one', () => {
  const { chart, web } = withSet();
  new Service(chart, 'client', { metadata: { name: 'client' }, selector: web, ports: [{ port: 80 }] });
  expect(manifestOf(chart, 'Service', 'client')).toHaveProperty('spec.selector', LABELS);
});

it('is isolated by a network policy of cdk8s-plus', () => {
  const { chart, web } = withSet();
  new NetworkPolicy(chart, 'policy', { selector: web });
  expect(manifestOf(chart, 'NetworkPolicy')).toMatchObject({
    spec: { podSelector: { matchLabels: LABELS } },
  });
});

it('is isolated by its own property', () => {
  const chart = newChart();
  new StatefulSet(chart, 'web', { selector: LABELS, containers: [NGINX], isolate: true });
  expect(manifestOf(chart, 'NetworkPolicy')).toMatchObject({
    spec: { podSelector: { matchLabels: LABELS }, policyTypes: ['Egress', 'Ingress'] },
  });
});

it('is reached by other workloads through connections', () => {
  const { chart, web } = withSet();
  const client = new Deployment(chart, 'client', { containers: [NGINX] });
  client.connections.allowTo(web);
  const policies = manifestsOf(chart).filter(({ kind }) => kind === 'NetworkPolicy');
  expect(policies).toHaveLength(2);
  const [egress, ingress] = policies;
  const peer = { podSelector: { matchLabels: LABELS } };
  expect(egress).toMatchObject({ spec: { policyTypes: ['Egress'], egress: [{ to: [peer] }] } });
  expect(ingress).toMatchObject({ spec: { ...peer, policyTypes: ['Ingress'] } });
});

describe('scheduling of cdk8s-plus', () => {
  it('spreads the pods when asked by the property, once however often it is rendered', () => {
    const chart = newChart();
    new StatefulSet(chart, 'web', { selector: LABELS, containers: [NGINX], spread: true });
    podOf(chart);
    const terms = (topologyKey: string): object => ({
      labelSelector: { matchLabels: LABELS },
      topologyKey,
    });
    expect(podOf(chart)).toMatchObject({
      affinity: {
        podAntiAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: [
            terms('kubernetes.io/hostname'),
            terms('topology.kubernetes.io/zone'),
          ],
        },
      },
    });
  });

  it('spreads, attracts, colocates and separates', () => {
    const { chart, web } = withSet();
    const cache = new StatefulSet(chart, 'cache', { containers: [NGINX] });
    web.scheduling.attract(Node.labeled(NodeLabelQuery.is('disk', 'ssd')));
    web.scheduling.colocate(cache, { topology: Topology.ZONE });
    web.scheduling.separate(Pods.select(chart, 'batch', { labels: { app: 'batch' } }));
    expect(manifestOf(chart, 'StatefulSet', 'web')).toMatchObject({
      spec: {
        template: {
          spec: {
            affinity: {
              nodeAffinity: {
                requiredDuringSchedulingIgnoredDuringExecution: {
                  nodeSelectorTerms: [
                    { matchExpressions: [{ key: 'disk', operator: 'In', values: ['ssd'] }] },
                  ],
                },
              },
              podAffinity: {
                requiredDuringSchedulingIgnoredDuringExecution: [
                  {
                    labelSelector: { matchLabels: { 'app.kubernetes.io/name': 'cache' } },
                    topologyKey: 'topology.kubernetes.io/zone',
                  },
                ],
              },
              podAntiAffinity: {
                requiredDuringSchedulingIgnoredDuringExecution: [
                  { labelSelector: { matchLabels: { app: 'batch' } } },
                ],
              },
            },
          },
        },
      },
    });
  });
});

it('is a subject and a resource of permissions', () => {
  const { chart, web } = withSet();
  const scaler = new ServiceAccount(chart, 'scaler', { metadata: { name: 'scaler' } });
  web.permissions.grantRead(scaler);
  new Role(chart, 'role', { metadata: { name: 'operator' } }).allowRead(web);
  const rules = [
    {
      apiGroups: ['apps'],
      resources: ['statefulsets'],
      resourceNames: ['web'],
      verbs: ['get', 'list', 'watch'],
    },
  ];
  expect(manifestOf(chart, 'Role', 'operator')).toMatchObject({ rules });
  expect(manifestOf(chart, 'RoleBinding')).toMatchObject({
    subjects: [{ kind: 'ServiceAccount', name: 'scaler' }],
  });
});

it('runs under a service account, and says whether its token is mounted', () => {
  const chart = newChart();
  const serviceAccount = new ServiceAccount(chart, 'account', { metadata: { name: 'web' } });
  new StatefulSet(chart, 'web', {
    containers: [NGINX],
    serviceAccount,
    automountServiceAccountToken: true,
  });
  expect(podOf(chart)).toMatchObject({ serviceAccountName: 'web', automountServiceAccountToken: true });
});
