import { fieldAt, itemsAt, type Located } from '../../manifests/field-value';
import { fieldOf, isList, type JsonObject, textOf } from '../../manifests/json';
import { JudgedKind } from '../../manifests/judged-kind';
import { isInitContainer } from '../../manifests/views/set-view';
import { isAtLeast, KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { type Fault, faultAt, judgeEach, type Rule, Severity } from '../rule';

const MAX_RULES = 20;
const MAX_EXIT_CODES = 255;

export const containerRestartPolicyInvalid: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'CONTAINER_RESTART_POLICY_INVALID',
  severity: Severity.ERROR,
  title: 'the restart policy of a container and its rules are ones that this version of Kubernetes accepts',
  fix: 'remove the restart policy; before Kubernetes 1.35 only init containers have one, and it is Always',
  refusedSince: KubernetesVersion.V1_35,
  beforeThat: 'accepts the set and rejects its pods, except that 1.34 ignores the policy',
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set, { version }) =>
    judgeEach(
      set.typed
        .ofType('Container')
        .filter(
          ({ value }) =>
            fieldOf(value, 'restartPolicy') !== undefined ||
            fieldOf(value, 'restartPolicyRules') !== undefined,
        ),
      (container) => [
        ...policyFaults(container, version),
        ...(isAtLeast(version, KubernetesVersion.V1_35) ? rulesFaults(container, version) : []),
      ],
    ),
};

function policyFaults(container: Located<JsonObject>, version: KubernetesVersion): readonly Fault[] {
  const policy = fieldAt(container, 'restartPolicy');
  return policy === undefined
    ? []
    : faultAt(policy.path, policyProblem(container, policy.value, version), policy.value);
}

function policyProblem(
  container: Located<JsonObject>,
  policy: Located['value'],
  version: KubernetesVersion,
): string | undefined {
  if (isAtLeast(version, KubernetesVersion.V1_35)) {
    return policy === 'Always' || policy === 'Never' || policy === 'OnFailure'
      ? undefined
      : 'must be one of Always, Never, OnFailure';
  }
  // Kubernetes 1.34 drops what it does not take.
  if (isAtLeast(version, KubernetesVersion.V1_34)) {
    return undefined;
  }
  if (!isInitContainer(container)) {
    return 'must not be given outside of init containers';
  }
  // Kubernetes 1.28 knows no sidecars, and drops the field.
  return policy === 'Always' || !isAtLeast(version, KubernetesVersion.V1_29) ? undefined : 'must be Always';
}

function rulesFaults(container: Located<JsonObject>, version: KubernetesVersion): readonly Fault[] {
  const rules = itemsAt(container, 'restartPolicyRules');
  if (rules.length === 0) {
    return [];
  }
  const at = [...container.path, 'restartPolicyRules'];
  const policy = fieldOf(container.value, 'restartPolicy');
  const takesSidecars = isAtLeast(version, KubernetesVersion.V1_36);
  return [
    ...faultAt(
      [...container.path, 'restartPolicy'],
      policy === undefined ? 'must be given with restartPolicyRules' : undefined,
    ),
    ...faultAt(
      at,
      isInitContainer(container) && policy === 'Always' && !takesSidecars
        ? 'must not be given for an init container that restarts always'
        : undefined,
    ),
    ...faultAt(at, rules.length > MAX_RULES ? `must have at most ${MAX_RULES} rules` : undefined),
    ...rules.flatMap((rule) =>
      ruleFaults(rule, takesSidecars ? ['Restart', 'RestartAllContainers'] : ['Restart']),
    ),
  ];
}

function ruleFaults(rule: Located<JsonObject>, actions: readonly string[]): readonly Fault[] {
  const { path, value } = rule;
  const codes = fieldAt(rule, 'exitCodes');
  const values = fieldOf(codes?.value, 'values');
  const operator = textOf(codes?.value, 'operator') ?? '';
  return [
    ...faultAt(
      [...path, 'action'],
      actions.includes(textOf(value, 'action') ?? '') ? undefined : `must be ${actions.join(' or ')}`,
    ),
    ...(codes === undefined
      ? faultAt([...path, 'exitCodes'], 'must be given')
      : faultAt(
          [...codes.path, 'operator'],
          operator === 'In' || operator === 'NotIn' ? undefined : 'must be In or NotIn',
        )),
    ...faultAt(
      [...path, 'exitCodes', 'values'],
      isList(values) && values.length > MAX_EXIT_CODES
        ? `must have at most ${MAX_EXIT_CODES} codes`
        : undefined,
    ),
  ];
}
