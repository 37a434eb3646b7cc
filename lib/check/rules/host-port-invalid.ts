import { itemsAt, type Located, repeatedBy } from '../../manifests/field-value';
import { fieldOf, type JsonObject, textOf } from '../../manifests/json';
import { JudgedKind } from '../../manifests/judged-kind';
import { protocolOf } from '../../manifests/views/service-view';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { type Fault, NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const hostPortInvalid: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'HOST_PORT_INVALID',
  severity: Severity.ERROR,
  title: 'each host port is used once, and with hostNetwork it equals the container port',
  why: 'a node has each port only once',
  fix: 'remove hostPort: each pod of a set has an address and a DNS name of its own',
  refusedSince: KubernetesVersion.V1_34,
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set) => {
    const pods = set.typed.ofType('PodSpec').filter((pod) => portGroups(pod).flat().length > 0);
    return pods.length === 0
      ? NOT_APPLICABLE
      : pods.flatMap((pod) => [...takenFaults(pod), ...differingFaults(pod)]);
  },
};

/** The ports that ask for a host port. Init containers run one after the other: each has a group of its own. */
function portGroups(pod: Located<JsonObject>): (readonly Located<JsonObject>[])[] {
  const hostPorts = (container: Located<JsonObject>) =>
    itemsAt(container, 'ports').filter(({ value }) => (fieldOf(value, 'hostPort') ?? 0) !== 0);
  return [itemsAt(pod, 'containers').flatMap(hostPorts), ...itemsAt(pod, 'initContainers').map(hostPorts)];
}

function takenFaults(pod: Located<JsonObject>): readonly Fault[] {
  return portGroups(pod)
    .flatMap((ports) => repeatedBy(ports, addressOf))
    .map(({ path, value }) => ({
      path: [...path, 'hostPort'],
      problem: 'is used twice',
      value: fieldOf(value, 'hostPort'),
    }));
}

function addressOf(port: Located<JsonObject>): string {
  const { value } = port;
  return JSON.stringify([protocolOf(port), textOf(value, 'hostIP') ?? '', fieldOf(value, 'hostPort') ?? 0]);
}

function differingFaults(pod: Located<JsonObject>): readonly Fault[] {
  if (fieldOf(pod.value, 'hostNetwork') !== true) {
    return [];
  }
  const [ports] = portGroups(pod);
  return ports
    .filter(({ value }) => fieldOf(value, 'hostPort') !== fieldOf(value, 'containerPort'))
    .map(({ path, value }) => ({
      path: [...path, 'hostPort'],
      problem: 'must equal containerPort with hostNetwork',
      value: fieldOf(value, 'hostPort'),
    }));
}
