import { type FieldType } from '../../kubernetes/fields';
import { fieldOf, isList, textOf, type JsonValue } from '../../manifests/json';

/** Templates are no objects of their own: what names them stands in their metadata. */
const TEMPLATE_KEY = 'metadata.name';

/**
 * The field by which `kubectl apply` merges a list of this type; undefined where it replaces the list as a whole.
 *
 * @see https://kubernetes.io/docs/tasks/manage-kubernetes-objects/declarative-config/#how-apply-calculates-differences-and-merges-changes
 */
export function mergeKeyOf(type: FieldType | undefined): string | undefined {
  return type?.form === 'list' ? type.mergeKey : undefined;
}

/** Whether `kubectl apply` merges a list of this type text by text. */
export function isMergedText(type: FieldType | undefined): boolean {
  return type?.form === 'list' && type.mergesTexts;
}

/** Whether the elements of a list lose the fields that the wanted element does not name. */
export function retainsOnlyWanted(type: FieldType | undefined): boolean {
  return type?.form === 'list' && type.retainsOnlyWanted;
}

/** Whether `kubectl apply` replaces an object of this type as a whole. */
export function isReplaced(type: FieldType | undefined): boolean {
  return type?.form === 'object' && type.isReplaced !== undefined;
}

/** The field by which a report names the elements of a list; undefined where it shows the whole list. */
export function readingKeyOf(type: FieldType | undefined): string | undefined {
  return isReadByElements(type) ? TEMPLATE_KEY : mergeKeyOf(type);
}

/**
 * Whether a report names each element of a list, also where the list comes or goes as a whole. `kubectl apply` replaces
 * the claim templates of a set as a whole, but people read them by their names.
 */
export function isReadByElements(type: FieldType | undefined): boolean {
  return type?.form === 'list' && type.of.form === 'object' && type.of.type === 'PersistentVolumeClaim';
}

/** Each element's key, or undefined where an element has none or two elements share one. */
export function keysOf(list: readonly JsonValue[], keyField: string): readonly string[] | undefined {
  const keys = list.map((element) => keyOf(element, keyField)).filter((key) => key !== undefined);
  return keys.length === list.length && new Set(keys).size === keys.length ? keys : undefined;
}

/** The key of one element of a list; undefined where it has none. */
export function keyOf(element: JsonValue | undefined, keyField: string): string | undefined {
  if (keyField === TEMPLATE_KEY) {
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
