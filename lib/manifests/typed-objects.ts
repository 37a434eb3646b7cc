import { type Decoded } from './decoded';
import { fieldOf, isList, type JsonObject, type JsonValue } from './json';
import { type Located } from './field-value';

/** A value inside a manifest that a table tells of. */
export interface InTable<Value extends JsonValue, Entry> extends Located<Value> {
  /** Under what the table tells of it: `PodSpec`, `PodSpec.hostname`. */
  readonly name: string;
  readonly entry: Entry;
}

/**
 * The objects inside one manifest by their types, wherever a type occurs: each `Probe`, each `LabelSelector`. What a
 * status holds is left out, and so is what cannot be decoded.
 */
export class TypedObjects {
  private readonly byType: Decoded['objects'];

  public constructor({ objects }: Decoded) {
    this.byType = objects;
  }

  /** The objects of some types. */
  public ofType(...types: readonly string[]): readonly Located<JsonObject>[] {
    return types.length === 1
      ? (this.byType.get(types[0]) ?? [])
      : types.flatMap((type) => this.byType.get(type) ?? []);
  }

  /** The values of one field of each object of a type, where it is written. Lists are given item by item. */
  public valuesOf(type: string, field: string): readonly Located[] {
    return this.ofType(type).flatMap((object) => valuesAt(object, field));
  }

  /** The values of the fields that a table of types tells of, each with what it tells. Lists are given item by item. */
  public valuesInTable<Entry>(
    table: Readonly<Record<string, Readonly<Record<string, Entry>>>>,
  ): readonly InTable<JsonValue, Entry>[] {
    return this.inTable(table).flatMap((object) =>
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

  private inTable<Entry>(table: Readonly<Record<string, Entry>>): readonly InTable<JsonObject, Entry>[] {
    // Tables know many types, and a manifest has few.
    return [...this.byType].flatMap(([type, objects]) =>
      Object.hasOwn(table, type)
        ? objects.map(({ path, value }) => ({ path, value, name: type, entry: table[type] }))
        : [],
    );
  }
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
