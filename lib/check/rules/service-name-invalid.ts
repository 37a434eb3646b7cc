import { REFUSALS } from '../../errors/refusals';
import { JudgedKind } from '../../manifests/judged-kind';
import { isAtLeast, KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { dnsLabelProblem, serviceNameProblem } from '../../kubernetes/name-rules';
import { faultAt, NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const serviceNameInvalid: Rule<JudgedKind.SERVICE> = {
  code: 'SERVICE_NAME_INVALID',
  severity: Severity.ERROR,
  title: REFUSALS.SERVICE_NAME_INVALID.rule,
  why: 'the name is part of DNS names; since Kubernetes 1.36 it may start with a digit',
  fix: REFUSALS.SERVICE_NAME_INVALID.fix,
  refusedSince: KubernetesVersion.V1_28,
  kinds: [JudgedKind.SERVICE],
  check: ({ name }, { version }) => {
    if (name === '') {
      return NOT_APPLICABLE;
    }
    const problemOf = isAtLeast(version, KubernetesVersion.V1_36) ? dnsLabelProblem : serviceNameProblem;
    return faultAt(['metadata', 'name'], problemOf(name), name);
  },
};
