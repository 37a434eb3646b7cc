import { isClearedWithType, takesNodePorts, takesServiceField } from '../../kubernetes/service-fields';
import { fieldOf, isList, isObject, type JsonObject, type JsonValue } from '../../manifests/json';
import { serviceNatureOf } from '../../manifests/service-nature';
import { isSame } from './differences';

/**
 * What the API server makes of a Service that is to replace the one it stores: what the new type does not take is
 * cleared where it is as it was, an address is kept where none is asked for, and `clusterIPs` follow `clusterIP`.
 */
export function storedService(live: JsonObject, asked: JsonObject): JsonObject {
  const [before, after] = [live, asked].map((object) => fieldOf(object, 'spec'));
  if (!isObject(before) || !isObject(after)) {
    return asked;
  }
  const [old, now] = [before, after].map(serviceNatureOf);
  const isCleared = (field: string): boolean =>
    isClearedWithType(field) &&
    takesServiceField(field, old) &&
    !takesServiceField(field, now) &&
    isSame(fieldOf(before, field), fieldOf(after, field));
  const kept = Object.fromEntries(Object.entries(after).filter(([field]) => !isCleared(field)));
  const spec = takesServiceField('clusterIP', now) ? withAddresses(before, kept) : kept;
  const isWithoutNodePorts =
    takesNodePorts(old.type) && !takesNodePorts(now.type) && hasPortsOf(before, spec);
  return { ...asked, spec: isWithoutNodePorts ? withoutNodePorts(spec) : spec };
}

function withAddresses(before: JsonObject, spec: JsonObject): JsonObject {
  const address = fieldOf(spec, 'clusterIP') ?? fieldOf(before, 'clusterIP');
  if (address === undefined) {
    return spec;
  }
  const isMoved = address !== fieldOf(before, 'clusterIP');
  const areStale = isMoved && isSame(fieldOf(before, 'clusterIPs'), fieldOf(spec, 'clusterIPs'));
  return { ...spec, clusterIP: address, ...(areStale ? { clusterIPs: [address] } : {}) };
}

/** Whether the ports have no other `nodePort` than before. */
function hasPortsOf(before: JsonObject, spec: JsonObject): boolean {
  const known = new Set(nodePortsOf(before));
  return nodePortsOf(spec).every((port) => known.has(port));
}

function nodePortsOf(spec: JsonObject): readonly JsonValue[] {
  return portsOf(spec).flatMap((port) => fieldOf(port, 'nodePort') ?? []);
}

function withoutNodePorts(spec: JsonObject): JsonObject {
  const ports = portsOf(spec).map((port) =>
    isObject(port)
      ? Object.fromEntries(Object.entries(port).filter(([field]) => field !== 'nodePort'))
      : port,
  );
  return ports.length === 0 ? spec : { ...spec, ports };
}

function portsOf(spec: JsonObject): readonly JsonValue[] {
  const ports = fieldOf(spec, 'ports');
  return isList(ports) ? ports : [];
}
