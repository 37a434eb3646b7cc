import { DependencyGraph } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { Subtree } from './subtree';

type Targets = ReadonlyMap<IConstruct, readonly IConstruct[]>;

/** Paths that objects list before others: array indices. */
const ARRAY_INDEX = /^(?:0|[1-9]\d{0,8})$/;

/**
 * The constructs of a subtree, each after what it depends on: in the order of cdk8s's `DependencyGraph`, but in
 * linear time.
 *
 * Where there is a cycle, which it refuses, or a dependency on another app, `DependencyGraph` is asked itself.
 */
export function topologicalOrder(tree: Subtree): readonly IConstruct[] {
  const candidates = inOrderOfAdoption(tree);
  if (tree.dependencies.size === 0) {
    return candidates;
  }
  const targets = targetsWithin(tree);
  const order = targets && depthFirst(candidates, targets);
  return order?.length === candidates.length ? order : new DependencyGraph(tree.root.node).topology();
}

/** `DependencyGraph` keeps constructs in an object by path, and begins with those that the object lists first. */
function inOrderOfAdoption({ root, constructs }: Subtree): readonly IConstruct[] {
  const numbered =
    root.node.path === '' ? root.node.children.filter(({ node }) => ARRAY_INDEX.test(node.id)) : [];
  return numbered.length === 0 ? constructs : [...new Set([...numbered, ...constructs])];
}

/** The dependencies between the constructs of a subtree; undefined where one leads to another app. */
function targetsWithin({ root, constructs, dependencies }: Subtree): Targets | undefined {
  const members = new Set(constructs);
  const targets = new Map<IConstruct, readonly IConstruct[]>();
  for (const [source, all] of dependencies) {
    const outside = all.filter((target) => !members.has(target));
    if (outside.some((target) => target.node.root !== root.node.root)) {
      return undefined;
    }
    targets.set(source, outside.length === 0 ? all : all.filter((target) => members.has(target)));
  }
  return targets;
}

/** Visits the candidates that nothing depends on; undefined if one is found to depend on itself. */
function depthFirst(candidates: readonly IConstruct[], targets: Targets): IConstruct[] | undefined {
  const dependedOn = new Set([...targets.values()].flat());
  const order = new Set<IConstruct>();
  const isAcyclic = candidates.every(
    (candidate) => dependedOn.has(candidate) || place(candidate, targets, order),
  );
  return isAcyclic ? [...order] : undefined;
}

/** Adds a construct to the order, after all that it depends on; false if that leads back to itself. */
function place(first: IConstruct, targets: Targets, order: Set<IConstruct>): boolean {
  const open = new Set([first]);
  const path = [{ construct: first, rest: targetsOf(first, targets) }];
  for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
    const next = step.rest.next();
    if (next.done === true) {
      order.add(step.construct);
      open.delete(step.construct);
      path.pop();
    } else if (open.has(next.value)) {
      return false;
    } else if (!order.has(next.value)) {
      open.add(next.value);
      path.push({ construct: next.value, rest: targetsOf(next.value, targets) });
    }
  }
  return true;
}

function targetsOf(construct: IConstruct, targets: Targets): Iterator<IConstruct> {
  return (targets.get(construct) ?? []).values();
}
