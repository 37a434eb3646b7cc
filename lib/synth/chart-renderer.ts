import { ApiObject, Chart } from 'cdk8s';
import type { App } from 'cdk8s';
import { resolveDependencies } from './dependencies';
import { sizeOf, subtreeOf, type Subtree } from './subtree';
import { topologicalOrder } from './topology';
import { validateConstructs } from './validation';

/** The API objects of a chart, without those of nested charts, each after those that it depends on. */
export function apiObjectsOf(chart: Chart, tree: Subtree = subtreeOf(chart)): ApiObject[] {
  return topologicalOrder(tree)
    .filter((construct) => construct instanceof ApiObject)
    .filter((object) => object.chart === chart);
}

/**
 * Renders the charts of an app that was validated and whose dependencies are resolved.
 *
 * A chart of cdk8s validates and resolves the whole app each time that it is rendered. Here this happens again only
 * after a chart has changed meanwhile, because what was rendered before it added constructs to it.
 */
export class ChartRenderer {
  private sizes: Map<Chart, number>;

  constructor(
    private readonly app: App,
    private readonly charts: readonly Chart[],
  ) {
    this.sizes = sizesOf(charts);
  }

  /** The manifests of a chart, in the order in which they are to be applied. */
  public manifests(chart: Chart): unknown[] {
    if (rendersItself(chart)) {
      return Object.values<unknown>(chart.toJson());
    }
    let tree = subtreeOf(chart);
    if (this.sizes.get(chart) !== sizeOf(tree)) {
      const constructs = this.app.node.findAll();
      resolveDependencies(constructs);
      validateConstructs(constructs);
      this.sizes = sizesOf(this.charts);
      tree = subtreeOf(chart);
    }
    return apiObjectsOf(chart, tree).map((object) => object.toJson() as unknown);
  }
}

/** Whether a chart's class has another way to render it than cdk8s's. */
function rendersItself(chart: Chart): boolean {
  return Reflect.get(chart, 'toJson') !== Reflect.get(Chart.prototype, 'toJson');
}

function sizesOf(charts: readonly Chart[]): Map<Chart, number> {
  return new Map(charts.map((chart) => [chart, sizeOf(subtreeOf(chart))]));
}
