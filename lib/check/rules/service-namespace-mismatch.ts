import { REFUSALS } from '../../errors/refusals';
import { JudgedKind } from '../../manifests/judged-kind';
import { SET_PATHS } from '../../manifests/views/set-view';
import { NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const serviceNamespaceMismatch: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'SERVICE_NAMESPACE_MISMATCH',
  severity: Severity.ERROR,
  title: REFUSALS.SERVICE_NAMESPACE_MISMATCH.rule,
  why: 'a Service selects only pods of its own namespace, so the pods get no DNS names',
  fix: 'use the same namespace for both',
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set, facts) => {
    const { serviceName } = set;
    if (serviceName === undefined || set.namespace === undefined) {
      return NOT_APPLICABLE;
    }
    if (facts.governingServiceOf(set) !== undefined) {
      return [];
    }
    const stray = facts.governingServices.strayOf(set);
    return stray === undefined
      ? NOT_APPLICABLE
      : [
          {
            path: SET_PATHS.serviceName,
            problem: `names a Service of the namespace ${stray.namespace ?? ''}`,
            value: serviceName,
          },
        ];
  },
};
