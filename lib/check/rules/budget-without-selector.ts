import { JudgedKind } from '../../manifests/facts';
import { located } from '../../manifests/field-value';
import { NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const budgetWithoutSelector: Rule = {
  code: 'BUDGET_WITHOUT_SELECTOR',
  severity: Severity.WARNING,
  title: 'a disruption budget has a selector',
  why: 'a disruption budget without a selector protects no pod',
  fix: 'add a selector that matches the labels of the pods',
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
