/** Reads the figures of reviews of one procedure or site. No answer nor counted review is read: counts alone. */
import type { Queryable } from '../core/database.ts';
import { readMonths } from './packed.sql.ts';
import type { CountedMonth } from './packed.ts';
import type { OutReason, ReviewState } from './review.ts';
import { type ReviewStatistics, reviewStatistics } from './review-statistics.ts';
import { type Period, periodBefore, type ReviewFilters } from './statistics.ts';

/** The counts of one subject over periods, and over the period before each: one statement, whatever is made of them. */
export function readCountedMonths(
  db: Queryable,
  subjectId: number,
  periods: readonly Period[],
): Promise<CountedMonth[]> {
  const from = periods.map((period) => periodBefore(period).from).toSorted()[0] ?? '';
  const to =
    periods
      .map((period) => period.to)
      .toSorted()
      .at(-1) ?? '';
  return readMonths(db, [subjectId], { from, to });
}

/** The answers about a subject over a period, as `reviewStatistics` makes them of its counts. */
export async function readStatistics(
  db: Queryable,
  subjectId: number,
  period: Period,
  ...made: MadeOf
): Promise<ReviewStatistics> {
  return reviewStatistics(await readCountedMonths(db, subjectId, [period]), period, ...made);
}

type MadeOf = Parameters<typeof reviewStatistics> extends [unknown, unknown, ...infer Rest] ? Rest : never;

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
  const { buttonId = null, channel = null, ending = null, without = new Set() } = filters;
  // Unfiltered, the partial index of these reviews answers alone.
  const isFiltered = buttonId !== null || channel !== null || ending !== null;
  const rows = await db.query<FormRow>(
    `select state as kind, reason, count(*) as n from feedback.review
     where subject_id = $1 and opened_on between $2 and $3 and state <> 'counted' and button_id <> all($5)
       ${isFiltered ? REVIEW_FILTERS : ''}
     group by 1, 2
     union all
     select kind, null, sum(n)::bigint from feedback.opening
     where subject_id = $1 and day between $2 and $3 and button_id = any($4)
       ${isFiltered ? OPENING_FILTERS : ''}
     group by 1`,
    [subjectId, from, to, buttonIds, [...without], ...(isFiltered ? [buttonId, channel, ending] : [])],
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

const REVIEW_FILTERS = `and ($6::text is null or button_id = $6) and ($7::text is null or channel = $7)
  and ($8::text is null or ending = $8)`;

const OPENING_FILTERS = `and $8::text is null and ($6::text is null or button_id = $6)
  and ($7::text is null or button_id in (select id from feedback.button where subject_id = $1 and channel = $7))`;
