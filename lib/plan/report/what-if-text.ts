import { nameList } from '../../text/name-list';
import { type BrokenOutcome } from '../what-if/broken-revision';
import { type BudgetOutcome } from '../what-if/budget-outcome';

/** What is left of a set if its new template never becomes ready, in sentences. */
export function brokenOutcomeText({
  replicas,
  down,
  kept,
  quorum,
  isQuorumLost,
  budgets,
}: Omit<BrokenOutcome, 'steps' | 'object'>): string {
  const stay =
    kept.count === 0
      ? 'no pod is left'
      : `${nameList(kept.names, kept.count)} ${kept.count === 1 ? 'stays' : 'stay'} ready`;
  const majority = `${kept.count} of ${replicas} pods: the majority (${quorum}) ${isQuorumLost ? 'is lost' : 'holds'}`;
  return [
    `${nameList(down.names, down.count)} ${down.count === 1 ? 'is' : 'are'} down, ${stay}`,
    majority,
    ...budgets.map(budgetText),
  ].join('. ');
}

function budgetText({ object, needed, state }: BudgetOutcome): string {
  const wants = `${object} wants ${needed} ready`;
  switch (state) {
    case 'kept':
      return `${wants}, and is kept`;
    case 'used-up':
      return `${wants}, and is used up: no further pod may be evicted`;
    case 'lost':
      return `${wants}, and is lost: no pod may be evicted, and drains of nodes wait`;
  }
}
