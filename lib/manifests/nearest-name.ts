/** The name that was probably meant: one that differs in case, or by a letter or two; undefined where none does. */
export function nearestName(name: string, names: readonly string[]): string | undefined {
  const lower = name.toLowerCase();
  const sameLetters = names.find((one) => one.toLowerCase() === lower);
  if (sameLetters !== undefined || name.length > MAX_LENGTH) {
    return sameLetters;
  }
  const allowed = Math.min(2, Math.floor(name.length / 4));
  const [best] = names
    .map((one) => ({ one, distance: editDistance(lower, one.toLowerCase()) }))
    .filter(({ distance }) => distance <= allowed)
    .sort((a, b) => a.distance - b.distance);
  return (best as { readonly one: string } | undefined)?.one;
}

/** Longer names are no misspelt field: they are not compared. */
const MAX_LENGTH = 60;

/** How many letters must be added, removed, replaced or swapped with the next one to make one text of the other. */
function editDistance(a: string, b: string): number {
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      next.push(
        Math.min(
          row[j] + 1,
          next[j - 1] + 1,
          row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1),
          isSwapped ? before[j - 2] + 1 : Infinity,
        ),
      );
    }
    [before, row] = [row, next];
  }
  return row[b.length];
}
