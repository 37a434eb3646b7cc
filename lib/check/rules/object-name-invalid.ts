import { JudgedKind, judgedKindOf } from '../../manifests/judged-kind';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { dnsSubdomainProblem, pathSegmentProblem } from '../../kubernetes/name-rules';
import { faultAt, NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const objectNameInvalid: Rule<JudgedKind.CLAIM | JudgedKind.BUDGET | JudgedKind.AUTOSCALER> = {
  code: 'OBJECT_NAME_INVALID',
  severity: Severity.ERROR,
  title:
    'the name of a claim or an autoscaler is a DNS subdomain, and the name of a budget can be part of a URL path',
  fix: "use lower case letters, digits, '-' and '.'",
  refusedSince: KubernetesVersion.V1_28,
  kinds: [JudgedKind.CLAIM, JudgedKind.BUDGET, JudgedKind.AUTOSCALER],
  check: ({ name, manifest }) =>
    name === ''
      ? NOT_APPLICABLE
      : faultAt(
          ['metadata', 'name'],
          judgedKindOf(manifest) === JudgedKind.BUDGET ? pathSegmentProblem(name) : dnsSubdomainProblem(name),
          name,
        ),
};
