import { App, Chart } from 'cdk8s';
import { adopt, type Adopted, type AdoptionInput } from '../../lib/adopt';
import { evaluate } from '../../lib/adopt/code/evaluate';
import { printProgram } from '../../lib/adopt/code/print-program';
import { ManifestYaml } from '../../lib/app/yaml/manifest-yaml';
import { isObject, type JsonObject } from '../../lib/manifests/json';
import { manifestOf, objectText } from '../../lib/manifests/manifest';
import { readManifests } from '../../lib/manifests/reading/read-manifests';
import { plan } from '../../lib/plan/plan';
import { Effect } from '../../lib/plan/policy/effect';

/** Adopts what a text of YAML holds. */
export function adoptText(yaml: string, options: Omit<AdoptionInput, 'manifests'> = {}): Adopted {
  const { manifests, problems } = readManifests(yaml, 'text');
  expect(problems).toEqual([]);
  return adopt({ manifests, ...options });
}

/** Adopts objects that no file holds. */
export function adoptObjects(
  objects: readonly JsonObject[],
  options: Omit<AdoptionInput, 'manifests'> = {},
): Adopted {
  return adopt({ manifests: objects.map((object) => manifestOf(object)), ...options });
}

/** The code as it is printed. */
export function codeOf({ program }: Adopted): string {
  return printProgram(program);
}

/** The statements in the constructor of the chart, without what every file has around them. */
export function bodyOf(adopted: Adopted): string {
  const code = codeOf(adopted);
  return code.slice(code.indexOf('super('), code.lastIndexOf('  }\n}'));
}

/** The bytes of what the code makes, made again. */
export function bytesOf({ program }: Adopted): string {
  const chart = new Chart(new App(), 'chart', { namespace: program.namespace });
  evaluate(program, chart);
  return bytesOfChart(chart);
}

/** The bytes of what a chart makes. */
export function bytesOfChart(chart: Chart): string {
  return new ManifestYaml().stringify(chart.toJson() as unknown[]);
}

/** What an apply of the code over the input would change, without what an apply of the input itself would. */
export function changesOf({ plan: planned, targets, version, namespace }: Adopted): readonly string[] {
  const kept = targets.map(({ manifest }) => manifest);
  const own = new Set(plan({ old: kept, new: kept, version, namespace }).changes.map(textOf));
  return planned.changes
    .filter(({ effect }) => effect !== Effect.NONE)
    .map(textOf)
    .filter((change) => !own.has(change));
}

function textOf({ object, path, cause }: Adopted['plan']['changes'][number]): string {
  return `${object} ${path.join('.')} ${cause.code}`;
}

/** The objects that became plain data, in words. */
export function plainOf({ plain }: Adopted): readonly string[] {
  return plain.map(({ target }) => objectText(target.manifest));
}

/** The fields that patches are about, as JSON Patch writes them with its operation. */
export function patchesOf({ patches }: Adopted): readonly string[] {
  return patches.flatMap(({ target, operations }) =>
    operations.map(({ op, path }) => `${target.kind} ${op} ${path.join('.')}`),
  );
}

/** Whether what is synthesised has this object, with at least these fields. */
export function madeBy({ objects }: Adopted, kind: string): readonly JsonObject[] {
  return objects.filter((object) => isObject(object) && object.kind === kind);
}
