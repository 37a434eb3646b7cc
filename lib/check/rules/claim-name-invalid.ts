import { REFUSALS } from '../../errors/refusals';
import { isObject } from '../../manifests/json';
import { JudgedKind } from '../../manifests/judged-kind';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { dnsLabelProblem } from '../../kubernetes/name-rules';
import { faultAt, judgeEach, type Rule, Severity } from '../rule';

export const claimNameInvalid: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'CLAIM_NAME_INVALID',
  severity: Severity.ERROR,
  title: REFUSALS.CLAIM_NAME_INVALID.rule,
  why: 'each pod has a volume of that name',
  fix: REFUSALS.CLAIM_NAME_INVALID.fix,
  refusedSince: KubernetesVersion.V1_34,
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set) =>
    judgeEach(
      // Another type is refused while the manifest is decoded.
      set.claimTemplates.filter(({ path }) => isObject(set.written(path)?.value ?? {})),
      ({ name, namePath }) =>
        name === '' ? faultAt(namePath, 'must be given') : faultAt(namePath, dnsLabelProblem(name), name),
    ),
};
