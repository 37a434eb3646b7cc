import { REFUSALS } from '../../errors/refusals';
import { FULLY_JUDGED_KINDS } from '../../manifests/judged-kind';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { dnsLabelProblem } from '../../kubernetes/name-rules';
import { faultAt, NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const namespaceInvalid: Rule = {
  code: 'NAMESPACE_INVALID',
  severity: Severity.ERROR,
  title: REFUSALS.NAMESPACE_INVALID.rule,
  why: 'no namespace can have any other name',
  fix: REFUSALS.NAMESPACE_INVALID.fix,
  refusedSince: KubernetesVersion.V1_28,
  kinds: FULLY_JUDGED_KINDS,
  check: ({ namespace }) =>
    namespace === undefined || namespace === ''
      ? NOT_APPLICABLE
      : faultAt(['metadata', 'namespace'], dnsLabelProblem(namespace), namespace),
};
