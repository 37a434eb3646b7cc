import { JudgedKind } from '../../manifests/facts';
import { located } from '../../manifests/field-value';
import { NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const budgetWithoutSelector: Rule = {
  code: 'BUDGET_WITHOUT_SELECTOR',
  severity: Severity.WARNING,
  title: 'a disruption budget has a selector',
  why: 'without one it protects no pod',
  fix: 'select the pods by their labels',
  kinds: [JudgedKind.BUDGET],
  check: ({ content }) => {
    if (located(content, ['spec']) === undefined) {
      return NOT_APPLICABLE;
    }
    return located(content, ['spec', 'selector']) === undefined
      ? [{ path: ['spec', 'selector'], problem: 'must be given' }]
      : [];
  },
};
