import { PersistentVolumeMode, type Container, type Volume } from 'cdk8s-plus-28';
import { claimOf } from './claim-mounts';
import { invalid, type Refusal } from '../errors/refusal';
import { mountPathProblem, mountPoint } from '../kubernetes/mount-path';
import { containerPortNameProblem, dnsLabelProblem } from '../kubernetes/name-rules';
import { portNumberProblem } from '../kubernetes/port-number';
import type { VolumeClaimTemplate } from './volume-claim-template';

/** The parts of a pod that can be wrong together. */
export interface PodParts {
  readonly containers: readonly Container[];
  readonly initContainers: readonly Container[];
  readonly volumes: readonly Volume[];
  readonly claims: readonly VolumeClaimTemplate[];
}

/** All that is wrong with the containers and volumes of a set, in the order of the pod. */
export function podRefusals({ initContainers, containers: main, volumes, claims }: PodParts): Refusal[] {
  const containers = initContainers.length === 0 ? main : [...initContainers, ...main];
  return [
    ...containerNameRefusals(containers),
    ...containers.flatMap(portRefusals),
    ...servicePortNameRefusals(main),
    ...containers.flatMap(mountRefusals),
    ...volumeRefusals(containers, volumes, claims),
  ];
}

/** A pod without containers. It is known only at the end: containers may be added after the set is made. */
export function containersMissing(containers: readonly Container[]): Refusal[] {
  return containers.length > 0
    ? []
    : [{ code: 'CONTAINERS_MISSING', subject: 'containers', problem: 'must not be empty' }];
}

/** A volume or claim template of a name that the pod has already. */
export function takenVolumeName({ volumes, claims }: PodParts, name: string): Refusal[] {
  return [...volumes, ...claims].some((taken) => taken.name === name) ? [volumeNameTaken(name)] : [];
}

function volumeNameTaken(name: string): Refusal {
  return {
    code: 'VOLUME_NAME_TAKEN',
    subject: 'volume name',
    problem: 'must not be that of another volume or claim template',
    value: name,
  };
}

function containerNameRefusals(containers: readonly Container[]): Refusal[] {
  const names = containers.map(({ name }) => name);
  return [
    ...present(
      names.map((name) => invalid('CONTAINER_NAME_INVALID', 'container name', name, dnsLabelProblem)),
    ),
    ...repeated(names).map((name): Refusal => ({
      code: 'CONTAINER_NAME_TAKEN',
      subject: 'container name',
      problem: 'must not be that of another container',
      value: name,
    })),
  ];
}

function portRefusals({ name: container, ports }: Container): Refusal[] {
  const refusals: (Refusal | undefined)[] = [];
  for (const { name, number } of ports) {
    refusals.push(
      invalid('PORT_NUMBER_INVALID', `port of container '${container}'`, number, portNumberProblem),
      invalid('PORT_NAME_INVALID', `port name of container '${container}'`, name, containerPortNameProblem),
    );
  }
  return present(refusals);
}

/**
 * The containers' ports become ports of one Service, where two of one name cannot be told apart. Within one container
 * cdk8s-plus-28 refuses them itself.
 */
function servicePortNameRefusals(containers: readonly Container[]): Refusal[] {
  if (containers.length < 2) {
    return [];
  }
  const names = containers.flatMap(({ ports }) => ports.map(({ name }) => name));
  return repeated(present(names)).map((name) => ({
    code: 'PORT_NAME_TAKEN',
    subject: 'port name',
    problem: 'must not be that of another port of the pod',
    value: name,
  }));
}

function mountRefusals({ name, mounts }: Container): Refusal[] {
  if (mounts.length === 0) {
    return [];
  }
  const subject = `mount path of container '${name}'`;
  const broken = present(
    mounts.map(({ path }) => invalid('MOUNT_PATH_INVALID', subject, path, mountPathProblem)),
  );
  const taken = repeated(mounts.map(({ path }) => mountPoint(path))).map((path): Refusal => ({
    code: 'MOUNT_PATH_TAKEN',
    subject,
    problem: 'must not be mounted twice',
    value: path,
  }));
  return [...broken, ...taken, ...present(mounts.map(({ volume }) => blockMounted(volume)))];
}

function blockMounted(volume: Volume): Refusal | undefined {
  const claim = claimOf(volume);
  return claim?.volumeMode === PersistentVolumeMode.BLOCK
    ? {
        code: 'VOLUME_MODE_MISMATCH',
        subject: `claim '${claim.name}'`,
        problem: 'must not be mounted: it is a block device',
      }
    : undefined;
}

function volumeRefusals(
  containers: readonly Container[],
  volumes: readonly Volume[],
  claims: readonly VolumeClaimTemplate[],
): Refusal[] {
  if (volumes.length + claims.length === 0 && containers.every(({ mounts }) => mounts.length === 0)) {
    return [];
  }
  const mounted = containers.flatMap(({ mounts }) => mounts.map(({ volume }) => volume));
  const own = [...new Set([...volumes, ...mounted])].filter((volume) => claimOf(volume) === undefined);
  return repeated([...own, ...claims].map(({ name }) => name)).map(volumeNameTaken);
}

/** The values that occur more than once, each once. */
function repeated(values: readonly string[]): string[] {
  return values.length < 2 || new Set(values).size === values.length
    ? []
    : [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}

function present<T>(values: readonly (T | undefined)[]): T[] {
  return values.filter((value) => value !== undefined);
}
