import type { Container, ContainerProps } from 'cdk8s-plus-28';
import { containerOptionsRefusals, type ContainerOptions } from './container-options';
import { refuse, RefusedError, type RefusingScope } from './errors/refusal';

/** What a container was asked to be. */
export interface AskedContainer {
  readonly props: ContainerProps;
  readonly options: ContainerOptions;
}

/** What the containers of a set were asked to be, to tell it from what cdk8s-plus-28 fills in. */
export class AskedContainers {
  private readonly asked = new Map<Container, AskedContainer>();

  constructor(private readonly set: RefusingScope) {}

  /** Undefined for a container that was attached ready-made, which is rendered as it is. */
  public get(container: Container | undefined): AskedContainer | undefined {
    return container && this.asked.get(container);
  }

  public add(container: Container, props: ContainerProps): void {
    this.asked.set(container, { props, options: {} });
  }

  /**
   * @throws CONTAINER_OF_OTHER_SET, VOLUME_MODE_MISMATCH
   */
  public extend(container: Container, options: ContainerOptions): void {
    const asked = this.asked.get(container);
    if (asked === undefined) {
      throw new RefusedError(this.set, {
        code: 'CONTAINER_OF_OTHER_SET',
        subject: 'container',
        problem: 'must be one of this set',
        value: container.name,
      });
    }
    refuse(this.set, containerOptionsRefusals(options));
    this.asked.set(container, { ...asked, options: { ...asked.options, ...options } });
  }
}

/** The container as asked for, in objects of its own: cdk8s-plus-28 keeps and changes those it is given. */
export function detached(container: ContainerProps): ContainerProps {
  return {
    ...container,
    // Without requests and limits that nobody asked for: the default limit of 2 GiB kills a database.
    resources: container.resources ?? {},
    envFrom: [...(container.envFrom ?? [])],
    envVariables: { ...container.envVariables },
    volumeMounts: [...(container.volumeMounts ?? [])],
  };
}
