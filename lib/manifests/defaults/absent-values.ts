import { type FieldType, objectTypeOf, typeWithin } from '../../kubernetes/fields';
import { isList, isObject, type JsonObject, type JsonValue, textOf } from '../json';

/**
 * The object without what the API server takes for absent: nulls, empty lists and maps, and zeros of fields that are no
 * pointers. Empty objects stay: `securityContext: {}` is not the same as no securityContext. In fields that are not
 * known here, zeros and empty objects stay.
 */
export function withoutAbsentValues(object: JsonObject): JsonObject {
  return cleanedObject(object, typeOf(object));
}

/**
 * The object with each null in a map as the API server decodes it in a patch: an empty text, or the quantity 0. In a
 * manifest that creates an object, and in maps that a patch merges, null means that there is no such key.
 */
export function withDecodedNulls(object: JsonObject): JsonObject {
  return decodedObject(object, typeOf(object));
}

function typeOf(object: JsonObject): FieldType {
  return objectTypeOf(textOf(object, 'apiVersion') ?? '', textOf(object, 'kind') ?? '');
}

function decodedObject(object: JsonObject, type: FieldType | undefined): JsonObject {
  const isMap = type?.form === 'map';
  return Object.fromEntries(
    Object.entries(object).map(([field, value]) => {
      const inner = typeWithin(type, field);
      return [
        field,
        isMap && value === null ? (inner?.form === 'quantity' ? '0' : '') : decodedValue(value, inner),
      ];
    }),
  );
}

function decodedValue(value: JsonValue, type: FieldType | undefined): JsonValue {
  if (isList(value)) {
    return value.map((item, index) => decodedValue(item, typeWithin(type, index)));
  }
  return isObject(value) ? decodedObject(value, type) : value;
}

function cleanedObject(object: JsonObject, type: FieldType | undefined): JsonObject {
  const isMap = type?.form === 'map';
  const entries: [string, JsonValue][] = [];
  for (const [field, value] of Object.entries(object)) {
    const inner = typeWithin(type, field);
    // Empty text is a label like others.
    if (isMap ? value !== null : !isAbsent(value, inner)) {
      entries.push([field, cleanedValue(value, inner)]);
    }
  }
  return Object.fromEntries(entries);
}

function cleanedValue(value: JsonValue, type: FieldType | undefined): JsonValue {
  if (isList(value)) {
    return value.map((item, index) => cleanedValue(item, typeWithin(type, index)));
  }
  return isObject(value) ? cleanedObject(value, type) : value;
}

function isAbsent(value: JsonValue, type: FieldType | undefined): boolean {
  if (value === null) {
    return true;
  }
  if (isList(value)) {
    return value.length === 0;
  }
  if (isObject(value)) {
    return type?.form === 'map' && Object.values(value).every((entry) => entry === null);
  }
  return type !== undefined && 'isPointer' in type && !type.isPointer && isZero(value);
}

function isZero(value: JsonValue): boolean {
  return value === '' || value === 0 || value === false;
}
