import { DEFAULT_KUBERNETES_VERSION } from '../../lib/kubernetes/kubernetes-version';
import { Facts } from '../../lib/manifests/facts';
import { JudgedKind } from '../../lib/manifests/judged-kind';
import { type JsonObject } from '../../lib/manifests/json';
import { type Manifest, manifestOf } from '../../lib/manifests/manifest';

function object(apiVersion: string, kind: string, name: string, namespace?: string, spec: JsonObject = {}) {
  return manifestOf({
    apiVersion,
    kind,
    metadata: { name, ...(namespace === undefined ? {} : { namespace }) },
    spec,
  });
}

function factsOf(...manifests: Manifest[]): Facts {
  return new Facts(manifests, DEFAULT_KUBERNETES_VERSION);
}

const web = object('apps/v1', 'StatefulSet', 'web');
const prodWeb = object('apps/v1', 'StatefulSet', 'web', 'prod');
const service = object('v1', 'Service', 'web', 'prod');
const custom = object('serving.knative.dev/v1', 'Service', 'web', 'prod');
const facts = factsOf(web, prodWeb, service, custom);

test('objects are found by kind, namespace and name', () => {
  expect(facts.ofKind(JudgedKind.STATEFUL_SET).map(({ manifest }) => manifest)).toEqual([web, prodWeb]);
  expect(facts.find(JudgedKind.STATEFUL_SET, 'prod', 'web')?.manifest).toBe(prodWeb);
  expect(facts.find(JudgedKind.STATEFUL_SET, undefined, 'web')?.manifest).toBe(web);
  expect(facts.find(JudgedKind.STATEFUL_SET, 'other', 'web')).toBeUndefined();
});

test('each object has one view, however it is found', () => {
  const [first] = facts.ofKind(JudgedKind.STATEFUL_SET);
  expect(facts.judged[0].view).toBe(first);
  expect(facts.find(JudgedKind.STATEFUL_SET, undefined, 'web')).toBe(first);
});

test("another API's object of the same kind is not judged", () => {
  expect(facts.judged.map(({ view }) => view.manifest)).toEqual([web, prodWeb, service]);
});

test('an object of a version that is not served is judged, and wired to no other', () => {
  const old = object('apps/v1beta1', 'StatefulSet', 'web');
  const some = factsOf(old);
  expect(some.judged.map(({ kind, view }) => [kind, view.isServed])).toEqual([
    [JudgedKind.STATEFUL_SET, false],
  ]);
  expect(some.ofKind(JudgedKind.STATEFUL_SET)).toEqual([]);
  expect(some.find(JudgedKind.STATEFUL_SET, undefined, 'web')).toBeUndefined();
});

test('of objects of one name, the first is found', () => {
  const again = object('apps/v1', 'StatefulSet', 'web');
  expect(factsOf(web, again).find(JudgedKind.STATEFUL_SET, undefined, 'web')?.manifest).toBe(web);
});

test('the governing Service is the one of its name in the namespace of the set', () => {
  const governed = object('apps/v1', 'StatefulSet', 'db', 'prod', { serviceName: 'web' });
  const elsewhere = object('apps/v1', 'StatefulSet', 'db', 'test', { serviceName: 'web' });
  const some = factsOf(governed, elsewhere, web, service);
  const found = some.ofKind(JudgedKind.STATEFUL_SET).map((set) => some.governingServiceOf(set)?.manifest);
  expect(found).toEqual([service, undefined, undefined]);
});
