/** What reviews tell to judgement (design §2). */
import type { Queryable } from '../core/database.ts';
import type { Fact, FactPart } from '../core/figure.ts';
import { answersOf, factPeriod, quartersOf, reviewFact } from './review-facts.ts';
import {
  countReviews,
  type GradeCount,
  type Period,
  REVIEW_QUESTIONS,
  type ReviewCounts,
  type ReviewCriterion,
} from './statistics.ts';
import { CELLS, cellValues, stretchesOfPart } from './stretch.sql.ts';

/**
 * The facts of reviews at the end of a window: of each subject and criterion, the answers of its last twelve months,
 * with those of each quarter. A subject of which no answer is counted there is absent: what others declare or have
 * imported of it stands.
 *
 * Versions of a question are added up: pages show where a series breaks.
 *
 * @param _knownAt is not used: counts are those of now. An answer that comes late, a quarantined review that is released
 *   change what an earlier instant is told; an edition keeps what it was told when it was frozen
 * @returns facts by subject id, then by criterion
 */
export async function listFacts(
  db: Queryable,
  criteria: readonly string[],
  subjectIds: readonly number[],
  window: Period,
  _knownAt: Date,
): Promise<Map<number, Record<string, Fact>>> {
  const asked = (Object.keys(REVIEW_QUESTIONS) as ReviewCriterion[]).filter((one) => criteria.includes(one));
  if (asked.length === 0 || subjectIds.length === 0) return new Map();
  const period = factPeriod(window);
  const quarters = quartersOf(period);
  const rows = await db.query<GradeCount & { part: string; subjectId: number }>(
    `with ${CELLS}
     select part, subject_id as "subjectId", question, grade, sum(n)::bigint as n from cells
     group by part, subject_id, question, grade`,
    cellValues(
      quarters.flatMap((quarter) => stretchesOfPart(quarter.from, quarter)),
      subjectIds,
      asked.map((criterion) => REVIEW_QUESTIONS[criterion]),
    ),
  );
  const bySubject = Map.groupBy(rows, ({ subjectId }) => subjectId);
  return new Map(
    [...bySubject].map(([subjectId, given]) => [subjectId, factsOf(asked, given, period, quarters)]),
  );
}

function factsOf(
  asked: readonly ReviewCriterion[],
  rows: readonly (GradeCount & { part: string })[],
  period: Period,
  quarters: readonly Period[],
): Record<string, Fact> {
  const byPart = Map.groupBy(rows, ({ part }) => part);
  const whole = countReviews(rows);
  const counted = quarters.map((quarter) => ({
    quarter,
    counts: countReviews(byPart.get(quarter.from) ?? []),
  }));
  return Object.fromEntries(
    asked.flatMap((criterion): [string, Fact][] => {
      const fact = reviewFact(criterion, whole, period);
      const parts = counted.map(({ quarter, counts }) => partOf(criterion, counts, quarter));
      return fact.n === 0 ? [] : [[criterion, { ...fact, parts }]];
    }),
  );
}

function partOf(criterion: ReviewCriterion, counts: ReviewCounts, { from, to }: Period): FactPart {
  const { n: _, ...answers } = answersOf(criterion, counts);
  return { periodStart: from, periodEnd: to, ...answers };
}
