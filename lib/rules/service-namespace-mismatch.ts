import { REFUSALS } from '../errors/refusals';
import { selectsPodsOf } from '../facts/coverage';
import { type Facts, JudgedKind } from '../facts/facts';
import { groupedBy } from '../facts/grouped';
import { serviceNameOf } from '../facts/stateful-set';
import { NOT_APPLICABLE, type Rule, Severity } from './rule';

export const serviceNamespaceMismatch: Rule = {
  code: 'SERVICE_NAMESPACE_MISMATCH',
  severity: Severity.ERROR,
  title: REFUSALS.SERVICE_NAMESPACE_MISMATCH.rule,
  why: 'a Service selects the pods of its own namespace alone: the pods get no DNS names',
  fix: 'write one namespace on both',
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set, { facts }) => {
    const serviceName = serviceNameOf(set);
    if (serviceName === undefined || set.namespace === undefined) {
      return NOT_APPLICABLE;
    }
    if (facts.find(JudgedKind.SERVICE, set.namespace, serviceName.value) !== undefined) {
      return [];
    }
    // One that serves a set of its own namespace is not meant for this one.
    const stray = facts
      .derived(servicesByName)
      .get(serviceName.value)
      ?.find(
        (service) =>
          service.namespace !== undefined &&
          selectsPodsOf(service, set) &&
          !facts.derived(governedServices).has(JSON.stringify([service.namespace, service.name])),
      );
    return stray === undefined
      ? NOT_APPLICABLE
      : [{ ...serviceName, problem: `names a Service of the namespace ${stray.namespace ?? ''}` }];
  },
};

function servicesByName(facts: Facts) {
  return groupedBy(facts.ofKind(JudgedKind.SERVICE), ({ name }) => name);
}

/** The namespaces and names of what the sets of the input name as their governing Services. */
function governedServices(facts: Facts) {
  return groupedBy(facts.ofKind(JudgedKind.STATEFUL_SET), (set) =>
    JSON.stringify([set.namespace, serviceNameOf(set)?.value]),
  );
}
