import { type FieldType, typeWithin } from '../../kubernetes/fields';
import { type FieldPath } from '../../manifests/field-path';
import { fieldOf, isList, type JsonObject, type JsonValue } from '../../manifests/json';
import { keyOf, readingKeyOf } from './list-keys';
import { typeOf } from './place';

/**
 * The path with indexes in place of the names of elements, as the object is written: `containers`, `web` is
 * `containers`, 0. It ends at the list where no element has the name.
 */
export function writtenPath(path: FieldPath, object: JsonObject): FieldPath {
  const written: (string | number)[] = [];
  let value: JsonValue | undefined = object;
  let type: FieldType | undefined = typeOf(object);
  for (const step of path) {
    const keyField = readingKeyOf(type);
    const list: JsonValue | undefined = value;
    const at: string | number =
      isList(list) && keyField !== undefined && typeof step === 'string'
        ? list.findIndex((element) => keyOf(element, keyField) === step)
        : step;
    if (at === -1) {
      break;
    }
    written.push(at);
    value = isList(list) ? list[Number(at)] : fieldOf(list, String(at));
    type = typeWithin(type, at);
  }
  return written;
}
