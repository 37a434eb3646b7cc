import * as fc from 'fast-check';
import { KubernetesVersion } from '../../../lib/kubernetes/kubernetes-version';
import { maxUnavailableOf } from '../../../lib/plan/rollout/controller-sync';
import {
  isAvailable,
  isHealthy,
  type PodState,
  type RolloutState,
  type RolloutStrategy,
  type SetSpec,
  settledState,
  updateWaitsForAvailability,
} from '../../../lib/plan/rollout/rollout-state';
import { type PodBehaviour, type Rollout, simulate } from '../../../lib/plan/rollout/simulate';
import { TURNING_POINTS } from '../manifests';

const WEB: SetSpec = {
  name: 'web',
  replicas: 3,
  firstOrdinal: 0,
  isOrdered: true,
  strategy: { type: 'RollingUpdate', partition: 0 },
  minReadySeconds: 0,
  updateRevision: 'new',
  version: KubernetesVersion.V1_37,
};
const OLD: SetSpec = { ...WEB, updateRevision: 'old' };
const QUICK: PodBehaviour = { startSeconds: 1, stopSeconds: 1, brokenRevisions: [] };

/** What the controller did: `-2` for a deleted pod, `+2` for a created one. */
function acts({ events }: Rollout): string {
  return events
    .filter(({ event }) => event === 'create' || event === 'delete')
    .map(({ event, ordinal }) => `${event === 'create' ? '+' : '-'}${ordinal}`)
    .join(' ');
}

/** Each pod at the end with its revision. */
function endOf({ end }: Rollout): string {
  return end.pods.map(({ ordinal, revision }) => `${ordinal}:${revision}`).join(' ');
}

describe('the controller', () => {
  test.each<[string, SetSpec, RolloutState, string, string]>([
    ['does nothing to a set at rest', OLD, settledState(OLD), '', '0:old 1:old 2:old'],
    [
      'creates pods one by one, ascending',
      WEB,
      { pods: [], currentRevision: 'new' },
      '+0 +1 +2',
      '0:new 1:new 2:new',
    ],
    [
      'replaces pods one by one, descending',
      WEB,
      settledState(OLD),
      '-2 +2 -1 +1 -0 +0',
      '0:new 1:new 2:new',
    ],
    [
      'keeps the pods below the partition',
      { ...WEB, strategy: { type: 'RollingUpdate', partition: 2 } },
      settledState(OLD),
      '-2 +2',
      '0:old 1:old 2:new',
    ],
    [
      'counts the partition from the first ordinal',
      { ...WEB, firstOrdinal: 5, strategy: { type: 'RollingUpdate', partition: 2 } },
      settledState({ ...OLD, firstOrdinal: 5 }),
      '-7 +7',
      '5:old 6:old 7:new',
    ],
    [
      'replaces nothing with OnDelete',
      { ...WEB, strategy: { type: 'OnDelete' } },
      settledState(OLD),
      '',
      '0:old 1:old 2:old',
    ],
    ['removes surplus pods, descending', { ...OLD, replicas: 1 }, settledState(OLD), '-2 -1', '0:old'],
    ['scales before it updates', { ...WEB, replicas: 2 }, settledState(OLD), '-2 -1 +1 -0 +0', '0:new 1:new'],
    [
      'creates an added pod from the new template, and replaces the others then',
      { ...WEB, replicas: 4 },
      settledState(OLD),
      '+3 -2 +2 -1 +1 -0 +0',
      '0:new 1:new 2:new 3:new',
    ],
    [
      'creates an added pod below the partition from the old template',
      { ...WEB, replicas: 4, strategy: { type: 'RollingUpdate', partition: 9 } },
      settledState(OLD),
      '+3',
      '0:old 1:old 2:old 3:old',
    ],
    [
      'moves the range of ordinals: first up, then down',
      { ...OLD, firstOrdinal: 1 },
      settledState(OLD),
      '+3 -0',
      '1:old 2:old 3:old',
    ],
    [
      'replaces several pods at once where it may',
      { ...WEB, strategy: { type: 'RollingUpdate', partition: 0, maxUnavailable: 2 }, isOrdered: false },
      settledState(OLD),
      '-2 -1 +1 +2 -0 +0',
      '0:new 1:new 2:new',
    ],
    [
      'waits for nothing when Parallel scales',
      { ...OLD, isOrdered: false, replicas: 6 },
      settledState(OLD),
      '+3 +4 +5',
      '0:old 1:old 2:old 3:old 4:old 5:old',
    ],
  ])('%s', (_, spec, start, expectedActs, expectedEnd) => {
    const rollout = simulate(spec, start);
    expect(acts(rollout)).toBe(expectedActs);
    expect(endOf(rollout)).toBe(expectedEnd);
    expect(rollout.stuckOn).toBeUndefined();
  });

  test('waits until a pod has been ready for minReadySeconds', () => {
    const { events } = simulate(
      { ...WEB, replicas: 2, minReadySeconds: 30 },
      settledState({ ...OLD, replicas: 2 }),
    );
    const second = events.filter(({ event }) => event === 'delete');
    expect(second).toMatchObject([
      { ordinal: 1, second: 0 },
      { ordinal: 0, second: 32, after: { ordinal: 1, until: 'available' } },
    ]);
  });

  test.each([
    [true, KubernetesVersion.V1_28, 32],
    [true, KubernetesVersion.V1_34, 32],
    [false, KubernetesVersion.V1_33, 2],
    [false, KubernetesVersion.V1_34, 32],
    [false, KubernetesVersion.V1_37, 32],
  ])(
    'deletes the next pod in its second (ordered: %p) with a controller of %s: %i',
    (isOrdered, version, second) => {
      const spec = { ...WEB, replicas: 2, minReadySeconds: 30, isOrdered, version };
      const { events } = simulate(spec, settledState({ ...spec, updateRevision: 'old' }));
      expect(events.filter(({ event }) => event === 'delete')).toMatchObject([{ second: 0 }, { second }]);
    },
  );

  test('replaces a pod that has ended, at once', () => {
    const start: RolloutState = {
      pods: [...settledState(OLD).pods.slice(0, 2), { ordinal: 2, revision: 'old', phase: 'failed' }],
      currentRevision: 'old',
    };
    const { events } = simulate(OLD, start);
    expect(events.slice(0, 3)).toMatchObject([
      { event: 'delete', ordinal: 2, because: 'failed', second: 0 },
      { event: 'gone', ordinal: 2, second: 0 },
      { event: 'create', ordinal: 2, second: 0 },
    ]);
    const parallel = { ...OLD, isOrdered: false, updateRevision: 'new' };
    expect(acts(simulate(parallel, start))).toMatch(/^-2 \+2 -1/);
  });

  test('makes the new revision the current one with OnDelete since 1.37 alone', () => {
    const spec: SetSpec = { ...WEB, strategy: { type: 'OnDelete' } };
    const start = { ...settledState(WEB), currentRevision: 'old' };
    expect(simulate(spec, start).end.currentRevision).toBe('new');
    const earlier = { ...spec, version: KubernetesVersion.V1_36 };
    expect(simulate(earlier, start).end.currentRevision).toBe('old');
  });

  test('stops at the first pod that does not become ready', () => {
    const rollout = simulate(WEB, settledState(OLD), { ...QUICK, brokenRevisions: ['new'] });
    expect(acts(rollout)).toBe('-2 +2');
    expect(rollout.stuckOn).toEqual({ ordinal: 2, until: 'ready' });
  });

  test('never replaces a broken pod under OrderedReady, even after the template is reverted', () => {
    const broken = simulate(WEB, settledState(OLD), { ...QUICK, brokenRevisions: ['new'] }).end;
    const reverted = simulate({ ...WEB, updateRevision: 'old' }, broken);
    expect(acts(reverted)).toBe('');
    expect(reverted.stuckOn).toEqual({ ordinal: 2, until: 'ready' });
  });

  test('replaces a broken pod under Parallel after the template is reverted', () => {
    const parallel = { ...WEB, isOrdered: false };
    const broken = simulate(parallel, settledState(OLD), { ...QUICK, brokenRevisions: ['new'] }).end;
    expect(acts(simulate({ ...parallel, updateRevision: 'old' }, broken))).toBe('-2 +2');
  });

  test('an unready pod blocks the removal of surplus pods under OrderedReady', () => {
    const start: RolloutState = {
      pods: [{ ordinal: 0, revision: 'old', phase: 'starting' }, ...settledState(OLD).pods.slice(1)],
      currentRevision: 'old',
    };
    expect(simulate({ ...OLD, replicas: 2 }, start).stuckOn).toEqual({ ordinal: 0, until: 'ready' });
    expect(acts(simulate({ ...OLD, replicas: 2, isOrdered: false }, start))).toBe('-2');
  });

  test.each([
    [2, 10, 2],
    ['25%', 10, 2],
    ['1%', 10, 1],
    ['100%', 10, 10],
    [undefined, 10, 1],
    ['some', 10, 1],
  ])('lets %p of %i pods be unavailable: %i', (maxUnavailable, replicas, count) => {
    expect(maxUnavailableOf({ maxUnavailable }, replicas)).toBe(count);
  });
});

const partition = fc.nat({ max: 6 });
const maxUnavailable = fc.oneof(fc.integer({ min: 1, max: 4 }), fc.constantFrom('1%', '50%', '100%'));

const strategies: fc.Arbitrary<RolloutStrategy> = fc.oneof(
  fc.constantFrom<RolloutStrategy>({ type: 'OnDelete' }, { type: 'RollingUpdate' }),
  fc.record({ type: fc.constant('RollingUpdate' as const), partition }),
  fc.record({ type: fc.constant('RollingUpdate' as const), partition, maxUnavailable }),
);

const specs: fc.Arbitrary<SetSpec> = fc.record({
  name: fc.constant('web'),
  replicas: fc.nat({ max: 6 }),
  firstOrdinal: fc.nat({ max: 4 }),
  isOrdered: fc.boolean(),
  strategy: strategies,
  minReadySeconds: fc.constantFrom(0, 0, 5),
  updateRevision: fc.constantFrom('old', 'new'),
  version: fc.constantFrom(...TURNING_POINTS),
});

/** A set at rest, and the same set changed. */
const changes = fc
  .tuple(specs, specs)
  .map(([before, after]): [RolloutState, SetSpec] => [
    settledState({ ...before, updateRevision: 'old' }),
    after,
  ])
  .filter(([, spec]) => !isRestless(spec));

/**
 * Without `rollingUpdate`, controllers since 1.37 that are not bound to the order may create a pod from the old template
 * and delete it as an outdated one that is not ready, again and again.
 */
function isRestless({ isOrdered, strategy, version }: SetSpec): boolean {
  return (
    !isOrdered &&
    version === KubernetesVersion.V1_37 &&
    strategy.type === 'RollingUpdate' &&
    strategy.partition === undefined
  );
}

/** The states between the events, by playing them back. */
function statesOf(start: RolloutState, { events }: Rollout): readonly (readonly PodState[])[] {
  const states: (readonly PodState[])[] = [start.pods];
  for (const { event, ordinal, revision } of events) {
    const pods = states[states.length - 1].filter((pod) => pod.ordinal !== ordinal);
    const phases = {
      create: 'starting',
      delete: 'terminating',
      ready: 'ready',
      available: 'available',
    } as const;
    states.push(event === 'gone' ? pods : [...pods, { ordinal, revision, phase: phases[event] }]);
  }
  return states;
}

describe('every rollout', () => {
  test('comes to rest with the pods that were asked for', () => {
    fc.assert(
      fc.property(changes, ([start, spec]) => {
        const { end, stuckOn } = simulate(spec, start);
        expect(stuckOn).toBeUndefined();
        expect(end.pods.map(({ ordinal }) => ordinal)).toEqual(
          Array.from({ length: spec.replicas }, (_, index) => spec.firstOrdinal + index),
        );
        expect(end.pods.every(isAvailable)).toBe(true);
      }),
    );
  });

  test('ends with the new revision everywhere above the partition, and with the old one below', () => {
    fc.assert(
      fc.property(changes, ([start, spec]) => {
        const { strategy } = spec;
        fc.pre(strategy.type === 'RollingUpdate');
        const kept = spec.firstOrdinal + (strategy.partition ?? 0);
        const { end } = simulate(spec, start);
        const below = end.pods.filter(({ ordinal }) => ordinal < kept);
        const above = end.pods.filter(({ ordinal }) => ordinal >= kept);
        expect(above.every(({ revision }) => revision === spec.updateRevision)).toBe(true);
        expect(below.every(({ revision }) => revision === 'old')).toBe(true);
      }),
    );
  });

  test('has at most one pod of the range down at a time under OrderedReady with one at a time', () => {
    fc.assert(
      fc.property(changes, ([start, spec]) => {
        fc.pre(spec.isOrdered);
        const { strategy } = spec;
        const oneByOne: SetSpec =
          strategy.type === 'OnDelete'
            ? spec
            : { ...spec, strategy: { type: 'RollingUpdate', partition: strategy.partition } };
        const existed = new Set(start.pods.map(({ ordinal }) => ordinal));
        for (const pods of statesOf(start, simulate(oneByOne, start))) {
          const up = new Set(pods.filter(isAvailable).map(({ ordinal }) => ordinal));
          const down = [...existed].filter((ordinal) => {
            const isInRange = ordinal >= spec.firstOrdinal && ordinal < spec.firstOrdinal + spec.replicas;
            return isInRange && !up.has(ordinal);
          });
          expect(down.length).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test('keeps within maxUnavailable', () => {
    fc.assert(
      fc.property(changes, ([start, spec]) => {
        const { strategy } = spec;
        fc.pre(strategy.type === 'RollingUpdate' && start.pods.length === spec.replicas);
        const sameRange = { ...spec, firstOrdinal: start.pods.at(0)?.ordinal ?? 0 };
        const allowed = maxUnavailableOf(strategy, spec.replicas);
        const isUp = updateWaitsForAvailability(spec) ? isAvailable : isHealthy;
        for (const pods of statesOf(start, simulate(sameRange, start))) {
          expect(spec.replicas - pods.filter(isUp).length).toBeLessThanOrEqual(allowed);
        }
      }),
    );
  });

  test('creates no pod under OrderedReady while a lower one is not available', () => {
    fc.assert(
      fc.property(changes, ([start, spec]) => {
        fc.pre(spec.isOrdered);
        const rollout = simulate(spec, start);
        const states = statesOf(start, rollout);
        rollout.events.forEach(({ event, ordinal }, index) => {
          if (event === 'create') {
            const lower = states[index].filter(
              (pod) => pod.ordinal < ordinal && pod.ordinal >= spec.firstOrdinal,
            );
            expect(lower.every(isAvailable)).toBe(true);
          }
        });
      }),
    );
  });

  test('never creates a pod that exists, and never deletes one that does not', () => {
    fc.assert(
      fc.property(changes, ([start, spec]) => {
        const rollout = simulate(spec, start);
        const states = statesOf(start, rollout);
        rollout.events.forEach(({ event, ordinal }, index) => {
          const pod = states[index].find((one) => one.ordinal === ordinal);
          if (event === 'create') {
            expect(pod).toBeUndefined();
          } else {
            expect(pod).toBeDefined();
          }
          if (event === 'delete') {
            expect(pod?.phase).not.toBe('terminating');
          }
        });
      }),
    );
  });

  test('is the same for the same input, and does not change its input', () => {
    fc.assert(
      fc.property(changes, ([start, spec]) => {
        const copy = structuredClone(start);
        expect(simulate(spec, start)).toEqual(simulate(structuredClone(spec), copy));
        expect(start).toEqual(copy);
      }),
    );
  });

  test('counts no pod as healthy that is starting or being deleted', () => {
    const pod = { ordinal: 0, revision: 'old' };
    expect(
      (['starting', 'terminating', 'ready', 'available'] as const).map((phase) =>
        isHealthy({ ...pod, phase }),
      ),
    ).toEqual([false, false, true, true]);
  });
});
