import { defaulted } from '../../../lib/manifests/defaults/defaulted';
import { type JsonObject } from '../../../lib/manifests/json';
import { KubernetesVersion } from '../../../lib/kubernetes/kubernetes-version';
import { Effect } from '../../../lib/plan/policy/effect';
import { essence, liveClaim, planOf, service, set } from '../manifests';

describe('objects of a cluster', () => {
  const live = (object: JsonObject, applied?: JsonObject): JsonObject => ({
    ...defaulted(object, KubernetesVersion.V1_28),
    metadata: {
      ...(object.metadata as JsonObject),
      namespace: 'prod',
      uid: 'u',
      resourceVersion: '7',
      generation: 3,
      creationTimestamp: '2026-01-01T00:00:00Z',
      managedFields: [{ manager: 'kubectl' }],
      ...(applied
        ? { annotations: { 'kubectl.kubernetes.io/last-applied-configuration': JSON.stringify(applied) } }
        : {}),
    },
    status: { replicas: 3, updatedReplicas: 3, currentRevision: 'web-1', updateRevision: 'web-1' },
  });

  test('have no differences in defaults, status and what the API server writes', () => {
    expect(planOf([live(set(), set())], [set()]).changes).toEqual([]);
    expect(planOf([live(set())], [set()]).changes).toEqual([]);
  });

  test('keep what nobody applied: the number of pods that an autoscaler set', () => {
    const silent = set();
    const spec = Object.entries(silent.spec as JsonObject).filter(([field]) => field !== 'replicas');
    const manifest = { ...silent, spec: Object.fromEntries(spec) };
    expect(planOf([live(set({ replicas: 7 }), manifest)], [manifest]).changes).toEqual([]);
  });

  test('lose what was applied and is no longer wanted', () => {
    const applied = set({ minReadySeconds: 5 });
    expect(essence(planOf([live(applied, applied)], [set()]).changes)).toEqual([
      'spec.minReadySeconds in-place MIN_READY_SECONDS_CHANGED',
    ]);
  });

  test('are in the one namespace of manifests that name none', () => {
    expect(planOf([live(set())], [set({ replicas: 4 })]).changes).toMatchObject([
      { object: 'StatefulSet prod/web', cause: { code: 'REPLICAS_UP' } },
    ]);
  });

  test('do not have pods with an earlier template where their status says so', () => {
    const before = live(set({ updateStrategy: { type: 'OnDelete' } }));
    expect(planOf([before], [set({ updateStrategy: { type: 'RollingUpdate' } })]).effect).toBe(
      Effect.IN_PLACE,
    );
  });

  test('give claims that a larger set takes up again with their old data', () => {
    const claims = [0, 1, 2, 3].map((ordinal) => liveClaim(`data-web-${ordinal}`));
    const plan = planOf([live(set()), ...claims], [set({ replicas: 5 })]);
    expect(essence(plan.changes)).toEqual(['spec.replicas in-place REPLICAS_UP_REUSES_DATA']);
    expect(plan.claims.map(({ name, fate }) => `${name} ${fate}`)).toEqual([
      'data-web-3 reused',
      'data-web-4 created',
    ]);
  });

  test('are not missed where no manifest made them', () => {
    const foreign = {
      ...service({}, 'kubernetes'),
      metadata: { name: 'kubernetes', namespace: 'prod', uid: 'k' },
    };
    expect(planOf([live(set()), liveClaim('data-web-0'), foreign], [set()]).changes).toEqual([]);
  });
});
