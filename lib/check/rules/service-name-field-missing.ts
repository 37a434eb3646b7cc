import { JudgedKind } from '../../manifests/judged-kind';
import { SET_PATHS } from '../../manifests/views/set-view';
import { NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const serviceNameFieldMissing: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'SERVICE_NAME_FIELD_MISSING',
  severity: Severity.WARNING,
  title: 'a set names its headless Service',
  why: 'without serviceName the pods get no DNS names, and it cannot be added later',
  fix: 'add a headless Service that selects the pods, and write its name in serviceName',
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set) => {
    if (set.written(SET_PATHS.spec) === undefined) {
      return NOT_APPLICABLE;
    }
    return set.serviceName === undefined ? [{ path: SET_PATHS.serviceName, problem: 'must be given' }] : [];
  },
};
