import { REFUSALS } from '../../errors/refusals';
import { JudgedKind } from '../../manifests/judged-kind';
import { SET_PATHS } from '../../manifests/views/set-view';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { judgeCount } from '../judge-count';
import { type Rule, Severity } from '../rule';

export const ordinalInvalid: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'ORDINAL_INVALID',
  severity: Severity.ERROR,
  title: REFUSALS.ORDINAL_INVALID.rule,
  why: 'the ordinals of the pods start at this number',
  fix: REFUSALS.ORDINAL_INVALID.fix,
  refusedSince: KubernetesVersion.V1_28,
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set) => judgeCount(set.written(SET_PATHS.firstOrdinal)),
};
