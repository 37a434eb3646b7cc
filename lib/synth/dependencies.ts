import { ApiObject, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';

interface Dependency {
  readonly source: IConstruct;
  readonly target: IConstruct;
}

/**
 * Turns the dependencies between constructs of an app into dependencies between its charts and between its API
 * objects, as cdk8s does at synthesis.
 *
 * @returns whether a chart depends on another chart
 * @throws if one end of a dependency is in no chart
 */
export function resolveDependencies(app: IConstruct): boolean {
  const constructs = app.node.findAll();
  let hasDependentCharts = false;

  for (const chart of constructs.filter(isChart)) {
    for (const nested of chart.node.children.filter(isChart)) {
      chart.node.addDependency(nested);
      hasDependentCharts = true;
    }
  }
  for (const { source, target } of dependenciesOf(constructs)) {
    const sourceChart = Chart.of(source);
    const targetChart = Chart.of(target);
    if (sourceChart === targetChart) continue;
    sourceChart.node.addDependency(targetChart);
    hasDependentCharts = true;
  }

  const known = new Map<IConstruct, ApiObject[]>();
  for (const { source, target } of dependenciesOf(constructs)) {
    const targets = apiObjectsBelow(target, known);
    for (const object of apiObjectsBelow(source, known)) {
      for (const dependency of targets) {
        if (dependency !== object) object.node.addDependency(dependency);
      }
    }
  }
  return hasDependentCharts;
}

function isChart(construct: IConstruct): construct is Chart {
  return construct instanceof Chart;
}

function dependenciesOf(constructs: readonly IConstruct[]): Dependency[] {
  return constructs.flatMap((source) => source.node.dependencies.map((target) => ({ source, target })));
}

/** The API objects at or below a construct, in the chart that the construct is in. */
function apiObjectsBelow(construct: IConstruct, known: Map<IConstruct, ApiObject[]>): ApiObject[] {
  let objects = known.get(construct);
  if (objects === undefined) {
    const chart = Chart.of(construct);
    objects = construct.node
      .findAll()
      .filter((child) => child instanceof ApiObject)
      .filter((object) => object.chart === chart);
    known.set(construct, objects);
  }
  return objects;
}
