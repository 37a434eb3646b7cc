import { type FieldType, typeWithin } from '../../../kubernetes/fields';
import { isList, isObject, type JsonObject, type JsonValue } from '../../../manifests/json';
import { below, fieldSet, type FieldSet, fieldStep, type FieldStep, NO_FIELDS } from './field-set';
import { elementStep, isNamed, shapeOf, stepsOf } from './typed-value';

/** The fields that a value says: what is owned by whoever applies it. */
export function fieldsSaidBy(value: JsonValue, type: FieldType | undefined): FieldSet {
  switch (shapeOf(type, value)) {
    case 'fields':
      return isObject(value) ? ofObject(value, type) : NO_FIELDS;
    case 'elements':
      return isList(value) ? ofList(value, type) : NO_FIELDS;
    case 'whole':
      return NO_FIELDS;
  }
}

function ofObject(object: JsonObject, type: FieldType | undefined): FieldSet {
  const fields = Object.entries(object).map(([name, value]) => {
    const inner = typeWithin(type, name);
    const isEmptyObject = isObject(value) && Object.keys(value).length === 0;
    const isLeaf = value === null || isEmptyObject || shapeOf(inner, value) === 'whole';
    // A key of a map is owned beside what it holds; a field of a type is not.
    return {
      step: fieldStep(name),
      isMember: isLeaf || !isNamed(type, name),
      fields: fieldsSaidBy(value, inner),
    };
  });
  return fieldSet(
    fields.filter(({ isMember }) => isMember).map(({ step }) => step),
    fields.map(({ step, fields: inner }) => [step, inner]),
  );
}

function ofList(list: readonly JsonValue[], type: FieldType | undefined): FieldSet {
  const elements = stepsOf(type, list);
  const seen = new Map<FieldStep, number>();
  elements.forEach(([step]) => seen.set(step, (seen.get(step) ?? 0) + 1));
  // Elements that share their keys are owned as one whole.
  return fieldSet(
    seen.keys(),
    elements
      .filter(([step]) => seen.get(step) === 1)
      .map(([step, element]) => [step, fieldsSaidBy(element, typeWithin(type, 0))]),
  );
}

/** The set with each object of known fields that something below is in: it goes where all of that goes. */
export function withNamedFields(set: FieldSet, type: FieldType | undefined): FieldSet {
  const named = [...set.children.keys()].filter(
    (step) => step.startsWith('f:') && isNamed(type, step.slice(2)),
  );
  return fieldSet(
    [...set.members, ...named],
    [...set.children].map(([step, inner]) => [step, withNamedFields(inner, typeBelow(type, step))]),
  );
}

function typeBelow(type: FieldType | undefined, step: FieldStep): FieldType | undefined {
  return typeWithin(type, step.startsWith('f:') ? step.slice(2) : 0);
}

/** The value without the fields of a set; undefined where nothing is left of it. */
export function withoutFields(
  value: JsonValue,
  type: FieldType | undefined,
  set: FieldSet,
): JsonValue | undefined {
  if (isList(value) && value.length > 0) {
    const items = shapeOf(type, value) === 'elements' ? keptElements(value, type, set) : [];
    return items.length > 0 ? items : undefined;
  }
  if (isObject(value) && Object.keys(value).length > 0) {
    const fields = shapeOf(type, value) === 'fields' ? keptFields(value, type, set) : [];
    return fields.length > 0 ? Object.fromEntries(fields) : undefined;
  }
  return isList(value) || isObject(value) ? undefined : value;
}

function keptElements(
  list: readonly JsonValue[],
  type: FieldType | undefined,
  set: FieldSet,
): readonly JsonValue[] {
  return list.flatMap((element) => {
    const step = elementStep(type, element);
    if (step === undefined) {
      return [element];
    }
    return set.members.has(step) ? [] : [withoutBelow(element, typeWithin(type, 0), set, step)];
  });
}

function keptFields(
  object: JsonObject,
  type: FieldType | undefined,
  set: FieldSet,
): readonly [string, JsonValue][] {
  return Object.entries(object)
    .filter(([name]) => !set.members.has(fieldStep(name)))
    .map(([name, value]) => [name, withoutBelow(value, typeWithin(type, name), set, fieldStep(name))]);
}

/** Null where nothing is left: the field itself stays. */
function withoutBelow(
  value: JsonValue,
  type: FieldType | undefined,
  set: FieldSet,
  step: FieldStep,
): JsonValue {
  return set.children.has(step) ? (withoutFields(value, type, below(set, step)) ?? null) : value;
}
