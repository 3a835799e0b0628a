/** What reviews tell to judgement (design §2). */
import type { Queryable } from '../core/database.ts';
import type { Fact, FactPart } from '../core/figure.ts';
import { readMonths } from './packed.sql.ts';
import { type CountedMonth, daysWithin, sumOf } from './packed.ts';
import { answersOf, factPeriod, quartersOf, reviewFact } from './review-facts.ts';
import {
  countReviews,
  type GradeCount,
  type Period,
  REVIEW_QUESTIONS,
  type ReviewCounts,
  type ReviewCriterion,
} from './statistics.ts';

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
  const facts = new Map<number, Record<string, Fact>>();
  for (let at = 0; at < subjectIds.length; at += SUBJECTS_A_STATEMENT) {
    const months = await readMonths(db, subjectIds.slice(at, at + SUBJECTS_A_STATEMENT), period);
    for (const [subjectId, given] of Map.groupBy(months, (month) => month.subjectId)) {
      facts.set(subjectId, factsOf(asked, given, period, quarters));
    }
  }
  return facts;
}

/** The counts of so many over a year come to some megabytes. */
const SUBJECTS_A_STATEMENT = 100;

function factsOf(
  asked: readonly ReviewCriterion[],
  months: readonly CountedMonth[],
  period: Period,
  quarters: readonly Period[],
): Record<string, Fact> {
  const counted = quarters.map((quarter) => ({
    quarter,
    counts: countReviews(gradesWithin(months, quarter)),
  }));
  const whole = countReviews(gradesWithin(months, period));
  return Object.fromEntries(
    asked.flatMap((criterion): [string, Fact][] => {
      const fact = reviewFact(criterion, whole, period);
      const parts = counted.map(({ quarter, counts }) => partOf(criterion, counts, quarter));
      return fact.n === 0 ? [] : [[criterion, { ...fact, parts }]];
    }),
  );
}

/** How many answers gave each grade within a period; the same grade may come several times. */
function gradesWithin(months: readonly CountedMonth[], period: Period): GradeCount[] {
  return months.flatMap(({ month, cells }) => {
    const within = daysWithin(month, period);
    return cells.flatMap(([question, , , , , grade, days]) => {
      const n = sumOf(days, ...within);
      return n === 0 ? [] : [{ question, grade, n }];
    });
  });
}

function partOf(criterion: ReviewCriterion, counts: ReviewCounts, { from, to }: Period): FactPart {
  const { n: _, ...answers } = answersOf(criterion, counts);
  return { periodStart: from, periodEnd: to, ...answers };
}
