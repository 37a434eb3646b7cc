import { type FieldType, typeWithin } from '../../../kubernetes/fields';
import { type FieldPath } from '../../../manifests/field-path';
import { isList, isObject, type JsonValue } from '../../../manifests/json';
import { stepText } from './step-text';
import { fieldStep, type FieldStep } from './field-set';
import { shapeOf, stepsOf } from './typed-value';

/** A list in which elements share their keys. */
export interface DuplicateElement {
  readonly path: FieldPath;
  /** What the API server says of it. */
  readonly message: string;
}

/** The first list of a manifest in which elements share their keys; undefined where there is none. */
export function duplicateIn(
  value: JsonValue,
  type: FieldType | undefined,
  place: { readonly path: FieldPath; readonly steps: readonly FieldStep[] } = { path: [], steps: [] },
): DuplicateElement | undefined {
  const { path, steps } = place;
  if (isObject(value)) {
    for (const [name, inner] of Object.entries(value)) {
      const found = duplicateIn(inner, typeWithin(type, name), {
        path: [...path, name],
        steps: [...steps, fieldStep(name)],
      });
      if (found !== undefined) {
        return found;
      }
    }
    return undefined;
  }
  if (!isList(value) || shapeOf(type, value) !== 'elements') {
    return undefined;
  }
  const elements = stepsOf(type, value);
  const repeated = elements.find(([step], at) => elements.findIndex(([other]) => other === step) < at)?.[0];
  if (repeated !== undefined) {
    return {
      path,
      message: `${steps.map(stepText).join('')}: duplicate entries for key ${stepText(repeated)}`,
    };
  }
  for (const [at, [step, element]] of elements.entries()) {
    const found = duplicateIn(element, typeWithin(type, 0), { path: [...path, at], steps: [...steps, step] });
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}
