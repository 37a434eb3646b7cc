import { Protocol } from 'cdk8s-plus-28';
import { servicePortsOf } from '../../constructs/rendering/service-ports';
import { valueAt } from '../../manifests/field-path';
import { fieldOf, type JsonObject, type JsonValue, textOf } from '../../manifests/json';
import { POD_NAME_LABEL } from '../../kubernetes/labels';
import { ordinalsOf, podName } from '../../kubernetes/names';
import {
  callOf,
  type Expression,
  list,
  literal,
  type Mapping,
  mappingOf,
  newOf,
  textMapping,
} from '../code/expression';
import { enumMember, given } from '../code/values';
import { countOf, flagOf, isSameMap, numberOf, objectsOf, textListOf, textMapOf } from '../fields';
import { type Target } from '../target/target';
import { type BesideCode, type ServedSet } from './beside-code';

/** The labels that a Service finds pods by. */
export function serviceSelectorOf(service: JsonObject): Readonly<Record<string, string>> {
  return textMapOf(fieldOf(service, 'spec'), 'selector') ?? {};
}

/** Whether a Service gives pods names: it has no address of its own. */
export function isHeadlessService(service: JsonObject): boolean {
  return textOf(fieldOf(service, 'spec'), 'clusterIP') === 'None';
}

/** The options of the Service that governs sets with these pods; undefined where it has none. */
export function headlessOptions(service: Target, sets: readonly Target[]): Mapping | undefined {
  const [metadata, spec] = [fieldOf(service.short, 'metadata'), fieldOf(service.short, 'spec')];
  const families = textListOf(spec, 'ipFamilies')?.map((family) => enumMember('IpFamily', family));
  return mappingOf({
    labels: maybeTexts(textMapOf(metadata, 'labels')),
    annotations: maybeTexts(textMapOf(metadata, 'annotations')),
    publishNotReadyAddresses: given(flagOf(spec, 'publishNotReadyAddresses')),
    ...headlessPorts(spec, sets),
    ipFamilies:
      families === undefined || families.includes(undefined)
        ? undefined
        : list(families.filter((family) => family !== undefined)),
    ipFamilyPolicy: enumMember('IpFamilyPolicy', fieldOf(spec, 'ipFamilyPolicy')),
  });
}

/** Ports that are not those of the containers. */
function headlessPorts(
  spec: JsonValue | undefined,
  sets: readonly Target[],
): Record<string, Expression | undefined> {
  const own = objectsOf(spec, 'ports');
  return isSamePorts(own, sets) ? {} : { containerPorts: literal(false), ports: portList(own) };
}

/** Whether a Service has the ports that the library would give it unasked. */
function isSamePorts(ports: readonly JsonObject[], sets: readonly Target[]): boolean {
  const unasked = servicePortsOf(sets.flatMap(({ short }) => servingPorts(short)));
  return (
    ports.length === unasked.length &&
    unasked.every(({ name, port, protocol }, index) => {
      const own = ports[index];
      return (
        Object.keys(own).every((field) => ['name', 'port', 'protocol'].includes(field)) &&
        isSameMap(
          { name: textOf(own, 'name'), port: numberOf(own, 'port'), protocol: textOf(own, 'protocol') },
          { name, port, protocol },
        )
      );
    })
  );
}

type ServingPort = Parameters<typeof servicePortsOf>[0][number];

function servingPorts(set: JsonObject): readonly ServingPort[] {
  const pod = valueAt(set, ['spec', 'template', 'spec']);
  const sidecars = objectsOf(pod, 'initContainers').filter(
    (container) => textOf(container, 'restartPolicy') === 'Always',
  );
  return [...sidecars, ...objectsOf(pod, 'containers')].flatMap((container) =>
    objectsOf(container, 'ports').map((port) => ({
      number: numberOf(port, 'containerPort') ?? 0,
      name: textOf(port, 'name'),
      protocol: Object.values(Protocol).find((protocol) => protocol === textOf(port, 'protocol')),
    })),
  );
}

function portList(ports: readonly JsonObject[]): Expression {
  return list(
    ports.map(
      (port): Expression =>
        mappingOf({
          name: given(textOf(port, 'name')),
          port: literal(numberOf(port, 'port') ?? 0),
          protocol: enumMember('Protocol', fieldOf(port, 'protocol')),
          targetPort: given(numberOf(port, 'targetPort')),
          targetPortName: given(textOf(port, 'targetPort')),
          nodePort: given(numberOf(port, 'nodePort')),
          appProtocol: given(textOf(port, 'appProtocol')),
        }) ?? { kind: 'mapping', entries: [], isExpanded: false },
    ),
  );
}

/** A Service for clients of a set or for one of its pods; undefined where the Service is neither. */
export function exposedService(
  service: Target,
  { target, set, selector }: ServedSet,
): BesideCode | undefined {
  const spec = fieldOf(service.short, 'spec');
  const selected = serviceSelectorOf(service.short);
  const isForOnePod = Object.hasOwn(selected, POD_NAME_LABEL);
  const labels = Object.fromEntries(Object.entries(selected).filter(([key]) => key !== POD_NAME_LABEL));
  if (
    !isSameMap(labels, selector) ||
    isHeadlessService(service.short) ||
    textOf(spec, 'type') === 'ExternalName'
  ) {
    return undefined;
  }
  const props = exposureOf(service, target);
  const name = literal(service.name);
  if (isForOnePod) {
    const id = `PodService-${service.name}`;
    const podLabels = textMapping({ [POD_NAME_LABEL]: selected[POD_NAME_LABEL] });
    const value = newOf('ExposedService', set, literal(id), mappingOf({ name, podLabels, ...props }));
    return { value, id, noun: 'service' };
  }
  const named = service.name === target.name ? undefined : name;
  return {
    value: callOf(set, 'addClientService', mappingOf({ name: named, ...props })),
    id: `ClientService-${service.name}`,
    noun: 'service',
  };
}

/** The Services of all pods of a set, made with one call; undefined where they are not alike or not all there. */
export function podServices(
  services: readonly Target[],
  { target, set, selector }: ServedSet,
): { readonly services: readonly Target[]; readonly value: Expression } | undefined {
  const pods = ordinalsOf(
    countOf(fieldOf(target.short, 'spec'), 'replicas') ?? 1,
    countOf(valueAt(target.short, ['spec', 'ordinals']), 'start') ?? 0,
  ).map((ordinal) => podName(target.name, ordinal));
  const ofPods = pods.map((pod) =>
    services.find((service) =>
      isSameMap(serviceSelectorOf(service.short), { ...selector, [POD_NAME_LABEL]: pod }),
    ),
  );
  const found = ofPods.filter((service) => service !== undefined);
  const [first] = found;
  if (found.length < 2 || found.length < pods.length || !first.name.endsWith(pods[0])) {
    return undefined;
  }
  const prefix = first.name.slice(0, -pods[0].length);
  const options = exposureOf(first, target);
  const isAlike = found.every(
    (service, index) =>
      service.name === `${prefix}${pods[index]}` &&
      JSON.stringify(exposureOf(service, target)) === JSON.stringify(options),
  );
  const namePrefix = prefix === '' ? undefined : literal(prefix);
  return isAlike
    ? { services: found, value: callOf(set, 'addPodServices', mappingOf({ namePrefix, ...options })) }
    : undefined;
}

function exposureOf({ short }: Target, set: Target): Record<string, Expression | undefined> {
  const [metadata, spec] = [fieldOf(short, 'metadata'), fieldOf(short, 'spec')];
  const ports = objectsOf(spec, 'ports');
  const ranges = textListOf(spec, 'loadBalancerSourceRanges');
  return {
    labels: maybeTexts(textMapOf(metadata, 'labels')),
    annotations: maybeTexts(textMapOf(metadata, 'annotations')),
    type: enumMember('ServiceType', fieldOf(spec, 'type')),
    ports: isSamePorts(ports, [set]) ? undefined : portList(ports),
    publishNotReadyAddresses: given(flagOf(spec, 'publishNotReadyAddresses')),
    loadBalancerSourceRanges: ranges && list(ranges.map((range) => literal(range))),
  };
}

function maybeTexts(texts: Readonly<Record<string, string>> | undefined): Mapping | undefined {
  return texts && textMapping(texts);
}
