import { REFUSALS } from '../../errors/refusals';
import { selectsPodsOf } from '../../manifests/coverage';
import { type Facts, JudgedKind } from '../../manifests/facts';
import { groupedBy } from '../../manifests/grouped';
import { serviceSelectorOf } from '../../manifests/service';
import { serviceNameOf } from '../../manifests/stateful-set';
import { NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const serviceNamespaceMismatch: Rule = {
  code: 'SERVICE_NAMESPACE_MISMATCH',
  severity: Severity.ERROR,
  title: REFUSALS.SERVICE_NAMESPACE_MISMATCH.rule,
  why: 'a Service selects only pods of its own namespace, so the pods get no DNS names',
  fix: 'use the same namespace for both',
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
      .derived(straysByName)
      .get(serviceName.value)
      ?.find((service) => selectsPodsOf(service, set));
    return stray === undefined
      ? NOT_APPLICABLE
      : [{ ...serviceName, problem: `names a Service of the namespace ${stray.namespace ?? ''}` }];
  },
};

/** Services of a namespace that no set of it names as its governing Service, the first one of each selector. */
function straysByName(facts: Facts) {
  const governed = facts.derived(governedServices);
  const strays = facts
    .ofKind(JudgedKind.SERVICE)
    .filter(
      ({ namespace, name }) => namespace !== undefined && !governed.has(JSON.stringify([namespace, name])),
    );
  const groups = groupedBy(strays, (service) => JSON.stringify([service.name, serviceSelectorOf(service)]));
  return groupedBy(
    [...groups.values()].map(([first]) => first),
    ({ name }) => name,
  );
}

/** The namespaces and names of what the sets of the input name as their governing Services. */
function governedServices(facts: Facts) {
  return groupedBy(facts.ofKind(JudgedKind.STATEFUL_SET), (set) =>
    JSON.stringify([set.namespace, serviceNameOf(set)?.value]),
  );
}
