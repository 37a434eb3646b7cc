import type { Service, Workload } from 'cdk8s-plus-28';
import { RefusedError } from '../errors/refusal';
import { HeadlessService } from './headless-service';
import { assignProps } from './rendering/assign-props';
import type { SetIdentity } from './set-identity';
import type { StatefulSetProps } from './stateful-set-props';

/** The first set of each Service of cdk8s-plus-28; a HeadlessService knows its own. */
const firstSets = new WeakMap<Service, Workload>();

/** Makes the Service of a set that brings none. */
export function makeHeadlessService(
  set: Workload,
  { name, namespace, unaskedLabels }: SetIdentity,
  { serviceName, headlessService }: StatefulSetProps,
): HeadlessService {
  return new HeadlessService(
    set,
    'Service',
    assignProps(headlessService, {
      name: serviceName ?? `${name}-headless`,
      namespace,
      labels: { ...unaskedLabels, ...headlessService?.labels },
    }),
  );
}

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
