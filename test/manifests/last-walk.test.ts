import { DEFAULT_KUBERNETES_VERSION } from '../../lib/kubernetes/kubernetes-version';
import { LastWalk } from '../../lib/manifests/last-walk';
import { manifestOf } from '../../lib/manifests/manifest';

const set = (field: string) =>
  manifestOf({
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    spec: { [field]: 1, template: { spec: { containers: [{ name: field }] } } },
  });
const [first, second] = [set('one'), set('two')];

test('is kept for the manifest at hand alone', () => {
  const walk = new LastWalk(DEFAULT_KUBERNETES_VERSION);
  const [typed, found] = [walk.typedObjectsOf(first), walk.decodedOf(first)];
  expect(walk.typedObjectsOf(first)).toBe(typed);
  expect(walk.decodedOf(first)).toBe(found);
  walk.typedObjectsOf(second);
  expect(walk.typedObjectsOf(first)).not.toBe(typed);
  expect(walk.decodedOf(first)).not.toBe(found);
});

test('tells of the manifest that is asked for, whatever came before', () => {
  const walk = new LastWalk(DEFAULT_KUBERNETES_VERSION);
  const found = [first, second, first].map((manifest) => [
    walk.typedObjectsOf(manifest).ofType('Container')[0].value.name,
    walk.decodedOf(manifest).unknownFields.map(({ path }) => path.at(-1)),
  ]);
  expect(found).toEqual([
    ['one', ['one']],
    ['two', ['two']],
    ['one', ['one']],
  ]);
});
