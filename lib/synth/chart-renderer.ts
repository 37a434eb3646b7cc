import { ApiObject, Chart } from 'cdk8s';
import type { App } from 'cdk8s';
import { resolveDependencies } from './dependencies';
import { topologicalOrder } from './topology';
import { validateConstructs } from './validation';

/** The API objects of a chart, without those of nested charts, each after those that it depends on. */
export function apiObjectsOf(chart: Chart): ApiObject[] {
  return topologicalOrder(chart)
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

  constructor(private readonly app: App) {
    this.sizes = chartSizes(app);
  }

  /** The manifests of a chart, in the order in which they are to be applied. */
  public manifests(chart: Chart): unknown[] {
    if (rendersItself(chart)) return Object.values<unknown>(chart.toJson());
    if (this.sizes.get(chart) !== sizeOf(chart)) {
      resolveDependencies(this.app);
      validateConstructs(this.app);
      this.sizes = chartSizes(this.app);
    }
    return apiObjectsOf(chart).map((object) => object.toJson() as unknown);
  }
}

/** Whether a chart's class has another way to render it than cdk8s's. */
function rendersItself(chart: Chart): boolean {
  return Reflect.get(chart, 'toJson') !== Reflect.get(Chart.prototype, 'toJson');
}

function chartSizes(app: App): Map<Chart, number> {
  const charts = app.node.findAll().filter((construct) => construct instanceof Chart);
  return new Map(charts.map((chart) => [chart, sizeOf(chart)]));
}

/** The number of a chart's constructs and of their dependencies. */
function sizeOf(chart: Chart): number {
  return chart.node.findAll().reduce((size, { node }) => size + 1 + node.dependencies.length, 0);
}
