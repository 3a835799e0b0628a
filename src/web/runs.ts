/** Lists that say the same thing several times in a row, told once. */

/** The list cut wherever the key changes. */
export function runsOf<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] {
  const runs: Item[][] = [];
  for (const item of items) {
    const run = runs.at(-1);
    const [first] = run ?? [];
    if (run === undefined || first === undefined || keyOf(first) !== keyOf(item)) runs.push([item]);
    else run.push(item);
  }
  return runs;
}
