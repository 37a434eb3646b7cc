import { type JsonObject } from '../../../lib/manifests/json';
import { KubernetesVersion } from '../../../lib/kubernetes/kubernetes-version';
import { claimTemplate, planOf, service, set } from '../manifests';

const LARGER = { volumeClaimTemplates: [claimTemplate('data', '20Gi')] };
const DELETING = { persistentVolumeClaimRetentionPolicy: { whenScaled: 'Delete', whenDeleted: 'Delete' } };

describe('a set whose update is refused', () => {
  test('gets a procedure: its script knows the UID of the set that the plan was made for', () => {
    const live = set({}, {}, { namespace: 'prod', uid: 'the-uid', resourceVersion: '1' });
    const { migration, steps } = planOf([live], [set(LARGER)]);
    expect(migration?.procedures[0].script.about).toContainEqual({
      name: 'about',
      words: ['statefulset', 'web', 'the-uid'],
    });
    expect(steps.map(({ title }) => title)).toEqual([
      'Keep a copy of the set web',
      'Grow the claims of data to 20Gi',
      'Delete the set web and leave its pods running',
      'Apply the new manifests',
      'Wait until every pod is ready',
    ]);
  });

  test('is recreated with the pods that it has where the manifest leaves their number out', () => {
    const written = { ...set(LARGER), spec: without(set(LARGER).spec as JsonObject, 'replicas') };
    const { migration, steps } = planOf([set(DELETING)], [{ ...written }]);
    expect(migration?.procedures[0].script.changes).toContainEqual(
      expect.objectContaining({ name: 'create_set', words: [{ variable: 'manifest' }, ''] }),
    );
    expect(steps.map(({ title }) => title)).toContain('Create the set web with as many pods as run now');
  });

  test.each<[string, JsonObject, JsonObject, string]>([
    [
      'a claim template takes the place of another one',
      set(),
      set({ volumeClaimTemplates: [claimTemplate('store')] }),
      'Keep the claim template data beside store',
    ],
    [
      'pods and their claims go at the same time',
      set(DELETING),
      set({ ...DELETING, ...LARGER, replicas: 2 }),
      'Apply the changes that put data of StatefulSet web at risk in a release of their own, or revert them',
    ],
    [
      'the number of pods is taken back',
      set(),
      set({ ...LARGER, replicas: null }),
      'Leave replicas out of StatefulSet web, or write the number',
    ],
    [
      'the pods that run do not fit the new selector',
      set(),
      set({
        selector: {
          matchLabels: { app: 'web' },
          matchExpressions: [{ key: 'tier', operator: 'Exists' }],
        },
        template: {
          metadata: { labels: { app: 'web', tier: 'db' } },
          spec: { containers: [{ name: 'web', image: 'nginx:1.27' }] },
        },
      }),
      'Give the pods of web the labels that the new selector asks for in a release of its own',
    ],
    [
      'volumes would shrink',
      set(),
      set({ volumeClaimTemplates: [claimTemplate('data', '1Gi')] }),
      'Keep the size',
    ],
  ])('gets no procedure, but a step for a person, where %s', (_, old, wanted, title) => {
    const { migration, steps } = planOf([old], [wanted]);
    expect(migration).toBeUndefined();
    expect(steps.map((step) => step.title)).toContainEqual(expect.stringContaining(title));
    expect(steps.map(({ command }) => command)).toEqual(steps.map(() => ''));
  });

  test.each<[string, JsonObject]>([
    ['a fault of the same set', set({ ...LARGER, minReadySeconds: -1 })],
    [
      'a fault of its pods',
      set(LARGER, { containers: [{ name: 'web', image: 'a', imagePullPolicy: 'Sometimes' }] }),
    ],
  ])('gets no procedure before %s is mended', (_, wanted) => {
    const { migration } = planOf([set()], [wanted], { version: KubernetesVersion.V1_34 });
    expect(migration).toBeUndefined();
  });

  test('gets no procedure before a fault of another object is mended, not even one that was there before', () => {
    const broken = service({ ports: [{ port: 0 }] });
    const { migration, steps } = planOf([set(), broken], [set(LARGER), broken]);
    expect(migration).toBeUndefined();
    expect(steps.map(({ title }) => title)).toEqual([
      'Correct what else the API server rejects in the new manifests, then plan again',
    ]);
  });

  test.each(['x\ntouch PWNED', '--server=x', '../../x', "it's", '$(touch PWNED)'])(
    'gets no procedure where it bears a name that no API server takes: %j',
    (name) => {
      const { migration, steps } = planOf([set({}, {}, { name })], [set(LARGER, {}, { name })]);
      expect(migration).toBeUndefined();
      expect(steps.map(({ command }) => command)).toEqual(steps.map(() => ''));
    },
  );

  test('gets no procedure where some objects name another namespace and some name none', () => {
    const elsewhere = { ...service({}, 'x'), metadata: { name: 'x', namespace: 'elsewhere' } };
    const { steps } = planOf([set()], [set(LARGER), elsewhere], { namespace: 'prod' });
    expect(steps.map(({ title }) => title)).toEqual([
      'Write the namespace into every object of the new manifests',
    ]);
  });
});

function without(object: JsonObject, field: string): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => key !== field));
}
