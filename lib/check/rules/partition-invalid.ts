import { REFUSALS } from '../../errors/refusals';
import { JudgedKind } from '../../manifests/facts';
import { located } from '../../manifests/field-value';
import { countProblem } from '../../kubernetes/counts';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { faultAt, NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const partitionInvalid: Rule = {
  code: 'PARTITION_INVALID',
  severity: Severity.ERROR,
  title: REFUSALS.PARTITION_INVALID.rule,
  why: 'the partition is the number of pods, counted from the first, that keep the old revision',
  fix: REFUSALS.PARTITION_INVALID.fix,
  refusedSince: KubernetesVersion.V1_28,
  kinds: [JudgedKind.STATEFUL_SET],
  check: ({ content }) => {
    const found = located(content, ['spec', 'updateStrategy', 'rollingUpdate', 'partition']);
    // Another type is refused while the manifest is decoded.
    return typeof found?.value === 'number'
      ? faultAt(found.path, countProblem(found.value), found.value)
      : NOT_APPLICABLE;
  },
};
