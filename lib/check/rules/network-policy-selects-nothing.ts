import { isEmptySelector } from '../../kubernetes/label-selector';
import { JudgedKind } from '../../manifests/judged-kind';
import { missedPods } from '../missed-pods';
import { NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const networkPolicySelectsNothing: Rule<JudgedKind.NETWORK_POLICY> = {
  code: 'NETWORK_POLICY_SELECTS_NOTHING',
  severity: Severity.WARNING,
  title: 'a network policy is for pods',
  why: 'a policy that selects no pods limits nothing: everybody reaches the pods that it was meant for',
  fix: 'make podSelector match the labels of the pods, or check the policy together with what makes them',
  kinds: [JudgedKind.NETWORK_POLICY],
  check: ({ namespace, selector }, facts) =>
    isEmptySelector(selector)
      ? NOT_APPLICABLE
      : missedPods(facts, namespace, selector, ['spec', 'podSelector']),
};
