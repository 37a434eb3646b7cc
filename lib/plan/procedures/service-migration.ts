import { fieldOf, textOf } from '../../manifests/json';
import { type UpdatedPair } from '../object-changes';
import { type PlanContext, type PlanPart } from '../plan-model';
import { replaceServiceProcedure } from './replace-service';
import { strangeNames, uidOf } from './set-migration';
import { manualStep, type Step } from './step';

/** The procedure for a Service that gets another address, or why there is none that is safe. */
export function serviceMigrationOf(
  pair: UpdatedPair,
  { home }: PlanContext,
): Pick<PlanPart, 'procedure' | 'obstacles'> {
  const { name, object } = pair;
  const namespace = pair.namespace ?? home;
  const obstacles = [
    ...strangeNames(object, [name, namespace]),
    ...outsideAddresses(pair),
    ...addressOfChoice(pair),
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
function addressOfChoice({ after, name }: UpdatedPair): readonly Step[] {
  const address = textOf(fieldOf(after, 'spec'), 'clusterIP') ?? 'None';
  return address === 'None'
    ? []
    : [
        manualStep(
          `Put a second Service beside ${name}, and let the cluster choose its address`,
          `Whether ${address} is free is known only after the old Service is deleted. If it is not, clients have no Service.`,
        ),
      ];
}

/** Ports of nodes and addresses of load balancers are given out once: a Service made anew gets others. */
function outsideAddresses({ before, after, name }: UpdatedPair): readonly Step[] {
  const types = [before, after].map((service) => textOf(fieldOf(service, 'spec'), 'type'));
  const type = types.find((one) => one === 'NodePort' || one === 'LoadBalancer');
  return type === undefined
    ? []
    : [
        manualStep(
          `Put a second Service beside ${name}, and move its clients there`,
          `A Service of type ${type} loses its ${type === 'NodePort' ? 'ports on the nodes' : 'address outside of the cluster'} when it is deleted, and gets another one when it is created again.`,
        ),
      ];
}
