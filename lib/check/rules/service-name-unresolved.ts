import { JudgedKind } from '../../manifests/judged-kind';
import { SET_PATHS } from '../../manifests/views/set-view';
import { NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const serviceNameUnresolved: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'SERVICE_NAME_UNRESOLVED',
  severity: Severity.WARNING,
  title: 'serviceName is the name of the headless Service that selects the pods',
  why: 'pods get DNS names only under the Service that serviceName names',
  fix: 'correct serviceName or the name of the Service, unless the cluster already has a Service of that name',
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set, facts) => {
    const { serviceName } = set;
    const candidate = facts.coverage.servicesSelecting(set).headless;
    // Without such a Service in the input, the one that is named may exist.
    if (serviceName === undefined || candidate === undefined) {
      return NOT_APPLICABLE;
    }
    return facts.governingServiceOf(set) !== undefined
      ? []
      : [
          {
            path: SET_PATHS.serviceName,
            problem: `names no Service of the input, but ${candidate.name} is headless and selects the pods`,
            value: serviceName,
          },
        ];
  },
};
