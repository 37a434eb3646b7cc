import { type FieldType, objectTypeOf, typeWithin } from '../../kubernetes/fields';
import { type FieldPath } from '../../manifests/field-path';
import { type JsonObject, textOf } from '../../manifests/json';

/** Where a value is in an object, and of what type it is. */
export interface Place {
  /** Elements of lists that people read by name stand in the path by that name. */
  readonly path: FieldPath;
  /** The path in dots with `*` for elements of lists: what tables are looked up by. */
  readonly pattern: string;
  /** Undefined where nothing is known of it. */
  readonly type: FieldType | undefined;
}

/** The type of an object. */
export function typeOf(object: JsonObject): FieldType {
  return objectTypeOf(textOf(object, 'apiVersion') ?? '', textOf(object, 'kind') ?? '');
}

/** The place of an object itself. */
export function placeOf(object: JsonObject): Place {
  return { path: [], pattern: '', type: typeOf(object) };
}

/** The place of a field, or of an element of a list, which stands in patterns as `*`. */
export function inside({ path, pattern, type }: Place, step: string, patternStep = step): Place {
  return {
    path: [...path, step],
    pattern: pattern === '' ? patternStep : `${pattern}.${patternStep}`,
    type: typeWithin(type, step),
  };
}
