import { REFUSALS } from '../../errors/refusals';
import { JudgedKind } from '../../manifests/judged-kind';
import { intOrPercentProblem } from '../../kubernetes/int-or-percent';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { faultAt, judgeEach, type Rule, Severity } from '../rule';

export const budgetInvalid: Rule<JudgedKind.BUDGET> = {
  code: 'BUDGET_INVALID',
  severity: Severity.ERROR,
  title: REFUSALS.BUDGET_INVALID.rule,
  why: 'the API server rejects other amounts; a number in quotes is not a number',
  fix: REFUSALS.BUDGET_INVALID.fix,
  refusedSince: KubernetesVersion.V1_28,
  kinds: [JudgedKind.BUDGET],
  check: (budget) =>
    judgeEach(
      ['minAvailable', 'maxUnavailable'].flatMap((field) => budget.written(['spec', field]) ?? []),
      ({ path, value }) =>
        typeof value === 'number' || typeof value === 'string'
          ? faultAt(path, intOrPercentProblem(value), value)
          : [],
    ),
};
