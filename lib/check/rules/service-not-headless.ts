import { REFUSALS } from '../../errors/refusals';
import { JudgedKind } from '../../manifests/judged-kind';
import { SET_PATHS } from '../../manifests/views/set-view';
import { NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const serviceNotHeadless: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'SERVICE_NOT_HEADLESS',
  severity: Severity.WARNING,
  title: REFUSALS.SERVICE_NOT_HEADLESS.rule,
  why: 'cluster DNS gives each pod a name only under a headless Service: the pods run, but peers cannot find each other',
  fix: REFUSALS.SERVICE_NOT_HEADLESS.fix,
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set, facts) => {
    const service = facts.governingServiceOf(set);
    if (service === undefined) {
      return NOT_APPLICABLE;
    }
    return service.isHeadless
      ? []
      : [
          {
            path: SET_PATHS.serviceName,
            problem: 'names a Service that is not headless',
            value: set.serviceName,
          },
        ];
  },
};
