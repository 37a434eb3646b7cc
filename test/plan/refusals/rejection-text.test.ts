import { type JsonObject } from '../../../lib/manifests/json';
import { KubernetesVersion } from '../../../lib/kubernetes/kubernetes-version';
import { Effect } from '../../../lib/plan/policy/effect';
import { claimTemplate, essence, NEW_IMAGE, planOf, service, set, TURNING_POINTS } from '../manifests';

const OLD_TEXT =
  /^The StatefulSet "web" is invalid: spec: Forbidden: updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', 'updateStrategy', 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden$/;

describe('a rejection', () => {
  test('bears the text of the API server before 1.33, between, and since 1.37', () => {
    const texts = TURNING_POINTS.map(
      (version) =>
        planOf([set()], [set({ serviceName: 'db', podManagementPolicy: 'Parallel' })], { version })
          .rejections,
    );
    expect(texts.map(([{ object }]) => object)).toEqual(Array(4).fill('StatefulSet web'));
    expect(texts[0][0].message).toMatch(OLD_TEXT);
    expect(texts[1][0].message).toContain("'updateStrategy', 'revisionHistoryLimit', 'persistentVolume");
    expect(texts[2][0].message).toContain("'updateStrategy', 'revisionHistoryLimit', 'persistentVolume");
    expect(texts[3][0].message).toBe(
      [
        'The StatefulSet "web" is invalid: ',
        '* spec.serviceName: Invalid value: "db": field is immutable',
        '* spec.podManagementPolicy: Invalid value: "Parallel": field is immutable',
      ].join('\n'),
    );
  });

  test('names each field that never changes once, in the order of the API server', () => {
    const wanted = set({
      podManagementPolicy: 'Parallel',
      serviceName: 'db',
      selector: { matchLabels: { app: 'web', tier: 'db' } },
      template: { metadata: { labels: { app: 'web', tier: 'db' } }, spec: NEW_IMAGE },
      volumeClaimTemplates: [claimTemplate('data', '20Gi'), claimTemplate('logs')],
    });
    const [{ message }] = planOf([set()], [wanted], { version: KubernetesVersion.V1_37 }).rejections;
    expect([...message.matchAll(/^\* spec\.(\w+)/gm)].map(([, field]) => field)).toEqual([
      'selector',
      'volumeClaimTemplates',
      'serviceName',
      'podManagementPolicy',
    ]);
  });

  const ON_DELETE: JsonObject = { type: 'OnDelete' };

  test.each<[string, JsonObject, JsonObject, string]>([
    [
      'a number of pods below zero',
      set(),
      set({ replicas: -1 }),
      'spec.replicas: Invalid value: -1: must be greater than or equal to 0',
    ],
    [
      'minReadySeconds below zero',
      set(),
      set({ minReadySeconds: -2 }),
      'spec.minReadySeconds: Invalid value: -2: must be greater than or equal to 0',
    ],
    [
      'a first ordinal below zero',
      set(),
      set({ ordinals: { start: -1 } }),
      'spec.ordinals.start: Invalid value: -1: must be greater than or equal to 0',
    ],
    [
      'a partition below zero',
      set(),
      set({ updateStrategy: { rollingUpdate: { partition: -1 } } }),
      'spec.updateStrategy.rollingUpdate.partition: Invalid value: -1: must be greater than or equal to 0',
    ],
    [
      'OnDelete over a rollingUpdate that is left',
      set(),
      set({ updateStrategy: ON_DELETE }),
      `spec.updateStrategy.rollingUpdate: Invalid value: {"Partition":0,"MaxUnavailable":null}: only allowed for updateStrategy 'RollingUpdate'`,
    ],
    [
      'labels that the selector does not match',
      set(),
      set({ template: { metadata: { labels: { app: 'x' } }, spec: NEW_IMAGE } }),
      'spec.template.metadata.labels: Invalid value: {"app":"x"}: `selector` does not match template `labels`',
    ],
    [
      'a headless Service with a type that needs an address',
      service(),
      service({ type: 'LoadBalancer' }),
      `spec.clusterIPs[0]: Invalid value: "None": may not be set to 'None' for LoadBalancer services`,
    ],
  ])('says what is wrong with the object as it would be stored: %s', (_, before, after, text) => {
    const [{ object, message }] = planOf([before], [after], { version: KubernetesVersion.V1_28 }).rejections;
    expect(message).toBe(`The ${object.split(' ')[0]} "web" is invalid: ${text}`);
  });

  test('names an empty selector before it says that selectors never change', () => {
    const [{ message }] = planOf([set()], [set({ selector: {} })], {
      version: KubernetesVersion.V1_37,
    }).rejections;
    expect(message).toContain(
      '* spec.selector: Invalid value: {}: empty selector is invalid for statefulset\n* spec.selector: Invalid value: ',
    );
  });

  test('names faults of the new manifest that check finds too', () => {
    const { effect, changes } = planOf([set()], [set({ replica: 5 })]);
    expect(effect).toBe(Effect.REJECTED);
    expect(essence(changes)).toContain('spec.replica rejected UNKNOWN_FIELD');
  });

  test('lets faults be that the old object has, where the API server does', () => {
    const mount = (image: string): JsonObject => ({
      containers: [{ name: 'web', image, volumeMounts: [{ name: 'gone', mountPath: '/gone' }] }],
    });
    const plan = planOf([set({}, mount('a:1'))], [set({}, mount('a:2'))], {
      version: KubernetesVersion.V1_34,
    });
    expect(plan.effect).toBe(Effect.ROLLING_RESTART);
    const fresh = planOf([set({}, NEW_IMAGE)], [set({}, mount('a:2'))], { version: KubernetesVersion.V1_34 });
    expect(fresh.effect).toBe(Effect.REJECTED);
  });
});
