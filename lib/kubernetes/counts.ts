/** What is wrong with a number of things, in the form "must ...", or undefined where nothing is. */
export function countProblem(value: number, least = 0): string | undefined {
  const isInt32 = Number.isInteger(value) && Math.abs(value) <= 2147483647;
  if (!isInt32) {
    return 'must be a whole number';
  }
  return value < least ? `must be greater than or equal to ${least}` : undefined;
}
