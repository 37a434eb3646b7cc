import { ApiObject, Chart } from 'cdk8s';
import { resolveDependencies } from './dependencies';
import { sizeOf, subtreeOf, type Subtree } from './subtree';
import { topologicalOrder } from './topology';
import { validateConstructs } from './validation';

/** The charts of an app, each after those that it depends on. */
export function chartsIn(app: Subtree): Chart[] {
  return topologicalOrder(app).filter((construct) => Chart.isChart(construct));
}

/** The API objects of a chart, without those of nested charts, each after those that it depends on. */
export function apiObjectsOf(chart: Chart, tree: Subtree = subtreeOf(chart)): ApiObject[] {
  return topologicalOrder(tree)
    .filter((construct) => ApiObject.isApiObject(construct))
    .filter((object) => object.chart === chart);
}

/**
 * Renders the charts of an app that was validated and whose dependencies are resolved.
 *
 * A chart of cdk8s validates and resolves the whole app each time that it is rendered. Here this happens again only
 * after a chart has changed meanwhile, because what was rendered before it added constructs to it.
 */
export class ChartRenderer {
  /** How large the charts are that come after the first: nothing is rendered before that one. */
  private sizes: Map<Chart, number>;

  /**
   * @param app the app as it is now
   * @param charts its charts, in order
   */
  constructor(
    private readonly app: Subtree,
    private readonly charts: readonly Chart[],
  ) {
    this.sizes = sizesOf(charts.slice(1));
  }

  /** The manifests of all charts, one chart after the other. */
  public *allManifests(): Iterable<unknown> {
    for (const chart of this.charts) {
      yield* this.manifests(chart);
    }
  }

  /** The manifests of a chart, in the order in which they are to be applied, each rendered when its turn comes. */
  public *manifests(chart: Chart): Iterable<unknown> {
    if (rendersItself(chart)) {
      yield* Object.values<unknown>(chart.toJson());
      return;
    }
    for (const object of apiObjectsOf(chart, this.treeOf(chart))) {
      yield object.toJson();
    }
  }

  /** The chart and all that is below it, with resolved dependencies. */
  private treeOf(chart: Chart): Subtree {
    if (chart === this.charts[0] && this.app.dependencies.size === 0) {
      // Without dependencies, the order of the app is that of each chart.
      return this.app;
    }
    const tree = subtreeOf(chart);
    const size = this.sizes.get(chart);
    if (size === undefined || size === sizeOf(tree)) {
      return tree;
    }
    const constructs = this.app.root.node.findAll();
    resolveDependencies(constructs);
    validateConstructs(constructs);
    this.sizes = sizesOf(this.charts);
    return subtreeOf(chart);
  }
}

/** Whether a chart's class has another way to render it than cdk8s's. */
function rendersItself(chart: Chart): boolean {
  return Reflect.get(chart, 'toJson') !== Reflect.get(Chart.prototype, 'toJson');
}

function sizesOf(charts: readonly Chart[]): Map<Chart, number> {
  return new Map(charts.map((chart) => [chart, sizeOf(subtreeOf(chart))]));
}
