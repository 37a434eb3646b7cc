#!/usr/bin/env node
// Makes lib/kubernetes/field-table.ts: the fields of the kinds that `check` judges or `plan` compares, with their types
// and all that the API says of them, without prose; and which kinds are in a namespace.
//
//   npm run fields                    writes the table
//   npm run fields -- FOLDER          takes the OpenAPI definitions of the versions that the folder has from there
//   npm run fields -- ... --check     writes nothing; fails if the table differs
//
// FOLDER holds kubernetes-1.N.0-definitions.json with what `kubectl get --raw /openapi/v2` prints. All else comes from
// the Go modules that the control planes of the tests are built from, so that Go and its module proxy are needed.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import prettier from 'prettier';
import { definitionsIn, namespacedKinds } from './definitions.mjs';
import { pointersOf } from './go-types.mjs';

const OUTPUT = fileURLToPath(new URL('../../lib/kubernetes/field-table.ts', import.meta.url));

/** Kinds that stand beside sets, by the package of their definitions. */
const ROOTS = {
  'apps/v1': ['StatefulSet', 'DaemonSet', 'Deployment', 'ReplicaSet'],
  v1: [
    ...['ConfigMap', 'LimitRange', 'Namespace', 'PersistentVolume', 'PersistentVolumeClaim', 'Pod'],
    ...['ResourceQuota', 'Secret', 'Service', 'ServiceAccount'],
  ],
  'autoscaling/v1': ['HorizontalPodAutoscaler'],
  'autoscaling/v2': ['HorizontalPodAutoscaler'],
  'batch/v1': ['CronJob', 'Job'],
  'networking.k8s.io/v1': ['Ingress', 'NetworkPolicy'],
  'policy/v1': ['PodDisruptionBudget'],
  'rbac.authorization.k8s.io/v1': ['ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding'],
  'scheduling.k8s.io/v1': ['PriorityClass'],
  'storage.k8s.io/v1': ['StorageClass'],
};

/** Types that are decoded by code of their own, whatever their schema says. */
const SPECIAL = {
  'io.k8s.apimachinery.pkg.api.resource.Quantity': 'quantity',
  'io.k8s.apimachinery.pkg.util.intstr.IntOrString': 'int-or-string',
  'io.k8s.apimachinery.pkg.apis.meta.v1.Time': 'time',
  'io.k8s.apimachinery.pkg.apis.meta.v1.MicroTime': 'micro-time',
  'io.k8s.apimachinery.pkg.apis.meta.v1.FieldsV1': 'any-object',
};

const { positionals, values: options } = parseArgs({
  allowPositionals: true,
  options: { check: { type: 'boolean' } },
});
const schemas = definitionsIn(positionals[0]);
const [first, last] = [schemas[0].minor, schemas.at(-1).minor];
const roots = new Map(
  Object.entries(ROOTS).flatMap(([apiVersion, kinds]) => {
    const [version, group = 'core'] = apiVersion.split('/').reverse();
    return kinds.map((kind) => [
      `${apiVersion} ${kind}`,
      `io.k8s.api.${group.split('.')[0]}.${version}.${kind}`,
    ]);
  }),
);

/** Definitions that are reachable from the roots: id -> field -> type and what else is said of it -> minors that say so. */
const types = new Map();
/** The last minor version that has a definition. */
const lastMinors = new Map();
for (const { minor, definitions } of schemas) {
  const seen = new Set();
  const visit = (id) => {
    if (seen.has(id) || id in SPECIAL) {
      return;
    }
    seen.add(id);
    lastMinors.set(id, minor);
    const fields = types.get(id) ?? types.set(id, new Map()).get(id);
    const { properties = {}, required = [] } = definitions[id];
    for (const [name, property] of Object.entries(properties)) {
      const known = fields.get(name) ?? fields.set(name, []).get(name);
      const type = typeOf(property, visit);
      const same = known.find((one) => one.type === type) ?? known[known.push({ type, minors: [] }) - 1];
      same.minors.push(minor);
      // Newer versions say more of a field, and what they say holds for older ones.
      same.words = [...(required.includes(name) ? ['required'] : []), ...wordsOf(property, definitions)];
    }
  };
  [...roots.values()].forEach(visit);
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

/** How lists and objects are merged and told apart. */
function wordsOf(schema, definitions) {
  const said = (name) => schema[`x-kubernetes-${name}`];
  const referred = definitions[(schema.$ref ?? schema.items?.$ref)?.replace('#/definitions/', '')];
  const mapType = said('map-type') ?? referred?.['x-kubernetes-map-type'];
  const key = said('patch-merge-key');
  const strategies = said('patch-strategy')?.split(',') ?? [];
  return [
    ...strategies.map((strategy) => (strategy === 'merge' && key !== undefined ? `merge:${key}` : strategy)),
    ...(said('list-type') === 'map' ? [`keys:${said('list-map-keys').join()}`] : []),
    ...(said('list-type') === 'set' ? ['set'] : []),
    ...(mapType === 'atomic' ? ['atomic'] : []),
  ];
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

function rangeOf(minors) {
  const since = minors[0] === first ? '' : minors[0];
  const until = minors.at(-1) === last ? '' : minors.at(-1);
  if (minors.length !== minors.at(-1) - minors[0] + 1) {
    throw new Error(`a field comes and goes: ${minors.join()}`);
  }
  return since === '' && until === '' ? [] : [`${since}-${until}`];
}

function entryOf(name, { type, minors, words }, pointers) {
  const short = type.replace(/<(.+)>/, (_, id) => shortNames.get(id));
  const isScalar = !/[[{<]/.test(type);
  return [name, isScalar && pointers.has(name) ? `*${short}` : short, ...rangeOf(minors), ...words].join(' ');
}

const rows = [...types]
  .map(([id, fields]) => {
    const pointers = pointersOf(id, lastMinors.get(id));
    // Of a field whose type changed, the newest one stands last.
    const entries = [...fields]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .flatMap(([name, known]) => known.map((form) => entryOf(name, form, pointers)));
    return `  '${shortNames.get(id)}': '${entries.join('|')}',`;
  })
  .sort();
const kinds = [...roots].map(([kind, id]) => `  '${kind}': '${shortNames.get(id)}',`);

const table = await prettier.format(
  `// Made by scripts/field-table/main.mjs of the OpenAPI definitions and Go types of Kubernetes 1.${first} to 1.${last}. Not edited by hand.

/** The type of each kind that is known here, by apiVersion and kind. */
export const KIND_TYPES: Readonly<Record<string, string>> = {
${kinds.join('\n')}
};

/** The kinds whose objects are in a namespace, each after its group. */
export const NAMESPACED_KINDS: ReadonlySet<string> = new Set(${JSON.stringify(namespacedKinds())});

/**
 * The fields of each type, separated by '|': the name, the type and words. '[T]' is a list, '{T}' a map, '*T' a pointer.
 * The words: the first and last minor version, where not every one knows the field ('34-', '-33'); 'required';
 * 'merge:name' for a list that kubectl merges by that field, 'merge' for one of texts, 'replace' for an object that it
 * replaces, 'retainKeys' where elements lose what the wanted one does not name; 'keys:port,protocol' and 'set' for how
 * the API server tells elements apart in server-side apply; 'atomic' for an object, a map or elements of a list that
 * have one owner there as a whole.
 */
export const TYPE_FIELDS: Readonly<Record<string, string>> = {
${rows.join('\n')}
};
`,
  { ...(await prettier.resolveConfig(OUTPUT)), filepath: OUTPUT },
);
if (options.check) {
  if (readFileSync(OUTPUT, 'utf8') !== table) {
    console.error('lib/kubernetes/field-table.ts is not what the definitions make of it: run npm run fields');
    process.exit(1);
  }
} else {
  writeFileSync(OUTPUT, table);
}
const fieldCount = [...types.values()].reduce((sum, fields) => sum + fields.size, 0);
console.log(`${types.size} types, ${fieldCount} fields, Kubernetes 1.${first} to 1.${last}`);
