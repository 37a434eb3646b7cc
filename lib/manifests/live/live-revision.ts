import { fieldOf, isObject, type JsonObject } from '../json';
import { valueAt } from '../field-path';
import { type Manifest } from '../manifest';

/** A template that a set has or had, as its controller remembers it. */
export interface LiveRevision {
  /** The name, which the label of its pods has too: `web-6f8d9c7b5`. */
  readonly name: string;
  /** A higher number is a later one. */
  readonly number: number;
  /** The template of the pods; undefined where the revision does not hold one. */
  readonly template?: JsonObject;
}

/** The revision of a ControllerRevision. */
export function liveRevisionOf({ content, name = '' }: Manifest): LiveRevision {
  const number = fieldOf(content, 'revision');
  const template = valueAt(content, ['data', 'spec', 'template']);
  return {
    name,
    number: typeof number === 'number' ? number : 0,
    template: isObject(template)
      ? Object.fromEntries(Object.entries(template).filter(([field]) => field !== '$patch'))
      : undefined,
  };
}
