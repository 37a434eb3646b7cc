import { Lazy } from 'cdk8s';

/** What no compiler lets pass, and plain JavaScript does. */
export const WRONG: readonly unknown[] = [
  null,
  5,
  NaN,
  Infinity,
  1e9,
  'nonsense',
  '',
  true,
  [],
  {},
  [null],
  [5],
  () => 1,
  undefined,
  Lazy.any({ produce: () => 'later' }),
];
