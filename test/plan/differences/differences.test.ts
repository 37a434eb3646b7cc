import { type JsonObject, type JsonValue } from '../../../lib/manifests/json';
import { differences } from '../../../lib/plan/differences/differences';
import { claimTemplate, service, set } from '../manifests';

const patterns = (before: JsonObject, after: JsonObject): readonly string[] =>
  differences(before, after).map(({ pattern }) => pattern);

const autoscaler = (target: JsonObject): JsonObject => ({
  apiVersion: 'autoscaling/v2',
  kind: 'HorizontalPodAutoscaler',
  spec: { metrics: [{ type: 'Pods', pods: { metric: { name: 'q' }, target } }] },
});

describe('quantities', () => {
  const container = (limits: JsonObject): JsonObject =>
    set({}, { containers: [{ name: 'web', resources: { limits } }] });

  test.each<[string, JsonObject, JsonObject]>([
    ['limits', container({ cpu: '500m' }), container({ cpu: 0.5 })],
    [
      'the size of a claim',
      set({ volumeClaimTemplates: [claimTemplate('data', '1Gi')] }),
      set({ volumeClaimTemplates: [claimTemplate('data', '1024Mi')] }),
    ],
    [
      'the limit of a volume in a list',
      set({}, { volumes: [{ name: 'v', emptyDir: { sizeLimit: '1Gi' } }] }),
      set({}, { volumes: [{ name: 'v', emptyDir: { sizeLimit: '1024Mi' } }] }),
    ],
    [
      'the average of an autoscaler',
      autoscaler({ averageValue: '1' }),
      autoscaler({ averageValue: '1000m' }),
    ],
    ['the value of an autoscaler', autoscaler({ value: '1k' }), autoscaler({ value: '1000' })],
    [
      'what a quota allows',
      { apiVersion: 'v1', kind: 'ResourceQuota', spec: { hard: { 'requests.cpu': '1' } } },
      { apiVersion: 'v1', kind: 'ResourceQuota', spec: { hard: { 'requests.cpu': '1000m' } } },
    ],
  ])('are compared by value: %s', (_, before, after) => {
    expect(patterns(before, after)).toEqual([]);
  });

  test.each(['example.org/pool.divisor', 'limits.cpu', 'sizeLimit'])(
    'are not in an annotation, whatever its key: %s',
    (key) => {
      const annotated = (value: string): JsonObject => set({}, {}, { annotations: { [key]: value } });
      expect(patterns(annotated('1'), annotated('1000m'))).toEqual([`metadata.annotations.${key}`]);
    },
  );

  test('are not in a custom resource, whose fields are not known', () => {
    const custom = (cpu: string): JsonObject => ({
      apiVersion: 'example.org/v1',
      kind: 'Database',
      spec: { limits: { cpu } },
    });
    expect(patterns(custom('1'), custom('1000m'))).toEqual(['spec.limits.cpu']);
  });
});

describe('lists', () => {
  const pods = (apiVersion: string, kind: string, ...containers: readonly JsonValue[]): JsonObject => ({
    apiVersion,
    kind,
    spec: { template: { spec: { containers } } },
  });
  const [A, B] = [
    { name: 'a', image: 'x' },
    { name: 'b', image: 'x' },
  ];

  test.each(['StatefulSet', 'Deployment', 'DaemonSet'])(
    'are compared by their keys where kubectl merges them: the containers of a %s',
    (kind) => {
      expect(patterns(pods('apps/v1', kind, A, B), pods('apps/v1', kind, { ...A, image: 'y' }, B))).toEqual([
        'spec.template.spec.containers.*.image',
      ]);
    },
  );

  test('are compared by their keys in a CronJob and a Pod', () => {
    const spec = (image: string): JsonObject => ({ containers: [{ ...A, image }] });
    const job = (image: string): JsonObject => ({
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      spec: { jobTemplate: { spec: { template: { spec: spec(image) } } } },
    });
    expect(patterns(job('x'), job('y'))).toEqual(['spec.jobTemplate.spec.template.spec.containers.*.image']);
    const pod = (image: string): JsonObject => ({ apiVersion: 'v1', kind: 'Pod', spec: spec(image) });
    expect(patterns(pod('x'), pod('y'))).toEqual(['spec.containers.*.image']);
  });

  test('are compared as a whole in a custom resource, which kubectl replaces them in', () => {
    const [before, after] = [[A], [{ ...A, image: 'y' }]].map((containers) =>
      pods('serving.knative.dev/v1', 'Service', ...containers),
    );
    expect(patterns(before, after)).toEqual(['spec.template.spec.containers']);
  });

  test('of claim templates are read by their names, also where all go', () => {
    expect(patterns(set(), set({ volumeClaimTemplates: [] }))).toEqual(['spec.volumeClaimTemplates.*']);
  });

  test('whose elements share a key are compared as a whole', () => {
    const ports: readonly JsonValue[] = [{ port: 53, protocol: 'UDP' }, { port: 53 }];
    expect(patterns(service({ ports }), service({ ports: [...ports].reverse() }))).toEqual(['spec.ports']);
  });
});
