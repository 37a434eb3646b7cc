import fc from 'fast-check';
import { DEFAULT_KUBERNETES_VERSION } from '../../lib/kubernetes/kubernetes-version';
import { selectsPodsOf } from '../../lib/manifests/coverage';
import { Facts } from '../../lib/manifests/facts';
import { type JsonObject } from '../../lib/manifests/json';
import { JudgedKind } from '../../lib/manifests/judged-kind';
import { type Manifest, manifestOf } from '../../lib/manifests/manifest';
import { type ObjectGroup } from '../../lib/manifests/object-group';
import { type BudgetView } from '../../lib/manifests/views/budget-view';
import { type ObjectView } from '../../lib/manifests/views/object-view';
import { type SetView } from '../../lib/manifests/views/set-view';
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

function factsOf(manifests: readonly Manifest[]): Facts {
  return new Facts(manifests, DEFAULT_KUBERNETES_VERSION);
}

function setsOf(facts: Facts): readonly SetView[] {
  return facts.ofKind(JudgedKind.STATEFUL_SET);
}

function budgetsOf(facts: Facts): readonly BudgetView[] {
  return facts.ofKind(JudgedKind.BUDGET);
}

function manifestsIn({ objects }: ObjectGroup<ObjectView>): readonly Manifest[] {
  return objects.map(({ manifest }) => manifest);
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
      const facts = factsOf(manifests);
      const { coverage } = facts;
      for (const set of facts.ofKind(JudgedKind.STATEFUL_SET)) {
        for (const service of facts.ofKind(JudgedKind.SERVICE)) {
          const selects = service.namespace === set.namespace && selectsPodsOf(service, set);
          expect(coverage.setsSelectedBy(service).objects.includes(set)).toBe(selects);
          expect(coverage.servicesSelecting(set).objects.includes(service)).toBe(selects);
        }
        for (const budget of facts.ofKind(JudgedKind.BUDGET)) {
          const by = budget.selector;
          const covers =
            by !== undefined &&
            budget.namespace === set.namespace &&
            unmetRequirements(by, set.podLabels).length === 0;
          expect(coverage.budgetsCovering(set).objects.includes(budget)).toBe(covers);
          expect(coverage.setsCoveredBy(budget).objects.includes(set)).toBe(covers);
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
  const facts = factsOf([set, none, all, elsewhere]);
  const covered = budgetsOf(facts).map((budget) => manifestsIn(facts.coverage.setsCoveredBy(budget)));
  expect(covered).toEqual([[], [set], []]);
  expect(setsOf(facts).map((one) => manifestsIn(facts.coverage.budgetsCovering(one)))).toEqual([[all]]);
});

test('sets with the same labels, and budgets with the same selector, share one group', () => {
  const web: JsonObject = { app: 'web' };
  const budget = (by: JsonObject): Manifest =>
    named('policy/v1', 'PodDisruptionBudget', 'prod', { selector: by });
  const set = (): Manifest =>
    named('apps/v1', 'StatefulSet', 'prod', { template: { metadata: { labels: web } } });
  const other = named('apps/v1', 'StatefulSet', 'prod', {
    template: { metadata: { labels: { app: 'web', tier: 'a' } } },
  });
  const facts = factsOf([
    ...[budget({ matchLabels: web }), budget({ matchLabels: web }), budget({})],
    ...[set(), set(), other],
  ]);
  const [covering, again] = setsOf(facts).map((one) => facts.coverage.budgetsCovering(one));
  const [covered, coveredAgain] = budgetsOf(facts).map((one) => facts.coverage.setsCoveredBy(one));
  expect([covering.objects.length, covered.objects.length]).toEqual([3, 3]);
  expect(again).toBe(covering);
  expect(coveredAgain).toBe(covered);
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
  const facts = factsOf([...others, set, mine]);
  expect(setsOf(facts).map((one) => manifestsIn(facts.coverage.autoscalersOf(one)))).toEqual([[mine]]);
});
