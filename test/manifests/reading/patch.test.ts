import { type JsonObject } from '../../../lib/manifests/json';
import { isPatch } from '../../../lib/manifests/reading/patch';

const object = (spec: JsonObject, apiVersion = 'apps/v1', kind = 'StatefulSet'): JsonObject => ({
  apiVersion,
  kind,
  metadata: { name: 'web' },
  spec,
});
const SELECTOR = { matchLabels: { app: 'web' } };

test.each<[string, JsonObject, boolean]>([
  ['a set with replicas alone', object({ replicas: 5 }), true],
  [
    'a set with a container without an image',
    object({ template: { spec: { containers: [{ name: 'web' }] } } }),
    true,
  ],
  ['a list with a directive', object({ selector: SELECTOR, list: [{ $patch: 'delete' }] }), true],
  ['a map with a directive', object({ $retainKeys: ['type'] }, 'v1', 'Service'), true],
  ['a revision of a cluster', object({ $patch: 'replace' }, 'apps/v1', 'ControllerRevision'), false],
  ['a set without a template', object({ selector: SELECTOR }), false],
  ['a set without a selector', object({ template: { spec: { containers: [{ image: 'a' }] } } }), false],
  ['a set without a spec', { apiVersion: 'apps/v1', kind: 'StatefulSet' }, false],
  ['a set of another project', object({ replicas: 5 }, 'apps.kruise.io/v1'), false],
  ['a Service with a type alone', object({ type: 'ClusterIP' }, 'v1', 'Service'), false],
  ['a Secret with a word like a directive', { ...object({}, 'v1', 'Secret'), data: { $PATCH: 'a' } }, false],
])('%s: %#', (_, one, expected) => {
  expect(isPatch(one)).toBe(expected);
});
