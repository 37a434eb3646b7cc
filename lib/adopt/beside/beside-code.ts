import { type Expression } from '../code/expression';
import { type Target } from '../target/target';

/** A set, as far as what stands beside it has to know it. */
export interface ServedSet {
  readonly target: Target;
  /** The id of its construct. */
  readonly id: string;
  readonly set: Expression;
  readonly selector: Readonly<Record<string, string>>;
}

/** The code of an object beside a set. */
export interface BesideCode {
  readonly value: Expression;
  /** The id of its construct below that of the set. */
  readonly id: string;
  /** What kind of object it is, as a part of the name of its constant. */
  readonly noun: string;
}
