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

/** Counts to add, negative ones included. */
export type Tally = Map<string, Count>;

/** Adds `sign` of each grade of an answer to a tally, under the day of its review. */
export function tally(
  counts: Tally,
  review: ReviewHead,
  { question, version, grades }: Pick<Answer, 'question' | 'version' | 'grades'>,
  sign: 1 | -1,
): void {
  const { subjectId, buttonId, channel, ending, openedOn: on } = review;
  for (const grade of grades) {
    const key = `${subjectId} ${question} ${on} ${buttonId} ${ending} ${version} ${grade}`;
    const n = (counts.get(key)?.n ?? 0) + sign;
    counts.set(key, { subjectId, question, on, buttonId, channel, ending, version, grade, n });
  }
}

/** What is to be written: nothing for what cancels out, in the one order in which every process locks rows. */
export function ordered(counts: Tally): Count[] {
  return [...counts.entries()]
    .filter(([, { n }]) => n !== 0)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, count]) => count);
}
