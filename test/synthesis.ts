import { App, Chart, Testing, type ChartProps } from 'cdk8s';
import { comparePaths, pathText, type FieldPath } from '../lib/manifests/field-path';
import { isList, isObject, type JsonObject, type JsonValue } from '../lib/manifests/json';

/** A container that nothing is wrong with. */
export const NGINX = { name: 'nginx', image: 'nginx:1.25.4' };

/** A chart in an app of its own. */
export function newChart(props: ChartProps = {}): Chart {
  return new Chart(new App(), 'chart', props);
}

/** What a chart renders. */
export function manifestsOf(chart: Chart): JsonObject[] {
  return Testing.synth(chart) as JsonObject[];
}

/** The one object of a kind, or the one of a kind and a name. */
export function manifestOf(chart: Chart, kind: string, name?: string): JsonObject {
  const found = manifestsOf(chart).filter(
    (object) => object.kind === kind && (name === undefined || nameOf(object) === name),
  );
  if (found.length !== 1) {
    throw new Error(`the chart has ${found.length} objects of kind ${kind} and name ${name ?? '(any)'}`);
  }
  return found[0];
}

/** The pod of the chart's one set. */
export function podOf(chart: Chart): JsonObject {
  const { template } = manifestOf(chart, 'StatefulSet').spec as { template: { spec: JsonObject } };
  return template.spec;
}

/** The bytes that a chart becomes, without its file name. */
export function yamlOf(chart: Chart): string {
  return manifestsOf(chart)
    .map((object) => JSON.stringify(object, undefined, 2))
    .join('\n');
}

/** Each value that holds no others (an empty list too), with its path, in the order of paths. */
export function fieldsOf(manifest: JsonObject): Map<string, JsonValue> {
  const fields: [FieldPath, JsonValue][] = [];
  const walk = (value: JsonValue, path: FieldPath): void => {
    if (isList(value) && value.length > 0) {
      value.forEach((item, index) => {
        walk(item, [...path, index]);
      });
    } else if (isObject(value) && Object.keys(value).length > 0) {
      Object.entries(value).forEach(([key, field]) => {
        walk(field, [...path, key]);
      });
    } else {
      fields.push([path, value]);
    }
  };
  walk(manifest, []);
  return new Map(
    fields.sort(([one], [other]) => comparePaths(one, other)).map(([path, value]) => [pathText(path), value]),
  );
}

function nameOf(object: JsonObject): JsonValue | undefined {
  return isObject(object.metadata) ? object.metadata.name : undefined;
}
