import { Protocol, type Container, type ContainerPort, type Workload } from 'cdk8s-plus-28';
import type { ServicePort } from '../imports/k8s';

/** The containers that run as long as the pod does: sidecars among the init containers too. */
export function containersThatRun(workload: Workload): Container[] {
  return [
    ...workload.initContainers.filter(({ restartPolicy }) => restartPolicy !== undefined),
    ...workload.containers,
  ];
}

/**
 * The ports of a headless Service for the ports of containers, in their order, each number and protocol once.
 *
 * A Service with several ports needs names for all of them, so one without a name gets `<protocol>-<number>` there.
 */
export function servicePortsOf(containerPorts: readonly ContainerPort[]): ServicePort[] {
  const ports = [
    ...new Map(containerPorts.map((port) => [`${port.number}/${protocolOf(port)}`, port])).values(),
  ];
  return ports.map((port) => ({
    name: port.name ?? (ports.length > 1 ? generatedName(port) : undefined),
    port: port.number,
    protocol: protocolOf(port) === Protocol.TCP ? undefined : protocolOf(port),
  }));
}

function protocolOf({ protocol }: ContainerPort): Protocol {
  return protocol ?? Protocol.TCP;
}

function generatedName(port: ContainerPort): string {
  return `${protocolOf(port).toLowerCase()}-${port.number}`;
}
