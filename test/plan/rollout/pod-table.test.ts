import * as fc from 'fast-check';
import { KubernetesVersion } from '../../../lib/kubernetes/kubernetes-version';
import { OrdinalSet } from '../../../lib/plan/rollout/ordinal-set';
import { PodTable } from '../../../lib/plan/rollout/pod-table';
import { PodTimers } from '../../../lib/plan/rollout/pod-timers';
import { type PodState, type SetSpec } from '../../../lib/plan/rollout/rollout-state';

const SPEC: SetSpec = {
  name: 'web',
  replicas: 5,
  firstOrdinal: 2,
  isOrdered: true,
  strategy: { type: 'RollingUpdate', partition: 0 },
  minReadySeconds: 0,
  updateRevision: 'new',
  version: KubernetesVersion.V1_37,
};
const ORDINALS = fc.nat({ max: 9 });
const PODS = fc.record({
  ordinal: ORDINALS,
  revision: fc.constantFrom('old', 'new'),
  phase: fc.constantFrom<PodState['phase'][]>('starting', 'ready', 'available', 'terminating', 'failed'),
  until: fc.constantFrom(undefined, 1, 2),
});

describe('a set of ordinals', () => {
  test('has what was added and not removed since, in order', () => {
    const steps = fc.array(fc.tuple(fc.boolean(), ORDINALS));
    fc.assert(
      fc.property(steps, ORDINALS, (all, from) => {
        const [ordinals, expected] = [new OrdinalSet(), new Set<number>()];
        for (const [isAdded, ordinal] of all) {
          ordinals[isAdded ? 'add' : 'delete'](ordinal);
          expected[isAdded ? 'add' : 'delete'](ordinal);
        }
        const sorted = [...expected].sort((a, b) => a - b);
        expect(ordinals.ascending()).toEqual(sorted);
        expect([ordinals.first, ordinals.last, ordinals.size]).toEqual([
          ...[sorted.at(0), sorted.at(-1), sorted.length],
        ]);
        const above = sorted.filter((ordinal) => ordinal >= from);
        expect([...ordinals.descendingTo(from)]).toEqual([...above].reverse());
        expect(ordinals.countFrom(from)).toBe(above.length);
        expect(ordinals.has(from)).toBe(expected.has(from));
      }),
    );
  });
});

describe('a table of pods', () => {
  test('is, after any changes, what it would be of the pods that there are then', () => {
    fc.assert(
      fc.property(fc.array(PODS), fc.array(fc.oneof(PODS, ORDINALS)), (start, steps) => {
        const pods = [...new Map(start.map((pod) => [pod.ordinal, pod])).values()];
        const table = new PodTable(SPEC, { pods, currentRevision: 'old' });
        for (const step of steps) {
          if (typeof step === 'number') {
            table.remove(step);
          } else {
            table.put(step);
          }
        }
        const anew = new PodTable(SPEC, table.toState());
        for (const name of SETS) {
          expect([name, table[name].ascending()]).toEqual([name, anew[name].ascending()]);
        }
        expect([table.size, table.isUpdated, table.countOf('old'), table.countOf('new')]).toEqual([
          ...[anew.size, anew.isUpdated, anew.countOf('old'), anew.countOf('new')],
        ]);
      }),
    );
  });

  test('knows what is missing, surplus, outdated or in no state to go on', () => {
    const pod = (ordinal: number, more: Partial<PodState> = {}): PodState => ({
      ...{ ordinal, revision: 'old', phase: 'available' },
      ...more,
    });
    const pods = [
      ...[pod(0), pod(1, { phase: 'terminating' }), pod(2), pod(3, { phase: 'starting' })],
      ...[pod(4, { phase: 'failed', revision: 'new' }), pod(5, { phase: 'terminating' })],
    ];
    const table = new PodTable(SPEC, { pods, currentRevision: 'old' });
    expect(SETS.map((name) => [name, ...table[name].ascending()].join(' '))).toEqual([
      'missing 6',
      'failed 4',
      'unavailable 3 4 5 6',
      'outdated 2 3',
      'outdatedUnavailable 3',
      'surplus 0 1',
      'removable 0',
      'stuck 3',
    ]);
    expect(table.countOf('old')).toBe(3);
  });
});

const SETS = [
  ...(['missing', 'failed', 'unavailable', 'outdated', 'outdatedUnavailable'] as const),
  ...(['surplus', 'removable', 'stuck'] as const),
];

describe('the timers of pods', () => {
  test('tell the pod whose phase ends first, the lowest of several, and none that has changed since', () => {
    const timed = fc.record({ ordinal: ORDINALS, until: fc.nat({ max: 4 }) });
    fc.assert(
      fc.property(fc.array(timed), (all) => {
        const table = new PodTable(SPEC, { pods: [], currentRevision: 'old' });
        const timers = new PodTimers();
        for (const { ordinal, until } of all) {
          const pod: PodState = { ordinal, revision: 'old', phase: 'starting', until };
          table.put(pod);
          timers.add(pod);
        }
        const last = new Map(all.map(({ ordinal, until }) => [ordinal, until]));
        const expected = [...last].sort(([a, one], [b, other]) => one - other || a - b);
        for (const [ordinal, until] of expected) {
          expect(timers.next(table)).toMatchObject({ ordinal, until });
        }
        expect(timers.next(table)).toBeUndefined();
      }),
    );
  });
});
