const MAX_NAMES = 6;

/**
 * Names as a sentence lists them: `a`, `a and b`, `a, b and c`, `a, b, c, d, e and 95 more`. There may be more than
 * those that are given.
 */
export function nameList(names: readonly string[], count = names.length): string {
  const shown =
    count > MAX_NAMES ? [...names.slice(0, MAX_NAMES - 1), `${count - MAX_NAMES + 1} more`] : names;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`;
}
