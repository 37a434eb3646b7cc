import { type FieldType, objectTypes, typeWithin } from '../../kubernetes/fields';
import { type FieldPath } from '../../manifests/field-path';
import { fieldOf, isList, isObject, type JsonValue } from '../../manifests/json';
import { keyOf, readingKeyOf } from './list-keys';
import { typeOf } from './place';

/**
 * The path with names in place of indexes, where the list is read by the names of its elements: `containers`, `web`
 * for `containers`, 0. The index stays where the element has no name, or shares it with another one.
 */
export function namedPath(path: FieldPath, object: JsonValue): FieldPath {
  return stepsOf(path, object, isObject(object) ? [typeOf(object)] : []).map(({ step }) => step);
}

/**
 * The path as reports show it: `spec.template.spec.containers[web].image`, `metadata.labels[a.b/c]`. What stands in
 * brackets is the name of a list's element, its index, or a key that is no plain word.
 */
export function namedPathText(path: FieldPath): string {
  // A path does not tell the kind of its object: what is an element in any kind is shown as one.
  return stepsOf(path, undefined, objectTypes()).reduce<string>((text, { step, isElement }) => {
    const isPlain = !isElement && /^[A-Za-z_$][\w$-]*$/.test(String(step));
    return isPlain ? `${text}${text === '' ? '' : '.'}${step}` : `${text}[${step}]`;
  }, '');
}

interface Step {
  readonly step: string | number;
  readonly isElement: boolean;
}

function stepsOf(
  path: FieldPath,
  object: JsonValue | undefined,
  roots: readonly FieldType[],
): readonly Step[] {
  let types = roots;
  let value = object;
  return path.map((step) => {
    const keyField = types.map(readingKeyOf).find((key) => key !== undefined);
    const isElement = typeof step === 'number' || keyField !== undefined;
    const name = isList(value) && keyField !== undefined ? nameOf(value, step, keyField) : step;
    value = isList(value) ? elementAt(value, step) : fieldOf(value, String(step));
    types = [...new Set(types.flatMap((type) => typeWithin(type, step) ?? []))];
    return { step: name, isElement };
  });
}

function elementAt(list: readonly JsonValue[], step: string | number): JsonValue | undefined {
  return typeof step === 'number' ? list[step] : undefined;
}

function nameOf(list: readonly JsonValue[], step: string | number, keyField: string): string | number {
  const name = keyOf(elementAt(list, step), keyField);
  const isAlone = list.filter((element) => keyOf(element, keyField) === name).length === 1;
  return name !== undefined && isAlone ? name : step;
}
