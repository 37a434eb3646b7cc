import { type ServiceView } from '../../manifests/views/service-view';
import { type UpdatedPair } from '../object-changes';
import { type PlanContext, type PlanPart } from '../plan-model';
import { replaceServiceProcedure } from './replace-service';
import { strangeNames, uidOf } from './set-migration';
import { manualStep, type Step } from './step';

/** The procedure for a Service that gets another address, or why there is none that is safe. */
export function serviceMigrationOf(
  pair: UpdatedPair,
  { home, stored }: PlanContext,
): Pick<PlanPart, 'procedure' | 'obstacles'> {
  const { name, object } = pair;
  const namespace = pair.namespace ?? home;
  const [before, after] = [pair.before, pair.after].map((service) => stored.serviceOf(service, pair));
  const obstacles = [
    ...strangeNames(object, [name, namespace]),
    ...outsideAddresses(before, after),
    ...addressOfChoice(after),
  ];
  return obstacles.length > 0
    ? { obstacles }
    : {
        procedure: replaceServiceProcedure({
          object,
          name,
          namespace,
          uid: uidOf(pair.written.old),
          written: pair.written.new ?? {},
        }),
      };
}

/** Whether an address is free is known only once the Service that has another one is gone. */
function addressOfChoice({ clusterIP, name }: ServiceView): readonly Step[] {
  return clusterIP === '' || clusterIP === 'None'
    ? []
    : [
        manualStep(
          `Put a second Service beside ${name}, and let the cluster choose its address`,
          `Whether ${clusterIP} is free is known only after the old Service is deleted. If it is not, clients have no Service.`,
        ),
      ];
}

/** Ports of nodes and addresses of load balancers are given out once: a recreated Service gets others. */
function outsideAddresses(before: ServiceView, after: ServiceView): readonly Step[] {
  const type = [before.type, after.type].find((one) => one === 'NodePort' || one === 'LoadBalancer');
  return type === undefined
    ? []
    : [
        manualStep(
          `Put a second Service beside ${after.name}, and move its clients there`,
          `A Service of type ${type} loses its ${type === 'NodePort' ? 'ports on the nodes' : 'address outside of the cluster'} when it is deleted, and gets another one when it is created again.`,
        ),
      ];
}
