/** What JSON can say, and undefined. */
export type PlainData = string | number | boolean | null | undefined | readonly PlainData[] | PlainMapping;

/** An object of plain data. */
export interface PlainMapping {
  readonly [key: string]: PlainData;
}

/** Whether a value is plain data in which no object occurs twice: what YAML writes without tags and anchors. */
export function isPlainTree(value: unknown, seen = new Set<object>()): value is PlainData {
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'undefined':
      return true;
    case 'bigint':
    case 'function':
    case 'symbol':
      return false;
    case 'object':
      break;
  }
  if (value === null) {
    return true;
  }
  if (seen.has(value)) {
    return false;
  }
  seen.add(value);
  if (Array.isArray(value)) {
    return value.every((item) => isPlainTree(item, seen));
  }
  if (Object.getPrototypeOf(value) !== Object.prototype) {
    return false;
  }
  return Object.values(value).every((item) => isPlainTree(item, seen));
}
