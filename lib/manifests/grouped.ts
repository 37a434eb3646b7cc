/** Items by a key of each, in their order; an item without a key is left out. */
export function groupedBy<T>(
  items: Iterable<T>,
  keyOf: (item: T) => string | undefined,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key !== undefined) {
      const group = groups.get(key);
      if (group === undefined) {
        groups.set(key, [item]);
      } else {
        group.push(item);
      }
    }
  }
  return groups;
}

/** The items of groups in one list; the list of the group itself where there is one group. */
export function joined<T>(groups: readonly (readonly T[])[]): readonly T[] {
  return groups.length === 1 ? groups[0] : groups.flat();
}
