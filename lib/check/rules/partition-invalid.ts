import { REFUSALS } from '../../errors/refusals';
import { JudgedKind } from '../../manifests/judged-kind';
import { SET_PATHS } from '../../manifests/views/set-view';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { judgeCount } from '../judge-count';
import { type Rule, Severity } from '../rule';

export const partitionInvalid: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'PARTITION_INVALID',
  severity: Severity.ERROR,
  title: REFUSALS.PARTITION_INVALID.rule,
  why: 'the partition is the number of pods, counted from the first, that keep the old revision',
  fix: REFUSALS.PARTITION_INVALID.fix,
  refusedSince: KubernetesVersion.V1_28,
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set) => judgeCount(set.written(SET_PATHS.partition)),
};
