import { REFUSALS } from '../../errors/refusals';
import { JudgedKind } from '../../manifests/judged-kind';
import { SET_PATHS } from '../../manifests/views/set-view';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { judgeCount } from '../judge-count';
import { type Rule, Severity } from '../rule';

export const replicasInvalid: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'REPLICAS_INVALID',
  severity: Severity.ERROR,
  title: REFUSALS.REPLICAS_INVALID.rule,
  why: 'a set cannot have a negative number of pods',
  fix: REFUSALS.REPLICAS_INVALID.fix,
  refusedSince: KubernetesVersion.V1_28,
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set) => judgeCount(set.written(SET_PATHS.replicas)),
};
