// What servers store is recorded by scripts/record/stored.mjs: `npm run record -- VERSION`.
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { withoutAbsentValues } from '../../../lib/manifests/defaults/absent-values';
import { defaulted } from '../../../lib/manifests/defaults/defaulted';
import { without } from '../../../lib/manifests/defaults/dropped-fields';
import { fieldOf, isObject, textOf, type JsonObject } from '../../../lib/manifests/json';
import { parseKubernetesVersion, KubernetesVersion } from '../../../lib/kubernetes/kubernetes-version';
import { differences } from '../../../lib/plan/differences/differences';

/** What API servers stored: without what a cluster allocates, and without what says nothing. */
interface Recorded {
  readonly object: JsonObject;
  readonly stored: Readonly<Record<string, JsonObject>>;
}

const recorded = JSON.parse(
  readFileSync(path.join(__dirname, 'stored-by-api-servers.json'), 'utf8'),
) as readonly Recorded[];

const cases = recorded.flatMap(({ object, stored }, index) =>
  Object.entries(stored).map(([version, spec]): [string, string, JsonObject, JsonObject] => [
    `${textOf(object, 'kind') ?? ''} ${index}`,
    version,
    object,
    spec,
  ]),
);

function versionOf(text: string): KubernetesVersion {
  return parseKubernetesVersion(text) ?? KubernetesVersion.V1_28;
}

function specOf(object: JsonObject): JsonObject {
  const spec = fieldOf(object, 'spec');
  return isObject(spec) ? spec : {};
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(frozen);
    Object.freeze(value);
  }
  return value;
}

describe('a defaulted object', () => {
  test.each(cases)('is what the API server stores: %s, Kubernetes %s', (_, version, object, stored) => {
    const ours = { ...object, spec: specOf(defaulted(frozen(object), versionOf(version))) };
    const theirs = ['apiVersion', 'kind'].reduce<JsonObject>(
      (all, field) => without(all, `spec.volumeClaimTemplates.*.${field}`),
      { ...object, spec: stored },
    );
    expect(differences(withoutAbsentValues(ours), withoutAbsentValues(theirs))).toEqual([]);
  });

  test.each(cases)('stays the same when defaulted again: %s, Kubernetes %s', (_, version, object) => {
    const once = defaulted(object, versionOf(version));
    expect(defaulted(once, versionOf(version))).toEqual(once);
  });

  test('keeps maxUnavailable only since 1.37', () => {
    const set = {
      kind: 'StatefulSet',
      apiVersion: 'apps/v1',
      spec: { updateStrategy: { rollingUpdate: { maxUnavailable: 2 } } },
    };
    const strategy = (version: KubernetesVersion): unknown =>
      fieldOf(fieldOf(specOf(defaulted(set, version)), 'updateStrategy'), 'rollingUpdate');
    expect(strategy(KubernetesVersion.V1_36)).toEqual({ partition: 0 });
    expect(strategy(KubernetesVersion.V1_37)).toEqual({ partition: 0, maxUnavailable: 2 });
  });

  test('says that a key of a file must be there', () => {
    const withKey = (key: JsonObject): JsonObject => ({
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      spec: {
        template: { spec: { containers: [{ env: [{ name: 'A', valueFrom: { fileKeyRef: key } }] }] } },
      },
    });
    const key = { volumeName: 'v', path: 'p', key: 'k' };
    expect(defaulted(withKey(key), KubernetesVersion.V1_37)).toEqual(
      defaulted(withKey({ ...key, optional: false }), KubernetesVersion.V1_37),
    );
  });

  test('of another kind is left alone', () => {
    const object = { apiVersion: 'example.org/v1', kind: 'StatefulSet', spec: {} };
    expect(defaulted(object, KubernetesVersion.V1_28)).toEqual(object);
  });

  test.each([
    ['nginx', 'Always'],
    ['nginx:latest', 'Always'],
    ['localhost:5000/nginx', 'Always'],
    ['nginx:1.27', 'IfNotPresent'],
    ['nginx@sha256:abc', 'IfNotPresent'],
    ['localhost:5000/nginx:latest@sha256:abc', 'Always'],
    ['localhost:5000/nginx@sha256:abc', 'IfNotPresent'],
  ])('pulls the image %s: %s', (image, policy) => {
    const set = {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      spec: { template: { spec: { containers: [{ name: 'c', image }] } } },
    };
    const [container] = (fieldOf(
      fieldOf(fieldOf(specOf(defaulted(set, KubernetesVersion.V1_28)), 'template'), 'spec'),
      'containers',
    ) ?? []) as JsonObject[];
    expect(container.imagePullPolicy).toBe(policy);
  });

  test.each([
    ['an empty list', { args: [] }],
    ['null', { args: null }],
    ['an empty text of a plain field', { workingDir: '' }],
    ['false of a plain field', { tty: false }],
    ['an empty map', { resources: { limits: {} } }],
  ])('takes %s for absent', (_, container) => {
    const set = (extra: JsonObject): JsonObject => ({
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      spec: { template: { spec: { containers: [{ name: 'c', image: 'x:1', ...extra }] } } },
    });
    expect(defaulted(set(container), KubernetesVersion.V1_28)).toEqual(
      defaulted(set({}), KubernetesVersion.V1_28),
    );
  });

  test('keeps empty objects and the values of maps', () => {
    const set = {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: { labels: { empty: '' } },
      spec: { template: { spec: { affinity: {} } } },
    };
    expect(defaulted(set, KubernetesVersion.V1_28)).toMatchObject(set);
  });
});
