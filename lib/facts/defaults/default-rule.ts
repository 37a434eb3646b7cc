import { isList, isObject, type JsonObject, type JsonValue } from '../json';

/** Fields that the API server fills in where they are absent, for each object at a path. */
export interface DefaultRule {
  /** Where: fields in dots, `*` for each element of a list, '' for the object itself. */
  readonly at: string;
  /** What: values, or what they are for the object at the path. */
  readonly fill: JsonObject | ((object: JsonObject) => JsonObject);
}

/** The rules with their paths below `prefix`. */
export function below(prefix: string, rules: readonly DefaultRule[]): readonly DefaultRule[] {
  return rules.map(({ at, fill }) => ({ at: at === '' ? prefix : `${prefix}.${at}`, fill }));
}

/** The object with all rules applied, in their order. The given object is not changed. */
export function filledIn(object: JsonObject, rules: readonly DefaultRule[]): JsonObject {
  return rules.reduce(
    (filled, { at, fill }) => filledAt(filled, at === '' ? [] : at.split('.'), fill),
    object,
  );
}

function filledAt(object: JsonObject, path: readonly string[], fill: DefaultRule['fill']): JsonObject {
  const field = path.at(0);
  if (field === undefined) {
    const values = typeof fill === 'function' ? fill(object) : fill;
    return { ...values, ...object };
  }
  const child = Object.hasOwn(object, field) ? object[field] : undefined;
  const filled = filledChild(child, path.slice(1), fill);
  return filled === undefined ? object : { ...object, [field]: filled };
}

function filledChild(
  child: JsonValue | undefined,
  path: readonly string[],
  fill: DefaultRule['fill'],
): JsonValue | undefined {
  if (path[0] === '*' && isList(child)) {
    return child.map((element) => (isObject(element) ? filledAt(element, path.slice(1), fill) : element));
  }
  return isObject(child) ? filledAt(child, path, fill) : undefined;
}
