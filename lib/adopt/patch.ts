import { type FieldPath } from '../manifests/field-path';
import { isList, isObject, type JsonValue } from '../manifests/json';
import { type FieldType, typeWithin } from '../kubernetes/fields';
import { typeOf } from '../plan/differences/place';
import { isSame } from '../plan/differences/differences';

/** One operation of a JSON patch. */
export type PatchOperation =
  | { readonly op: 'add' | 'replace'; readonly path: FieldPath; readonly value: JsonValue }
  | { readonly op: 'remove'; readonly path: FieldPath };

/** An object as it is written, and as the API server stores it. */
export interface Sides {
  readonly written: JsonValue | undefined;
  readonly stored: JsonValue | undefined;
}

/**
 * The smallest patch of what is rendered after which the API server stores what is wanted. Fields that differ only
 * until defaults are filled in are let be.
 */
export function patchOf(rendered: Sides, wanted: Sides): readonly PatchOperation[] {
  const type = isObject(wanted.stored) ? typeOf(wanted.stored) : undefined;
  return valuePatch(rendered, wanted, [], type);
}

function valuePatch(
  rendered: Sides,
  wanted: Sides,
  path: FieldPath,
  type: FieldType | undefined,
): readonly PatchOperation[] {
  if (isSame(rendered.stored, wanted.stored, type)) {
    return [];
  }
  const target = wanted.written ?? wanted.stored;
  if (target === undefined) {
    return rendered.written === undefined ? [] : [{ op: 'remove', path }];
  }
  if (rendered.written === undefined) {
    return [{ op: 'add', path, value: target }];
  }
  const parts = partsPatch(rendered, wanted, path, type);
  const replacement: PatchOperation = { op: 'replace', path, value: target };
  return parts === undefined || (path.length > 0 && weightOf(parts) > weightOf([replacement]))
    ? [replacement]
    : parts;
}

/** The patch of the fields or elements; undefined where the values have no such parts. */
function partsPatch(
  rendered: Sides,
  wanted: Sides,
  path: FieldPath,
  type: FieldType | undefined,
): readonly PatchOperation[] | undefined {
  if (isObject(rendered.written) && isObject(rendered.stored) && isObject(wanted.stored)) {
    const keys = [...new Set([...Object.keys(rendered.stored), ...Object.keys(wanted.stored)])].sort();
    return keys.flatMap((key) =>
      valuePatch(fieldIn(rendered, key), fieldIn(wanted, key), [...path, key], typeWithin(type, key)),
    );
  }
  if (isList(rendered.written) && isList(rendered.stored) && isList(wanted.stored)) {
    return listPatch(rendered, wanted, path, type);
  }
  return undefined;
}

function listPatch(
  rendered: Sides,
  wanted: Sides,
  path: FieldPath,
  type: FieldType | undefined,
): readonly PatchOperation[] {
  const [before, after] = [lengthOf(rendered.stored), lengthOf(wanted.stored)];
  const common = Array.from({ length: Math.min(before, after) }, (_, index) => index).flatMap((index) =>
    valuePatch(
      elementIn(rendered, index),
      elementIn(wanted, index),
      [...path, index],
      typeWithin(type, index),
    ),
  );
  const added = Array.from({ length: Math.max(after - before, 0) }, (_, more): PatchOperation => {
    const element = elementIn(wanted, before + more);
    return { op: 'add', path: [...path, '-'], value: element.written ?? element.stored ?? null };
  });
  const removed = Array.from({ length: Math.max(before - after, 0) }, (_, more): PatchOperation => ({
    op: 'remove',
    path: [...path, before - 1 - more],
  }));
  return [...common, ...added, ...removed];
}

function fieldIn({ written, stored }: Sides, key: string): Sides {
  const own = (value: JsonValue | undefined): JsonValue | undefined =>
    isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  return { written: own(written), stored: own(stored) };
}

function elementIn({ written, stored }: Sides, index: number): Sides {
  const at = (value: JsonValue | undefined): JsonValue | undefined =>
    isList(value) ? value[index] : undefined;
  return { written: at(written), stored: at(stored) };
}

function lengthOf(value: JsonValue | undefined): number {
  return isList(value) ? value.length : 0;
}

/** How long a patch is to read. */
export function weightOf(patch: readonly PatchOperation[]): number {
  return patch.reduce((sum, operation) => sum + JSON.stringify(operation).length, 0);
}

/** The path of a field as JSON Patch writes it: `/metadata/labels/a.b~1c`. */
export function pointerOf(path: FieldPath): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
