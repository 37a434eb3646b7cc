import { type FieldType, typeWithin } from '../../../kubernetes/fields';
import { isList, isObject, type JsonObject, type JsonValue } from '../../../manifests/json';
import { isSame } from '../differences';
import { fieldSet, type FieldSet, fieldStep, type FieldStep, NO_FIELDS } from './field-set';
import { shapeOf, stepsOf } from './typed-value';

/** The fields that have another value now, or that were not there. */
export function changedFields(
  before: JsonValue | undefined,
  now: JsonValue | undefined,
  type: FieldType | undefined,
): FieldSet {
  if (now === undefined) {
    return NO_FIELDS;
  }
  switch (shapeOf(type, before, now)) {
    case 'fields':
      return inSteps(namedValues(before), namedValues(now), (step) => typeWithin(type, step.slice(2)));
    case 'elements':
      return inSteps(elementsOf(before, type), elementsOf(now, type), () => typeWithin(type, 0));
    case 'whole':
      return NO_FIELDS;
  }
}

type Values = ReadonlyMap<FieldStep, JsonValue>;

function inSteps(before: Values, now: Values, typeOf: (step: FieldStep) => FieldType | undefined): FieldSet {
  const changed = [...now].filter(([step, value]) => {
    const old = before.get(step);
    return old === undefined || (isLeaf(old, value, typeOf(step)) && !isSame(old, value));
  });
  return fieldSet(
    changed.map(([step]) => step),
    [...now].map(([step, value]) => [step, changedFields(before.get(step), value, typeOf(step))]),
  );
}

function isLeaf(before: JsonValue, now: JsonValue, type: FieldType | undefined): boolean {
  return shapeOf(type, before, now) === 'whole' || (isEmptyOf(before) && isEmptyOf(now));
}

function isEmptyOf(value: JsonValue): boolean {
  return value === null || (typeof value === 'object' && Object.keys(value).length === 0);
}

function namedValues(value: JsonValue | undefined): Values {
  const object: JsonObject = isObject(value) ? value : {};
  return new Map(Object.entries(object).map(([name, inner]) => [fieldStep(name), inner]));
}

/** Elements that share their keys count as one list of them. */
function elementsOf(value: JsonValue | undefined, type: FieldType | undefined): Values {
  const elements = new Map<FieldStep, JsonValue[]>();
  for (const [step, element] of stepsOf(type, isList(value) ? value : [])) {
    elements.set(step, [...(elements.get(step) ?? []), element]);
  }
  return new Map([...elements].map(([step, found]) => [step, found.length === 1 ? found[0] : found]));
}
