import { REFUSALS } from '../../errors/refusals';
import { JudgedKind } from '../../manifests/judged-kind';
import { SET_PATHS } from '../../manifests/views/set-view';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { setRestartPolicyProblem } from '../../kubernetes/pod-rules';
import { faultAt, NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const restartPolicyInvalid: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'RESTART_POLICY_INVALID',
  severity: Severity.ERROR,
  title: REFUSALS.RESTART_POLICY_INVALID.rule,
  why: 'a set keeps its pods running: a container that ends is restarted, whatever its exit code',
  fix: REFUSALS.RESTART_POLICY_INVALID.fix,
  refusedSince: KubernetesVersion.V1_28,
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set) => {
    const policy = set.writtenText([...SET_PATHS.podSpec, 'restartPolicy']);
    if (policy === undefined || policy.value === '') {
      return NOT_APPLICABLE;
    }
    return faultAt(policy.path, setRestartPolicyProblem(policy.value), policy.value);
  },
};
