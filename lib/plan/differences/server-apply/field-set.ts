import { isObject, type JsonObject, type JsonValue } from '../../../manifests/json';

/**
 * Fields of an object, as `managedFields` write them: `f:` and a name, `k:` and the keys of a list's element as JSON, or
 * `v:` and the value of a set's element as JSON. A field may be in the set itself, and so may fields below it.
 */
export interface FieldSet {
  /** The fields of this level that are in the set. */
  readonly members: ReadonlySet<string>;
  /** The fields of this level below which others are in the set. */
  readonly children: ReadonlyMap<string, FieldSet>;
}

/** One step of the way to a field. */
export type FieldStep = string;

/** No field. */
export const NO_FIELDS: FieldSet = { members: new Set(), children: new Map() };

/** The step to a field of an object, or to a key of a map. */
export function fieldStep(name: string): FieldStep {
  return `f:${name}`;
}

/** The step to an element of a list that is told by keys. */
export function keyStep(keys: JsonObject): FieldStep {
  const sorted = Object.keys(keys).sort();
  return `k:${JSON.stringify(Object.fromEntries(sorted.map((name) => [name, keys[name]])))}`;
}

/** The step to an element of a set. */
export function valueStep(value: JsonValue): FieldStep {
  return `v:${JSON.stringify(value)}`;
}

/** The set that a `fieldsV1` writes. What is no such text is in no set. */
export function parseFields(fields: JsonValue | undefined): FieldSet {
  if (!isObject(fields)) {
    return NO_FIELDS;
  }
  const members = new Set<string>();
  const children = new Map<string, FieldSet>();
  for (const [written, below] of Object.entries(fields)) {
    if (written === '.') {
      continue;
    }
    const step = normalized(written);
    const isLeaf = isObject(below) && Object.keys(below).length === 0;
    if (isLeaf || (isObject(below) && Object.hasOwn(below, '.'))) {
      members.add(step);
    }
    const inner = parseFields(below);
    if (!isEmpty(inner)) {
      children.set(step, inner);
    }
  }
  return { members, children };
}

/** The keys of an element in the one order in which they are compared. */
function normalized(step: string): FieldStep {
  if (!step.startsWith('k:')) {
    return step;
  }
  try {
    const keys = JSON.parse(step.slice(2)) as JsonValue;
    return isObject(keys) ? keyStep(keys) : step;
  } catch {
    return step;
  }
}

/** A set of what is in it on this level, and of what is below. Levels without anything are left out. */
export function fieldSet(
  members: Iterable<FieldStep>,
  children: Iterable<readonly [FieldStep, FieldSet]>,
): FieldSet {
  return {
    members: new Set(members),
    children: new Map([...children].filter(([, below]) => !isEmpty(below))),
  };
}

/** Whether nothing is in the set. */
export function isEmpty({ members, children }: FieldSet): boolean {
  return members.size === 0 && children.size === 0;
}

/** What is in the set below a field. */
export function below({ children }: FieldSet, step: FieldStep): FieldSet {
  return children.get(step) ?? NO_FIELDS;
}

/** What is in one of two sets. */
export function union(one: FieldSet, other: FieldSet): FieldSet {
  const steps = new Set([...one.children.keys(), ...other.children.keys()]);
  return fieldSet(
    [...one.members, ...other.members],
    [...steps].map((step) => [step, union(below(one, step), below(other, step))]),
  );
}

/** What is in the first set and not in the other one. */
export function difference(one: FieldSet, other: FieldSet): FieldSet {
  return fieldSet(
    [...one.members].filter((step) => !other.members.has(step)),
    [...one.children].map(([step, inner]) => [step, difference(inner, below(other, step))]),
  );
}

/** What is in both sets. */
export function intersection(one: FieldSet, other: FieldSet): FieldSet {
  return fieldSet(
    [...one.members].filter((step) => other.members.has(step)),
    [...one.children].map(([step, inner]) => [step, intersection(inner, below(other, step))]),
  );
}

/** The way to each field in the set, those of one level in the order of their steps. */
export function pathsOf({ members, children }: FieldSet): readonly (readonly FieldStep[])[] {
  const steps = [...new Set([...members, ...children.keys()])].sort();
  return steps.flatMap((step) => [
    ...(members.has(step) ? [[step]] : []),
    ...pathsOf(children.get(step) ?? NO_FIELDS).map((rest) => [step, ...rest]),
  ]);
}
