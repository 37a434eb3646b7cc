import { isEmptySelector } from '../../kubernetes/label-selector';
import { JudgedKind } from '../../manifests/judged-kind';
import { missedPods } from '../missed-pods';
import { NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const budgetSelectsNothing: Rule<JudgedKind.BUDGET> = {
  code: 'BUDGET_SELECTS_NOTHING',
  severity: Severity.WARNING,
  title: 'a disruption budget covers pods',
  why: 'a budget that covers no pods protects nothing: a drain may evict all pods of the set at once',
  fix: 'make the selector match the labels of the pods, or check the budget together with what makes them',
  kinds: [JudgedKind.BUDGET],
  check: ({ namespace, selector }, facts) =>
    selector === undefined || isEmptySelector(selector)
      ? NOT_APPLICABLE
      : missedPods(facts, namespace, selector, ['spec', 'selector']),
};
