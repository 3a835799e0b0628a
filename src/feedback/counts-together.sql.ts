/** Reads what the reviews of several subjects say together: of a network of sites, or of one of them. */
import type { Queryable } from '../core/database.ts';
import { readBlocks } from './packed.sql.ts';
import { monthsWithin, sumsWithin } from './packed.ts';
import {
  countReviews,
  type Period,
  REVIEW_QUESTIONS,
  type ReviewCounts,
  type ReviewCriterion,
} from './statistics.ts';

export type CountsTogether = {
  /** The answers about all of them, added up. */
  readonly counts: ReviewCounts;
  /** Of how many of them some answer tells each criterion. */
  readonly told: Readonly<Record<ReviewCriterion, number>>;
};

/** The answers about subjects, all of them together, over the months from that of `from` to that of `to`. */
export async function readCountsTogether(
  db: Queryable,
  subjectIds: readonly number[],
  period: Period,
): Promise<CountsTogether> {
  const blocks = await readBlocks(db, period, Object.values(REVIEW_QUESTIONS), subjectIds);
  const cells = blocks.flatMap(({ year, question, cells: given }) => {
    const within = monthsWithin(year, period);
    return given.flatMap(([grade, ids, months]) =>
      sumsWithin(months, within).map((n, at) => ({ subjectId: ids[at], question, grade, n })),
    );
  });
  const answers = Map.groupBy(cells, ({ subjectId, question }) => `${question} ${subjectId}`);
  const told = [...answers].filter(([, of]) => of.reduce((sum, { n }) => sum + n, 0) > 0);
  const subjectsOf = (asked: string) => told.filter(([, [first]]) => first?.question === asked).length;
  return {
    counts: countReviews(cells),
    told: Object.fromEntries(
      Object.entries(REVIEW_QUESTIONS).map(([criterion, question]) => [criterion, subjectsOf(question)]),
    ) as Record<ReviewCriterion, number>,
  };
}
