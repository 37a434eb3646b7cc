import { compareTexts } from '../../../text/compare-texts';
import { isObject, type JsonObject, type JsonValue } from '../../../manifests/json';
import { isDeletion, UnpatchableError } from './directives';

/** The elements of a merged list, which all are objects with a key. */
export type Elements = readonly JsonObject[];

/** The elements of a list that is merged by a key. */
export function elementsOf(list: readonly JsonValue[], keyField: string): Elements {
  return list.map((element) => {
    if (!isObject(element) || !Object.hasOwn(element, keyField)) {
      throw new UnpatchableError('key-missing', `map: ... does not contain declared merge key: ${keyField}`);
    }
    return element;
  });
}

/** The key as patches are ordered by it. */
export function keyText(element: JsonObject, keyField: string): string {
  const key = element[keyField];
  return typeof key === 'string' ? key : JSON.stringify(key);
}

/**
 * Elements by the text of their keys. Those of one key stand in the reverse of their order: so does the sort that
 * kubectl uses, whose comparison says of equal keys that each comes first. What is compared with what depends on it.
 */
export function sortedByKey(elements: Elements, keyField: string): Elements {
  return [...elements].reverse().sort((a, b) => compareTexts(keyText(a, keyField), keyText(b, keyField)));
}

/** The place of a value among others: objects by their keys, other values by themselves. */
function placeOf(value: JsonValue, order: readonly JsonValue[], keyField: string | undefined): number {
  const identity = (one: JsonValue): JsonValue | undefined =>
    keyField === undefined ? one : isObject(one) ? one[keyField] : undefined;
  return order.findIndex((one) => identity(one) === identity(value));
}

/** A list in the order of another one; elements that delete stand at the end. */
export function inOrderOf(
  list: readonly JsonValue[],
  order: readonly JsonValue[],
  keyField: string | undefined,
): readonly JsonValue[] {
  const places = new Map(list.map((element) => [element, placeOf(element, order, keyField)]));
  const placed = list.filter((element) => !isDeletion(element));
  return [...placed.sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0)), ...list.filter(isDeletion)];
}

/**
 * A merged list in its new order: what the patch names in the order of `wanted`, and what only the server has among
 * it where the server had it, as far as that goes.
 */
export function ordered(
  list: readonly JsonValue[],
  wanted: readonly JsonValue[],
  server: readonly JsonValue[],
  keyField: string | undefined,
): readonly JsonValue[] {
  const isWanted = (element: JsonValue): boolean => placeOf(element, wanted, keyField) >= 0;
  const named = inOrderOf(list.filter(isWanted), wanted, keyField);
  const waiting = [
    ...inOrderOf(
      list.filter((element) => !isWanted(element)),
      server,
      keyField,
    ),
  ];
  const result: JsonValue[] = [];
  for (const element of named) {
    const place = placeOf(element, server, keyField);
    while (waiting.length > 0 && place >= 0) {
      const other = placeOf(waiting[0], server, keyField);
      if (other < 0 || other >= place) {
        break;
      }
      result.push(...waiting.splice(0, 1));
    }
    result.push(element);
  }
  return [...result, ...waiting];
}
