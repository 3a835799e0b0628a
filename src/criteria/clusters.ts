/**
 * Intervals at 95 % for answers that come several to a review: the review, not the answer, is what was drawn. Ratio
 * estimator with linearised variance (W. G. Cochran, Sampling Techniques, 3rd ed., §2.11 and §9A).
 *
 * A cluster is a review; `total` adds its answers up (1 for each "yes", or the grades), `answers` counts them. Only
 * six sums are needed, so a store adds them up and no review is read one by one.
 */
import type { ClusterSums, Interval } from '../core/figure.ts';
import { clip, type NamedOutcome, studentQuantile, studentTail, wilsonInterval } from './statistics.ts';

export type Cluster = { readonly total: number; readonly answers: number };

/** The sums of a list of clusters. */
export function sumClusters(list: readonly Cluster[]): ClusterSums {
  const sumOf = (term: (cluster: Cluster) => number) => list.reduce((sum, cluster) => sum + term(cluster), 0);
  return {
    clusters: list.length,
    answers: sumOf(({ answers }) => answers),
    total: sumOf(({ total }) => total),
    answersSquared: sumOf(({ answers }) => answers ** 2),
    totalSquared: sumOf(({ total }) => total ** 2),
    answersByTotal: sumOf(({ answers, total }) => answers * total),
  };
}

/**
 * Interval of a share of answers: Wilson's on the effective number of answers, that is their number divided by the
 * design effect. Never narrower than if every answer were a review of its own. When all answers are the same, the
 * design effect is unknown and each review counts once.
 * @returns null under two clusters
 */
export function clusterShareInterval(sums: ClusterSums): Interval | null {
  if (sums.clusters < 2 || sums.answers === 0) return null;
  const share = sums.total / sums.answers;
  const asIfSingle = (share * (1 - share)) / (sums.answers - 1);
  const designEffect = Math.max(1, varianceOfRatio(sums) / asIfSingle);
  const effective = asIfSingle > 0 ? sums.answers / designEffect : sums.clusters;
  return wilsonInterval(share * effective, effective);
}

/**
 * Interval of a mean of grades: ratio ± t(0.975, clusters−1) · standard error, cut to `bounds`.
 * @returns null under two clusters, or when they show no spread
 */
export function clusterMeanInterval(sums: ClusterSums, bounds: Interval): Interval | null {
  if (sums.clusters < 2 || sums.answers === 0) return null;
  const variance = varianceOfRatio(sums);
  if (variance <= 0) return null;
  const mean = sums.total / sums.answers;
  const margin = studentQuantile(sums.clusters - 1) * Math.sqrt(variance);
  return clip([mean - margin, mean + margin], bounds);
}

/**
 * Whether a ratio changed, two-sided: t on the difference, once with each side's residuals about its own ratio (Welch's
 * degrees of freedom), once about the ratio of both sides together; the more cautious of the two counts, as it does for
 * answers that come one a review.
 * @returns null when it cannot be tested: fewer than two clusters on a side, or no spread
 */
export function testClusters(before: ClusterSums, after: ClusterSums): NamedOutcome | null {
  if (before.clusters < 2 || after.clusters < 2 || before.answers === 0 || after.answers === 0) return null;
  const difference = after.total / after.answers - before.total / before.answers;
  const common = (before.total + after.total) / (before.answers + after.answers);
  const outcomeOf = (a: number, b: number, df: number): NamedOutcome[] => {
    if (a + b <= 0) return [];
    const statistic = difference / Math.sqrt(a + b);
    return [{ name: 'clusters', statistic, df, p: studentTail(statistic, df) }];
  };
  const [a, b] = [varianceOfRatio(before), varianceOfRatio(after)];
  const [freedomBefore, freedomAfter] = [before.clusters - 1, after.clusters - 1];
  const own = outcomeOf(a, b, (a + b) ** 2 / (a ** 2 / freedomBefore + b ** 2 / freedomAfter));
  const together = outcomeOf(
    varianceOfRatio(before, common),
    varianceOfRatio(after, common),
    freedomBefore + freedomAfter,
  );
  return [...own, ...together].reduce<NamedOutcome | null>(
    (most, each) => (most !== null && most.p >= each.p ? most : each),
    null,
  );
}

/** The sums of several lists of clusters that have none in common. */
export function addClusters(list: readonly ClusterSums[]): ClusterSums {
  const sumOf = (key: keyof ClusterSums) => list.reduce((sum, one) => sum + one[key], 0);
  return {
    clusters: sumOf('clusters'),
    answers: sumOf('answers'),
    total: sumOf('total'),
    answersSquared: sumOf('answersSquared'),
    totalSquared: sumOf('totalSquared'),
    answersByTotal: sumOf('answersByTotal'),
  };
}

/** m/(m−1) · Σ(total − ratio · answers)² / (Σ answers)², about their own ratio unless another is given. */
function varianceOfRatio(sums: ClusterSums, ratio = sums.total / sums.answers): number {
  const residuals = sums.totalSquared - 2 * ratio * sums.answersByTotal + ratio ** 2 * sums.answersSquared;
  return ((sums.clusters / (sums.clusters - 1)) * Math.max(0, residuals)) / sums.answers ** 2;
}
