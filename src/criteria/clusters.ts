/**
 * Intervals at 95 % for answers that come several to a review: the review, not the answer, is what was drawn. Ratio
 * estimator with linearised variance (W. G. Cochran, Sampling Techniques, 3rd ed., §2.11 and §9A).
 *
 * A cluster is a review; `total` adds its answers up (1 for each "yes", or the grades), `answers` counts them. Only
 * six sums are needed, so a store adds them up and no review is read one by one.
 */
import type { Interval } from '../core/figure.ts';
import { clip, studentQuantile, wilsonInterval } from './statistics.ts';

export type Cluster = { readonly total: number; readonly answers: number };

/** Sums over clusters: how many, Σ answers, Σ total, and Σ of their squares and products. */
export type ClusterSums = {
  readonly clusters: number;
  readonly answers: number;
  readonly total: number;
  readonly answersSquared: number;
  readonly totalSquared: number;
  readonly answersByTotal: number;
};

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

/** m/(m−1) · Σ(total − ratio · answers)² / (Σ answers)². */
function varianceOfRatio(sums: ClusterSums): number {
  const ratio = sums.total / sums.answers;
  const residuals = sums.totalSquared - 2 * ratio * sums.answersByTotal + ratio ** 2 * sums.answersSquared;
  return ((sums.clusters / (sums.clusters - 1)) * Math.max(0, residuals)) / sums.answers ** 2;
}
