import { JudgedKind } from '../../manifests/facts';
import { located } from '../../manifests/field-value';
import { POD_SPEC } from '../../manifests/stateful-set';
import { NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const gracePeriodZero: Rule = {
  code: 'GRACE_PERIOD_ZERO',
  severity: Severity.WARNING,
  title: 'the pods of a set have time to shut down',
  why: 'with no grace period a deleted pod is replaced before its process has ended: two pods of the same name may write to one volume',
  fix: 'leave terminationGracePeriodSeconds out for 30 seconds, or set it to the time that a clean shutdown takes',
  kinds: [JudgedKind.STATEFUL_SET],
  check: ({ content }) => {
    const period = located(content, [...POD_SPEC, 'terminationGracePeriodSeconds']);
    if (typeof period?.value !== 'number') {
      return NOT_APPLICABLE;
    }
    return period.value <= 0 ? [{ ...period, problem: 'must be more than 0 seconds' }] : [];
  },
};
