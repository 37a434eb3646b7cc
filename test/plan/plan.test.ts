import * as fc from 'fast-check';
import { defaulted } from '../../lib/manifests/defaults/defaulted';
import { type JsonObject } from '../../lib/manifests/json';
import { RULES } from '../../lib/check/rules';
import { CHANGE_CODES, type ChangeDescription } from '../../lib/plan/policy/change-codes';
import { Effect, worst } from '../../lib/plan/policy/effect';
import { claimTemplate, planOf, service, set, TURNING_POINTS } from './manifests';

const specs: fc.Arbitrary<JsonObject> = fc.record(
  {
    replicas: fc.nat({ max: 5 }),
    minReadySeconds: fc.nat({ max: 3 }),
    podManagementPolicy: fc.constantFrom('OrderedReady', 'Parallel'),
    serviceName: fc.constantFrom('web', 'other'),
    revisionHistoryLimit: fc.nat({ max: 12 }),
    ordinals: fc.record({ start: fc.nat({ max: 3 }) }),
    updateStrategy: fc.constantFrom<JsonObject>(
      {},
      { type: 'RollingUpdate' },
      { type: 'OnDelete' },
      { rollingUpdate: { partition: 2 } },
      { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: '50%' } },
    ),
    persistentVolumeClaimRetentionPolicy: fc.constantFrom<JsonObject>({}, { whenScaled: 'Delete' }),
    volumeClaimTemplates: fc.subarray([claimTemplate('data'), claimTemplate('logs', '1Gi')]),
  },
  { requiredKeys: [] },
);
const pods: fc.Arbitrary<JsonObject> = fc.record(
  {
    containers: fc.constantFrom<JsonObject[]>(
      [{ name: 'web', image: 'nginx' }],
      [{ name: 'web', image: 'nginx:1.28', env: [{ name: 'A', value: 'b' }], args: [] }],
      [{ name: 'web', image: 'nginx:1.27', livenessProbe: { httpGet: { port: 80 } } }],
    ),
    terminationGracePeriodSeconds: fc.constantFrom(30, 60),
    volumes: fc.constantFrom<JsonObject[]>(
      [],
      [{ name: 'none' }],
      [{ name: 'conf', configMap: { name: 'c' } }],
    ),
  },
  { requiredKeys: [] },
);
const sets = fc.tuple(specs, pods).map(([spec, pod]) => set(spec, pod));
const services = fc
  .record({ clusterIP: fc.constantFrom('None', '10.0.0.1'), publishNotReadyAddresses: fc.boolean() })
  .map((spec) => service(spec));
const versions = fc.constantFrom(...TURNING_POINTS);

function reversed(object: unknown): unknown {
  return typeof object === 'object' && object !== null && !Array.isArray(object)
    ? Object.fromEntries(
        Object.entries(object)
          .reverse()
          .map(([key, value]) => [key, reversed(value)]),
      )
    : object;
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(frozen);
    Object.freeze(value);
  }
  return value;
}

/** A plan runs all rules of check too. */
const RUNS = { numRuns: 40 };

describe('every plan', () => {
  test('of a manifest over itself has no changes', () => {
    fc.assert(
      fc.property(sets, services, versions, (one, other, version) => {
        expect(planOf([one, other], [one, other], { version })).toMatchObject({
          effect: Effect.NONE,
          changes: [],
          restarts: [],
          claims: [],
          steps: [],
        });
      }),
      RUNS,
    );
  });

  test('of a manifest over its own defaults, and of defaults over the manifest, has no changes', () => {
    fc.assert(
      fc.property(sets, services, versions, (one, other, version) => {
        const full = [one, other].map((object) => defaulted(object, version));
        const changed = [
          ...planOf([one, other], full, { version }).changes,
          ...planOf(full, [one, other], { version }).changes,
        ];
        // A dropped field that is no longer written is worth a note, and has no effect.
        expect(changed.filter(({ cause }) => cause.code !== 'FIELD_DROPPED')).toEqual([]);
      }),
      RUNS,
    );
  });

  test('is the same for any order of documents and of keys', () => {
    fc.assert(
      fc.property(sets, sets, services, services, versions, (before, after, old, now, version) => {
        const turned = (objects: readonly JsonObject[]): readonly JsonObject[] =>
          [...objects].reverse().map((object) => reversed(object) as JsonObject);
        const plan = planOf([before, old], [after, now], { version });
        expect(planOf(turned([before, old]), turned([after, now]), { version })).toEqual(plan);
      }),
      RUNS,
    );
  });

  test('has the worst of its effects, and each rejected set has the text of the API server', () => {
    fc.assert(
      fc.property(sets, sets, versions, (before, after, version) => {
        const { effect, changes, rejections } = planOf([before], [after], { version });
        expect(effect).toBe(worst(changes.map((change) => change.effect)));
        expect(rejections).toHaveLength(changes.some((change) => change.effect === Effect.REJECTED) ? 1 : 0);
      }),
      RUNS,
    );
  });

  test('gives each change a code, and an effect that its description names', () => {
    const codes: Readonly<Partial<Record<string, ChangeDescription>>> = CHANGE_CODES;
    const rules = new Set(RULES.map(({ code }) => code));
    fc.assert(
      fc.property(sets, sets, services, services, versions, (before, after, old, now, version) => {
        const odd = planOf([before, old], [after, now], { version }).changes.filter(
          ({ cause: { code }, effect }) => !(codes[code]?.effects.includes(effect) ?? rules.has(code)),
        );
        expect(odd).toEqual([]);
      }),
      RUNS,
    );
  });

  test('leaves its input as it is', () => {
    fc.assert(
      fc.property(sets, sets, versions, (before, after, version) => {
        expect(() => planOf([frozen(before)], [frozen(after)], { version })).not.toThrow();
      }),
      RUNS,
    );
  });

  test('never throws, whatever the objects hold', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), versions, (before, after, version) => {
        const odd = (spec: unknown): JsonObject => ({ ...set(), spec: spec as JsonObject });
        expect(() => planOf([odd(before)], [odd(after)], { version })).not.toThrow();
        expect(() => planOf([set()], [odd(after)], { version })).not.toThrow();
      }),
      RUNS,
    );
  });
});
