import type { IConstruct } from 'constructs';

/** A construct with all that is below it, as it is at the moment. */
export interface Subtree {
  readonly root: IConstruct;
  /** The root and what is below it, each construct before its children. */
  readonly constructs: readonly IConstruct[];
  /** What the constructs that have dependencies depend on. */
  readonly dependencies: ReadonlyMap<IConstruct, readonly IConstruct[]>;
}

/** Looks at a construct and all that is below it. */
export function subtreeOf(root: IConstruct): Subtree {
  const constructs = root.node.findAll();
  return { root, constructs, dependencies: dependenciesOf(constructs) };
}

/** What those of the constructs that have dependencies depend on. */
export function dependenciesOf(constructs: readonly IConstruct[]): Map<IConstruct, IConstruct[]> {
  const dependencies = new Map<IConstruct, IConstruct[]>();
  for (const construct of constructs) {
    const targets = construct.node.dependencies;
    if (targets.length > 0) {
      dependencies.set(construct, targets);
    }
  }
  return dependencies;
}

/** The number of constructs and of dependencies in a subtree. */
export function sizeOf({ constructs, dependencies }: Subtree): number {
  return [...dependencies.values()].reduce((size, targets) => size + targets.length, constructs.length);
}
