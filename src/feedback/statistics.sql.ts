/** Reads the figures of reviews of one procedure or site. No answer nor counted review is read: counts alone. */
import type { Queryable } from '../core/database.ts';
import type { ButtonChannel, Ending, OutReason, ReviewState } from './review.ts';
import {
  countReviews,
  type Evolution,
  evolve,
  type GradeCount,
  type Period,
  periodBefore,
  REVIEW_QUESTIONS,
  type ReviewCounts,
  type ReviewCriterion,
  type ReviewFilters,
  type Step,
  stepOf,
  type VersionedCount,
} from './statistics.ts';
import { CELLS, cellValues, stretchesOfPart } from './stretch.sql.ts';

/** The answers about one subject over a period. */
export type ReviewStatistics = {
  readonly period: Period;
  readonly counts: ReviewCounts;
  /** The period of the same length just before, to compare with: it has no review in common. */
  readonly previousPeriod: Period;
  readonly previous: ReviewCounts;
  /** The same answers as `counts`, apart; what has none is absent. */
  readonly byButton: ReadonlyMap<string, ReviewCounts>;
  readonly byChannel: ReadonlyMap<ButtonChannel, ReviewCounts>;
  readonly byEnding: ReadonlyMap<Ending, ReviewCounts>;
  /** How each index evolved over the period. */
  readonly evolutions: Readonly<Record<ReviewCriterion, Evolution>>;
};

const QUESTIONS = [...Object.values(REVIEW_QUESTIONS), 'comment'];

type GroupRow = GradeCount & {
  readonly part: 'now' | 'before';
  readonly buttonId: string;
  readonly channel: ButtonChannel;
  readonly ending: Ending;
};
/** A row of a group of reviews, or of a point of a chart. */
type StatisticsRow = { readonly part: 'now' | 'before' } & (
  | (GroupRow & { readonly start: null })
  | VersionedCount
);

/**
 * The answers about a subject over a period, under filters, with those of the period before and the points of its charts.
 * One statement: a page of reviews costs one walk through its counts.
 *
 * @param questions further questions to count, of other questionnaires (`counts.others`)
 * @param step of the points
 */
export async function readStatistics(
  db: Queryable,
  subjectId: number,
  period: Period,
  filters: ReviewFilters = {},
  questions: readonly string[] = [],
  step: Step = stepOf(period),
): Promise<ReviewStatistics> {
  const previousPeriod = periodBefore(period);
  const whole = { ...period, part: 'now', grain: 'day' as const };
  const stretches = [
    ...(step === 'month' ? stretchesOfPart('now', period) : [whole]),
    ...stretchesOfPart('before', previousPeriod),
  ];
  const told = await db.query<StatisticsRow>(
    `with ${CELLS}
     select part, button_id as "buttonId", channel, ending, point as start, version, question, grade,
            sum(n)::bigint as n
     from (select *, date_trunc($10, start::timestamp)::date as point from cells) as placed
     group by grouping sets
       ((part, question, grade, button_id, channel, ending), (part, question, grade, point, version))`,
    [...cellValues(stretches, [subjectId], [...QUESTIONS, ...questions], filters), step],
  );
  const rows = told.filter((row) => row.start === null);
  const now = rows.filter(({ part }) => part === 'now');
  const points = told.filter((row) => row.start !== null && row.part === 'now') as VersionedCount[];
  const evolutions = Object.entries(REVIEW_QUESTIONS).map(([criterion, question]) => {
    const answers = points.filter((row) => row.question === question);
    return [criterion, evolve(criterion as ReviewCriterion, period, step, answers)];
  });
  return {
    period,
    counts: countReviews(now),
    previousPeriod,
    previous: countReviews(rows.filter(({ part }) => part === 'before')),
    byButton: countsBy(now, ({ buttonId }) => buttonId),
    byChannel: countsBy(now, ({ channel }) => channel),
    byEnding: countsBy(now, ({ ending }) => ending),
    evolutions: Object.fromEntries(evolutions) as Record<ReviewCriterion, Evolution>,
  };
}

function countsBy<Key extends string>(
  rows: readonly GroupRow[],
  keyOf: (row: GroupRow) => Key,
): Map<Key, ReviewCounts> {
  const groups = Map.groupBy(rows, keyOf);
  return new Map([...groups].map(([key, group]) => [key, countReviews(group)]));
}

/** Reviews received that the figures leave out, or have taken back. */
export type OutCount = {
  readonly state: Exclude<ReviewState, 'counted'>;
  readonly reason: OutReason;
  readonly n: number;
};

/** What became of forms and reviews beside the answers counted. */
export type FormCounts = {
  /** Reviews out of the figures; `released` ones are in them again. */
  readonly out: readonly OutCount[];
  /** Forms opened; null under a filter by ending, which a form does not know yet. */
  readonly opened: number | null;
  /** Visits to closed buttons; null likewise. */
  readonly closed: number | null;
};

type FormRow = { readonly kind: string; readonly reason: OutReason | null; readonly n: number };

/**
 * Reviews out of the figures, forms opened and closed buttons met, by the day on which their forms were opened.
 * @param buttonIds whose forms count as opened: those that ask what the figures are of
 */
export async function readFormCounts(
  db: Queryable,
  subjectId: number,
  { from, to }: Period,
  { buttonIds, ...filters }: ReviewFilters & { readonly buttonIds: readonly string[] },
): Promise<FormCounts> {
  const { buttonId = null, channel = null, ending = null } = filters;
  // Unfiltered, the partial index of these reviews answers alone.
  const isFiltered = buttonId !== null || channel !== null || ending !== null;
  const rows = await db.query<FormRow>(
    `select state as kind, reason, count(*) as n from feedback.review
     where subject_id = $1 and opened_on between $2 and $3 and state <> 'counted'
       ${isFiltered ? REVIEW_FILTERS : ''}
     group by 1, 2
     union all
     select kind, null, sum(n)::bigint from feedback.opening
     where subject_id = $1 and day between $2 and $3 and button_id = any($4)
       ${isFiltered ? OPENING_FILTERS : ''}
     group by 1`,
    [subjectId, from, to, buttonIds, ...(isFiltered ? [buttonId, channel, ending] : [])],
  );
  const openings = (kind: 'opened' | 'closed') =>
    ending === null ? (rows.find((row) => row.kind === kind)?.n ?? 0) : null;
  return {
    out: rows.flatMap(({ kind, reason, n }) =>
      reason === null ? [] : [{ state: kind as OutCount['state'], reason, n }],
    ),
    opened: openings('opened'),
    closed: openings('closed'),
  };
}

const REVIEW_FILTERS = `and ($5::text is null or button_id = $5) and ($6::text is null or channel = $6)
  and ($7::text is null or ending = $7)`;

const OPENING_FILTERS = `and $7::text is null and ($5::text is null or button_id = $5)
  and ($6::text is null or button_id in (select id from feedback.button where subject_id = $1 and channel = $6))`;
