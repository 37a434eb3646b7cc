import { fieldAt } from '../../manifests/field-value';
import { fieldOf } from '../../manifests/json';
import { JudgedKind } from '../../manifests/judged-kind';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { MAX_HOSTNAME_LENGTH } from '../../kubernetes/limits';
import { dnsSubdomainProblem } from '../../kubernetes/name-rules';
import { faultAt, judgeEach, type Rule, Severity } from '../rule';

export const hostnameOverrideInvalid: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'HOSTNAME_OVERRIDE_INVALID',
  severity: Severity.ERROR,
  title: 'hostnameOverride is a host name, and no other field sets the host name',
  fix: 'remove hostnameOverride: the host name of each pod of a set is the name of the pod',
  since: KubernetesVersion.V1_35,
  refusedSince: KubernetesVersion.V1_35,
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set) =>
    judgeEach(
      set.typed.ofType('PodSpec').filter(({ value }) => fieldOf(value, 'hostnameOverride') !== undefined),
      (pod) => {
        const override = fieldAt(pod, 'hostnameOverride');
        if (typeof override?.value !== 'string') {
          return [];
        }
        const { path, value } = override;
        return [
          ...faultAt(path, hostnameProblem(value), value),
          ...faultAt(
            path,
            fieldOf(pod.value, 'hostNetwork') === true ? 'must not be given with hostNetwork' : undefined,
          ),
          ...faultAt(
            path,
            fieldOf(pod.value, 'setHostnameAsFQDN') === true
              ? 'must not be given with setHostnameAsFQDN'
              : undefined,
          ),
        ];
      },
    ),
};

function hostnameProblem(name: string): string | undefined {
  return name.length > MAX_HOSTNAME_LENGTH
    ? `must be no more than ${MAX_HOSTNAME_LENGTH} characters`
    : dnsSubdomainProblem(name);
}
