/** What was seen elsewhere before it came here: whole days, and outages. */
import type { Queryable } from '../core/database.ts';
import { writeDaily } from './daily.sql.ts';
import { writeMinuteDays } from './minute-day.sql.ts';
import type { IdMinuteDay } from './minute-day.ts';
import { codeOf, type Outcome } from './outcome.ts';
import { recountDays } from './packed-day.ts';
import type { PackedHour } from './packed-hour.ts';

export type PastDays = {
  /** Every sample of these days, each hour once. */
  readonly hours: readonly PackedHour[];
  readonly targetDays: readonly IdMinuteDay[];
  readonly subjectDays: readonly IdMinuteDay[];
};

/** Keeps days that are over, of which nothing is known yet; their samples are counted, and not kept one by one. */
export async function recordPastDays(
  tx: Queryable,
  { hours, targetDays, subjectDays }: PastDays,
): Promise<void> {
  await writeDaily(
    tx,
    recountDays(
      [],
      hours.map((after) => ({ before: null, after })),
    ),
  );
  await writeMinuteDays(tx, 'target', targetDays);
  await writeMinuteDays(tx, 'subject', subjectDays);
}

export type PastIncident = {
  readonly targetId: number;
  readonly startedAt: Date;
  readonly confirmedAt: Date;
  /** Null while it lasts. */
  readonly endedAt: Date | null;
  readonly cause: Outcome;
  readonly vantageIds: readonly number[];
};

/** Keeps an outage; its id. */
export async function recordPastIncident(tx: Queryable, incident: PastIncident): Promise<number> {
  const { targetId, startedAt, confirmedAt, endedAt, cause, vantageIds } = incident;
  const [kept] = await tx.query<{ id: number }>(
    `insert into probes.incident (target_id, started_at, confirmed_at, ended_at, cause, vantage_ids)
     values ($1, $2, $3, $4, $5, $6) returning id`,
    [targetId, startedAt, confirmedAt, endedAt, codeOf(cause), vantageIds],
  );
  if (kept === undefined) throw new Error('an insertion returned no row');
  return kept.id;
}
