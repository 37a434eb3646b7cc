import { JudgedKind } from '../../manifests/facts';
import { serviceSelectorOf } from '../../manifests/service';
import { serviceNameOf } from '../../manifests/stateful-set';
import { NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const serviceWithoutSelector: Rule = {
  code: 'SERVICE_WITHOUT_SELECTOR',
  severity: Severity.WARNING,
  title: 'the governing Service has a selector',
  why: 'for a Service without a selector Kubernetes creates no endpoints: pods get no DNS names unless something else creates the endpoints',
  fix: 'add a selector that matches the labels of the pods',
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
