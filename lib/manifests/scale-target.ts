import { type FieldPath } from './field-path';
import { fieldOf, textOf } from './json';
import { type ObjectView } from './views/object-view';

/** What an autoscaler scales, and where it names it. */
export interface ScaleTarget {
  readonly path: FieldPath;
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
}

/** The target that is named at a path; undefined where none is. What is not written is what the defaults say. */
export function scaleTargetAt(
  object: ObjectView,
  path: FieldPath,
  defaults: { readonly apiVersion?: string; readonly kind?: string } = {},
): ScaleTarget | undefined {
  const target = object.written(path)?.value;
  const name = textOf(target, 'name');
  return name === undefined || fieldOf(target, 'name') === ''
    ? undefined
    : {
        path,
        apiVersion: textOf(target, 'apiVersion') ?? defaults.apiVersion ?? '',
        kind: textOf(target, 'kind') ?? defaults.kind ?? '',
        name,
      };
}

/** The name of the StatefulSet that is meant; undefined where something else is. */
export function targetedSetName(target: ScaleTarget | undefined): string | undefined {
  return target?.kind === 'StatefulSet' && target.apiVersion.startsWith('apps/') ? target.name : undefined;
}
