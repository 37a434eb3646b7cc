import { fieldOf, isList, textOf, type JsonValue } from '../../manifests/json';

/**
 * Lists that `kubectl apply` merges element by element, and the field that tells the elements apart. All other lists
 * are replaced as a whole.
 *
 * @see https://kubernetes.io/docs/tasks/manage-kubernetes-objects/declarative-config/#how-apply-calculates-differences-and-merges-changes
 */
const MERGE_KEYS: Readonly<Partial<Record<string, string>>> = {
  'metadata.ownerReferences': 'uid',
  'spec.template.metadata.ownerReferences': 'uid',
  'spec.template.spec.containers': 'name',
  'spec.template.spec.initContainers': 'name',
  'spec.template.spec.ephemeralContainers': 'name',
  'spec.template.spec.volumes': 'name',
  'spec.template.spec.imagePullSecrets': 'name',
  'spec.template.spec.hostAliases': 'ip',
  'spec.template.spec.topologySpreadConstraints': 'topologyKey',
  'spec.template.spec.resourceClaims': 'name',
  'spec.template.spec.schedulingGates': 'name',
  'spec.ports': 'port',
};

/** Lists of texts that are merged: what others put there stays. */
const MERGED_TEXTS: ReadonlySet<string> = new Set([
  'metadata.finalizers',
  'spec.template.metadata.finalizers',
]);

/** Merged lists whose elements lose what the wanted element does not name: a volume has one source only. */
const RETAINS_ONLY_WANTED: ReadonlySet<string> = new Set([
  'spec.template.spec.volumes.*',
  'spec.template.spec.resourceClaims.*',
]);

/** Objects that are replaced as a whole. */
const REPLACED: ReadonlySet<string> = new Set(['PodDisruptionBudget/spec.selector']);

/** The same for the lists inside a container. */
const CONTAINER_MERGE_KEYS: Readonly<Partial<Record<string, string>>> = {
  env: 'name',
  ports: 'containerPort',
  volumeMounts: 'mountPath',
  volumeDevices: 'devicePath',
};

/** Lists that are replaced as a whole, but that people read by their elements' names. */
const READING_KEYS: Readonly<Partial<Record<string, string>>> = {
  'spec.volumeClaimTemplates': 'metadata.name',
};

const CONTAINER = /^spec\.template\.spec\.(?:initC|ephemeralC|c)ontainers\.\*\.(\w+)$/;

/** The field by which `kubectl apply` merges the list at a path; undefined where it replaces the list. */
export function mergeKeyOf(path: string): string | undefined {
  const inContainer = CONTAINER.exec(path)?.[1];
  return inContainer === undefined ? MERGE_KEYS[path] : CONTAINER_MERGE_KEYS[inContainer];
}

/** Whether `kubectl apply` merges the list at a path text by text. */
export function isMergedText(path: string): boolean {
  return MERGED_TEXTS.has(path);
}

/** Whether the objects at a path lose the fields that the wanted object does not name. */
export function retainsOnlyWanted(path: string): boolean {
  return RETAINS_ONLY_WANTED.has(path);
}

/** Whether `kubectl apply` replaces the object at a path as a whole. */
export function isReplaced(kind: string, path: string): boolean {
  return REPLACED.has(`${kind}/${path}`);
}

/** The field by which a report names the elements of the list at a path; undefined where it shows the whole list. */
export function readingKeyOf(path: string): string | undefined {
  return mergeKeyOf(path) ?? READING_KEYS[path];
}

/** Whether a report names each element of the list at a path, also where the list comes or goes as a whole. */
export function isReadByElements(path: string): boolean {
  return Object.hasOwn(READING_KEYS, path);
}

/** Each element's key, or undefined where an element has none or two elements share one. */
export function keysOf(list: readonly JsonValue[], keyField: string): readonly string[] | undefined {
  const keys = list.map((element) => keyOf(element, keyField)).filter((key) => key !== undefined);
  return keys.length === list.length && new Set(keys).size === keys.length ? keys : undefined;
}

/** The key of one element of a list; undefined where it has none. */
export function keyOf(element: JsonValue | undefined, keyField: string): string | undefined {
  if (keyField === 'metadata.name') {
    return textOf(fieldOf(element, 'metadata'), 'name');
  }
  const key = fieldOf(element, keyField);
  return typeof key === 'string' || typeof key === 'number' ? String(key) : undefined;
}

/** The elements of a list by their keys; undefined where this is no list or its elements can't be told apart. */
export function byKey(
  value: JsonValue | undefined,
  keyField: string,
): ReadonlyMap<string, JsonValue> | undefined {
  if (!isList(value)) {
    return undefined;
  }
  const keys = keysOf(value, keyField);
  return keys && new Map(keys.map((key, index) => [key, value[index]]));
}
