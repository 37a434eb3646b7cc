import { type FieldType, typeWithin } from '../../../kubernetes/fields';
import { fieldOf, isList, isObject, type JsonValue } from '../../../manifests/json';
import { type FieldStep, keyStep, valueStep } from './field-set';

/** How server-side apply takes a value: as a whole, field by field, or element by element. */
export type Shape = 'whole' | 'fields' | 'elements';

/** How a value is taken. Null takes any shape; of fields that are not known here, objects are merged and lists are not. */
export function shapeOf(type: FieldType | undefined, ...values: readonly (JsonValue | undefined)[]): Shape {
  const given = values.filter((value) => value !== undefined && value !== null);
  if (given.length > 0 && given.every(isList)) {
    return isAssociative(type) ? 'elements' : 'whole';
  }
  const isWhole = type !== undefined && 'isAtomic' in type && type.isAtomic === true;
  return given.length > 0 && given.every(isObject) && !isWhole ? 'fields' : 'whole';
}

function isAssociative(type: FieldType | undefined): boolean {
  return type?.form === 'list' && (type.isSet || type.mapKeys.length > 0);
}

/** Whether a field is one that its type names, and not a key of a map. */
export function isNamed(type: FieldType | undefined, field: string): boolean {
  return type?.form === 'object' && typeWithin(type, field) !== undefined;
}

/** The step to an element of a list; undefined where it has nothing to be told by. */
export function elementStep(type: FieldType | undefined, element: JsonValue): FieldStep | undefined {
  if (type?.form !== 'list') {
    return undefined;
  }
  if (type.isSet) {
    return isObject(element) || isList(element) ? undefined : valueStep(element);
  }
  const keys = type.mapKeys.map((field): [string, JsonValue] => [
    field,
    fieldOf(element, field) ?? defaultKey(type.of, field),
  ]);
  return isObject(element) ? keyStep(Object.fromEntries(keys)) : undefined;
}

/** What the API server takes for a key that an element does not say. */
function defaultKey(type: FieldType, field: string): JsonValue {
  return field === 'protocol' ? 'TCP' : typeWithin(type, field)?.form === 'int32' ? 0 : '';
}

/** The elements of a list with their steps, in their order; those that nothing tells are left out. */
export function stepsOf(
  type: FieldType | undefined,
  list: readonly JsonValue[],
): readonly (readonly [FieldStep, JsonValue])[] {
  return list.flatMap((element) => {
    const step = elementStep(type, element);
    return step === undefined ? [] : [[step, element] as const];
  });
}
