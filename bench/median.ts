/** The middle one of measured values, rounded to `decimals`; the mean of the two middle ones when they are even. */
export function median(values: readonly number[], decimals = 2): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const value =
    ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2;
  return Number(value.toFixed(decimals));
}
