import { DependencyGraph } from 'cdk8s';
import type { IConstruct } from 'constructs';

interface Vertex {
  readonly construct: IConstruct;
  readonly dependencies: Set<Vertex>;
  hasDependants: boolean;
  /** What is left to visit, once the visit began. */
  rest?: Iterator<Vertex>;
  isPlaced: boolean;
}

/**
 * The constructs below a root, and the root, each after what it depends on: in the order of cdk8s's
 * `DependencyGraph`, but in linear time.
 *
 * Where there is a cycle, `DependencyGraph` itself is asked: it throws.
 */
export function topologicalOrder(root: IConstruct): IConstruct[] {
  const vertices = dependencyVertices(root);
  const order: IConstruct[] = [];
  const isAcyclic = vertices
    .filter((vertex) => !vertex.hasDependants)
    .every((vertex) => place(vertex, order));
  if (isAcyclic && order.length === vertices.length) return order;
  return new DependencyGraph(root.node).topology();
}

/**
 * One vertex for each construct, with edges to what it depends on below the same root.
 *
 * `DependencyGraph` keeps its vertices in an object by path, in which paths that are whole numbers come first.
 * So does this function, to come to the same order.
 */
function dependencyVertices(root: IConstruct): Vertex[] {
  const byPath: Partial<Record<string, Vertex>> = {};
  const add = (construct: IConstruct, path: string): void => {
    byPath[path] = { construct, dependencies: new Set(), hasDependants: false, isPlaced: false };
    const prefix = path === '' ? '' : `${path}/`;
    for (const child of construct.node.children) add(child, prefix + child.node.id);
  };
  add(root, root.node.path);

  const vertices = Object.values(byPath).filter((vertex) => vertex !== undefined);
  for (const vertex of vertices) {
    for (const construct of vertex.construct.node.dependencies) {
      const dependency = byPath[construct.node.path];
      if (dependency === undefined) continue;
      vertex.dependencies.add(dependency);
      dependency.hasDependants = true;
    }
  }
  return vertices;
}

/** Adds a vertex to the order, after all that it depends on; false if it depends on itself. */
function place(first: Vertex, order: IConstruct[]): boolean {
  const open = [first];
  for (let vertex = open.at(-1); vertex !== undefined; vertex = open.at(-1)) {
    vertex.rest ??= vertex.dependencies.values();
    const next = vertex.rest.next();
    if (next.done === true) {
      vertex.isPlaced = true;
      order.push(vertex.construct);
      open.pop();
    } else if (!next.value.isPlaced) {
      if (next.value.rest !== undefined) return false;
      open.push(next.value);
    }
  }
  return true;
}
