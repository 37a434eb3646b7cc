import { type FieldPath } from '../../manifests/field-path';

/** Why an apply comes to no object. */
export interface PatchProblem {
  /** Whether an element of a list has no key to be told by, or elements share one. */
  readonly cause: 'key-missing' | 'key-repeated';
  /** What kubectl or the API server says, values left out. */
  readonly message: string;
  /** The list; undefined where kubectl does not name it. */
  readonly path?: FieldPath;
}
