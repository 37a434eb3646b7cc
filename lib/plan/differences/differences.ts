import { type FieldType, typeWithin } from '../../kubernetes/fields';
import { isList, isObject, type JsonObject, type JsonValue } from '../../manifests/json';
import { compareQuantities } from '../../kubernetes/quantity';
import { byKey, isReadByElements, readingKeyOf } from './list-keys';
import { inside, type Place, placeOf } from './place';

/** One field that differs between two objects. */
export interface Difference extends Pick<Place, 'path' | 'pattern'> {
  /** Undefined where the field was absent. */
  readonly before?: JsonValue;
  /** Undefined where the field is absent. */
  readonly after?: JsonValue;
}

/**
 * Every field in which two objects differ, in the order of the fields' names. Quantities are compared by value.
 * A field of an object is compared by itself; a list as a whole, except where its elements have names.
 */
export function differences(before: JsonObject, after: JsonObject): readonly Difference[] {
  return objectDifferences(before, after, placeOf(after));
}

function objectDifferences(before: JsonObject, after: JsonObject, place: Place): readonly Difference[] {
  // Most fields do not change, and what an apply leaves as it is, is the same object and not only an equal one.
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => own(before, key) !== own(after, key),
  );
  return keys
    .sort()
    .flatMap((key) => valueDifferences(own(before, key), own(after, key), inside(place, key)));
}

function own(object: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

function valueDifferences(
  before: JsonValue | undefined,
  after: JsonValue | undefined,
  place: Place,
): readonly Difference[] {
  if (isObject(before) && isObject(after)) {
    return objectDifferences(before, after, place);
  }
  const keyField = isList(before) || isList(after) ? readingKeyOf(place.type) : undefined;
  if (keyField !== undefined && ((isList(before) && isList(after)) || isReadByElements(place.type))) {
    const [old, now] = [byKey(before ?? [], keyField), byKey(after ?? [], keyField)];
    if (old && now) {
      return elementDifferences(old, now, place);
    }
  }
  return isSame(before, after, place.type) ? [] : [difference(place, before, after)];
}

function elementDifferences(
  before: ReadonlyMap<string, JsonValue>,
  after: ReadonlyMap<string, JsonValue>,
  place: Place,
): readonly Difference[] {
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort();
  const common = (from: ReadonlyMap<string, JsonValue>, other: ReadonlyMap<string, JsonValue>): string[] =>
    [...from.keys()].filter((key) => other.has(key));
  const [oldOrder, newOrder] = [common(before, after), common(after, before)];
  const moved = oldOrder.some((key, index) => newOrder[index] !== key);
  return [
    ...(moved ? [difference(place, oldOrder, newOrder)] : []),
    ...keys.flatMap((key) => valueDifferences(before.get(key), after.get(key), inside(place, key, '*'))),
  ];
}

function difference(
  { path, pattern }: Place,
  before: JsonValue | undefined,
  after: JsonValue | undefined,
): Difference {
  return {
    path,
    pattern,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  };
}

/** Whether two values of a type are the same: keys in any order, lists in order, quantities by value. */
export function isSame(
  before: JsonValue | undefined,
  after: JsonValue | undefined,
  type?: FieldType,
): boolean {
  if (isObject(before) && isObject(after)) {
    const keys = Object.keys(before);
    return (
      keys.length === Object.keys(after).length &&
      keys.every((key) => Object.hasOwn(after, key) && isSame(before[key], after[key], typeWithin(type, key)))
    );
  }
  if (isList(before) && isList(after)) {
    return (
      before.length === after.length &&
      before.every((element, index) => isSame(element, after[index], typeWithin(type, index)))
    );
  }
  return before === after || (type?.form === 'quantity' && compareQuantities(before, after) === 0);
}
