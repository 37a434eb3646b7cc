import { REFUSALS } from '../../errors/refusals';
import { autoscalersOf, setsCoveredBy } from '../../manifests/coverage';
import { type Facts, JudgedKind } from '../../manifests/facts';
import { valueAt } from '../../manifests/field-path';
import { located } from '../../manifests/field-value';
import { type Manifest } from '../../manifests/manifest';
import { replicasOf } from '../../manifests/stateful-set';
import { intOrPercentProblem, scaledUp } from '../../kubernetes/int-or-percent';
import { NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const budgetBlocksDrains: Rule = {
  code: 'BUDGET_BLOCKS_DRAINS',
  severity: Severity.WARNING,
  title: REFUSALS.BUDGET_BLOCKS_DRAINS.rule,
  why: 'draining a node waits for a pod that may never be evicted, so cluster upgrades stop',
  fix: REFUSALS.BUDGET_BLOCKS_DRAINS.fix,
  kinds: [JudgedKind.BUDGET],
  check: (budget, { facts }) => {
    const least = located(budget.content, ['spec', 'minAvailable']);
    const amount = least ?? located(budget.content, ['spec', 'maxUnavailable']);
    const sets = setsCoveredBy(budget, facts);
    const [set] = sets;
    // The pods of several sets, or of sets and others, add up to what is not known here.
    if (amount === undefined || sets.length !== 1) {
      return NOT_APPLICABLE;
    }
    const { value } = amount;
    const pods = podsOf(set, facts);
    if ((typeof value !== 'number' && typeof value !== 'string') || pods === undefined || pods < 1) {
      return NOT_APPLICABLE;
    }
    if (intOrPercentProblem(value) !== undefined) {
      return NOT_APPLICABLE;
    }
    const count = scaledUp(value, pods);
    const blocks = least === undefined ? count === 0 : count >= pods;
    return blocks
      ? [{ ...amount, problem: `lets none of the ${pods} pods of ${set.name ?? 'the set'} be evicted` }]
      : [];
  },
};

/** The most pods that a set may have. */
function podsOf(set: Manifest, facts: Facts): number | undefined {
  const autoscaler = autoscalersOf(set, facts).at(0);
  const most = valueAt(autoscaler?.content, ['spec', 'maxReplicas']);
  return typeof most === 'number' ? most : replicasOf(set);
}
