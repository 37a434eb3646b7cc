import { REFUSALS } from '../../errors/refusals';
import { JudgedKind } from '../../manifests/facts';
import { labelSelectorAt } from '../../manifests/stateful-set';
import { isEmptySelector } from '../../kubernetes/label-selector';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { faultAt, NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const selectorEmpty: Rule = {
  code: 'SELECTOR_EMPTY',
  severity: Severity.ERROR,
  title: REFUSALS.SELECTOR_EMPTY.rule,
  why: 'an empty selector would match every pod of the namespace',
  fix: 'put the labels of the pods on spec.selector.matchLabels',
  refusedSince: KubernetesVersion.V1_28,
  kinds: [JudgedKind.STATEFUL_SET],
  check: ({ content }) => {
    const selector = labelSelectorAt(content, ['spec', 'selector']);
    return selector === undefined
      ? NOT_APPLICABLE
      : faultAt(['spec', 'selector'], isEmptySelector(selector) ? 'must not be empty' : undefined);
  },
};
