/** Time that runs evenly in a chart: one place a quarter, filled or not. */

/** A quarter of a chart, and what there is of it. */
export type Quarter<Item> = { readonly year: number; readonly quarter: number; readonly item: Item | null };

/**
 * One place a quarter from the first to the last of those that `items` speak of. Of two in one quarter the later in
 * the list is kept.
 *
 * @param dayOf the day, `YYYY-MM-DD`, that an item speaks of
 * @param until a day that the quarters reach at least, or null
 */
export function spreadOverQuarters<Item>(
  items: readonly Item[],
  dayOf: (item: Item) => string,
  until: string | null = null,
): Quarter<Item>[] {
  const byQuarter = new Map(items.map((item) => [quarterOf(dayOf(item)), item]));
  if (byQuarter.size === 0) return [];
  const first = Math.min(...byQuarter.keys());
  const last = Math.max(...byQuarter.keys(), until === null ? first : quarterOf(until));
  return Array.from({ length: last - first + 1 }, (_, step) => ({
    year: Math.floor((first + step) / 4),
    quarter: ((first + step) % 4) + 1,
    item: byQuarter.get(first + step) ?? null,
  }));
}

/** True when a day is in a quarter. */
export function isInQuarter({ year, quarter }: Quarter<unknown>, day: string): boolean {
  return quarterOf(day) === year * 4 + quarter - 1;
}

/** Quarters since year 0. */
function quarterOf(day: string): number {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return year * 4 + Math.ceil(month / 3) - 1;
}
