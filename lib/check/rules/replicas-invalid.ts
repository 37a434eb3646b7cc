import { REFUSALS } from '../../errors/refusals';
import { JudgedKind } from '../../manifests/facts';
import { located } from '../../manifests/field-value';
import { countProblem } from '../../kubernetes/counts';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { faultAt, NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const replicasInvalid: Rule = {
  code: 'REPLICAS_INVALID',
  severity: Severity.ERROR,
  title: REFUSALS.REPLICAS_INVALID.rule,
  why: 'a set cannot have a negative number of pods',
  fix: REFUSALS.REPLICAS_INVALID.fix,
  refusedSince: KubernetesVersion.V1_28,
  kinds: [JudgedKind.STATEFUL_SET],
  check: ({ content }) => {
    const found = located(content, ['spec', 'replicas']);
    // Another type is refused while the manifest is decoded.
    return typeof found?.value === 'number'
      ? faultAt(found.path, countProblem(found.value), found.value)
      : NOT_APPLICABLE;
  },
};
