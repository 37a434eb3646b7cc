import { type FieldPath } from '../../manifests/field-path';
import { type JsonValue } from '../../manifests/json';
import { type Effect } from './effect';

/** One difference and what it does. */
export interface Change {
  /** The object in words: `StatefulSet prod/web`. */
  readonly object: string;
  /** The field; empty where the whole object comes or goes. */
  readonly path: string;
  /** Undefined where the field was absent. */
  readonly before?: JsonValue;
  /** Undefined where the field is absent. */
  readonly after?: JsonValue;
  readonly effect: Effect;
  /** What happens, in words. Nothing depends on it. */
  readonly reason: string;
  /** A code of `CHANGE_CODES`, or of a rule of `check`. */
  readonly code: string;
}

/** The path of a field as a report shows it: elements of lists by their names. */
export function changePath(path: FieldPath, pattern: string): string {
  const steps = pattern.split('.');
  // A key may hold dots: then the pattern has more steps than the path, and no step of it is an element of a list.
  const isAligned = steps.length === path.length;
  return path.reduce<string>((text, step, index) => {
    const isElement = isAligned && steps[index] === '*';
    const isPlain = /^[A-Za-z_$][\w$-]*$/.test(String(step)) && !isElement;
    return isPlain ? `${text}${text === '' ? '' : '.'}${step}` : `${text}[${step}]`;
  }, '');
}
