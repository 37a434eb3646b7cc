import { type FieldPath } from '../../manifests/field-path';
import { type JsonValue } from '../../manifests/json';
import { type Cause } from './cause';
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
  readonly cause: Cause;
}
