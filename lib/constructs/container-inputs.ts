import type { Container, ContainerProps } from 'cdk8s-plus-28';
import type { IConstruct } from 'constructs';
import { foreignClaims } from './claim-mounts';
import {
  CONTAINER_OPTIONS_SHAPE,
  containerOptionsRefusals,
  type ContainerOptions,
} from './container-options';
import { CONTAINER } from './input-shapes';
import { refuse, RefusedError, requireShape } from '../errors/refusal';
import { required, struct } from '../errors/shape';
import type { PodParts } from './pod-refusals';
import { assignProps } from './rendering/assign-props';

/** The properties and options that a container was given. */
export interface ContainerInput {
  readonly props: ContainerProps;
  readonly options: ContainerOptions;
}

interface Entry extends ContainerInput {
  readonly container: Container;
  options: ContainerOptions;
}

/** The inputs of the containers of a set, to tell them from what cdk8s-plus-28 fills in. */
export class ContainerInputs {
  private readonly entries: Entry[] = [];

  constructor(private readonly set: IConstruct & Pick<PodParts, 'claims'>) {}

  /** Undefined for a container that was attached ready-made, which is rendered as it is. */
  public get(container: Container | undefined): ContainerInput | undefined {
    return this.entryOf(container);
  }

  public add(container: Container, props: ContainerProps): void {
    this.entries.push({ container, props, options: {} });
  }

  /**
   * @throws CONTAINER_OF_OTHER_SET, CLAIM_OF_OTHER_SET, VOLUME_MODE_MISMATCH
   */
  public extend(container: Container, options: ContainerOptions): void {
    requireShape(this.set, { container }, struct({ container: required(CONTAINER) }));
    requireShape(this.set, options, CONTAINER_OPTIONS_SHAPE);
    const entry = this.entryOf(container);
    if (entry === undefined) {
      throw new RefusedError(this.set, {
        code: 'CONTAINER_OF_OTHER_SET',
        subject: 'container',
        problem: 'must be one of this set',
        value: container.name,
      });
    }
    refuse(this.set, [
      ...foreignClaims(this.set, options.devices?.map(({ claim }) => claim) ?? []),
      ...containerOptionsRefusals(options),
    ]);
    entry.options = { ...entry.options, ...options };
  }

  private entryOf(container: Container | undefined): Entry | undefined {
    return this.entries.find((entry) => entry.container === container);
  }
}

/** The properties of the container, in objects of their own: cdk8s-plus-28 keeps and changes those it is given. */
export function detached(container: ContainerProps): ContainerProps {
  return assignProps(container, {
    // Without requests and limits that nobody asked for: the default limit of 2 GiB kills a database.
    resources: container.resources ?? {},
    envFrom: [...(container.envFrom ?? [])],
    envVariables: { ...container.envVariables },
    volumeMounts: [...(container.volumeMounts ?? [])],
  });
}
