import { Facts, judgedKindOf, JudgedKind, meantKindOf } from '../../lib/manifests/facts';
import { manifestOf } from '../../lib/manifests/manifest';

function object(apiVersion: string, kind: string, name: string, namespace?: string) {
  return manifestOf({
    apiVersion,
    kind,
    metadata: { name, ...(namespace === undefined ? {} : { namespace }) },
  });
}

const web = object('apps/v1', 'StatefulSet', 'web');
const prodWeb = object('apps/v1', 'StatefulSet', 'web', 'prod');
const service = object('v1', 'Service', 'web', 'prod');
const custom = object('serving.knative.dev/v1', 'Service', 'web', 'prod');
const facts = new Facts([web, prodWeb, service, custom]);

test('objects are found by kind, namespace and name', () => {
  expect(facts.ofKind(JudgedKind.STATEFUL_SET)).toEqual([web, prodWeb]);
  expect(facts.find(JudgedKind.STATEFUL_SET, 'prod', 'web')).toBe(prodWeb);
  expect(facts.find(JudgedKind.STATEFUL_SET, undefined, 'web')).toBe(web);
  expect(facts.find(JudgedKind.STATEFUL_SET, 'other', 'web')).toBeUndefined();
});

test("another API's object of the same kind is not judged", () => {
  expect(facts.besides(prodWeb, JudgedKind.SERVICE)).toEqual([service]);
  expect(facts.besides(web, JudgedKind.SERVICE)).toEqual([]);
  expect([judgedKindOf(custom), judgedKindOf(service)]).toEqual([undefined, JudgedKind.SERVICE]);
});

test.each([
  ['apps/v1beta1', 'StatefulSet', JudgedKind.STATEFUL_SET],
  ['apps/v2', 'StatefulSet', JudgedKind.STATEFUL_SET],
  ['v1', 'StatefulSet', JudgedKind.STATEFUL_SET],
  ['v2', 'Service', JudgedKind.SERVICE],
  ['apps.kruise.io/v1beta1', 'StatefulSet', undefined],
  ['serving.knative.dev/v1', 'Service', undefined],
  ['v1', 'Secret', undefined],
])('an object of %s %s means the kind %s', (apiVersion, kind, meant) => {
  expect(meantKindOf({ apiVersion, kind })).toBe(meant);
});

test('an object of a version that is not served is wired to no other', () => {
  const old = object('apps/v1beta1', 'StatefulSet', 'web');
  expect(judgedKindOf(old)).toBeUndefined();
  expect(new Facts([old]).ofKind(JudgedKind.STATEFUL_SET)).toEqual([]);
});

test('an object that stands twice in the input is found twice', () => {
  expect(new Facts([web, web]).named(JudgedKind.STATEFUL_SET, undefined, 'web')).toHaveLength(2);
});
