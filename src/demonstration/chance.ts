/** Chance that repeats: the same draws from the same name, on every machine. Pure. */

/** A number in [0, 1) at each call. */
export type Chance = () => number;

/** The series of draws that a name gives: FNV-1a of the name, then mulberry32. */
export function chanceOf(name: string): Chance {
  let state = 0x811c9dc5;
  for (let at = 0; at < name.length; at += 1) state = Math.imul(state ^ name.charCodeAt(at), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A number between two bounds, all as likely. */
export function drawBetween(chance: Chance, low: number, high: number): number {
  return low + (high - low) * chance();
}

/**
 * How many of `n` draws gave each outcome.
 * @param weights the probability of each outcome; they add up to 1
 */
export function drawOutcomes(chance: Chance, n: number, weights: readonly number[]): number[] {
  let sum = 0;
  const bounds = weights.map((weight) => {
    sum += weight;
    return sum;
  });
  const counts = weights.map(() => 0);
  for (let drawn = 0; drawn < n; drawn += 1) {
    const point = chance();
    let outcome = 0;
    while (outcome < bounds.length - 1 && point >= (bounds[outcome] ?? 1)) outcome += 1;
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  return counts;
}
