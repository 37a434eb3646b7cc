import { DependencyGraph } from 'cdk8s';
import { Construct } from 'constructs';
import type { IConstruct } from 'constructs';
import { subtreeOf } from '../../../lib/app/synth/subtree';
import { topologicalOrder } from '../../../lib/app/synth/topology';

class Root extends Construct {
  constructor() {
    super(undefined as never, '');
  }
}

function pathsOf(constructs: readonly IConstruct[]): string[] {
  return constructs.map((construct) => construct.node.path);
}

/** Constructs with the given ids, each of which depends on those that a function tells. */
function rootWith(ids: readonly string[], dependenciesOf: (index: number) => readonly number[]): Root {
  const root = new Root();
  const constructs = ids.map((id) => new Construct(root, id));
  constructs.forEach((construct, index) => {
    construct.node.addDependency(...dependenciesOf(index).map((target) => constructs[target]));
  });
  return root;
}

function numbered(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `c${index}`);
}

describe('topologicalOrder', () => {
  test('puts constructs after what they depend on', () => {
    const root = rootWith(['web', 'db', 'cache'], (index) => (index === 0 ? [2, 1] : []));
    expect(pathsOf(topologicalOrder(subtreeOf(root)))).toEqual(['', 'cache', 'db', 'web']);
  });
  test('puts ids that are whole numbers first, as DependencyGraph does', () => {
    const root = rootWith(['b', '10', '2', '01'], () => []);
    expect(pathsOf(topologicalOrder(subtreeOf(root)))).toEqual(
      pathsOf(new DependencyGraph(root.node).topology()),
    );
    expect(pathsOf(topologicalOrder(subtreeOf(root)))).toEqual(['2', '10', '', 'b', '01']);
  });
  test('ignores dependencies on constructs elsewhere', () => {
    const root = new Root();
    const first = new Construct(root, 'a');
    const child = new Construct(first, 'child');
    child.node.addDependency(new Construct(root, 'b'));
    expect(pathsOf(topologicalOrder(subtreeOf(first)))).toEqual(['a', 'a/child']);
  });
  test('orders 60 layers of diamonds, which have 2^60 paths', () => {
    const width = 2;
    const root = rootWith(numbered(60 * width), (index) => {
      const layer = Math.floor(index / width);
      return layer === 0 ? [] : [(layer - 1) * width, (layer - 1) * width + 1];
    });
    const paths = pathsOf(topologicalOrder(subtreeOf(root)));
    expect(paths.slice(0, 4)).toEqual(['', 'c0', 'c1', 'c2']);
    expect(paths).toHaveLength(121);
  });
  test('orders a chain of 50,000 constructs, of which each depends on the next', () => {
    const root = rootWith(numbered(50_000), (index) => (index < 49_999 ? [index + 1] : []));
    const order = topologicalOrder(subtreeOf(root));
    expect(order.at(1)?.node.id).toBe('c49999');
    expect(order.at(-1)?.node.id).toBe('c0');
  });
  test.each([
    ['a cycle of two', [[1], [0]]],
    ['a cycle that others lead to', [[1], [2], [3, 4], [1], []]],
    ['a cycle beside constructs that depend on nothing', [[], [2], [3], [1], [1]]],
    ['two cycles', [[1, 2], [0], [3], [2]]],
    ['a cycle with two ways around', [[1, 2], [3, 5], [3], [0, 4], [], []]],
  ])('fails on %s with the error of DependencyGraph', (_, dependencies) => {
    const root = rootWith(numbered(dependencies.length), (index) => dependencies[index]);
    let expected: unknown;
    try {
      new DependencyGraph(root.node);
    } catch (error) {
      expected = error;
    }
    expect(expected).toBeInstanceOf(Error);
    expect(() => topologicalOrder(subtreeOf(root))).toThrow(expected as Error);
  });
});
