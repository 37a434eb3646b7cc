import { fieldOf, isList, isObject, type JsonObject, type JsonValue } from '../manifests/json';

/** The number of a field, or undefined where it is absent or no number. */
export function numberOf(value: JsonValue | undefined, key: string): number | undefined {
  const field = fieldOf(value, key);
  return typeof field === 'number' ? field : undefined;
}

/** The whole number from 0 of a field, or undefined where it is something else. */
export function countOf(value: JsonValue | undefined, key: string): number | undefined {
  const number = numberOf(value, key);
  return number !== undefined && Number.isSafeInteger(number) && number >= 0 ? number : undefined;
}

/** The truth value of a field, or undefined where it is absent or something else. */
export function flagOf(value: JsonValue | undefined, key: string): boolean | undefined {
  const field = fieldOf(value, key);
  return typeof field === 'boolean' ? field : undefined;
}

/** The texts of a list; undefined where it is absent, empty, or holds something else. */
export function textListOf(value: JsonValue | undefined, key: string): readonly string[] | undefined {
  const field = fieldOf(value, key);
  return isList(field) && field.length > 0 && field.every((element) => typeof element === 'string')
    ? field
    : undefined;
}

/** The texts of a map; undefined where it is absent, empty, or holds something else. */
export function textMapOf(
  value: JsonValue | undefined,
  key: string,
): Readonly<Record<string, string>> | undefined {
  const field = fieldOf(value, key);
  return isObject(field) &&
    Object.keys(field).length > 0 &&
    Object.values(field).every((element) => typeof element === 'string')
    ? (field as Readonly<Record<string, string>>)
    : undefined;
}

/** The objects of a list; other elements and other values are left out. */
export function objectsOf(value: JsonValue | undefined, key: string): readonly JsonObject[] {
  const field = fieldOf(value, key);
  return isList(field) ? field.filter(isObject) : [];
}

/** Whether two maps have the same entries. */
export function isSameMap(
  one: Readonly<Record<string, unknown>>,
  other: Readonly<Record<string, unknown>>,
): boolean {
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && one[key] === other[key])
  );
}
