import { type JsonObject } from '../../lib/manifests/json';
import { amountsOf, containerRequestsOf } from '../../lib/manifests/pod-requests';

const UNIT = 1_000_000_000n;

function container(cpu: number, restartPolicy?: string): JsonObject {
  const requests: JsonObject = { cpu };
  return { resources: { requests }, ...(restartPolicy === undefined ? {} : { restartPolicy }) };
}

function askedFor(initContainers: readonly JsonObject[], containers: readonly JsonObject[]) {
  const pod = { path: [], value: { initContainers, containers } };
  return containerRequestsOf(pod, (one) => amountsOf(one, 'requests')).get('cpu');
}

test('containers run at once: their requests add up', () => {
  expect(askedFor([], [container(1), container(2)])).toBe(3n * UNIT);
});

test('init containers run one after the other, before the containers: the largest counts', () => {
  expect(askedFor([container(2), container(5)], [container(3)])).toBe(5n * UNIT);
  expect(askedFor([container(2), container(2)], [container(3)])).toBe(3n * UNIT);
});

test('sidecars run beside the containers, and beside the init containers after them', () => {
  expect(askedFor([container(1, 'Always')], [container(3)])).toBe(4n * UNIT);
  expect(askedFor([container(1, 'Always'), container(4)], [container(3)])).toBe(5n * UNIT);
  expect(askedFor([container(4), container(1, 'Always')], [container(3)])).toBe(4n * UNIT);
});

test('each resource counts for itself', () => {
  const value: JsonObject = {
    containers: [
      { resources: { requests: { memory: '1Gi' }, limits: { cpu: '2' } } },
      { resources: { requests: { memory: '1Gi', cpu: '500m' } } },
    ],
  };
  const asked = containerRequestsOf({ path: [], value }, (one) => amountsOf(one, 'requests'));
  expect([...asked]).toEqual([
    ['memory', 2n * 1024n ** 3n * UNIT],
    ['cpu', UNIT / 2n],
  ]);
});

test('a name that objects have anyway is a name like others', () => {
  const value: JsonObject = { containers: [{ resources: { requests: { constructor: 1 } } }, container(1)] };
  const asked = containerRequestsOf({ path: [], value }, (one) => amountsOf(one, 'requests'));
  expect([...asked.keys()]).toEqual(['constructor', 'cpu']);
});
