/** Which answers two values can be compared by, given the days they cover. */
import { addDays, daysBetween } from '../core/clock.ts';
import type { ClusterSums, GradeCounts } from '../core/figure.ts';
import { addClusters } from '../criteria/index.ts';
import { clustersOf } from './published-clusters.ts';
import type { PublishedPart, PublishedResult } from './published-result.ts';

export type Answers = Pick<PublishedPart, 'counts' | 'numerator' | 'denominator'> & {
  /** The reviews they belong to, where these are fewer. */
  readonly clusters: ClusterSums | null;
};

/** `windows`: all the answers of each side; `parts`: those that the other side has not got. */
export type ComparedAnswers = {
  readonly over: 'windows' | 'parts';
  readonly before: Answers;
  readonly after: Answers;
};

/**
 * Most of the shorter window that two windows may share and still be compared whole. Sources write a year from a day to
 * the same day, so that two years in a row share one. Answers on both sides can only make a test more cautious, by half
 * of the share they are: here by 0.5 %.
 */
const MOST_SHARED = 0.01;

/**
 * The answers of two results that no day has in common: the whole of both where their windows are apart; where the
 * windows overlap, what left with the earlier one and what entered with the later one. A test over windows that share
 * three answers in four would take the difference for half as sure as it is (method.md §1).
 *
 * @returns null when the windows overlap and what entered or left is not known, or is nothing: the same window, or one
 *   inside the other
 */
export function answersToCompare(before: PublishedResult, after: PublishedResult): ComparedAnswers | null {
  if (sharedDays(before, after) <= MOST_SHARED * Math.min(daysOf(before), daysOf(after))) {
    return { over: 'windows', before: wholeAnswers(before), after: wholeAnswers(after) };
  }
  const left = answersOutside(before, after);
  const entered = answersOutside(after, before);
  return left === null || entered === null ? null : { over: 'parts', before: left, after: entered };
}

/**
 * A share known without its two sides is the value times n. The rounding of the source then weighs on the count: 0.0001
 * and 260,000 answers, the most seen, put at most a twentieth of a standard error on it.
 */
function wholeAnswers(result: PublishedResult): Answers {
  const { counts, numerator, denominator, value, n } = result;
  const clusters = result.clusters && clustersOf(result.clusters);
  if (numerator !== null && denominator !== null) return { counts, numerator, denominator, clusters };
  const product = typeof value === 'number' && n !== null ? value * n : null;
  return { counts, numerator: product, denominator: n, clusters };
}

type Window = Pick<PublishedResult, 'period_start' | 'as_of'>;

function daysOf({ period_start, as_of }: Window): number {
  return daysBetween(period_start, as_of) + 1;
}

function sharedDays(a: Window, b: Window): number {
  const start = a.period_start > b.period_start ? a.period_start : b.period_start;
  const end = a.as_of < b.as_of ? a.as_of : b.as_of;
  return Math.max(0, daysOf({ period_start: start, as_of: end }));
}

type Stretch = { readonly start: string; readonly end: string };

/** The answers of the days of `result` that `other` does not cover, when its parts exactly fill those days. */
function answersOutside(result: PublishedResult, other: PublishedResult): Answers | null {
  const stretch = stretchOutside(result, other);
  if (stretch === null || result.parts === null) return null;
  const parts = result.parts
    .filter((part) => part.period_start >= stretch.start && part.period_end <= stretch.end)
    .toSorted((a, b) => (a.period_start < b.period_start ? -1 : 1));
  let next = stretch.start;
  for (const part of parts) {
    if (part.period_start !== next) return null;
    next = addDays(part.period_end, 1);
  }
  return next === addDays(stretch.end, 1) ? sumAnswers(parts) : null;
}

/** The days of a window that another one does not cover, where one slides past the other; else null. */
function stretchOutside(result: PublishedResult, other: PublishedResult): Stretch | null {
  if (result.period_start < other.period_start && result.as_of < other.as_of) {
    return { start: result.period_start, end: addDays(other.period_start, -1) };
  }
  if (result.period_start > other.period_start && result.as_of > other.as_of) {
    return { start: addDays(other.as_of, 1), end: result.as_of };
  }
  return null;
}

function sumAnswers(parts: readonly PublishedPart[]): Answers {
  return {
    counts: sumCounts(parts.map(({ counts }) => counts)),
    numerator: sumKnown(parts.map(({ numerator }) => numerator)),
    denominator: sumKnown(parts.map(({ denominator }) => denominator)),
    clusters: sumClusters(parts),
  };
}

/** Null unless every part tells its reviews. A review is of one day, so that no two parts share one. */
function sumClusters(parts: readonly PublishedPart[]): ClusterSums | null {
  const known = parts.flatMap(({ clusters }) => (clusters ? clustersOf(clusters) : []));
  return known.length === parts.length ? addClusters(known) : null;
}

function sumKnown(list: readonly (number | null)[]): number | null {
  return list.reduce((sum, each) => (sum === null || each === null ? null : sum + each), 0);
}

function sumCounts(list: readonly (GradeCounts | null)[]): GradeCounts | null {
  const sums: Record<string, number> = {};
  for (const counts of list) {
    if (counts === null) return null;
    for (const [grade, count] of Object.entries(counts)) sums[grade] = (sums[grade] ?? 0) + count;
  }
  return sums;
}
