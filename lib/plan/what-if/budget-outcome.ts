import { Facts } from '../../manifests/facts';
import { JudgedKind } from '../../manifests/judged-kind';
import { type BudgetView } from '../../manifests/views/budget-view';
import { type KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { type Manifest, objectText } from '../../manifests/manifest';
import { type SetView } from '../../manifests/views/set-view';
import { intOrPercentProblem, scaledUp } from '../../kubernetes/int-or-percent';

/** What becomes of a disruption budget while pods are down. */
export interface BudgetOutcome {
  /** The budget in words: `PodDisruptionBudget prod/web`. */
  readonly object: string;
  /** How many pods it wants to be ready. */
  readonly needed: number;
  /** Whether it holds: more pods are ready than needed, just as many, so that none may be evicted, or fewer. */
  readonly state: 'kept' | 'used-up' | 'lost';
}

/** The budgets that there are once the manifests are applied, with the sets that they may cover. */
export type Budgets = Facts;

/** The budgets and sets of both sides: an apply takes none away. */
export function budgetsOf(
  old: readonly Manifest[],
  wanted: readonly Manifest[],
  home: string | undefined,
  version: KubernetesVersion,
): Budgets {
  const placed = [...wanted, ...old]
    .filter(({ kind }) => kind === 'StatefulSet' || kind === 'PodDisruptionBudget')
    .map((manifest) => ({ ...manifest, namespace: manifest.namespace ?? home }));
  const known = new Map<string, Manifest>();
  for (const manifest of placed) {
    const key = objectText(manifest);
    if (!known.has(key)) {
      known.set(key, manifest);
    }
  }
  return new Facts([...known.values()], version);
}

/** What becomes of the budgets that cover this set and no other, with so many ready pods. */
export function budgetOutcomesOf(budgets: Budgets, set: SetView, ready: number): readonly BudgetOutcome[] {
  return budgets.ofKind(JudgedKind.BUDGET).flatMap((budget): readonly BudgetOutcome[] => {
    const sets = budgets.coverage.setsCoveredBy(budget).objects;
    const isOfSet =
      sets.length === 1 &&
      sets[0].name === set.name &&
      (sets[0].namespace === set.namespace || set.namespace === undefined);
    const needed = isOfSet ? neededOf(budget, set.replicas) : undefined;
    return needed === undefined
      ? []
      : [
          {
            object: objectText(budget.manifest),
            needed,
            state: ready > needed ? 'kept' : ready === needed ? 'used-up' : 'lost',
          },
        ];
  });
}

/** Percentages are rounded up, those of pods that may be missing too. */
function neededOf(
  { minAvailable: least, maxUnavailable: most }: BudgetView,
  replicas: number,
): number | undefined {
  const value = (least ?? most)?.value;
  if ((typeof value !== 'number' && typeof value !== 'string') || intOrPercentProblem(value) !== undefined) {
    return undefined;
  }
  const count = scaledUp(value, replicas);
  return least === undefined ? Math.max(0, replicas - count) : count;
}
