import { LabelSelector, PercentOrAbsolute } from 'cdk8s-plus-28';
import {
  AllowedDisruptions,
  UnhealthyPodEvictionPolicy,
  type DisruptionBudgetProps,
} from '../../lib/constructs/disruption-budget';
import { StatefulSet } from '../../lib/constructs/stateful-set';
import { manifestOf, newChart, NGINX } from '../synthesis';

const budgetOf = (replicas: number, props?: DisruptionBudgetProps): Record<string, unknown> => {
  const chart = newChart({ namespace: 'db' });
  const set = new StatefulSet(chart, 'web', { replicas, containers: [NGINX] });
  set.addDisruptionBudget(props);
  return manifestOf(chart, 'PodDisruptionBudget');
};

const specOf = (replicas: number, allowed: AllowedDisruptions): unknown =>
  budgetOf(replicas, { allowed }).spec;

const LABELS = { 'app.kubernetes.io/name': 'web', 'app.kubernetes.io/component': 'web' };
const selector = { matchLabels: LABELS };

it('lets one pod of the set be evicted, and has its name, namespace and selector', () => {
  expect(budgetOf(3)).toEqual({
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name: 'web', namespace: 'db', labels: LABELS },
    spec: { maxUnavailable: 1, selector },
  });
});

it.each([
  [3, 2],
  [4, 3],
  [5, 3],
  [6, 4],
  [7, 4],
  [8, 5],
  [9, 5],
])('keeps the majority of %i replicas: %i', (replicas, minAvailable) => {
  expect(specOf(replicas, AllowedDisruptions.keepingQuorum())).toEqual({ minAvailable, selector });
});

it('takes numbers and percentages', () => {
  expect(specOf(3, AllowedDisruptions.keeping(PercentOrAbsolute.percent(50)))).toEqual({
    minAvailable: '50%',
    selector,
  });
  expect(specOf(3, AllowedDisruptions.atMost(PercentOrAbsolute.absolute(2)))).toEqual({
    maxUnavailable: 2,
    selector,
  });
});

it('lets pods that are not ready be evicted where asked to', () => {
  const budget = budgetOf(3, {
    name: 'drains',
    unhealthyPodEvictionPolicy: UnhealthyPodEvictionPolicy.ALWAYS_ALLOW,
  });
  expect(budget).toMatchObject({
    metadata: { name: 'drains' },
    spec: { unhealthyPodEvictionPolicy: 'AlwaysAllow' },
  });
});

it('follows a selector that is widened later', () => {
  const chart = newChart();
  const set = new StatefulSet(chart, 'web', { replicas: 3, containers: [NGINX], selector: { app: 'web' } });
  set.addDisruptionBudget();
  set.select(LabelSelector.of({ labels: { tier: 'db' } }));
  expect(manifestOf(chart, 'PodDisruptionBudget').spec).toMatchObject({
    selector: { matchLabels: { app: 'web', tier: 'db' } },
  });
});
