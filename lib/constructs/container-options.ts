import { PersistentVolumeMode } from 'cdk8s-plus-28';
import { Quantity, type Container, type ResourceRequirements } from '../../imports/k8s';
import { invalid, type Refusal } from '../errors/refusal';
import { FLAG, listOf, oneOf, required, struct, TEXT, type ShapeOf } from '../errors/shape';
import { CLAIM, TEXTS } from './input-shapes';
import { assignProps } from './rendering/assign-props';
import type { VolumeClaimTemplate } from './volume-claim-template';

/** A block device of a container. */
export interface ContainerDevice {
  /** Where the container finds the device, such as `/dev/xvda`. */
  readonly path: string;

  /** A claim of the set with `volumeMode` Block. */
  readonly claim: VolumeClaimTemplate;
}

/** Where the message of a container that has ended comes from. */
export enum TerminationMessagePolicy {
  /** From the file at `terminationMessagePath`. */
  FILE = 'File',
  /** From the file, or from the end of the log where the file is empty and the container failed. */
  FALLBACK_TO_LOGS_ON_ERROR = 'FallbackToLogsOnError',
}

/**
 * Fields of a container for which cdk8s-plus-28 has no property.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#Container
 */
export interface ContainerOptions {
  /**
   * Block devices.
   *
   * @default - none
   * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#raw-block-volume-support
   */
  readonly devices?: ContainerDevice[];

  /**
   * How many of each extended resource the container gets, by name, such as `hugepages-2Mi` or `nvidia.com/gpu`.
   * Requests and limits are the same.
   *
   * @default - none
   * @see https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#extended-resources
   */
  readonly extendedResources?: Record<string, string>;

  /**
   * Where the container writes why it ends.
   *
   * @default /dev/termination-log
   */
  readonly terminationMessagePath?: string;

  /**
   * Where the message of a container that has ended comes from.
   *
   * @default TerminationMessagePolicy.FILE
   */
  readonly terminationMessagePolicy?: TerminationMessagePolicy;

  /**
   * Whether the container has a standard input.
   *
   * @default false
   */
  readonly stdin?: boolean;

  /**
   * Whether the standard input ends when the first client leaves it.
   *
   * @default false
   */
  readonly stdinOnce?: boolean;

  /**
   * Whether the container has a terminal; needs `stdin`.
   *
   * @default false
   */
  readonly tty?: boolean;
}

/** The options as no compiler may have looked at them. */
const SHAPES: ShapeOf<ContainerOptions> = {
  devices: listOf(struct({ path: required(TEXT), claim: required(CLAIM) })),
  extendedResources: TEXTS,
  terminationMessagePath: TEXT,
  terminationMessagePolicy: oneOf(TerminationMessagePolicy),
  stdin: FLAG,
  stdinOnce: FLAG,
  tty: FLAG,
};
export const CONTAINER_OPTIONS_SHAPE = struct(SHAPES);

/** What is wrong with the options of a container. */
export function containerOptionsRefusals({ devices = [] }: ContainerOptions): (Refusal | undefined)[] {
  return devices.map(({ claim }) =>
    invalid('VOLUME_MODE_MISMATCH', `device of claim '${claim.name}'`, claim.volumeMode, (mode) =>
      mode === PersistentVolumeMode.BLOCK ? undefined : 'must be of a claim with volumeMode Block',
    ),
  );
}

/** The container with its options. */
export function withContainerOptions(container: Container, options: ContainerOptions): Container {
  const { devices, extendedResources, ...rest } = options;
  return assignProps(assignProps(container, rest), {
    resources: withExtendedResources(container.resources, extendedResources),
    volumeDevices: devices?.map(({ path, claim }) => ({ devicePath: path, name: claim.name })),
  });
}

function withExtendedResources(
  resources: ResourceRequirements | undefined,
  extended: Record<string, string> | undefined,
): ResourceRequirements | undefined {
  if (extended === undefined) {
    return resources;
  }
  const amounts = Object.fromEntries(
    Object.entries(extended).map(([name, amount]) => [name, Quantity.fromString(amount)]),
  );
  return {
    ...resources,
    limits: { ...resources?.limits, ...amounts },
    requests: { ...resources?.requests, ...amounts },
  };
}
