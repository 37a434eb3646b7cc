import { JudgedKind } from '../../manifests/judged-kind';
import { NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const budgetWithoutSelector: Rule<JudgedKind.BUDGET> = {
  code: 'BUDGET_WITHOUT_SELECTOR',
  severity: Severity.WARNING,
  title: 'a disruption budget has a selector',
  why: 'a disruption budget without a selector protects no pod',
  fix: 'add a selector that matches the labels of the pods',
  kinds: [JudgedKind.BUDGET],
  check: (budget) => {
    if (budget.written(['spec']) === undefined) {
      return NOT_APPLICABLE;
    }
    return budget.written(['spec', 'selector']) === undefined
      ? [{ path: ['spec', 'selector'], problem: 'must be given' }]
      : [];
  },
};
