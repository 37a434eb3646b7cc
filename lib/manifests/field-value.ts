import { type FieldPath, valueAt } from './field-path';
import { fieldOf, isList, isObject, type JsonObject, type JsonValue } from './json';

/** A value of a manifest and where it is. */
export interface Located<T extends JsonValue = JsonValue> {
  readonly path: FieldPath;
  readonly value: T;
}

/** The value at a path, with its path, or undefined where there is none or it is null. */
export function located(content: JsonObject, path: FieldPath): Located | undefined {
  const value = valueAt(content, path);
  return value === undefined ? undefined : { path, value };
}

/** The text at a path, or undefined where there is none or it is no text. */
export function locatedText(content: JsonObject, path: FieldPath): Located<string> | undefined {
  const value = valueAt(content, path);
  return typeof value === 'string' ? { path, value } : undefined;
}

/** The items of the list at a path that are objects; empty where there is no list. A null is decoded as an empty one. */
export function objectsAt(content: JsonObject, path: FieldPath): readonly Located<JsonObject>[] {
  const list = valueAt(content, path);
  if (!isList(list)) {
    return [];
  }
  return list.flatMap((item, index) => {
    const value = item ?? {};
    return isObject(value) ? [{ path: [...path, index], value }] : [];
  });
}

/** The items of the list at a path that are text; empty where there is no list. A null is decoded as empty text. */
export function textItemsAt(content: JsonObject, path: FieldPath): readonly Located<string>[] {
  const list = valueAt(content, path);
  return (isList(list) ? list : []).flatMap((item, index) => {
    const value = item ?? '';
    return typeof value === 'string' ? [{ path: [...path, index], value }] : [];
  });
}

/** The entries of the object at a path that are text, such as labels; empty where there is no object. */
export function textsAt(content: JsonObject, path: FieldPath): Readonly<Record<string, string>> {
  const object = valueAt(content, path);
  return isObject(object)
    ? Object.fromEntries(
        Object.entries(object)
          // A null is decoded as empty text.
          .map(([key, value]) => [key, value ?? ''])
          .filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
      )
    : {};
}

/** A field of an object that has a place; undefined where it is absent or null. */
export function fieldAt({ path, value }: Located<JsonObject>, field: string): Located | undefined {
  const found = fieldOf(value, field);
  return found === undefined ? undefined : { path: [...path, field], value: found };
}

/** The items of a list field that are objects, with their places. */
export function itemsAt({ path, value }: Located<JsonObject>, field: string): readonly Located<JsonObject>[] {
  return objectsAt(value, [field]).map((item) => ({ path: [...path, ...item.path], value: item.value }));
}

/** Those whose key others before them have; keys that are undefined are never taken. */
export function repeatedBy<T>(things: readonly T[], keyOf: (thing: T) => string | undefined): readonly T[] {
  const seen = new Set<string>();
  return things.filter((thing) => {
    const key = keyOf(thing);
    if (key === undefined) {
      return false;
    }
    const isRepeated = seen.has(key);
    seen.add(key);
    return isRepeated;
  });
}
