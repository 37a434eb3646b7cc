import { Protocol, type Container, type ContainerPort, type Workload } from 'cdk8s-plus-28';
import { IntOrString, type ServicePort } from '../../../imports/k8s';
import type { ExposedPort } from '../exposed-port';

/** The ports of the containers that run as long as the pod does: of sidecars among the init containers too. */
export function portsThatServe(workload: Workload): ContainerPort[] {
  return [...workload.initContainers.filter(isSidecar), ...workload.containers].flatMap(({ ports }) => ports);
}

/**
 * The ports of a Service for the ports of containers, in their order, each number and protocol once.
 *
 * A Service with several ports needs names for all of them, so one without a name gets `<protocol>-<number>` there.
 */
export function servicePortsOf(containerPorts: readonly ContainerPort[]): ServicePort[] {
  const ports = distinct(containerPorts);
  return ports.map((port) => ({
    name: port.name ?? (ports.length > 1 ? generatedName(port) : undefined),
    port: port.number,
    protocol: protocolOf(port) === Protocol.TCP ? undefined : protocolOf(port),
  }));
}

/** A port of a Service as it was asked for. */
export function renderedPort({ targetPort, targetPortName, ...port }: ExposedPort): ServicePort {
  const number = targetPort === undefined ? undefined : IntOrString.fromNumber(targetPort);
  return {
    ...port,
    targetPort: targetPortName === undefined ? number : IntOrString.fromString(targetPortName),
  };
}

/** The first port of each number and protocol. */
function distinct(containerPorts: readonly ContainerPort[]): ContainerPort[] {
  const byNumber = new Map<string, ContainerPort>();
  for (const port of containerPorts) {
    const key = `${port.number}/${protocolOf(port)}`;
    byNumber.set(key, byNumber.get(key) ?? port);
  }
  return [...byNumber.values()];
}

function isSidecar({ restartPolicy }: Container): boolean {
  return restartPolicy !== undefined;
}

function protocolOf({ protocol }: ContainerPort): Protocol {
  return protocol ?? Protocol.TCP;
}

function generatedName(port: ContainerPort): string {
  return `${protocolOf(port).toLowerCase()}-${port.number}`;
}
