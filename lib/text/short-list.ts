/** Longer lists are shortened for people. */
const MAX_ITEMS = 100;

/** How many of a longer list are shown before its last one. */
const SHOWN_ITEMS = 10;

/** Whether a list with so many items is shortened. */
export function isLong(count: number): boolean {
  return count > MAX_ITEMS;
}

/** A list for people: all items, or the first ones, how many more there are, and the last one. */
export function shortList(items: readonly string[], count: number, last?: string): readonly string[] {
  return isLong(count)
    ? [
        ...items.slice(0, SHOWN_ITEMS),
        moreText(count - SHOWN_ITEMS - (last === undefined ? 0 : 1)),
        ...(last === undefined ? [] : [last]),
      ]
    : items;
}

/** The first of a list that is too long to be shown. */
export function shownOf<Item>(items: readonly Item[], count: number): readonly Item[] {
  return isLong(count) ? items.slice(0, SHOWN_ITEMS) : items;
}

/** What stands for the items that are left out. */
export function moreText(count: number): string {
  return `... and ${count} more ...`;
}
