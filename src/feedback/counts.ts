/** What answers add to the counts of days. Pure. */
import type { Answer, ReviewHead } from './review.ts';

/** Under what one grade is counted. */
export type CountKey = Pick<ReviewHead, 'subjectId' | 'buttonId' | 'channel' | 'ending'> & {
  readonly question: string;
  /** The day. */
  readonly on: string;
  readonly version: string;
  readonly grade: string;
};

export type Count = CountKey & { readonly n: number };

/** Counts to add, negative ones included; a key may come several times. */
export type Tally = Count[];

/** Adds `sign` of each grade of an answer to a tally, under the day of its review. */
export function tally(
  counts: Tally,
  review: ReviewHead,
  { question, version, grades }: Pick<Answer, 'question' | 'version' | 'grades'>,
  sign: 1 | -1,
): void {
  const { subjectId, buttonId, channel, ending, openedOn: on } = review;
  for (const grade of grades)
    counts.push({ subjectId, question, on, buttonId, channel, ending, version, grade, n: sign });
}

/**
 * What is to be written: each key once, nothing for what cancels out, in the one order in which every process locks rows.
 */
export function ordered(counts: Tally): Count[] {
  const sums: Count[] = [];
  for (const count of counts.toSorted(byKey)) {
    const last = sums.at(-1);
    if (last === undefined || byKey(last, count) !== 0) sums.push(count);
    else sums[sums.length - 1] = { ...last, n: last.n + count.n };
  }
  return sums.filter(({ n }) => n !== 0);
}

const PARTS = ['question', 'on', 'buttonId', 'channel', 'ending', 'version', 'grade'] as const;

function byKey(one: CountKey, other: CountKey): number {
  if (one.subjectId !== other.subjectId) return one.subjectId - other.subjectId;
  for (const part of PARTS) if (one[part] !== other[part]) return one[part] < other[part] ? -1 : 1;
  return 0;
}
