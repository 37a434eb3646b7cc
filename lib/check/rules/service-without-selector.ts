import { JudgedKind } from '../../manifests/facts';
import { serviceSelectorOf } from '../../manifests/service';
import { serviceNameOf } from '../../manifests/stateful-set';
import { NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const serviceWithoutSelector: Rule = {
  code: 'SERVICE_WITHOUT_SELECTOR',
  severity: Severity.WARNING,
  title: 'the governing Service has a selector',
  why: 'without one Kubernetes keeps no endpoints for it: pods get no DNS names unless something else makes endpoints',
  fix: 'select the pods by their labels',
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set, { facts }) => {
    const serviceName = serviceNameOf(set);
    const service = serviceName && facts.find(JudgedKind.SERVICE, set.namespace, serviceName.value);
    if (serviceName === undefined || service === undefined) {
      return NOT_APPLICABLE;
    }
    return Object.keys(serviceSelectorOf(service)).length === 0
      ? [{ ...serviceName, problem: 'names a Service without a selector' }]
      : [];
  },
};
