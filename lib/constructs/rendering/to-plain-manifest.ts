/**
 * A copy of plain data as cdk8s renders it: with sorted keys, and without those that have no value.
 *
 * @throws on whatever may stand for another value: lazy values, tokens, instances of classes
 */
export function toPlainManifest(value: unknown): unknown {
  if (typeof value === 'object') {
    return value === null ? undefined : copyOf(value);
  }
  if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint') {
    throw new TypeError(`a ${typeof value} is not plain data`);
  }
  return value;
}

function copyOf(collection: object): unknown {
  if (Array.isArray(collection)) {
    return collection.map(toPlainManifest);
  }
  if (collection.constructor !== Object) {
    throw new TypeError('an instance of a class is not plain data');
  }
  const mapping = collection as Readonly<Record<string, unknown>>;
  const copy: Record<string, unknown> = {};
  for (const key of sortedKeys(mapping)) {
    const value = toPlainManifest(mapping[key]);
    if (value !== undefined) {
      copy[key] = value;
    }
  }
  return copy;
}

/** Most objects have their keys in order already, and sorting what is sorted takes longest of all. */
function sortedKeys(mapping: object): string[] {
  const keys = Object.keys(mapping);
  for (let index = 1; index < keys.length; index++) {
    if (keys[index - 1] > keys[index]) {
      return keys.sort();
    }
  }
  return keys;
}
