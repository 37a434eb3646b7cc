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

/** The rules of a kind by the fields that lead to them, so that each object is filled in once. */
export interface DefaultTree {
  readonly fills: DefaultRule['fill'][];
  readonly fields: Map<string, DefaultTree>;
}

/** The tree of some rules. Those of an object come before those of the objects in it, otherwise the order is kept. */
export function treeOf(rules: readonly DefaultRule[]): DefaultTree {
  const root = newTree();
  for (const { at, fill } of rules) {
    const path = at === '' ? [] : at.split('.');
    path.reduce(branchOf, root).fills.push(fill);
  }
  return root;
}

function newTree(): DefaultTree {
  return { fills: [], fields: new Map() };
}

function branchOf(tree: DefaultTree, field: string): DefaultTree {
  const branch = tree.fields.get(field) ?? newTree();
  tree.fields.set(field, branch);
  return branch;
}

/** The object with all rules applied. The given object is not changed. */
export function filledIn(object: JsonObject, { fills, fields }: DefaultTree): JsonObject {
  const filled: Record<string, JsonValue> = { ...object };
  for (const fill of fills) {
    const values = typeof fill === 'function' ? fill(filled) : fill;
    for (const [field, value] of Object.entries(values)) {
      if (!Object.hasOwn(filled, field)) {
        filled[field] = value;
      }
    }
  }
  for (const [field, tree] of fields) {
    if (Object.hasOwn(filled, field)) {
      filled[field] = filledValue(filled[field], tree);
    }
  }
  return filled;
}

function filledValue(value: JsonValue, tree: DefaultTree): JsonValue {
  if (isObject(value)) {
    return filledIn(value, tree);
  }
  const elements = tree.fields.get('*');
  return isList(value) && elements !== undefined
    ? value.map((element) => (isObject(element) ? filledIn(element, elements) : element))
    : value;
}
