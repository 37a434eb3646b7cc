import { REFUSALS } from '../../errors/refusals';
import { JudgedKind } from '../../manifests/facts';
import { labelSelectorAt, podLabelsOf } from '../../manifests/stateful-set';
import { isEmptySelector, unmetRequirements } from '../../kubernetes/label-selector';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const selectorMismatch: Rule = {
  code: 'SELECTOR_MISMATCH',
  severity: Severity.ERROR,
  title: REFUSALS.SELECTOR_MISMATCH.rule,
  why: 'the set would never find the pods that it creates',
  fix: 'put the labels of the selector on spec.template.metadata.labels',
  refusedSince: KubernetesVersion.V1_28,
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set) => {
    const selector = labelSelectorAt(set.content, ['spec', 'selector']);
    if (selector === undefined || isEmptySelector(selector)) {
      return NOT_APPLICABLE;
    }
    const unmet = unmetRequirements(selector, podLabelsOf(set));
    return unmet.length === 0
      ? []
      : [
          {
            path: ['spec', 'template', 'metadata', 'labels'],
            problem: `must match the selector of the set: ${unmet.join(', ')} does not match`,
          },
        ];
  },
};
