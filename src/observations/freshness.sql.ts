/** Who reported what, until when, and since when nothing comes any more. */
import type { Queryable } from '../core/database.ts';
import { lateFrom } from './freshness.ts';
import { findIndicator } from './indicator.ts';

/** What one subject has told of one indicator. Days are `YYYY-MM-DD`. */
export type Freshness = {
  readonly subjectId: number;
  readonly indicator: string;
  /** First and last day that its values speak of. */
  readonly from: string;
  readonly until: string;
  /** How many periods have a value. */
  readonly periods: number;
  /** When a value was last recorded. */
  readonly lastRecordedAt: Date;
  /** Since what day a new value is late; null while it is not, or where none is awaited. */
  readonly lateSince: string | null;
};

/**
 * Coverage and freshness: for each subject and each indicator it has ever told, until when, and since when it is late.
 * A gap that was told (`not_reported`) is no value. By subject, then indicator.
 *
 * @param indicators only these; all those of the registry by default
 */
export async function listFreshness(
  db: Queryable,
  today: string,
  indicators?: readonly string[],
): Promise<Freshness[]> {
  const rows = await db.query<Omit<Freshness, 'lateSince'>>(
    `select subject_id as "subjectId", indicator, min(period_start)::text as "from", max(period_end)::text as until,
       count(distinct (period_start, period_end))::integer as periods, max(recorded_at) as "lastRecordedAt"
     from observations.observation as told
     where ($1::text[] is null or indicator = any($1)) and (value is not null or category is not null)
       and not exists (select from observations.observation as later where later.supersedes = told.id)
     group by subject_id, indicator order by subject_id, indicator`,
    [indicators ?? null],
  );
  return rows.flatMap((row) => {
    const indicator = findIndicator(row.indicator);
    if (indicator === undefined) return [];
    const from = lateFrom(indicator, row.until);
    return [{ ...row, lateSince: from !== null && from <= today ? from : null }];
  });
}
