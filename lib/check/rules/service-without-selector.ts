import { JudgedKind } from '../../manifests/judged-kind';
import { SET_PATHS } from '../../manifests/views/set-view';
import { NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const serviceWithoutSelector: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'SERVICE_WITHOUT_SELECTOR',
  severity: Severity.WARNING,
  title: 'the governing Service has a selector',
  why: 'for a Service without a selector Kubernetes creates no endpoints: pods get no DNS names unless something else creates the endpoints',
  fix: 'add a selector that matches the labels of the pods',
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set, facts) => {
    const service = facts.governingServiceOf(set);
    if (service === undefined) {
      return NOT_APPLICABLE;
    }
    return service.selectsPods
      ? []
      : [
          {
            path: SET_PATHS.serviceName,
            problem: 'names a Service without a selector',
            value: set.serviceName,
          },
        ];
  },
};
