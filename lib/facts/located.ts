import { type FieldPath, valueAt } from './field-path';
import { isList, isObject, type JsonObject, type JsonValue } from './json';

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

/** The items of the list at a path that are objects; empty where there is no list. */
export function objectsAt(content: JsonObject, path: FieldPath): readonly Located<JsonObject>[] {
  const list = valueAt(content, path);
  if (!isList(list)) {
    return [];
  }
  return list.flatMap((value, index) => (isObject(value) ? [{ path: [...path, index], value }] : []));
}

/** The entries of the object at a path that are text, such as labels; empty where there is no object. */
export function textsAt(content: JsonObject, path: FieldPath): Readonly<Record<string, string>> {
  const object = valueAt(content, path);
  return isObject(object)
    ? Object.fromEntries(
        Object.entries(object).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
      )
    : {};
}
