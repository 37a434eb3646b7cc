import { fieldAt } from '../../manifests/field-value';
import { isList } from '../../manifests/json';
import { JudgedKind } from '../../manifests/judged-kind';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { faultAt, judgeEach, type Rule, Severity } from '../rule';

export const autoscalerPoliciesMissing: Rule<JudgedKind.AUTOSCALER> = {
  code: 'AUTOSCALER_POLICIES_MISSING',
  severity: Severity.ERROR,
  title: 'a list of scaling policies is not empty',
  why: 'the API server rejects an empty list, and fills in a list that is left out',
  fix: 'remove the list; selectPolicy Disabled stops scaling in that direction',
  refusedSince: KubernetesVersion.V1_28,
  kinds: [JudgedKind.AUTOSCALER],
  check: (autoscaler) =>
    judgeEach(
      autoscaler.typed.ofType('HPAScalingRules').flatMap((rules) => fieldAt(rules, 'policies') ?? []),
      ({ path, value }) =>
        faultAt(path, isList(value) && value.length === 0 ? 'must have a policy' : undefined),
    ),
};
