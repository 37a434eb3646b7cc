import { JudgedKind } from '../../manifests/judged-kind';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const budgetAmbiguous: Rule<JudgedKind.BUDGET> = {
  code: 'BUDGET_AMBIGUOUS',
  severity: Severity.ERROR,
  title: 'a disruption budget has either minAvailable or maxUnavailable',
  why: 'the API server rejects a budget that has both',
  fix: 'remove minAvailable: maxUnavailable stays right when the number of replicas changes',
  refusedSince: KubernetesVersion.V1_28,
  kinds: [JudgedKind.BUDGET],
  check: (budget) => {
    const [least, most] = ['minAvailable', 'maxUnavailable'].map((field) => budget.written(['spec', field]));
    if (least === undefined && most === undefined) {
      return NOT_APPLICABLE;
    }
    return least !== undefined && most !== undefined
      ? [{ path: least.path, problem: 'must not be given with maxUnavailable' }]
      : [];
  },
};
