import { REFUSALS } from '../../errors/refusals';
import { JudgedKind } from '../../manifests/facts';
import { claimTemplateName, claimTemplatesOf } from '../../manifests/stateful-set';
import { dnsLabelProblem } from '../../kubernetes/name-rules';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { faultAt, judgeEach, type Rule, Severity } from '../rule';

export const claimNameInvalid: Rule = {
  code: 'CLAIM_NAME_INVALID',
  severity: Severity.ERROR,
  title: REFUSALS.CLAIM_NAME_INVALID.rule,
  why: 'each pod has a volume of that name',
  fix: REFUSALS.CLAIM_NAME_INVALID.fix,
  refusedSince: KubernetesVersion.V1_34,
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set) =>
    judgeEach(claimTemplatesOf(set), (template) => {
      const name = claimTemplateName(template) ?? '';
      return faultAt(
        [...template.path, 'metadata', 'name'],
        name === '' ? 'must be given' : dnsLabelProblem(name),
        name === '' ? undefined : name,
      );
    }),
};
