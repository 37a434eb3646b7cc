import fc from 'fast-check';
import {
  autoscalersOf,
  budgetsCovering,
  selectsPodsOf,
  servicesSelecting,
  setsCoveredBy,
  setsSelectedBy,
} from '../../lib/manifests/coverage';
import { Facts, JudgedKind } from '../../lib/manifests/facts';
import { type JsonObject } from '../../lib/manifests/json';
import { type Manifest, manifestOf, namesText } from '../../lib/manifests/manifest';
import { labelSelectorAt, podLabelsOf } from '../../lib/manifests/stateful-set';
import { unmetRequirements } from '../../lib/kubernetes/label-selector';

const namespace = fc.constantFrom(undefined, 'prod');
const labels = fc.dictionary(fc.constantFrom('app', 'tier', '__proto__'), fc.constantFrom('a', 'b'), {
  noNullPrototype: true,
});
const selector = fc.oneof(
  fc.constant(undefined),
  labels.map((matchLabels): JsonObject => ({ matchLabels })),
  fc.constantFrom<JsonObject[]>(
    {},
    { matchExpressions: [{ key: 'app', operator: 'In', values: ['a'] }] },
    { matchExpressions: [{ key: 'app', operator: 'In', values: ['b', 'a', 'b'] }] },
    { matchExpressions: [{ key: 'app', operator: 'In', values: [] }] },
    { matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['a'] }] },
    { matchLabels: { tier: 'b' }, matchExpressions: [{ key: 'app', operator: 'Exists' }] },
  ),
);

function named(apiVersion: string, kind: string, place: string | undefined, spec: JsonObject): Manifest {
  return manifestOf({
    apiVersion,
    kind,
    metadata: { name: 'x', ...(place === undefined ? {} : { namespace: place }) },
    spec,
  });
}

const objects = fc.array(
  fc.oneof(
    fc
      .tuple(namespace, labels)
      .map(([at, on]) => named('apps/v1', 'StatefulSet', at, { template: { metadata: { labels: on } } })),
    fc.tuple(namespace, labels).map(([at, by]) => named('v1', 'Service', at, { selector: by })),
    fc
      .tuple(namespace, selector)
      .map(([at, by]) =>
        named('policy/v1', 'PodDisruptionBudget', at, by === undefined ? {} : { selector: by }),
      ),
  ),
  { maxLength: 12 },
);

test('what selects a set is what the set is selected by, and a Service compared with each set says the same', () => {
  fc.assert(
    fc.property(objects, (manifests) => {
      const facts = new Facts(manifests);
      for (const set of facts.ofKind(JudgedKind.STATEFUL_SET)) {
        for (const service of facts.ofKind(JudgedKind.SERVICE)) {
          const selects = service.namespace === set.namespace && selectsPodsOf(service, set);
          expect(setsSelectedBy(service, facts).includes(set)).toBe(selects);
          expect(servicesSelecting(set, facts).includes(service)).toBe(selects);
        }
        for (const budget of facts.ofKind(JudgedKind.BUDGET)) {
          const by = labelSelectorAt(budget.content, ['spec', 'selector']);
          const covers =
            by !== undefined &&
            budget.namespace === set.namespace &&
            unmetRequirements(by, podLabelsOf(set)).length === 0;
          expect(budgetsCovering(set, facts).includes(budget)).toBe(covers);
          expect(setsCoveredBy(budget, facts).includes(set)).toBe(covers);
        }
      }
    }),
  );
});

test('a budget without a selector covers nothing, one with an empty selector the whole namespace', () => {
  const set = named('apps/v1', 'StatefulSet', 'prod', {});
  const [none, all, elsewhere] = [
    named('policy/v1', 'PodDisruptionBudget', 'prod', {}),
    named('policy/v1', 'PodDisruptionBudget', 'prod', { selector: {} }),
    named('policy/v1', 'PodDisruptionBudget', 'other', { selector: {} }),
  ];
  const facts = new Facts([set, none, all, elsewhere]);
  expect([none, all, elsewhere].map((budget) => setsCoveredBy(budget, facts))).toEqual([[], [set], []]);
  expect(budgetsCovering(set, facts)).toEqual([all]);
});

test('sets with the same labels, and budgets with the same selector, get one list', () => {
  const web: JsonObject = { app: 'web' };
  const budget = (by: JsonObject): Manifest =>
    named('policy/v1', 'PodDisruptionBudget', 'prod', { selector: by });
  const set = (): Manifest =>
    named('apps/v1', 'StatefulSet', 'prod', { template: { metadata: { labels: web } } });
  const other = named('apps/v1', 'StatefulSet', 'prod', {
    template: { metadata: { labels: { app: 'web', tier: 'a' } } },
  });
  const budgets = [budget({ matchLabels: web }), budget({ matchLabels: web }), budget({})];
  const sets = [set(), set(), other];
  const facts = new Facts([...budgets, ...sets]);
  expect(budgetsCovering(sets[0], facts)).toHaveLength(3);
  expect(budgetsCovering(sets[0], facts)).toBe(budgetsCovering(sets[1], facts));
  expect(setsCoveredBy(budgets[0], facts)).toHaveLength(3);
  expect(setsCoveredBy(budgets[0], facts)).toBe(setsCoveredBy(budgets[1], facts));
});

test('an autoscaler belongs to the set that it names', () => {
  const scaler = (target: JsonObject, place?: string): Manifest =>
    named('autoscaling/v2', 'HorizontalPodAutoscaler', place, { scaleTargetRef: target });
  const set = named('apps/v1', 'StatefulSet', undefined, {});
  const mine = scaler({ apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'x' });
  const others = [
    scaler({ apiVersion: 'apps/v1', kind: 'Deployment', name: 'x' }),
    scaler({ apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'y' }),
    scaler({ apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'x' }, 'prod'),
  ];
  expect(autoscalersOf(set, new Facts([...others, set, mine]))).toEqual([mine]);
});

test('names are listed once, and many are cut', () => {
  const objectsNamed = (...names: string[]): Manifest[] =>
    names.map((name) => manifestOf({ apiVersion: 'v1', kind: 'Service', metadata: { name } }));
  expect(namesText(objectsNamed('b', 'a', 'b'))).toBe('a and b');
  expect(namesText(objectsNamed('a'))).toBe('a');
  expect(namesText(objectsNamed('a', 'b', 'c', 'd'))).toBe('a, b, c and d');
  expect(namesText(objectsNamed('a', 'b', 'c', 'd', 'e'))).toBe('a, b, c and 2 more');
});
