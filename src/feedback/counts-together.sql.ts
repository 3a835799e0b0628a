/** Reads what the reviews of several subjects say together: of a network of sites, or of one of them. */
import type { Queryable } from '../core/database.ts';
import {
  countReviews,
  firstOfMonth,
  type Period,
  REVIEW_QUESTIONS,
  type ReviewCounts,
  type ReviewCriterion,
} from './statistics.ts';
import { CELLS, cellValues } from './stretch.sql.ts';

export type CountsTogether = {
  /** The answers about all of them, added up. */
  readonly counts: ReviewCounts;
  /** Of how many of them some answer tells each criterion. */
  readonly told: Readonly<Record<ReviewCriterion, number>>;
};

type Row = {
  readonly question: string;
  /** Null in the line of a whole question. */
  readonly grade: string | null;
  readonly n: number;
  readonly subjects: number;
};

/**
 * The answers about subjects, all of them together, over the months from that of `from` to that of `to`. The month in
 * progress is read whole: its days of fifty sites would be as many rows as all the months before.
 */
export async function readCountsTogether(
  db: Queryable,
  subjectIds: readonly number[],
  { from, to }: Period,
): Promise<CountsTogether> {
  const rows = await db.query<Row>(
    `with ${CELLS}
     select question, grade, sum(n)::bigint as n, count(distinct subject_id) filter (where n > 0) as subjects
     from cells group by grouping sets ((question, grade), (question))`,
    cellValues(
      [{ part: 'now', grain: 'month', from: firstOfMonth(from), to }],
      subjectIds,
      Object.values(REVIEW_QUESTIONS),
    ),
  );
  const grades = rows.flatMap(({ question, grade, n }) => (grade === null ? [] : [{ question, grade, n }]));
  const subjectsOf = (question: string) =>
    rows.find((row) => row.question === question && row.grade === null)?.subjects ?? 0;
  return {
    counts: countReviews(grades),
    told: Object.fromEntries(
      Object.entries(REVIEW_QUESTIONS).map(([criterion, question]) => [criterion, subjectsOf(question)]),
    ) as Record<ReviewCriterion, number>,
  };
}
