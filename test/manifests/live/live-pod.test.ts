import { type JsonObject } from '../../../lib/manifests/json';
import { isHopeless, livePodOf } from '../../../lib/manifests/live/live-pod';
import { manifestOf } from '../../../lib/manifests/manifest';
import { ago, livePod, notReady, NOW, ready, waitingFor } from './objects';

function read(status: JsonObject, metadata: JsonObject = {}): unknown {
  const pod = livePodOf(manifestOf(livePod(2, 'web-1', status, metadata)));
  return pod && [pod.phase, pod.reason, isHopeless(pod, NOW)];
}

const unschedulable: JsonObject = {
  phase: 'Pending',
  conditions: [{ type: 'PodScheduled', status: 'False', reason: 'Unschedulable' }],
};
const gated: JsonObject = {
  phase: 'Running',
  conditions: [
    { type: 'Ready', status: 'False', lastTransitionTime: ago(30) },
    { type: 'ContainersReady', status: 'True' },
  ],
};
const initialising: JsonObject = {
  phase: 'Pending',
  conditions: [{ type: 'Ready', status: 'False', lastTransitionTime: ago(60) }],
  initContainerStatuses: [{ ready: false, state: { waiting: { reason: 'CrashLoopBackOff' } } }],
  containerStatuses: [{ ready: false, state: { waiting: { reason: 'PodInitializing' } } }],
};

describe('a pod of a cluster', () => {
  test.each<[string, JsonObject, unknown]>([
    ['is ready', ready(), ['ready', undefined, false]],
    ['cannot pull its image', waitingFor('ImagePullBackOff'), ['starting', 'ImagePullBackOff', true]],
    [
      'crashes',
      notReady({ waiting: { reason: 'CrashLoopBackOff' } }),
      ['starting', 'CrashLoopBackOff', true],
    ],
    ['has an init container that crashes', initialising, ['starting', 'CrashLoopBackOff', true]],
    ['has just crashed', notReady({ terminated: { reason: 'OOMKilled' } }), ['starting', 'OOMKilled', true]],
    ['finds no node', unschedulable, ['starting', 'Unschedulable', true]],
    ['is being created', waitingFor('ContainerCreating'), ['starting', 'ContainerCreating', false]],
    ['runs without being ready', notReady(), ['starting', 'NotReady', false]],
    ['has not been ready for long', notReady({ running: {} }, 601), ['starting', 'NotReady', true]],
    ['waits for a readiness gate', gated, ['starting', 'ReadinessGateNotMet', false]],
    ['has no status yet', { phase: 'Pending' }, ['starting', 'Pending', true]],
    ['was evicted', { phase: 'Failed', reason: 'Evicted' }, ['failed', 'Evicted', false]],
  ])('%s', (_, status, expected) => {
    expect(read(status)).toEqual(expected);
  });

  test('that runs and restarts again and again does not become ready', () => {
    const status = notReady();
    const [container] = status.containerStatuses as readonly JsonObject[];
    const restarted = { ...status, containerStatuses: [{ ...container, restartCount: 5 }] };
    expect(read(restarted)).toEqual(['starting', 'Restarting', true]);
  });

  test.each([
    [-30, false],
    [30, false],
    [61, true],
  ])('that is deleted and should have been gone %i seconds ago is hopeless: %p', (seconds, hopeless) => {
    expect(read(ready(), { deletionTimestamp: ago(seconds) })).toEqual(['terminating', undefined, hopeless]);
  });

  test('counts by its status alone where nobody tells the time', () => {
    const pod = livePodOf(manifestOf(livePod(0, 'web-1', notReady({ running: {} }, 100_000))));
    expect(pod && isHopeless(pod)).toBe(false);
  });

  test('has its ordinal, revision and claims', () => {
    expect(livePodOf(manifestOf(livePod(12, 'web-1', ready())))).toMatchObject({
      ordinal: 12,
      revision: 'web-1',
      uid: 'uid-of-web-12',
      claims: ['data-web-12'],
      since: NOW - 3_000_000,
    });
  });

  test('without an ordinal in its name is of no set', () => {
    expect(livePodOf(manifestOf(livePod(0, 'web-1', ready(), { name: 'web' })))).toBeUndefined();
  });
});
