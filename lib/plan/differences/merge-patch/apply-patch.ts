import { type FieldType, typeWithin } from '../../../kubernetes/fields';
import { isList, isObject, type JsonObject, type JsonValue } from '../../../manifests/json';
import { isMergedText, isReplaced, mergeKeyOf } from '../list-keys';
import {
  isDeletion,
  listOfDeleted,
  listOfOrder,
  RETAINED,
  UnpatchableError,
  withoutDeletions,
  withoutNulls,
} from './directives';
import { elementsOf, ordered } from './merged-list';

/** Into what a patch is merged: an object of the server, or another patch, whose directives stay. */
export type Target = 'object' | 'patch';

/**
 * The object, or the patch, with a patch merged into it. A port of `mergeMap` of k8s.io/apimachinery, which has not
 * changed since Kubernetes 1.30.
 */
export function patched(
  original: JsonObject,
  patch: JsonObject,
  type: FieldType | undefined,
  target: Target,
): JsonObject {
  const fields = new Map(Object.entries(retained(original, patch, target)));
  const done = mergeOrderedLists(fields, patch, type, target);
  for (const [name, value] of Object.entries(patch)) {
    if (name !== RETAINED && !done.has(name)) {
      mergeField(fields, name, value, type, target);
    }
  }
  return Object.fromEntries(fields);
}

/** The original without the fields that the patch clears. */
function retained(original: JsonObject, patch: JsonObject, target: Target): JsonObject {
  const names = Object.hasOwn(patch, RETAINED) ? patch[RETAINED] : undefined;
  if (!isList(names)) {
    return original;
  }
  return target === 'patch'
    ? { ...original, [RETAINED]: names }
    : Object.fromEntries(Object.entries(original).filter(([name]) => names.includes(name)));
}

/** Merges the lists whose order the patch tells, and names the fields of the patch that are done. */
function mergeOrderedLists(
  fields: Map<string, JsonValue>,
  patch: JsonObject,
  type: FieldType | undefined,
  target: Target,
): ReadonlySet<string> {
  const done = new Set<string>();
  for (const [name, order] of Object.entries(patch)) {
    const list = listOfOrder(name);
    if (list === undefined || !isList(order)) {
      continue;
    }
    done.add(name);
    if (target === 'patch') {
      fields.set(name, order);
    }
    const [old, change] = [fields.get(list), Object.hasOwn(patch, list) ? patch[list] : undefined];
    if (old === undefined && change === undefined) {
      continue;
    }
    const listType = typeWithin(type, list);
    const keyField = mergeKeyOf(listType);
    const [before, changes] = [old, change].map((value) => (isList(value) ? value : []));
    assertOrder(changes, order, keyField);
    const merged =
      old === undefined
        ? asList(withoutDeletions(changes))
        : change === undefined
          ? before
          : mergedList(before, changes, listType, target);
    fields.set(list, ordered(merged, order, before, keyField));
    done.add(list);
  }
  return done;
}

/** Elements that the patch changes must stand in it as they stand in the order. */
function assertOrder(
  changes: readonly JsonValue[],
  order: readonly JsonValue[],
  keyField: string | undefined,
): void {
  const identity = (value: JsonValue): JsonValue =>
    keyField !== undefined && isObject(value) ? value[keyField] : value;
  const kept = changes.filter((change) => !isDeletion(change)).map(identity);
  let at = 0;
  for (const key of order.map(identity)) {
    at += at < kept.length && kept[at] === key ? 1 : 0;
  }
  if (at < kept.length && order.length > 0) {
    throw new UnpatchableError(
      'key-repeated',
      "The order in patch list: ... doesn't match $setElementOrder list: ...",
    );
  }
}

function mergeField(
  fields: Map<string, JsonValue>,
  name: string,
  value: JsonValue,
  parent: FieldType | undefined,
  target: Target,
): void {
  const listOfTexts = listOfDeleted(name);
  if (listOfTexts !== undefined) {
    mergeDeletedTexts(fields, name, listOfTexts, value, target);
    return;
  }
  if (value === null) {
    fields.delete(name);
    if (target === 'patch') {
      fields.set(name, null);
    }
    return;
  }
  const [old, type] = [fields.get(name), typeWithin(parent, name)];
  if (isObject(old) && isObject(value)) {
    fields.set(name, mergedObject(old, value, type, target));
  } else if (isList(old) && isList(value)) {
    fields.set(name, mergedList(old, value, type, target));
  } else if (isDeletion(value)) {
    fields.delete(name);
  } else {
    fields.set(name, withoutDeletions(target === 'object' ? withoutNulls(value) : value));
  }
}

function mergeDeletedTexts(
  fields: Map<string, JsonValue>,
  name: string,
  list: string,
  deleted: JsonValue,
  target: Target,
): void {
  const texts = fields.get(list);
  if (target === 'patch') {
    fields.set(name, deleted);
  } else if (isList(texts) && isList(deleted)) {
    fields.set(
      list,
      texts.filter((text) => !deleted.includes(text)),
    );
  }
}

function mergedObject(
  old: JsonObject,
  change: JsonObject,
  type: FieldType | undefined,
  target: Target,
): JsonObject {
  return isReplaced(type) ? change : patched(old, change, type, target);
}

function mergedList(
  old: readonly JsonValue[],
  change: readonly JsonValue[],
  type: FieldType | undefined,
  target: Target,
): readonly JsonValue[] {
  const keyField = mergeKeyOf(type);
  if (keyField === undefined) {
    return isMergedText(type) ? ordered([...new Set([...old, ...change])], change, old, keyField) : change;
  }
  const deleted = new Set(
    elementsOf(change, keyField)
      .filter(isDeletion)
      .map((element) => element[keyField]),
  );
  const kept = elementsOf(old, keyField).filter((element) => !deleted.has(element[keyField]));
  const changes = elementsOf(change, keyField).filter((element) => !isDeletion(element));
  const merged = [...kept];
  for (const element of changes) {
    // Of several elements with one key the first one is found, always.
    const at = merged.findIndex((one) => one[keyField] === element[keyField]);
    if (at < 0) {
      merged.push(element);
    } else {
      merged[at] = patched(merged[at], element, typeWithin(type, at), target);
    }
  }
  return ordered(merged, changes, kept, keyField);
}

function asList(value: JsonValue): readonly JsonValue[] {
  return isList(value) ? value : [];
}
