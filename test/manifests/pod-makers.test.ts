import { type JsonObject } from '../../lib/manifests/json';
import { manifestOf } from '../../lib/manifests/manifest';
import { PodMakers } from '../../lib/manifests/pod-makers';

function workload(
  name: string,
  labels: JsonObject,
  kind = 'StatefulSet',
  metadata: JsonObject = {},
): JsonObject {
  return {
    apiVersion: 'apps/v1',
    kind,
    metadata: { name, ...metadata },
    spec: { template: { metadata: { labels } } },
  };
}

function makersOf(...objects: readonly JsonObject[]): PodMakers {
  return new PodMakers(objects.map((object) => manifestOf(object)));
}

const DB = workload('db', { app: 'db', tier: 'data' });

test('a selector misses pods that have another value of a label', () => {
  const missed = makersOf(DB).nearestMissed(undefined, { matchLabels: { app: 'database' } });
  expect(missed?.manifest.name).toBe('db');
  expect(missed?.lacking).toEqual(['app=database']);
});

test('of the workloads that are missed, the one that shares the most labels is told', () => {
  const makers = makersOf(
    workload('api', { app: 'api' }),
    workload('cache', { app: 'cache', tier: 'data' }),
    DB,
  );
  const missed = makers.nearestMissed(undefined, { matchLabels: { app: 'db', tier: 'store' } });
  expect(missed?.manifest.name).toBe('db');
  expect(missed?.lacking).toEqual(['tier=store']);
});

test.each<[string, JsonObject]>([
  ['labels of the template', { app: 'db' }],
  ['a label that a running pod may get', { app: 'db', role: 'primary' }],
  ['the name of a pod of the set', { 'statefulset.kubernetes.io/pod-name': 'db-7' }],
  ['a label of a controller', { 'apps.kubernetes.io/pod-index': '0' }],
])('nothing is said of %s', (_, labels) => {
  const matchLabels = labels as Record<string, string>;
  expect(makersOf(DB).nearestMissed(undefined, { matchLabels })).toBeUndefined();
});

test('the name of a pod is no label of another set', () => {
  const matchLabels = { 'statefulset.kubernetes.io/pod-name': 'cache-0' };
  expect(makersOf(DB).nearestMissed(undefined, { matchLabels })?.manifest.name).toBe('db');
});

test('pods of other namespaces do not count', () => {
  const makers = makersOf(workload('db', { app: 'db' }, 'StatefulSet', { namespace: 'prod' }));
  expect(makers.in('test')).toEqual([]);
  expect(makers.nearestMissed('test', { matchLabels: { app: 'other' } })).toBeUndefined();
  expect(makers.nearestMissed('prod', { matchLabels: { app: 'other' } })).toBeDefined();
});

test.each<[string, Record<string, string>]>([
  ['by its name', { instance: 'orders' }],
  ['by its name and more', { instance: 'orders-replica' }],
  ['by a key of its domain', { 'operator.example.com/role': 'primary' }],
  ['by a key of a part of its domain', { 'example.com/role': 'primary' }],
])('an operator may label its pods %s', (_, matchLabels) => {
  const custom = { apiVersion: 'operator.example.com/v1', kind: 'Database', metadata: { name: 'orders' } };
  expect(makersOf(DB, custom).nearestMissed(undefined, { matchLabels })).toBeUndefined();
  expect(makersOf(DB).nearestMissed(undefined, { matchLabels })).toBeDefined();
  const builtIn = { apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', metadata: { name: 'orders' } };
  expect(makersOf(DB, builtIn).nearestMissed(undefined, { matchLabels })).toBeDefined();
});

test.each([
  ['In', ['database', 'store'], true],
  ['In', ['database', 'db'], false],
  ['NotIn', ['db'], true],
  ['NotIn', ['other'], false],
  ['Exists', undefined, false],
  ['DoesNotExist', undefined, true],
])(
  'the requirement %s %s of a label that pods have speaks against them: %s',
  (operator, values, isMissed) => {
    const selector = { matchLabels: { tier: 'data' }, matchExpressions: [{ key: 'app', operator, values }] };
    expect(makersOf(DB).nearestMissed(undefined, selector) !== undefined).toBe(isMissed);
  },
);

test('a pod, a CronJob and a workload of any project make pods', () => {
  const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'one', labels: { app: 'one' } } };
  const template = { metadata: { labels: { app: 'job' } } };
  const cron = {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: { name: 'cron' },
    spec: { jobTemplate: { spec: { template } } },
  };
  const rollout = { ...workload('web', { app: 'web' }, 'Rollout'), apiVersion: 'argoproj.io/v1alpha1' };
  const makers = makersOf(pod, cron, rollout);
  expect(makers.in(undefined).map(({ labels }) => labels)).toEqual([
    { app: 'one' },
    { app: 'job' },
    { app: 'web' },
  ]);
});
