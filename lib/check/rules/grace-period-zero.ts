import { JudgedKind } from '../../manifests/facts';
import { located } from '../../manifests/field-value';
import { POD_SPEC } from '../../manifests/stateful-set';
import { NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const gracePeriodZero: Rule = {
  code: 'GRACE_PERIOD_ZERO',
  severity: Severity.WARNING,
  title: 'the pods of a set get time to end',
  why: 'a pod that is deleted without it is forgotten before it has ended: a second one of its name may write to the same volume',
  fix: 'leave terminationGracePeriodSeconds out for 30 seconds, or give what a clean end takes',
  kinds: [JudgedKind.STATEFUL_SET],
  check: ({ content }) => {
    const period = located(content, [...POD_SPEC, 'terminationGracePeriodSeconds']);
    if (typeof period?.value !== 'number') {
      return NOT_APPLICABLE;
    }
    return period.value <= 0 ? [{ ...period, problem: 'must be more than no time' }] : [];
  },
};
