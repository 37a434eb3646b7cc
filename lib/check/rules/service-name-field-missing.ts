import { JudgedKind } from '../../manifests/facts';
import { located } from '../../manifests/field-value';
import { serviceNameOf } from '../../manifests/stateful-set';
import { NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const serviceNameFieldMissing: Rule = {
  code: 'SERVICE_NAME_FIELD_MISSING',
  severity: Severity.WARNING,
  title: 'a set names its headless Service',
  why: 'without serviceName the pods get no DNS names, and it cannot be added later',
  fix: 'add a headless Service that selects the pods, and write its name in serviceName',
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set) => {
    if (located(set.content, ['spec']) === undefined) {
      return NOT_APPLICABLE;
    }
    return serviceNameOf(set) === undefined
      ? [{ path: ['spec', 'serviceName'], problem: 'must be given' }]
      : [];
  },
};
