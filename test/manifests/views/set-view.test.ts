import fc from 'fast-check';
import { KUBERNETES_VERSIONS, KubernetesVersion } from '../../../lib/kubernetes/kubernetes-version';
import { defaulted } from '../../../lib/manifests/defaults/defaulted';
import { type JsonObject } from '../../../lib/manifests/json';
import { podClaimNames, setOrdinals, setPodNames, type SetView } from '../../../lib/manifests/views/set-view';
import { setViewOf } from './set-view-of';

const { V1_36, V1_37 } = KubernetesVersion;

function view(spec: JsonObject, version = V1_37): SetView {
  return setViewOf(
    { apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: { name: 'web', namespace: 'prod' }, spec },
    version,
  );
}

/** What a view tells, as plain data. */
function told(set: SetView) {
  return {
    replicas: set.replicas,
    firstOrdinal: set.firstOrdinal,
    isOrdered: set.isOrdered,
    minReadySeconds: set.minReadySeconds,
    updateStrategy: set.updateStrategy,
    partition: set.partition,
    maxUnavailable: set.maxUnavailable,
    whenDeleted: set.whenDeleted,
    whenScaled: set.whenScaled,
    serviceName: set.serviceName,
    selector: set.selector,
    podLabels: set.podLabels,
    gracePeriod: set.gracePeriod,
    claims: set.claimTemplates.map((claim) => [claim.name, claim.storage, claim.volumeMode]),
  };
}

test('of a set that says nothing, tells the defaults of the API server', () => {
  expect(told(view({}))).toEqual({
    replicas: 1,
    firstOrdinal: 0,
    isOrdered: true,
    minReadySeconds: 0,
    updateStrategy: 'RollingUpdate',
    partition: 0,
    maxUnavailable: 1,
    whenDeleted: 'Retain',
    whenScaled: 'Retain',
    serviceName: undefined,
    selector: undefined,
    podLabels: {},
    gracePeriod: 30,
    claims: [],
  });
});

const orAbsent = (...values: fc.Arbitrary<unknown>[]) =>
  fc.oneof(fc.constant(undefined), fc.constant(null), ...values);
const specs = fc
  .record({
    replicas: orAbsent(fc.nat({ max: 3 })),
    minReadySeconds: orAbsent(fc.nat({ max: 3 })),
    podManagementPolicy: orAbsent(fc.constantFrom('', 'OrderedReady', 'Parallel')),
    serviceName: orAbsent(fc.constantFrom('', 'web')),
    ordinals: orAbsent(fc.constantFrom({}, { start: 0 }, { start: 2 })),
    persistentVolumeClaimRetentionPolicy: orAbsent(
      fc.constantFrom({}, { whenScaled: 'Delete' }, { whenDeleted: 'Delete', whenScaled: '' }),
    ),
    updateStrategy: orAbsent(
      fc.constantFrom(
        ...[{}, { type: '' }, { type: 'OnDelete' }, { type: 'RollingUpdate' }, { type: null }],
        ...[{ type: 'RollingUpdate', rollingUpdate: {} }, { rollingUpdate: { partition: 2 } }],
        ...[{ rollingUpdate: { maxUnavailable: '50%' } }, { rollingUpdate: { maxUnavailable: null } }],
      ),
    ),
    selector: orAbsent(fc.constantFrom({}, { matchLabels: { app: 'web' } })),
    template: orAbsent(
      fc.constantFrom(
        ...[{}, { metadata: { labels: { app: 'web' } } }, { spec: { terminationGracePeriodSeconds: 5 } }],
      ),
    ),
    volumeClaimTemplates: orAbsent(
      fc.constantFrom(
        [],
        [{ metadata: { name: 'data' }, spec: { resources: { requests: { storage: 1 } } } }],
        [{ metadata: { name: 'data' }, spec: { volumeMode: 'Block', storageClassName: '' } }, { spec: {} }],
      ),
    ),
  })
  .map((spec) => JSON.parse(JSON.stringify(spec)) as JsonObject);

test('of a set as it is written, tells what it tells of the stored one', () => {
  fc.assert(
    fc.property(specs, fc.constantFrom(...KUBERNETES_VERSIONS), (spec, version) => {
      const { manifest } = view(spec, version);
      const stored = setViewOf(defaulted(manifest.content, version), version);
      expect(told(view(spec, version))).toEqual(told(stored));
    }),
  );
});

test('tells what is written where that is what is stored', () => {
  const set = view({
    replicas: 3,
    ordinals: { start: 2 },
    podManagementPolicy: 'Parallel',
    minReadySeconds: 4,
    updateStrategy: { type: 'OnDelete' },
    persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Delete', whenScaled: 'Delete' },
    serviceName: 'web',
    selector: { matchLabels: { app: 'web' } },
    template: { metadata: { labels: { app: 'web' } }, spec: { terminationGracePeriodSeconds: 5 } },
    volumeClaimTemplates: [
      {
        metadata: { name: 'data' },
        spec: { volumeMode: 'Block', resources: { requests: { storage: '1Gi' } } },
      },
    ],
  });
  expect(told(set)).toEqual({
    replicas: 3,
    firstOrdinal: 2,
    isOrdered: false,
    minReadySeconds: 4,
    updateStrategy: 'OnDelete',
    partition: undefined,
    maxUnavailable: undefined,
    whenDeleted: 'Delete',
    whenScaled: 'Delete',
    serviceName: 'web',
    selector: { matchLabels: { app: 'web' }, matchExpressions: [] },
    podLabels: { app: 'web' },
    gracePeriod: 5,
    claims: [['data', '1Gi', 'Block']],
  });
});

test('a strategy that names its type has a partition only where it has a rollingUpdate', () => {
  expect(view({ updateStrategy: { type: 'RollingUpdate' } }).partition).toBeUndefined();
  expect(view({ updateStrategy: { type: 'RollingUpdate', rollingUpdate: {} } }).partition).toBe(0);
  expect(view({ updateStrategy: {} }).partition).toBe(0);
});

test('tells of no maxUnavailable that the version drops', () => {
  const spec = { updateStrategy: { rollingUpdate: { maxUnavailable: 2 } } };
  expect([V1_36, V1_37].map((version) => view(spec, version).maxUnavailable)).toEqual([undefined, 2]);
});

test.each([[-1], [1.5], ['3'], [{}]])(
  'takes replicas of %j for absent, and does not know them',
  (replicas) => {
    const set = view({ replicas });
    expect([set.replicas, set.areReplicasKnown]).toEqual([1, false]);
    expect(set.written(['spec', 'replicas'])).toEqual({ path: ['spec', 'replicas'], value: replicas });
  },
);

test.each([[undefined], [null], [0], [3]])('knows replicas of %j', (replicas) => {
  expect(view(replicas === undefined ? {} : { replicas }).areReplicasKnown).toBe(true);
});

test('names pods and claims from the first ordinal on', () => {
  const set = view({
    replicas: 2,
    ordinals: { start: 5 },
    volumeClaimTemplates: [{ metadata: { name: 'data' } }, { metadata: { name: 'wal' } }],
  });
  expect(setOrdinals(set)).toEqual([5, 6]);
  expect(setPodNames(set)).toEqual(['web-5', 'web-6']);
  expect(podClaimNames(set, 6)).toEqual(['data-web-6', 'wal-web-6']);
});

test('a claim template that is no object counts, without a name', () => {
  const set = view({ volumeClaimTemplates: ['data', null] });
  expect(set.claimTemplates.map(({ name, namePath }) => [name, namePath])).toEqual([
    ['', ['spec', 'volumeClaimTemplates', 0, 'metadata', 'name']],
    ['', ['spec', 'volumeClaimTemplates', 1, 'metadata', 'name']],
  ]);
});

test('has init containers before the others', () => {
  const set = view({
    template: { spec: { containers: [{ name: 'web' }], initContainers: [{ name: 'setup' }] } },
  });
  expect(set.containers.map(({ value }) => value.name)).toEqual(['setup', 'web']);
  expect(set.mainContainers.map(({ path }) => path.join('.'))).toEqual(['spec.template.spec.containers.0']);
});
