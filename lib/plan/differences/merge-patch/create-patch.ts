import { type FieldType, typeWithin } from '../../../kubernetes/fields';
import { isList, isObject, type JsonObject, type JsonValue, typeNameOf } from '../../../manifests/json';
import { isMergedText, isReplaced, mergeKeyOf, retainsOnlyWanted } from '../list-keys';
import { deletedField, deletion, orderField, RETAINED } from './directives';
import { compareTexts } from '../../../text/compare-texts';
import { type Elements, elementsOf, inOrderOf, keyText, sortedByKey } from './merged-list';

/** Which differences a patch tells. */
export interface PatchOptions {
  readonly additions: boolean;
  readonly deletions: boolean;
}

/** Fields of a patch. */
type Entries = readonly (readonly [string, JsonValue])[];

/**
 * What makes one object of another, as kubectl writes it: only fields that differ, with directives for lists. A port
 * of `diffMaps` of k8s.io/apimachinery, which has not changed since Kubernetes 1.28.
 *
 * @see https://github.com/kubernetes/community/blob/master/contributors/devel/sig-api-machinery/strategic-merge-patch.md
 */
export function patchBetween(
  from: JsonObject,
  to: JsonObject,
  type: FieldType | undefined,
  options: PatchOptions,
  retains = false,
): JsonObject {
  const patch: (readonly [string, JsonValue])[] = [];
  for (const field of Object.keys(to)) {
    if (Object.hasOwn(from, field)) {
      patch.push(...fieldPatch(field, from[field], to[field], type, options));
    } else if (options.additions) {
      patch.push([field, to[field]]);
    }
  }
  const missing = Object.keys(from).filter((field) => !Object.hasOwn(to, field));
  if (options.deletions) {
    missing.forEach((field) => patch.push([field, null]));
  }
  if (retains && (patch.length > 0 || missing.some((field) => from[field] !== null))) {
    const retained = Object.keys(to).filter((field) => to[field] !== null);
    patch.push(...(retained.length > 0 ? [[RETAINED, retained.sort(compareTexts)] as const] : []));
  }
  return Object.fromEntries(patch);
}

const NOTHING: Entries = [];

function fieldPatch(
  field: string,
  from: JsonValue,
  to: JsonValue,
  parent: FieldType | undefined,
  options: PatchOptions,
): Entries {
  // Nearly all that is compared is a text or number that did not change.
  if (from === to && typeof from !== 'object') {
    return NOTHING;
  }
  const type = typeWithin(parent, field);
  if (isObject(from) && isObject(to) && !isReplaced(type)) {
    const patch = patchBetween(from, to, type, options);
    return Object.keys(patch).length > 0 ? [[field, patch]] : NOTHING;
  }
  if (isList(from) && isList(to)) {
    const keyField = mergeKeyOf(type);
    if (keyField !== undefined) {
      return elementsPatch(field, from, to, keyField, type, options);
    }
    if (isMergedText(type)) {
      return textsPatch(field, from, to, options);
    }
  }
  return options.additions && !isEqual(from, to) ? [[field, to]] : NOTHING;
}

/** Of a list that is merged by a key: elements that change, those that go, and the order where anything changes. */
function elementsPatch(
  field: string,
  from: readonly JsonValue[],
  to: readonly JsonValue[],
  keyField: string,
  type: FieldType | undefined,
  options: PatchOptions,
): Entries {
  if (from.length === 0) {
    return to.length > 0 && options.additions ? [[field, to]] : [];
  }
  const [old, wanted] = [elementsOf(from, keyField), elementsOf(to, keyField)];
  const { changed, deleted } = comparedElements(old, wanted, keyField, type, options);
  const list = [...inOrderOf(changed, wanted, keyField), ...deleted];
  const isMoved =
    old.length !== wanted.length || old.some((element, at) => element[keyField] !== wanted[at][keyField]);
  const order = wanted.map((element) => ({ [keyField]: element[keyField] }));
  return [
    ...(list.length > 0 ? [[field, list] as const] : []),
    ...(order.length > 0 && (list.length > 0 || (options.additions && isMoved))
      ? [[orderField(field), order] as const]
      : []),
  ];
}

/** Both lists are walked by their keys. Where a key is there several times, the pairs may be other ones than meant. */
function comparedElements(
  from: Elements,
  to: Elements,
  keyField: string,
  type: FieldType | undefined,
  options: PatchOptions,
): { readonly changed: Elements; readonly deleted: Elements } {
  const [old, wanted] = [sortedByKey(from, keyField), sortedByKey(to, keyField)];
  const changed: JsonObject[] = [];
  const deleted: JsonObject[] = [];
  let [at, wantedAt] = [0, 0];
  while (at < old.length || wantedAt < wanted.length) {
    const [before, after] = [old.at(at), wanted.at(wantedAt)];
    const order =
      before === undefined
        ? 1
        : after === undefined
          ? -1
          : compareTexts(keyText(before, keyField), keyText(after, keyField));
    if (before !== undefined && after !== undefined && order === 0) {
      const patch = patchBetween(before, after, typeWithin(type, at), options, retainsOnlyWanted(type));
      changed.push(...(Object.keys(patch).length > 0 ? [{ ...patch, [keyField]: after[keyField] }] : []));
    } else if (after !== undefined && order > 0) {
      changed.push(...(options.additions ? [after] : []));
    } else if (before !== undefined) {
      deleted.push(...(options.deletions ? [deletion(keyField, before[keyField])] : []));
    }
    at += order <= 0 ? 1 : 0;
    wantedAt += order >= 0 ? 1 : 0;
  }
  return { changed, deleted };
}

/** Of a merged list of texts: those that come, those that go, and the order where anything changes. */
function textsPatch(
  field: string,
  from: readonly JsonValue[],
  to: readonly JsonValue[],
  options: PatchOptions,
): Entries {
  if (from.length === 0) {
    return to.length > 0 && options.additions ? [[field, to]] : [];
  }
  const added = options.additions ? to.filter((text) => !from.includes(text)) : [];
  const deleted = options.deletions ? from.filter((text) => !to.includes(text)) : [];
  const isChanged = deleted.length > 0 || (options.additions && !isEqual(from, to));
  return [
    ...(added.length > 0 ? [[field, added] as const] : []),
    ...(deleted.length > 0 ? [[deletedField(field), [...new Set(deleted)]] as const] : []),
    ...(isChanged && to.length > 0 ? [[orderField(field), to] as const] : []),
  ];
}

/** Whether two values are the same as they are written: quantities in other units are not. */
function isEqual(a: JsonValue, b: JsonValue): boolean {
  if (typeNameOf(a) !== typeNameOf(b)) {
    return false;
  }
  if (isList(a) && isList(b)) {
    return a.length === b.length && a.every((element, at) => isEqual(element, b[at]));
  }
  if (isObject(a) && isObject(b)) {
    const fields = Object.keys(a);
    return (
      fields.length === Object.keys(b).length &&
      fields.every((field) => Object.hasOwn(b, field) && isEqual(a[field], b[field]))
    );
  }
  return a === b;
}
