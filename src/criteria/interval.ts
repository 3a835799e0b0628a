/** The interval of a figure at 95 %, from whatever its answers tell. */
import type { ClusterSums, Fact, Interval } from '../core/figure.ts';
import { clusterMeanInterval, clusterShareInterval } from './clusters.ts';
import type { CriterionDefinition } from './criterion.ts';
import type { ReasonCode } from './reasons.ts';
import { meanInterval, wilsonInterval } from './statistics.ts';

type FoundInterval = { readonly interval: Interval | null; readonly reason: ReasonCode | null };

/**
 * The interval of a sampled value (method.md §1), or why there is none.
 *
 * @param value in the unit of the criterion; @param n how many answers it rests on, null when unknown
 */
export function intervalOf(
  definition: CriterionDefinition,
  fact: Fact,
  value: number,
  n: number | null,
): FoundInterval {
  if (n === null) return { interval: null, reason: 'n_unknown' };
  if (fact.clusters !== null) return intervalOfClusters(definition, fact.clusters);
  if (definition.sampling === 'share_of_answers') {
    const interval = wilsonInterval(fact.numerator ?? value * n, fact.denominator ?? n);
    return { interval, reason: interval === null ? 'n_unknown' : null };
  }
  if (fact.counts === null) return { interval: null, reason: 'variance_unknown' };
  const ofGrades = meanInterval(fact.counts, [0, 10]);
  if (ofGrades === null) return { interval: null, reason: 'no_variance' };
  const [low, high] = ofGrades;
  return { interval: [low / definition.gradesPerUnit, high / definition.gradesPerUnit], reason: null };
}

/** Where a review gives several answers, the review is what was drawn (method.md §1). */
function intervalOfClusters(
  { sampling, gradesPerUnit }: CriterionDefinition,
  clusters: ClusterSums,
): FoundInterval {
  if (sampling === 'share_of_answers') {
    const interval = clusterShareInterval(clusters);
    return { interval, reason: interval === null ? 'no_variance' : null };
  }
  const ofGrades = clusterMeanInterval(clusters, [0, 10]);
  if (ofGrades === null) return { interval: null, reason: 'no_variance' };
  const [low, high] = ofGrades;
  return { interval: [low / gradesPerUnit, high / gradesPerUnit], reason: null };
}
