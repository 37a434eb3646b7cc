import { budgetsCovering } from '../../manifests/coverage';
import { JudgedKind } from '../../manifests/facts';
import { labelSelectorAt } from '../../manifests/stateful-set';
import { namesOf, namesText } from '../../manifests/manifest';
import { NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const budgetsOverlap: Rule = {
  code: 'BUDGETS_OVERLAP',
  severity: Severity.WARNING,
  title: 'at most one disruption budget covers a pod',
  why: 'a pod that two budgets cover cannot be evicted at all, so draining its node fails',
  fix: 'remove one of the budgets, or make their selectors differ',
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set, { facts }) => {
    const budgets = budgetsCovering(set, facts);
    if (budgets.length === 0 || labelSelectorAt(set.content, ['spec', 'selector']) === undefined) {
      return NOT_APPLICABLE;
    }
    return namesOf(budgets).length > 1
      ? [
          {
            path: ['spec', 'template', 'metadata', 'labels'],
            problem: `are selected by the budgets ${namesText(budgets)}`,
          },
        ]
      : [];
  },
};
