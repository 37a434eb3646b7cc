import type { FieldPath } from '../../manifests/field-path';
import { isList, isObject, type JsonObject, type JsonValue } from '../../manifests/json';
import { compareQuantities } from '../../kubernetes/quantity';
import { byKey, isReadByElements, readingKeyOf } from './list-keys';

/** One field that differs between two objects. */
export interface Difference {
  /** Elements of lists that people read by name stand in the path by that name. */
  readonly path: FieldPath;
  /** The path in dots with `*` for elements of lists: what tables are looked up by. */
  readonly pattern: string;
  /** Undefined where the field was absent. */
  readonly before?: JsonValue;
  /** Undefined where the field is absent. */
  readonly after?: JsonValue;
}

/** Fields that hold quantities, and maps whose values are. */
const QUANTITIES = /(?:^|\.)(?:(?:requests|limits|overhead|capacity)\.[^.]+|sizeLimit|divisor|averageValue)$/;

/**
 * Every field in which two objects differ, in the order of the fields' names. Quantities are compared by value.
 * A field of an object is compared by itself; a list as a whole, except where its elements have names.
 */
export function differences(before: JsonObject, after: JsonObject): readonly Difference[] {
  return objectDifferences(before, after, { path: [], pattern: '' });
}

type Place = Pick<Difference, 'path' | 'pattern'>;

function inside({ path, pattern }: Place, step: string, patternStep = step): Place {
  return { path: [...path, step], pattern: pattern === '' ? patternStep : `${pattern}.${patternStep}` };
}

function objectDifferences(before: JsonObject, after: JsonObject, place: Place): readonly Difference[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return keys.flatMap((key) => valueDifferences(own(before, key), own(after, key), inside(place, key)));
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
  // Most fields are neither lists nor come and go as one: only those are looked up.
  const keyField = isList(before) || isList(after) ? readingKeyOf(place.pattern) : undefined;
  if (keyField !== undefined && ((isList(before) && isList(after)) || isReadByElements(place.pattern))) {
    const [old, now] = [byKey(before ?? [], keyField), byKey(after ?? [], keyField)];
    if (old && now) {
      return elementDifferences(old, now, place);
    }
  }
  return isSame(before, after, place.pattern) ? [] : [difference(place, before, after)];
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

/** Whether two values are the same: keys in any order, lists in order, quantities by value. */
export function isSame(before: JsonValue | undefined, after: JsonValue | undefined, pattern = ''): boolean {
  if (isObject(before) && isObject(after)) {
    const keys = Object.keys(before);
    return (
      keys.length === Object.keys(after).length &&
      keys.every((key) => Object.hasOwn(after, key) && isSame(before[key], after[key], `${pattern}.${key}`))
    );
  }
  if (isList(before) && isList(after)) {
    return (
      before.length === after.length &&
      before.every((element, index) => isSame(element, after[index], `${pattern}.*`))
    );
  }
  return before === after || (QUANTITIES.test(pattern) && compareQuantities(before, after) === 0);
}
