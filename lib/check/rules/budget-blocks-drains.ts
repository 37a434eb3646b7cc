import { REFUSALS } from '../../errors/refusals';
import { type Coverage } from '../../manifests/coverage';
import { JudgedKind } from '../../manifests/judged-kind';
import { type SetView } from '../../manifests/views/set-view';
import { intOrPercentProblem, scaledUp } from '../../kubernetes/int-or-percent';
import { NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const budgetBlocksDrains: Rule<JudgedKind.BUDGET> = {
  code: 'BUDGET_BLOCKS_DRAINS',
  severity: Severity.WARNING,
  title: REFUSALS.BUDGET_BLOCKS_DRAINS.rule,
  why: 'draining a node waits for a pod that may never be evicted, so cluster upgrades stop',
  fix: REFUSALS.BUDGET_BLOCKS_DRAINS.fix,
  kinds: [JudgedKind.BUDGET],
  check: (budget, { coverage }) => {
    const least = budget.minAvailable;
    const amount = least ?? budget.maxUnavailable;
    const sets = coverage.setsCoveredBy(budget);
    const set = sets.first;
    // The pods of several sets, or of sets and others, add up to what is not known here.
    if (amount === undefined || set === undefined || sets.objects.length > 1) {
      return NOT_APPLICABLE;
    }
    const { value } = amount;
    const pods = podsOf(set, coverage);
    if ((typeof value !== 'number' && typeof value !== 'string') || pods === undefined || pods < 1) {
      return NOT_APPLICABLE;
    }
    if (intOrPercentProblem(value) !== undefined) {
      return NOT_APPLICABLE;
    }
    const count = scaledUp(value, pods);
    const blocks = least === undefined ? count === 0 : count >= pods;
    return blocks
      ? [
          {
            ...amount,
            problem: `lets none of the ${pods} pods of ${set.manifest.name ?? 'the set'} be evicted`,
          },
        ]
      : [];
  },
};

/** The fewest pods that a set has while it is in use: an autoscaler that may take all of them away leaves one before. */
function podsOf(set: SetView, coverage: Coverage): number | undefined {
  const autoscaler = coverage.autoscalersOf(set).first;
  if (autoscaler === undefined) {
    return set.areReplicasKnown ? set.replicas : undefined;
  }
  return autoscaler.minReplicas === undefined ? undefined : Math.max(1, autoscaler.minReplicas);
}
