// Makes lib/kubernetes/field-table.ts: the fields, types and versions of the kinds that `check` judges, without prose.
//
//   node scripts/generate-field-table.mjs FOLDER...
//
// The folders hold kubernetes-1.N.0-definitions.json, one a version, with the OpenAPI definitions of its API server:
// what `kubectl get --raw /openapi/v2` prints, or the files of the cdk8s project's kubernetes-schemas folder.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const OUTPUT = new URL('../lib/kubernetes/field-table.ts', import.meta.url);
const ROOTS = {
  'apps/v1 StatefulSet': 'io.k8s.api.apps.v1.StatefulSet',
  'v1 Service': 'io.k8s.api.core.v1.Service',
  'v1 PersistentVolumeClaim': 'io.k8s.api.core.v1.PersistentVolumeClaim',
  'policy/v1 PodDisruptionBudget': 'io.k8s.api.policy.v1.PodDisruptionBudget',
  'autoscaling/v1 HorizontalPodAutoscaler': 'io.k8s.api.autoscaling.v1.HorizontalPodAutoscaler',
  'autoscaling/v2 HorizontalPodAutoscaler': 'io.k8s.api.autoscaling.v2.HorizontalPodAutoscaler',
};
/** Types that are decoded by code of their own, whatever their schema says. */
const SPECIAL = {
  'io.k8s.apimachinery.pkg.api.resource.Quantity': 'quantity',
  'io.k8s.apimachinery.pkg.util.intstr.IntOrString': 'int-or-string',
  'io.k8s.apimachinery.pkg.apis.meta.v1.Time': 'time',
  'io.k8s.apimachinery.pkg.apis.meta.v1.MicroTime': 'micro-time',
  'io.k8s.apimachinery.pkg.apis.meta.v1.FieldsV1': 'any-object',
};

const folders = process.argv.slice(2);
if (folders.length === 0) {
  console.error('usage: node scripts/generate-field-table.mjs FOLDER...');
  process.exit(2);
}
const schemas = folders
  .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  .flatMap((file) => {
    const minor = /kubernetes-1\.(\d+)\.\d+-definitions\.json$/.exec(file)?.[1];
    return minor === undefined ? [] : [{ minor: Number(minor), file }];
  })
  .sort((a, b) => a.minor - b.minor)
  .map(({ minor, file }) => ({ minor, definitions: JSON.parse(readFileSync(file, 'utf8')).definitions }));
const first = schemas[0].minor;
const last = schemas.at(-1).minor;
if (schemas.length !== last - first + 1) {
  throw new Error(`each version from 1.${first} to 1.${last} must be there once`);
}

/** Definitions that are reachable from the roots: id -> field -> type -> minors that have it. */
const types = new Map();
for (const { minor, definitions } of schemas) {
  const seen = new Set();
  const visit = (id) => {
    if (seen.has(id) || id in SPECIAL) {
      return;
    }
    seen.add(id);
    const fields = types.get(id) ?? types.set(id, new Map()).get(id);
    for (const [name, property] of Object.entries(definitions[id].properties ?? {})) {
      const versions = fields.get(name) ?? fields.set(name, new Map()).get(name);
      const type = typeOf(property, visit);
      versions.set(type, [...(versions.get(type) ?? []), minor]);
    }
  };
  Object.values(ROOTS).forEach(visit);
}

/** `[T]` is a list, `{T}` a map with text keys, `<id>` a definition. */
function typeOf(schema, visit) {
  const ref = schema.$ref?.replace('#/definitions/', '');
  if (ref !== undefined) {
    visit(ref);
    return SPECIAL[ref] ?? `<${ref}>`;
  }
  switch (schema.type) {
    case 'array':
      return `[${typeOf(schema.items, visit)}]`;
    case 'object':
      return schema.additionalProperties ? `{${typeOf(schema.additionalProperties, visit)}}` : 'any-object';
    case 'integer':
      return schema.format ?? 'int64';
    case 'number':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'string':
      return schema.format === 'byte' ? 'bytes' : 'text';
    default:
      throw new Error(`a schema of an unknown type: ${JSON.stringify(schema)}`);
  }
}

const shortNames = new Map();
for (const id of types.keys()) {
  const [version, name] = id.split('.').slice(-2);
  const sameName = [...types.keys()].filter((other) => other.endsWith(`.${name}`));
  shortNames.set(id, sameName.length === 1 ? name : `${name}:${version}`);
}
if (new Set(shortNames.values()).size !== shortNames.size) {
  throw new Error('two definitions have one short name');
}

function range(minors) {
  const since = minors[0] === first ? '' : minors[0];
  const until = minors.at(-1) === last ? '' : minors.at(-1);
  if (minors.length !== minors.at(-1) - minors[0] + 1) {
    throw new Error(`a field comes and goes: ${minors.join()}`);
  }
  return since === '' && until === '' ? '' : ` ${since}-${until}`;
}

const short = (type) => type.replace(/<(.+)>/, (_, id) => shortNames.get(id));
const rows = [...types]
  .map(([id, fields]) => {
    const entries = [...fields].flatMap(([name, versions]) =>
      [...versions].map(([type, minors]) => `${name} ${short(type)}${range(minors)}`),
    );
    return `  '${shortNames.get(id)}': '${entries.sort().join('|')}',`;
  })
  .sort();
const roots = Object.entries(ROOTS).map(([kind, id]) => `  '${kind}': '${shortNames.get(id)}',`);

writeFileSync(
  OUTPUT,
  `// Made by scripts/generate-field-table.mjs from the OpenAPI definitions of Kubernetes 1.${first} to 1.${last}. Not edited by hand.

/** The type of each kind that is known here, by apiVersion and kind. */
export const KIND_TYPES: Readonly<Record<string, string>> = {
${roots.join('\n')}
};

/**
 * The fields of each type, separated by '|': the name, the type and, where not every version knows the field, its first
 * and last minor version ('34-', '-33'). '[T]' is a list, '{T}' a map.
 */
export const TYPE_FIELDS: Readonly<Record<string, string>> = {
${rows.join('\n')}
};
`,
);
const fieldCount = [...types.values()].reduce((sum, fields) => sum + fields.size, 0);
console.log(`${types.size} types, ${fieldCount} fields, Kubernetes 1.${first} to 1.${last}`);
