import { REFUSED_CLAIMS } from './refused-claims';
import type { RefusedInput } from './refused-input';
import { MISUSED } from './misused';
import { REFUSED_OPTIONS } from './refused-options';
import { REFUSED_PODS } from './refused-pods';
import { REFUSED_SETS } from './refused-sets';

/** The table of everything that is refused: each code has a row at least. */
export const REFUSED_INPUTS: readonly RefusedInput[] = [
  ...REFUSED_SETS,
  ...REFUSED_PODS,
  ...REFUSED_CLAIMS,
  ...REFUSED_OPTIONS,
  ...MISUSED,
];
