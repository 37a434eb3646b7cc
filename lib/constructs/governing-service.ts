import type { Service, Workload } from 'cdk8s-plus-28';
import { RefusedError } from '../errors/refusal';
import { HeadlessService } from './headless-service';

/** The first set of each Service of cdk8s-plus-28; a HeadlessService knows its own. */
const firstSets = new WeakMap<Service, Workload>();

/**
 * Ties a Service to the pods of a set.
 *
 * @throws SERVICE_NOT_HEADLESS, SERVICE_NAMESPACE_MISMATCH, SERVICE_SHARED
 */
export function govern(service: Service, set: Workload): void {
  if (service.clusterIP !== 'None') {
    throw new RefusedError(set, {
      code: 'SERVICE_NOT_HEADLESS',
      subject: `service '${service.name}'`,
      problem: 'must be headless',
      value: service.clusterIP ?? service.type,
    });
  }
  if (service.metadata.namespace !== set.metadata.namespace) {
    throw new RefusedError(set, {
      code: 'SERVICE_NAMESPACE_MISMATCH',
      subject: `service '${service.name}'`,
      problem: `must be in the namespace of the set, ${set.metadata.namespace ?? 'which is not given'}`,
      value: service.metadata.namespace ?? 'no namespace',
    });
  }
  const shared = firstSetOf(service)?.matchLabels;
  if (shared !== undefined && !isSame(shared, set.matchLabels)) {
    throw new RefusedError(set, {
      code: 'SERVICE_SHARED',
      subject: `service '${service.name}'`,
      problem: `must not be shared with a set that selects ${JSON.stringify(shared)}`,
      value: set.matchLabels,
    });
  }
  if (service instanceof HeadlessService) {
    service._govern(set);
  } else {
    service.select(set);
    firstSets.set(service, firstSets.get(service) ?? set);
  }
}

function firstSetOf(service: Service): Workload | undefined {
  return service instanceof HeadlessService ? service._firstSet : firstSets.get(service);
}

function isSame(one: Record<string, string>, other: Record<string, string>): boolean {
  const entries = Object.entries(one);
  return (
    entries.length === Object.keys(other).length && entries.every(([key, value]) => other[key] === value)
  );
}
