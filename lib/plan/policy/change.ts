import { type FieldPath } from '../../manifests/field-path';
import { type JsonValue } from '../../manifests/json';
import { type Effect } from './effect';

/** One difference and what it does. */
export interface Change {
  /** The object in words: `StatefulSet prod/web`. */
  readonly object: string;
  /** The field, elements of lists by their names where they have some; empty where the whole object comes or goes. */
  readonly path: FieldPath;
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
