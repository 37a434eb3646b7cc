import { type JsonObject } from '../../lib/manifests/json';
import { KubernetesVersion } from '../../lib/kubernetes/kubernetes-version';
import { Effect } from '../../lib/plan/policy/effect';
import { claimTemplate, essence, NEW_IMAGE, planOf, set } from './manifests';

/** What gives the pods these annotations. */
function withAnnotations(annotations: JsonObject): JsonObject {
  return {
    template: {
      metadata: { labels: { app: 'web' }, annotations },
      spec: { containers: [{ name: 'web', image: 'nginx' }] },
    },
  };
}

describe('a change of a set', () => {
  test.each<[string, JsonObject, JsonObject, readonly string[]]>([
    ['nothing', set(), set(), []],
    [
      'a label of its own',
      set(),
      set({}, {}, { labels: { team: 'a' } }),
      ['metadata.labels in-place METADATA_CHANGED'],
    ],
    ['more pods', set(), set({ replicas: 5 }), ['spec.replicas in-place REPLICAS_UP']],
    ['fewer pods', set(), set({ replicas: 2 }), ['spec.replicas in-place REPLICAS_DOWN']],
    [
      'fewer pods, with claims that go with them',
      set({ persistentVolumeClaimRetentionPolicy: { whenScaled: 'Delete' } }),
      set({ replicas: 2, persistentVolumeClaimRetentionPolicy: { whenScaled: 'Delete' } }),
      ['spec.replicas data-at-risk REPLICAS_DOWN_DELETES_DATA'],
    ],
    [
      'fewer pods, with claims that would go, but that there are none of',
      set({ persistentVolumeClaimRetentionPolicy: { whenScaled: 'Delete' }, volumeClaimTemplates: [] }),
      set({
        replicas: 2,
        persistentVolumeClaimRetentionPolicy: { whenScaled: 'Delete' },
        volumeClaimTemplates: [],
      }),
      ['spec.replicas in-place REPLICAS_DOWN'],
    ],
    [
      'a number of pods that is no longer written',
      set(),
      set({ replicas: null }),
      ['spec.replicas data-at-risk REPLICAS_RESET'],
    ],
    [
      'another image',
      set(),
      set({}, NEW_IMAGE),
      ['spec.template.spec.containers[web].image rolling-restart TEMPLATE_RESTARTS'],
    ],
    [
      'another image that no pod gets before it is deleted',
      set({ updateStrategy: { type: 'OnDelete' } }),
      set({ updateStrategy: { type: 'OnDelete' } }, NEW_IMAGE),
      ['spec.template.spec.containers[web].image in-place TEMPLATE_WAITS'],
    ],
    [
      'another image with a partition above all pods',
      set({ updateStrategy: { rollingUpdate: { partition: 3 } } }),
      set({ updateStrategy: { rollingUpdate: { partition: 3 } } }, NEW_IMAGE),
      ['spec.template.spec.containers[web].image in-place TEMPLATE_CHANGED'],
    ],
    [
      'another image of no pods',
      set({ replicas: 0 }),
      set({ replicas: 0 }, NEW_IMAGE),
      ['spec.template.spec.containers[web].image in-place TEMPLATE_CHANGED'],
    ],
    [
      'a lower partition',
      set({ updateStrategy: { rollingUpdate: { partition: 2 } } }),
      set({ updateStrategy: { rollingUpdate: { partition: 1 } } }),
      ['spec.updateStrategy.rollingUpdate.partition rolling-restart PARTITION_LOWERED'],
    ],
    [
      'a higher partition',
      set({ updateStrategy: { rollingUpdate: { partition: 1 } } }),
      set({ updateStrategy: { rollingUpdate: { partition: 2 } } }),
      ['spec.updateStrategy.rollingUpdate.partition in-place PARTITION_CHANGED'],
    ],
    [
      'a strategy that begins to replace pods',
      set({ updateStrategy: { type: 'OnDelete' } }),
      set({ updateStrategy: { type: 'RollingUpdate' } }),
      ['spec.updateStrategy.type rolling-restart STRATEGY_RESUMES'],
    ],
    [
      'minReadySeconds',
      set(),
      set({ minReadySeconds: 9 }),
      ['spec.minReadySeconds in-place MIN_READY_SECONDS_CHANGED'],
    ],
    [
      'retention that deletes',
      set(),
      set({ persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Delete' } }),
      ['spec.persistentVolumeClaimRetentionPolicy.whenDeleted in-place RETENTION_ARMED'],
    ],
    [
      'a range of ordinals that moves',
      set(),
      set({ ordinals: { start: 1 } }),
      ['spec.ordinals data-at-risk FIRST_ORDINAL_MOVES_DATA'],
    ],
    ['serviceName', set(), set({ serviceName: 'db' }), ['spec.serviceName rejected SERVICE_NAME_IMMUTABLE']],
    [
      'podManagementPolicy',
      set(),
      set({ podManagementPolicy: 'Parallel' }),
      ['spec.podManagementPolicy rejected POD_MANAGEMENT_IMMUTABLE'],
    ],
    [
      'a larger claim template',
      set(),
      set({ volumeClaimTemplates: [claimTemplate('data', '20Gi')] }),
      ['spec.volumeClaimTemplates[data].spec.resources.requests.storage rejected CLAIM_TEMPLATE_GROWN'],
    ],
    [
      'a smaller claim template',
      set(),
      set({ volumeClaimTemplates: [claimTemplate('data', '5Gi')] }),
      ['spec.volumeClaimTemplates[data].spec.resources.requests.storage rejected CLAIM_TEMPLATE_SHRUNK'],
    ],
    [
      'a claim template more and one less',
      set(),
      set({ volumeClaimTemplates: [claimTemplate('logs')] }),
      [
        'spec.volumeClaimTemplates[data] rejected CLAIM_TEMPLATE_REMOVED',
        'spec.volumeClaimTemplates[logs] rejected CLAIM_TEMPLATE_ADDED',
      ],
    ],
    [
      'the first claim template of all',
      set({ volumeClaimTemplates: null }),
      set(),
      ['spec.volumeClaimTemplates[data] rejected CLAIM_TEMPLATE_ADDED'],
    ],
    [
      'the last claim template of all, which is set to null',
      set(),
      set({ volumeClaimTemplates: null }),
      ['spec.volumeClaimTemplates[data] rejected CLAIM_TEMPLATE_REMOVED'],
    ],
    [
      'the last claim template of all, which leaves an empty list',
      set(),
      set({ volumeClaimTemplates: [] }),
      ['spec.volumeClaimTemplates[data] rejected CLAIM_TEMPLATE_REMOVED'],
    ],
    [
      'a label of a claim template that is null: a new object has none, an update an empty one',
      set({
        volumeClaimTemplates: [{ ...claimTemplate(), metadata: { name: 'data', labels: { a: null } } }],
      }),
      set({
        volumeClaimTemplates: [{ ...claimTemplate(), metadata: { name: 'data', labels: { a: null } } }],
      }),
      ['spec.volumeClaimTemplates[data].metadata.labels rejected CLAIM_TEMPLATE_IMMUTABLE'],
    ],
    [
      'finalizers',
      set({}, {}, { finalizers: ['a.b/old'] }),
      set({}, {}, { finalizers: ['a.b/new'] }),
      ['metadata.finalizers in-place FINALIZERS_CHANGED'],
    ],
    [
      'owners',
      set(),
      set({}, {}, { ownerReferences: [{ apiVersion: 'v1', kind: 'ConfigMap', name: 'x', uid: 'u' }] }),
      ['metadata.ownerReferences in-place OWNERS_CHANGED'],
    ],
    [
      'an annotation of the pods that is null and was not there',
      set(withAnnotations({ b: 'y' })),
      set(withAnnotations({ a: null, b: 'y' })),
      [],
    ],
    [
      'an annotation of the pods that becomes null',
      set(withAnnotations({ a: 'x', b: 'y' })),
      set(withAnnotations({ a: null, b: 'y' })),
      ['spec.template.metadata.annotations.a rolling-restart TEMPLATE_RESTARTS'],
    ],
    [
      'the account of the pods by its old name, beside the new one that counts',
      set(
        {},
        { containers: [{ name: 'web', image: 'nginx' }], serviceAccountName: 'a', serviceAccount: 'a' },
      ),
      set(
        {},
        { containers: [{ name: 'web', image: 'nginx' }], serviceAccountName: 'a', serviceAccount: 'b' },
      ),
      [],
    ],
    [
      'the order of claim templates',
      set({ volumeClaimTemplates: [claimTemplate('a'), claimTemplate('b')] }),
      set({ volumeClaimTemplates: [claimTemplate('b'), claimTemplate('a')] }),
      ['spec.volumeClaimTemplates rejected CLAIM_TEMPLATE_IMMUTABLE'],
    ],
    [
      'a label of a claim template',
      set(),
      set({
        volumeClaimTemplates: [{ ...claimTemplate(), metadata: { name: 'data', labels: { version: '2' } } }],
      }),
      ['spec.volumeClaimTemplates[data].metadata.labels rejected CLAIM_TEMPLATE_IMMUTABLE'],
    ],
    ['a size in other units', set(), set({ volumeClaimTemplates: [claimTemplate('data', '10240Mi')] }), []],
    [
      'labels of the pods that the selector does not match',
      set(),
      set({
        template: {
          metadata: { labels: { app: 'x' } },
          spec: { containers: [{ name: 'web', image: 'nginx:1.27' }] },
        },
      }),
      ['spec.template.metadata.labels rejected SELECTOR_MISMATCH'],
    ],
    ['a number below zero', set(), set({ replicas: -1 }), ['spec.replicas rejected REPLICAS_INVALID']],
    [
      'OnDelete over a rollingUpdate that the API server filled in',
      set(),
      set({ updateStrategy: { type: 'OnDelete' } }),
      [
        'spec.updateStrategy.rollingUpdate rejected ROLLING_UPDATE_LEFT_OVER',
        'spec.updateStrategy.type in-place STRATEGY_CHANGED',
      ],
    ],
    [
      'OnDelete with a rollingUpdate that the new manifest writes itself',
      set(),
      set({ updateStrategy: { type: 'OnDelete', rollingUpdate: { partition: 0 } } }),
      [
        'spec.updateStrategy.rollingUpdate rejected ROLLING_UPDATE_MISPLACED',
        'spec.updateStrategy.type in-place STRATEGY_CHANGED',
      ],
    ],
    [
      'OnDelete without rollingUpdate',
      set(),
      set({ updateStrategy: { type: 'OnDelete', rollingUpdate: null } }),
      [
        'spec.updateStrategy.rollingUpdate in-place STRATEGY_CHANGED',
        'spec.updateStrategy.type in-place STRATEGY_CHANGED',
      ],
    ],
  ])('%s', (_, before, after, expected) => {
    expect(essence(planOf([before], [after]).changes)).toEqual(expected);
  });

  test.each([
    [KubernetesVersion.V1_28, Effect.REJECTED],
    [KubernetesVersion.V1_32, Effect.REJECTED],
    [KubernetesVersion.V1_33, Effect.IN_PLACE],
    [KubernetesVersion.V1_37, Effect.IN_PLACE],
  ])('the number of kept revisions with Kubernetes %s: %s', (version, effect) => {
    expect(planOf([set()], [set({ revisionHistoryLimit: 3 })], { version }).effect).toBe(effect);
  });

  test.each([
    [KubernetesVersion.V1_36, ['spec.updateStrategy.rollingUpdate.maxUnavailable none FIELD_DROPPED']],
    [
      KubernetesVersion.V1_37,
      ['spec.updateStrategy.rollingUpdate.maxUnavailable in-place MAX_UNAVAILABLE_CHANGED'],
    ],
  ])('maxUnavailable with Kubernetes %s', (version, expected) => {
    const before = set({ updateStrategy: { rollingUpdate: { partition: 0 } } });
    const after = set({ updateStrategy: { rollingUpdate: { partition: 0, maxUnavailable: 2 } } });
    expect(essence(planOf([before], [after], { version }).changes)).toEqual(expected);
  });

  test('keeps what kubectl apply keeps: the pull policy that an image had by default', () => {
    const before = set({}, { containers: [{ name: 'web', image: 'nginx' }] });
    expect(essence(planOf([before], [set()]).changes)).toEqual([
      'spec.template.spec.containers[web].image rolling-restart TEMPLATE_RESTARTS',
    ]);
  });
});

describe('volumeAttributesClassName of a claim template', () => {
  const classed = (name: string): JsonObject =>
    set({ volumeClaimTemplates: [claimTemplate('data', '10Gi', { volumeAttributesClassName: name })] });

  test('is kept by every API server that knows it, and never changes', () => {
    const { V1_29, V1_31, V1_37 } = KubernetesVersion;
    const effects = [V1_29, V1_31, V1_37].map(
      (version) => planOf([set()], [classed('gold')], { version }).effect,
    );
    expect(effects).toEqual([Effect.REJECTED, Effect.REJECTED, Effect.REJECTED]);
  });
});

test('a field that nobody knows is refused, even where it is an empty list and nothing else changes', () => {
  const expected = ['spec.foo rejected UNKNOWN_FIELD'];
  expect(essence(planOf([set()], [set({ foo: [] })]).changes)).toEqual(expected);
  expect(essence(planOf([set({ foo: [] })], [set({ foo: [] })]).changes)).toEqual(expected);
});
