/** From counts of reviews to facts for judgement: the answers behind each criterion, which give its value. Pure. */
import { addDays, addMonths } from '../core/clock.ts';
import { type ClusterSums, type Fact, type GradeCounts, NO_FIGURE } from '../core/figure.ts';
import type { Period, ReviewCounts, ReviewCriterion } from './statistics.ts';

/** The answers behind one criterion: by grade, or as a ratio; with the reviews they belong to where these are fewer. */
export type ReviewAnswers = {
  readonly n: number;
  readonly counts: GradeCounts | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly clusters: ClusterSums | null;
};

/** The answers behind a criterion (method.md §1), all under the filters of `counts`. */
export function answersOf(criterion: ReviewCriterion, counts: ReviewCounts): ReviewAnswers {
  const { satisfaction, clarity, help, reached, quality } = counts;
  switch (criterion) {
    case 'satisfaction':
      return graded(satisfaction, null);
    case 'clarity':
      return graded(clarity, null);
    case 'autonomy':
      return ratio(help.none, help.answered, null);
    case 'help_reachable':
      return ratio(reached.yes, reached.yes + reached.no, reached.clusters);
    case 'help_effective':
      return graded(quality.counts, quality.clusters);
  }
}

function graded(counts: GradeCounts, clusters: ClusterSums | null): ReviewAnswers {
  const n = Object.values(counts).reduce((sum, one) => sum + one, 0);
  return { n, counts, numerator: null, denominator: null, clusters };
}

function ratio(numerator: number, denominator: number, clusters: ClusterSums | null): ReviewAnswers {
  return { n: denominator, counts: null, numerator, denominator, clusters };
}

/** Both, whatever the share of each: pages of reviews tell them apart by button. */
const SOURCE = 'Avis recueillis par le bouton « Je donne mon avis », ou importés d’un service antérieur';

/** What the reviews of a period say of a criterion; the value is what its answers give. */
export function reviewFact(criterion: ReviewCriterion, counts: ReviewCounts, { from, to }: Period): Fact {
  return {
    ...NO_FIGURE,
    ...answersOf(criterion, counts),
    status: 'measured',
    periodStart: from,
    periodEnd: to,
    source: SOURCE,
    origin: 'automatic',
  };
}

/** Months of reviews that a fact speaks of at most, and those of each of its parts. */
const FACT_MONTHS = 12;
const PART_MONTHS = 3;

/** The twelve months to the end of a window, or less where it is shorter. */
export function factPeriod({ from, to }: Period): Period {
  const earliest = addMonths(addDays(to, 1), -FACT_MONTHS);
  return { from: from > earliest ? from : earliest, to };
}

/** The quarters of a period, from its first day on; the last one ends with it. */
export function quartersOf({ from, to }: Period): Period[] {
  const quarters: Period[] = [];
  for (let months = 0; addMonths(from, months) <= to; months += PART_MONTHS) {
    const last = addDays(addMonths(from, months + PART_MONTHS), -1);
    quarters.push({ from: addMonths(from, months), to: last < to ? last : to });
  }
  return quarters;
}
