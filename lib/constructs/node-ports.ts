import type { Refusal } from '../errors/refusal';
import type { PodServicesOptions } from './pod-services';

/** What is wrong where the Services of several pods would have the same port of the nodes. */
export function sharedNodePort(
  { ports = [], nodePortsPerPod = [] }: PodServicesOptions,
  pods: number,
): Refusal | undefined {
  const forAll = ports.find(({ nodePort }) => nodePort !== undefined)?.nodePort;
  const perPod = nodePortsPerPod.slice(0, pods).flatMap((nodePorts) => Object.values(nodePorts));
  const shared =
    forAll !== undefined && pods > 1 ? forAll : perPod.find((port, index) => perPod.indexOf(port) < index);
  return shared === undefined
    ? undefined
    : {
        code: 'NODE_PORT_SHARED',
        subject: 'nodePort',
        problem: 'must be of one Service alone',
        value: shared,
      };
}
