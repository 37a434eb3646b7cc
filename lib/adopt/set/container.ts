import { fieldOf, isObject, type JsonObject, type JsonValue, textOf } from '../../manifests/json';
import { type Expression, list, literal, type Mapping, mappingOf } from '../code/expression';
import { cpuOf, enumMember, given, memoryOf } from '../code/values';
import { flagOf, numberOf, objectsOf, textListOf } from '../fields';
import { type Refer, type Say, variablesOf, variableSourcesOf } from './environment';
import { handlerOf, probeOf } from './probe';

/** What `addContainer` takes for a container, but for its mounts. */
export function containerProps(container: JsonObject, refer: Refer, say: Say): Mapping | undefined {
  const lifecycle = fieldOf(container, 'lifecycle');
  return mappingOf(
    {
      name: given(textOf(container, 'name')),
      image: literal(textOf(container, 'image') ?? ''),
      imagePullPolicy: enumMember('ImagePullPolicy', fieldOf(container, 'imagePullPolicy')),
      command: textsOf(container, 'command', say),
      args: textsOf(container, 'args', say),
      workingDir: given(textOf(container, 'workingDir')),
      ports: portsOf(container),
      envVariables: variablesOf(container, refer, say),
      envFrom: variableSourcesOf(container, refer),
      resources: resourcesOf(fieldOf(container, 'resources')),
      startup: probeOf(fieldOf(container, 'startupProbe')),
      liveness: probeOf(fieldOf(container, 'livenessProbe')),
      readiness: probeOf(fieldOf(container, 'readinessProbe')),
      lifecycle: mappingOf({
        postStart: handlerOf(fieldOf(lifecycle, 'postStart')),
        preStop: handlerOf(fieldOf(lifecycle, 'preStop')),
      }),
      securityContext: securityOf(fieldOf(container, 'securityContext')),
      restartPolicy: enumMember('ContainerRestartPolicy', fieldOf(container, 'restartPolicy')),
    },
    { isExpanded: true },
  );
}

function textsOf(container: JsonObject, field: string, say: Say): Expression | undefined {
  const texts = textListOf(container, field);
  return texts && list(texts.map(say));
}

function portsOf(container: JsonObject): Expression | undefined {
  const numbers = new Set<string>();
  // cdk8s-plus-28 takes each number and protocol once.
  const distinct = objectsOf(container, 'ports').filter((port) => {
    const key = `${numberOf(port, 'containerPort') ?? ''}/${textOf(port, 'protocol') ?? 'TCP'}`;
    return !numbers.has(key) && numbers.add(key);
  });
  const ports = distinct.flatMap((port) => {
    const number = numberOf(port, 'containerPort');
    const props = mappingOf({
      name: given(textOf(port, 'name')),
      number: given(number),
      protocol: enumMember('Protocol', fieldOf(port, 'protocol')),
      hostPort: given(numberOf(port, 'hostPort')),
      hostIp: given(textOf(port, 'hostIP')),
    });
    return number === undefined || props === undefined ? [] : [props];
  });
  return ports.length > 0 ? list(ports) : undefined;
}

/** Requests and limits that cdk8s-plus-28 has properties for. */
function resourcesOf(resources: JsonValue | undefined): Mapping | undefined {
  const amounts = (name: string, amountOf: (value: JsonValue | undefined) => Expression | undefined) =>
    mappingOf({
      request: amountOf(fieldOf(fieldOf(resources, 'requests'), name)),
      limit: amountOf(fieldOf(fieldOf(resources, 'limits'), name)),
    });
  return mappingOf({
    cpu: amounts('cpu', cpuOf),
    memory: amounts('memory', memoryOf),
    ephemeralStorage: amounts('ephemeral-storage', memoryOf),
  });
}

function securityOf(security: JsonValue | undefined): Mapping | undefined {
  const [capabilities, seccomp] = [fieldOf(security, 'capabilities'), fieldOf(security, 'seccompProfile')];
  const type = enumMember('SeccompProfileType', fieldOf(seccomp, 'type'));
  return mappingOf({
    user: given(numberOf(security, 'runAsUser')),
    group: given(numberOf(security, 'runAsGroup')),
    ensureNonRoot: given(flagOf(security, 'runAsNonRoot')),
    privileged: given(flagOf(security, 'privileged')),
    allowPrivilegeEscalation: given(flagOf(security, 'allowPrivilegeEscalation')),
    readOnlyRootFilesystem: given(flagOf(security, 'readOnlyRootFilesystem')),
    capabilities: mappingOf({
      add: capabilityList(capabilities, 'add'),
      drop: capabilityList(capabilities, 'drop'),
    }),
    seccompProfile: type && mappingOf({ type, localhostProfile: given(textOf(seccomp, 'localhostProfile')) }),
  });
}

function capabilityList(capabilities: JsonValue | undefined, field: string): Expression | undefined {
  const members = textListOf(capabilities, field)?.map((name) => enumMember('Capability', name));
  return members === undefined || members.includes(undefined)
    ? undefined
    : list(members.filter((member) => member !== undefined));
}

/** The resources of a container that cdk8s-plus-28 has no properties for, where requests and limits are the same. */
function extendedResourcesOf(container: JsonObject): Mapping | undefined {
  const [requests, limits] = ['requests', 'limits'].map((field) =>
    fieldOf(fieldOf(container, 'resources'), field),
  );
  const entries = Object.entries(isObject(limits) ? limits : {}).filter(
    (entry): entry is [string, string | number] =>
      (typeof entry[1] === 'string' || typeof entry[1] === 'number') &&
      !['cpu', 'memory', 'ephemeral-storage'].includes(entry[0]) &&
      fieldOf(requests, entry[0]) === entry[1],
  );
  return mappingOf(Object.fromEntries(entries.map(([name, amount]) => [name, literal(String(amount))])));
}

/** What `extendContainer` takes for a container; undefined where it has none of it. */
export function containerOptions(
  container: JsonObject,
  claimOf: (name: string) => Expression | undefined,
): Mapping | undefined {
  const devices = objectsOf(container, 'volumeDevices').flatMap((device) => {
    const claim = claimOf(textOf(device, 'name') ?? '');
    const path = textOf(device, 'devicePath');
    const props = claim && path && mappingOf({ path: literal(path), claim });
    return props === undefined || props === '' ? [] : [props];
  });
  return mappingOf({
    devices: devices.length > 0 ? list(devices) : undefined,
    extendedResources: extendedResourcesOf(container),
    terminationMessagePath: given(textOf(container, 'terminationMessagePath')),
    terminationMessagePolicy: enumMember(
      'TerminationMessagePolicy',
      fieldOf(container, 'terminationMessagePolicy'),
    ),
    stdin: given(flagOf(container, 'stdin')),
    stdinOnce: given(flagOf(container, 'stdinOnce')),
    tty: given(flagOf(container, 'tty')),
  });
}

/** What a mount says beside its path and its volume; undefined where it says nothing. */
export function mountOptions(mount: JsonObject): Mapping | undefined {
  return mappingOf({
    readOnly: given(flagOf(mount, 'readOnly')),
    subPath: given(textOf(mount, 'subPath')),
    subPathExpr: given(textOf(mount, 'subPathExpr')),
    propagation: enumMember('MountPropagation', fieldOf(mount, 'mountPropagation')),
  });
}
