/**
 * What every figure of Vigie carries: a value is never a bare number (design §5, rules 1, 2 and 7).
 * The facts features produce `Fact`s, `criteria` judges them; neither needs to know the other.
 */

/**
 * - `measured`: computed from answers, counts or probes;
 * - `declared`: said by the administration;
 * - `insufficient`: answers exist, fewer than the minimum;
 * - `not_applicable`: the question makes no sense here;
 * - `not_reported`: it makes sense, and nobody has said;
 * - `suspect`: implausible; the value is kept, no level is drawn from it.
 */
export const STATUSES = [
  'measured',
  'declared',
  'insufficient',
  'not_applicable',
  'not_reported',
  'suspect',
] as const;
export type Status = (typeof STATUSES)[number];

/** Where a figure came from: a machine's measure, a declaration, a file of others, or a person's correction. */
export const ORIGINS = ['automatic', 'declared', 'imported', 'overridden'] as const;
export type Origin = (typeof ORIGINS)[number];

/** A confidence interval at 95 %, low bound first. */
export type Interval = readonly [low: number, high: number];

/** How many answers gave each grade; the key is the grade as a decimal ("0", "2.5", "10"). */
export type GradeCounts = Readonly<Record<string, number>>;

/**
 * Answers that come several to a review, by sums over the reviews (criteria/clusters.ts): `clusters` is how many reviews
 * there are, `answers` and `total` add up their answers and what these say (1 for each "yes", or the grades), the others
 * add up squares and products.
 */
export type ClusterSums = {
  readonly clusters: number;
  readonly answers: number;
  readonly total: number;
  readonly answersSquared: number;
  readonly totalSquared: number;
  readonly answersByTotal: number;
};

/** The answers of one stretch of a figure's period, counted as the figure is. */
export type FactPart = {
  readonly periodStart: string;
  readonly periodEnd: string;
  readonly counts: GradeCounts | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly clusters: ClusterSums | null;
};

/**
 * One figure as a source gives it, before any judgement.
 * Shares are 0 to 1, marks 0 to 10, durations in milliseconds; a category is the word of the source.
 */
export type Fact = {
  readonly status: Status;
  readonly value: number | string | null;
  /** Answers (or samples) the value rests on; null when the source does not say. */
  readonly n: number | null;
  /** Answers by grade, where known: the interval of a mean needs them. */
  readonly counts: GradeCounts | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** How the same answers go together in reviews, where they come several to a review and this is known. */
  readonly clusters: ClusterSums | null;
  /**
   * The same answers by stretches that fill the period without overlapping, where known: two windows that overlap can
   * only be compared by what entered and what left. Null when the source gives the whole alone.
   */
  readonly parts: readonly FactPart[] | null;
  /** First and last day the value speaks of; equal for a value at a date. */
  readonly periodStart: string;
  readonly periodEnd: string;
  readonly source: string;
  readonly origin: Origin;
  /** The step to which the source had already rounded the value (0.1), or null. */
  readonly sourcePrecision: number | null;
  /** Code of the closed list of reasons (criteria/reasons.ts), or null. */
  readonly reason: string | null;
  /** The verdict the source itself gives, in our levels, where it gives one. */
  readonly statedLevel: string | null;
};

/** What a fact holds of a figure, where nothing is known of it: the blank that others fill in. */
export const NO_FIGURE = {
  value: null,
  n: null,
  counts: null,
  numerator: null,
  denominator: null,
  clusters: null,
  parts: null,
  sourcePrecision: null,
  reason: null,
  statedLevel: null,
} as const satisfies Partial<Fact>;
