import { type KubernetesVersion } from '../kubernetes/kubernetes-version';
import { decoded } from './decoded';
import { fieldOf, isList, type JsonObject, type JsonValue } from './json';
import { type Located } from './field-value';
import { type Manifest } from './manifest';

/** A value inside a manifest that a table tells of. */
export interface InTable<Value extends JsonValue, Entry> extends Located<Value> {
  /** Under what the table tells of it: `PodSpec`, `PodSpec.hostname`. */
  readonly name: string;
  readonly entry: Entry;
}

/**
 * The objects of one type inside a manifest, wherever the type occurs: each `Probe`, each `LabelSelector`. What a
 * status holds is left out, and so is what cannot be decoded.
 */
export function objectsOfType(
  manifest: Manifest,
  version: KubernetesVersion,
  ...types: readonly string[]
): readonly Located<JsonObject>[] {
  const objects = objectsByType(manifest, version);
  return types.length === 1
    ? (objects.get(types[0]) ?? [])
    : types.flatMap((type) => objects.get(type) ?? []);
}

/** The objects inside a manifest by their types. */
export function objectsByType(
  manifest: Manifest,
  version: KubernetesVersion,
): ReadonlyMap<string, readonly Located<JsonObject>[]> {
  return decoded(manifest, version).objects;
}

/** The objects of those types that a table tells of, each with what it tells. */
export function objectsInTable<Entry>(
  manifest: Manifest,
  version: KubernetesVersion,
  table: Readonly<Record<string, Entry>>,
): readonly InTable<JsonObject, Entry>[] {
  // Tables know many types, and a manifest has few.
  return [...objectsByType(manifest, version)].flatMap(([type, objects]) =>
    Object.hasOwn(table, type)
      ? objects.map(({ path, value }) => ({ path, value, name: type, entry: table[type] }))
      : [],
  );
}

/** The values of one field of each object of a type, where it is written. Lists are given item by item. */
export function valuesOfField(
  manifest: Manifest,
  version: KubernetesVersion,
  type: string,
  field: string,
): readonly Located[] {
  return objectsOfType(manifest, version, type).flatMap((object) => valuesAt(object, field));
}

/** The values of the fields that a table of types tells of, each with what it tells. Lists are given item by item. */
export function valuesInTable<Entry>(
  manifest: Manifest,
  version: KubernetesVersion,
  table: Readonly<Record<string, Readonly<Record<string, Entry>>>>,
): readonly InTable<JsonValue, Entry>[] {
  return objectsInTable(manifest, version, table).flatMap((object) =>
    Object.entries(object.entry).flatMap(([field, entry]) =>
      valuesAt(object, field).map(({ path, value }) => ({
        path,
        value,
        name: `${object.name}.${field}`,
        entry,
      })),
    ),
  );
}

function valuesAt({ path, value }: Located<JsonObject>, field: string): readonly Located[] {
  const found = fieldOf(value, field);
  if (found === undefined) {
    return [];
  }
  return isList(found)
    ? found.map((item, index) => ({ path: [...path, field, index], value: item }))
    : [{ path: [...path, field], value: found }];
}
