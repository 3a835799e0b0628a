/** Chance that repeats: a seeded generator, and the draws that simulations need. */

/** A number in [0, 1) at each call, the same series for the same seed (mulberry32). */
export type Random = () => number;
export function seededRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A draw of the normal law (Box & Muller). */
export function drawNormal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** How many of `n` come out when each does with probability `p`: exact, but by the normal law when it is close. */
export function drawBinomial(random: Random, n: number, p: number): number {
  if (p > 0.5) return n - drawBinomial(random, n, 1 - p);
  if (n * p > 100) {
    const drawn = Math.round(n * p + drawNormal(random) * Math.sqrt(n * p * (1 - p)));
    return Math.max(0, Math.min(n, drawn));
  }
  const target = random();
  let term = (1 - p) ** n;
  let sum = term;
  let k = 0;
  while (sum < target && k < n) {
    k += 1;
    term *= ((n - k + 1) / k) * (p / (1 - p));
    sum += term;
  }
  return k;
}
