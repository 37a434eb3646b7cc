import { ApiObject, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { dependenciesOf } from './subtree';

/**
 * Turns the dependencies between the constructs of an app into dependencies between its charts and between its API
 * objects, as cdk8s does at synthesis.
 *
 * @returns whether a chart depends on another chart
 * @throws if one end of a dependency is in no chart
 */
export function resolveDependencies(constructs: readonly IConstruct[]): boolean {
  let hasDependentCharts = false;
  for (const chart of constructs.filter((construct) => Chart.isChart(construct))) {
    for (const nested of chart.node.children.filter((child) => Chart.isChart(child))) {
      chart.node.addDependency(nested);
      hasDependentCharts = true;
    }
  }

  const dependencies = dependenciesOf(constructs);
  for (const [source, targets] of dependencies) {
    const chart = Chart.of(source);
    for (const target of targets) {
      const otherChart = Chart.of(target);
      if (otherChart !== chart) {
        chart.node.addDependency(otherChart);
        hasDependentCharts = true;
      }
    }
  }

  // Once more: charts have dependencies now that they did not have before.
  if (dependencies.size > 0) {
    resolveBetweenObjects(dependenciesOf(constructs));
  }
  return hasDependentCharts;
}

function resolveBetweenObjects(dependencies: ReadonlyMap<IConstruct, readonly IConstruct[]>): void {
  const known = new Map<IConstruct, readonly ApiObject[]>();
  for (const [source, targets] of dependencies) {
    for (const target of targets) {
      const needed = apiObjectsBelow(target, known);
      for (const object of apiObjectsBelow(source, known)) {
        object.node.addDependency(...needed.filter((dependency) => dependency !== object));
      }
    }
  }
}

/** The API objects at or below a construct, in the chart that the construct is in. */
function apiObjectsBelow(
  construct: IConstruct,
  known: Map<IConstruct, readonly ApiObject[]>,
): readonly ApiObject[] {
  let objects = known.get(construct);
  if (objects === undefined) {
    const chart = Chart.of(construct);
    objects = construct.node
      .findAll()
      .filter((child) => ApiObject.isApiObject(child))
      .filter((object) => object.chart === chart);
    known.set(construct, objects);
  }
  return objects;
}
