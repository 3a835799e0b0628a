/** How one value changed between two editions, and which of many changes are more than chance. */
import {
  benjaminiHochberg,
  type CriterionDefinition,
  type CriterionId,
  type Level,
  type NamedOutcome,
  sampleOf,
  testClusters,
  testMeans,
  testShares,
} from '../criteria/index.ts';
import { isJudged } from './aggregate.ts';
import { answersToCompare, type ComparedAnswers } from './compared-answers.ts';
import type { Change, CriterionComparability, UntestableReason } from './comparison.ts';
import type { PublishedResult } from './published-result.ts';

export type Verdict = Pick<Change, 'kind' | 'better' | 'reason' | 'test'>;

/** Discoveries that may be false, of all those of one comparison (method.md §1). */
export const FALSE_DISCOVERY_RATE = 0.05;

/**
 * Fewest answers a side needs for its test. With the more cautious of two tests (criteria/statistics.ts), lists of
 * stationary procedures with 10 answers against 1,000 gave a false discovery in 0 to 5 % of the cases; with 5, in up to
 * 15 %; with 2, in up to 21 %.
 */
const FEWEST_ANSWERS = 10;

/** What a probe measures: its samples follow one another, are not independent draws, and no interval is published. */
const PROBED: ReadonlySet<CriterionId> = new Set<CriterionId>([
  'availability',
  'response_time',
  'display_speed',
  'availability_speed',
]);

/**
 * Answers on help come one for each channel that a user tried. Those of one review go together, so that a test which
 * takes each for a draw of its own finds changes that are not there: reviews are compared, where both sides tell them.
 */
const SEVERAL_ANSWERS_A_REVIEW: ReadonlySet<CriterionId> = new Set<CriterionId>([
  'help_reachable',
  'help_effective',
]);

/**
 * How a value changed. A test that was made is given here as if it were the only one: see `holdFalseDiscoveries`.
 *
 * Where nothing was drawn at random (a declaration, a verdict, a count of everything) any difference is a change.
 *
 * @param definition the criterion in either methodology: where values are comparable they say the same of it
 */
export function judgeChange(
  definition: CriterionDefinition,
  comparability: CriterionComparability,
  before: PublishedResult | null,
  after: PublishedResult | null,
): Verdict {
  if (!comparability.values) return untestable('criterion_not_comparable');
  if (!saysSomething(before)) return untestable(saysSomething(after) ? 'absent_before' : 'absent_both');
  if (!saysSomething(after)) return untestable('absent_after');
  if (before.status === 'suspect' || after.status === 'suspect') return untestable('suspect');
  if (before.status === 'declared' && after.status === 'declared') {
    return compareStated(definition, comparability, before, after);
  }
  if (PROBED.has(definition.id)) return untestable('probe_series');
  if (definition.sampling === 'none') return compareStated(definition, comparability, before, after);
  return compareSampled(definition, before, after);
}

/**
 * The changes with the false discovery rate held over all the tests made: a rise or a fall that is no discovery is no
 * significant change.
 */
export function holdFalseDiscoveries<Held extends Verdict>(changes: readonly Held[]): Held[] {
  const tests = changes.flatMap(({ test }) => test ?? []);
  const found = benjaminiHochberg(
    tests.map(({ p }) => p),
    FALSE_DISCOVERY_RATE,
  );
  const discoveries = new Set(tests.filter((_, index) => found[index]));
  return changes.map((change) =>
    change.test === null || discoveries.has(change.test)
      ? change
      : { ...change, kind: 'no_significant_change', better: null },
  );
}

/** A verdict without value says something too: no declaration of accessibility is `poor`. */
function saysSomething(result: PublishedResult | null): result is PublishedResult {
  return result !== null && (result.value !== null || isJudged(result.level));
}

/** Numbers by their difference; words, and verdicts without a number, by their levels. */
function compareStated(
  definition: CriterionDefinition,
  { levels }: CriterionComparability,
  before: PublishedResult,
  after: PublishedResult,
): Verdict {
  if (typeof before.value === 'number' && typeof after.value === 'number') {
    return changed(Math.sign(after.value - before.value), betterWhenRising(definition));
  }
  if ((before.value ?? before.reason) === (after.value ?? after.reason)) return changed(0, null);
  const step = levels ? rankOf(after.level) - rankOf(before.level) : Number.NaN;
  return Number.isNaN(step) || step === 0 ? untestable('no_direction') : changed(step, true);
}

const RANKS: Readonly<Partial<Record<Level, number>>> = { poor: 0, medium: 1, good: 2 };

/** Not a number for a level that has no place in the order. */
function rankOf(level: Level): number {
  return RANKS[level] ?? Number.NaN;
}

function betterWhenRising({ direction }: CriterionDefinition): boolean | null {
  return direction === 'none' ? null : direction === 'more';
}

function compareSampled(
  definition: CriterionDefinition,
  before: PublishedResult,
  after: PublishedResult,
): Verdict {
  if (before.n === null || after.n === null) return untestable('n_unknown');
  const compared = answersToCompare(before, after);
  if (compared === null) return untestable('windows_overlap');
  const outcome = compareAnswers(definition, compared);
  if (typeof outcome === 'string') return untestable(outcome);
  const { name, ...figures } = outcome;
  // What entered may beat what left while the value itself falls, when their numbers differ: then neither is claimed.
  const direction = Math.sign(Number(after.value) - Number(before.value));
  const agreed = direction === Math.sign(outcome.statistic) ? direction : 0;
  return {
    ...changed(agreed, betterWhenRising(definition)),
    test: { name, over: compared.over, ...figures },
  };
}

function compareAnswers(
  { id, sampling }: CriterionDefinition,
  compared: ComparedAnswers,
): NamedOutcome | UntestableReason {
  if (SEVERAL_ANSWERS_A_REVIEW.has(id)) return compareReviews(compared);
  return sampling === 'mean_of_grades' ? compareMeans(compared) : compareShares(compared);
}

function compareReviews({ before, after }: ComparedAnswers): NamedOutcome | UntestableReason {
  const [a, b] = [before.clusters, after.clusters];
  if (a === null || b === null) return 'variance_unknown';
  if (Math.min(a.clusters, b.clusters) < FEWEST_ANSWERS) return 'too_few';
  return testClusters(a, b) ?? 'no_variance';
}

function compareMeans({ over, before, after }: ComparedAnswers): NamedOutcome | UntestableReason {
  if (before.counts === null || after.counts === null) {
    return over === 'parts' ? 'windows_overlap' : 'variance_unknown';
  }
  const [a, b] = [sampleOf(before.counts), sampleOf(after.counts)];
  if (a === null || b === null || Math.min(a.n, b.n) < FEWEST_ANSWERS) return 'too_few';
  return testMeans(a, b) ?? 'no_variance';
}

function compareShares({ over, before, after }: ComparedAnswers): NamedOutcome | UntestableReason {
  const [a, b] = [
    { k: before.numerator, n: before.denominator },
    { k: after.numerator, n: after.denominator },
  ];
  if (a.k === null || a.n === null || b.k === null || b.n === null) {
    return over === 'parts' ? 'windows_overlap' : 'n_unknown';
  }
  if (Math.min(a.n, b.n) < FEWEST_ANSWERS) return 'too_few';
  return testShares({ k: a.k, n: a.n }, { k: b.k, n: b.n }) ?? 'no_variance';
}

function changed(direction: number, betterRising: boolean | null): Verdict {
  if (direction === 0) return { kind: 'no_significant_change', better: null, reason: null, test: null };
  const rises = direction > 0;
  const better = betterRising === null ? null : rises === betterRising;
  return { kind: rises ? 'rise' : 'fall', better, reason: null, test: null };
}

function untestable(reason: UntestableReason): Verdict {
  return { kind: 'not_testable', better: null, reason, test: null };
}
