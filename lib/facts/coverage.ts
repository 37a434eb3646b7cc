import { unmetRequirements } from '../kubernetes/label-selector';
import { type Facts, JudgedKind } from './facts';
import { valueAt } from './field-path';
import { textOf } from './json';
import { type Manifest } from './manifest';
import { serviceSelectorOf } from './service';
import { labelSelectorAt, podLabelsOf } from './stateful-set';

/** The sets of the input whose pods a disruption budget covers. */
export function setsCoveredBy(budget: Manifest, facts: Facts): readonly Manifest[] {
  return facts.besides(budget, JudgedKind.STATEFUL_SET).filter((set) => covers(budget, set));
}

/** The disruption budgets of the input that cover the pods of a set. */
export function budgetsCovering(set: Manifest, facts: Facts): readonly Manifest[] {
  return facts.besides(set, JudgedKind.BUDGET).filter((budget) => covers(budget, set));
}

function covers(budget: Manifest, set: Manifest): boolean {
  // A budget without a selector covers no pods, one with an empty selector all.
  const selector = labelSelectorAt(budget.content, ['spec', 'selector']);
  return selector !== undefined && unmetRequirements(selector, podLabelsOf(set)).length === 0;
}

/** The autoscalers of the input that change the number of pods of a set. */
export function autoscalersOf(set: Manifest, facts: Facts): readonly Manifest[] {
  return facts.besides(set, JudgedKind.AUTOSCALER).filter(({ content }) => {
    const target = valueAt(content, ['spec', 'scaleTargetRef']);
    return (
      textOf(target, 'kind') === 'StatefulSet' &&
      set.name !== undefined &&
      textOf(target, 'name') === set.name &&
      (textOf(target, 'apiVersion') ?? '').startsWith('apps/')
    );
  });
}

/** Whether a Service selects the pods of a set; one without a selector selects none. */
export function selectsPodsOf(service: Manifest, set: Manifest): boolean {
  const selector = serviceSelectorOf(service);
  return (
    Object.keys(selector).length > 0 &&
    unmetRequirements({ matchLabels: selector }, podLabelsOf(set)).length === 0
  );
}
