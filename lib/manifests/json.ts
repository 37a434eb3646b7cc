/** What a manifest consists of once it is read: plain, deep-readonly data. */
export type JsonValue = string | number | boolean | null | JsonObject | readonly JsonValue[];

/** An object of a manifest. Keys are own properties; look them up with {@link Object.hasOwn} or {@link fieldOf}. */
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** Whether the value is an object (not a list). */
export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !isList(value);
}

/** Whether the value is a list. */
export function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** The field of an object, or undefined where it is absent or null: Kubernetes drops null fields. */
export function fieldOf(value: JsonValue | undefined, key: string): JsonValue | undefined {
  return isObject(value) && Object.hasOwn(value, key) ? (value[key] ?? undefined) : undefined;
}

/** The text of a field, or undefined where it is absent or no text. */
export function textOf(value: JsonValue | undefined, key: string): string | undefined {
  const field = fieldOf(value, key);
  return typeof field === 'string' ? field : undefined;
}

/** The text of a field; undefined where it is absent, empty or no text: Kubernetes takes empty text for none there. */
export function givenText(value: JsonValue | undefined, key: string): string | undefined {
  const text = textOf(value, key);
  return text === '' ? undefined : text;
}

/** The type of a value as manifests name it. */
export function typeNameOf(value: JsonValue): 'text' | 'number' | 'boolean' | 'null' | 'list' | 'object' {
  if (value === null) {
    return 'null';
  }
  if (typeof value === 'object') {
    return isList(value) ? 'list' : 'object';
  }
  return typeof value === 'string' ? 'text' : typeof value === 'number' ? 'number' : 'boolean';
}
