import { JudgedKind } from '../../manifests/judged-kind';
import { SET_PATHS } from '../../manifests/views/set-view';
import { NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const gracePeriodZero: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'GRACE_PERIOD_ZERO',
  severity: Severity.WARNING,
  title: 'the pods of a set have time to shut down',
  why: 'with no grace period a deleted pod is replaced before its process has ended: two pods of the same name may write to one volume',
  fix: 'leave terminationGracePeriodSeconds out for 30 seconds, or set it to the time that a clean shutdown takes',
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set) => {
    const period = set.written(SET_PATHS.gracePeriod);
    if (typeof period?.value !== 'number') {
      return NOT_APPLICABLE;
    }
    return period.value <= 0 ? [{ ...period, problem: 'must be more than 0 seconds' }] : [];
  },
};
