/** How the share that a survey finds changed from one wave to the next (method.md §1), and how many people it would take. */
import { benjaminiHochberg, type TestOutcome, twoProportionTest } from './statistics.ts';

/** A share as one wave gives it. */
export type WaveShare = {
  /** 0 to 1; null where the wave does not give it. */
  readonly share: number | null;
  /** How many people it rests on; null where the source does not say. */
  readonly n: number | null;
  /** False where the source words it ("more than half"), or where it is not plausible: its difference says nothing. */
  readonly isExact: boolean;
  /** True where it is of a part of the people asked (one country): the n that counts is that of the part. */
  readonly isPart: boolean;
};

/** What two waves asked, and of whom. */
export type WaveTie = { readonly sameWording: boolean; readonly samePopulation: boolean };

/** Why a change cannot be tested, the first that holds. */
export const UNTESTABLE_WAVES = [
  'wording_changed',
  'population_changed',
  'absent',
  'inexact',
  'n_unknown',
  'part_n_unknown',
  'too_few',
  'no_variance',
] as const;
export type UntestableWaves = (typeof UNTESTABLE_WAVES)[number];

export type ShareChange = {
  readonly kind: 'rise' | 'fall' | 'no_significant_change' | 'not_testable';
  readonly reason: UntestableWaves | null;
  readonly test: TestOutcome | null;
  /** People that each wave would have to ask for this very difference to be more than chance; null where that says nothing. */
  readonly peopleNeeded: number | null;
};

/** The two-sided level of a test, and the rate of false discoveries over several. */
const LEVEL = 0.05;
/** Fewest people a side needs: under it, the normal law is a poor likeness of so few answers. */
const FEWEST_PEOPLE = 30;
/** Two-sided 95 % point of the normal law. */
const Z_95 = 1.959964;

/**
 * Whether a share changed between two waves: pooled two-proportion z, two-sided 5 %, each wave taken for a draw of its own.
 * Given as if it were the only test made: see `holdFalseRises`.
 */
export function judgeShareChange(before: WaveShare, after: WaveShare, tie: WaveTie): ShareChange {
  if (!tie.sameWording) return untestable('wording_changed');
  if (!tie.samePopulation) return untestable('population_changed');
  if (before.share === null || after.share === null) return untestable('absent');
  if (!before.isExact || !after.isExact) return untestable('inexact');
  const needed = peopleNeeded(before.share, after.share);
  if (before.n === null || after.n === null) {
    const isPart = before.n === null ? before.isPart : after.isPart;
    return untestable(isPart ? 'part_n_unknown' : 'n_unknown', needed);
  }
  if (Math.min(before.n, after.n) < FEWEST_PEOPLE) return untestable('too_few', needed);
  const test = twoProportionTest(
    { k: before.share * before.n, n: before.n },
    { k: after.share * after.n, n: after.n },
  );
  if (test === null) return untestable('no_variance');
  if (test.p > LEVEL) return { kind: 'no_significant_change', reason: null, test, peopleNeeded: needed };
  return { kind: test.statistic > 0 ? 'rise' : 'fall', reason: null, test, peopleNeeded: null };
}

/**
 * How many people each of two waves must ask, at the least, for the difference of two shares to be significant: the
 * smallest n from which the pooled z passes its 5 % point, z² · 2p(1 − p) / d² where p is the mean of the two shares.
 *
 * @param before 0 to 1; @param after 0 to 1
 * @returns null when the shares are equal: no number of people makes that a change
 */
export function peopleNeeded(before: number, after: number): number | null {
  if (before === after) return null;
  const pooled = (before + after) / 2;
  const guess = Math.ceil((Z_95 ** 2 * 2 * pooled * (1 - pooled)) / (after - before) ** 2);
  const isEnough = (n: number) =>
    (twoProportionTest({ k: before * n, n }, { k: after * n, n })?.p ?? 1) <= LEVEL;
  // The closed form and the law of the test differ in their last digits: a step settles which side n is on.
  const settled = isEnough(guess - 1) ? guess - 1 : isEnough(guess) ? guess : guess + 1;
  return Math.max(settled, FEWEST_PEOPLE);
}

/** The changes with the false discovery rate held over all the tests made: what is no discovery is no significant change. */
export function holdFalseRises<Held extends ShareChange>(changes: readonly Held[]): Held[] {
  const tests = changes.flatMap(({ test }) => test ?? []);
  const found = benjaminiHochberg(
    tests.map(({ p }) => p),
    LEVEL,
  );
  const discoveries = new Set(tests.filter((_, at) => found[at]));
  return changes.map((change) =>
    change.test === null || discoveries.has(change.test)
      ? change
      : { ...change, kind: 'no_significant_change' },
  );
}

function untestable(reason: UntestableWaves, needed: number | null = null): ShareChange {
  return { kind: 'not_testable', reason, test: null, peopleNeeded: needed };
}
