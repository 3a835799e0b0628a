/**
 * Durations counted on a logarithmic scale: histograms of any days, processes or places add up, bucket by bucket, and any
 * quantile is read with the same relative error. The scale of DDSketch (Masson, Rim, Lee, 2019), of which only the mapping
 * is needed: buckets are rows.
 */

/** Greatest relative error of a quantile that is read from a histogram. */
export const QUANTILE_ERROR = 0.01;

const GAMMA = (1 + QUANTILE_ERROR) / (1 - QUANTILE_ERROR);
const LOG_GAMMA = Math.log(GAMMA);
/** Durations under a tenth of a millisecond, zero included, are told apart by nobody. */
const SHORTEST_MS = 0.1;

/** How many durations fell in each bucket. */
export type TimeHistogram = ReadonlyMap<number, number>;

/**
 * The bucket of a duration: the smallest `i` such that it is at most γ^i ms.
 * @throws RangeError for what is no duration: negative, infinite, not a number
 */
export function bucketOf(durationMs: number): number {
  if (!(durationMs >= 0 && durationMs < Number.POSITIVE_INFINITY))
    throw new RangeError(`${durationMs} is not a duration`);
  return Math.ceil(Math.log(Math.max(durationMs, SHORTEST_MS)) / LOG_GAMMA);
}

/** The duration that stands for a bucket, in ms: within `QUANTILE_ERROR` of any that fell in it. */
export function durationOf(bucket: number): number {
  return (2 * GAMMA ** bucket) / (GAMMA + 1);
}

/** Histograms added up. */
export function addHistograms(histograms: Iterable<TimeHistogram>): Map<number, number> {
  const sum = new Map<number, number>();
  for (const histogram of histograms)
    for (const [bucket, n] of histogram) sum.set(bucket, (sum.get(bucket) ?? 0) + n);
  return sum;
}

/**
 * A quantile in ms, by nearest rank: the duration that `share` of them do not exceed; null of none.
 * @param share 0 to 1; 0.5 is the median
 */
export function quantileOf(histogram: TimeHistogram, share: number): number | null {
  const buckets = [...histogram].filter(([, n]) => n > 0).sort(([one], [other]) => one - other);
  const total = buckets.reduce((sum, [, n]) => sum + n, 0);
  let rank = Math.max(1, Math.ceil(share * total));
  for (const [bucket, n] of buckets) {
    if (rank <= n) return durationOf(bucket);
    rank -= n;
  }
  return null;
}
