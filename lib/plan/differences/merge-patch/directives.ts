import { isList, isObject, type JsonObject, type JsonValue } from '../../../manifests/json';

/** An element of a merged list, or an object, that goes: `$patch: delete`. */
const PATCH = '$patch';

/** Before the name of a list of texts, in front of those that go. */
const DELETED = '$deleteFromPrimitiveList/';

/** Before the name of a merged list, in front of the keys of its elements in their new order. */
const ORDER = '$setElementOrder/';

/** The fields that an object keeps; all others go. */
export const RETAINED = '$retainKeys';

/** A patch that can't be made or applied. The message is what kubectl prints, values left out. */
export class UnpatchableError extends Error {
  constructor(
    /** Whether an element of a merged list has no key, or elements with one key can't be put in order. */
    public readonly cause: 'key-missing' | 'key-repeated',
    message: string,
  ) {
    super(message);
  }
}

/** The element that deletes all elements with its key. */
export function deletion(keyField: string, key: JsonValue): JsonObject {
  return { [PATCH]: 'delete', [keyField]: key };
}

/** Whether an element deletes instead of adding. */
export function isDeletion(value: JsonValue): boolean {
  return isObject(value) && Object.hasOwn(value, PATCH);
}

/** The field of a patch that holds what goes of a list of texts. */
export function deletedField(list: string): string {
  return `${DELETED}${list}`;
}

/** The field of a patch that holds the order of a list. */
export function orderField(list: string): string {
  return `${ORDER}${list}`;
}

/** The list whose elements a field of a patch deletes; undefined where it is another field. */
export function listOfDeleted(field: string): string | undefined {
  return field.startsWith(DELETED) ? field.slice(DELETED.length) : undefined;
}

/** The list whose order a field of a patch tells; undefined where it is another field. */
export function listOfOrder(field: string): string | undefined {
  return field.startsWith(ORDER) ? field.slice(ORDER.length) : undefined;
}

/** The value without elements that delete. */
export function withoutDeletions(value: JsonValue): JsonValue {
  if (isList(value)) {
    return value.filter((element) => !isDeletion(element)).map(withoutDeletions);
  }
  return isObject(value)
    ? Object.fromEntries(
        Object.entries(value)
          .filter(([, field]) => !isDeletion(field))
          .map(([name, field]) => [name, withoutDeletions(field)]),
      )
    : value;
}

/** The value without fields that are null, at any depth. */
export function withoutNulls(value: JsonValue): JsonValue {
  if (isList(value)) {
    return value.map(withoutNulls);
  }
  return isObject(value)
    ? Object.fromEntries(
        Object.entries(value)
          .filter(([, field]) => field !== null)
          .map(([name, field]) => [name, withoutNulls(field)]),
      )
    : value;
}
