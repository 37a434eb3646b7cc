import { JudgedKind } from '../../manifests/judged-kind';
import { SET_PATHS } from '../../manifests/views/set-view';
import { NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const budgetsOverlap: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'BUDGETS_OVERLAP',
  severity: Severity.WARNING,
  title: 'at most one disruption budget covers a pod',
  why: 'a pod that two budgets cover cannot be evicted at all, so draining its node fails',
  fix: 'remove one of the budgets, or make their selectors differ',
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set, { coverage }) => {
    const budgets = coverage.budgetsCovering(set);
    if (budgets.first === undefined || set.selector === undefined) {
      return NOT_APPLICABLE;
    }
    return budgets.names.length > 1
      ? [
          {
            path: SET_PATHS.podLabels,
            problem: `are selected by the budgets ${budgets.namesText}`,
          },
        ]
      : [];
  },
};
