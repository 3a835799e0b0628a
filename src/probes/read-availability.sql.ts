/** Availability as pages, files and editions read it. */
import type { Queryable } from '../core/database.ts';
import type { AvailabilityFigures, SubjectDays } from './availability.ts';
import { availabilityOf } from './availability.ts';
import { availabilityFigures, dayAvailability, elapsedOf, type SummedDay } from './availability-figures.ts';
import { type Kind, readMinuteDays, readMinutes } from './minute-day.sql.ts';
import { byVerdict, putHours, sumsOf } from './minute-day.ts';
import { hoursTouchedBy } from './minutes.ts';
import { readNumbers } from './packed-hour.sql.ts';
import { boundsOf, hourMsOf, type Period, placeOfHour } from './paris-hours.ts';

/** Of which procedures, or of which targets. */
export type AvailabilityOf =
  | { readonly subjectIds: readonly number[] }
  | { readonly targetIds: readonly number[] };

/**
 * The availability of each procedure or target over a period, until now where it is not over, with the last samples. A
 * procedure is up when all the targets that counted for it then were. One of which nothing is known has coverage 0.
 *
 * @returns by the id that was asked
 */
export async function readAvailability(
  db: Queryable,
  of: AvailabilityOf,
  period: Period,
  now: Date,
): Promise<Map<number, AvailabilityFigures>> {
  const [kind, ids] =
    'subjectIds' in of ? (['subject', of.subjectIds] as const) : (['target', of.targetIds] as const);
  // What is packed between these statements is counted again over itself, and not left out.
  const last = await readLastHours(db, kind, ids, period, now);
  const days = new Map((await readSums(db, kind, ids, period)).map((one) => [keyOf(one), one]));
  for (const one of last) days.set(keyOf(one), one);
  const byId = Map.groupBy(days.values(), ({ id }) => id);
  const elapsed = elapsedOf(period, now);
  return new Map(ids.map((id) => [id, availabilityFigures(byId.get(id) ?? [], elapsed)]));
}

/**
 * Procedures at a glance, over days; of today, until the last hour that was packed (within 75 minutes). Quick for all
 * procedures at once.
 */
export async function listSubjectDays(
  db: Queryable,
  subjectIds: readonly number[],
  period: Period,
  now: Date,
): Promise<SubjectDays[]> {
  const rows = await db.query<{ id: number; days: string[]; whole: string }>(
    `select subject_id as id, array_agg(day::text order by day) as days,
       string_agg(array_to_string(whole, ','), ',' order by day) as whole
     from probes.subject_day where subject_id = any($1::bigint[]) and day between $2 and $3
     group by 1`,
    [subjectIds, period.from, period.to],
  );
  const elapsed = elapsedOf(period, now);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return subjectIds.map((subjectId) => {
    const row = byId.get(subjectId);
    const numbers = readNumbers(row?.whole ?? '');
    const each = numbers.length / Math.max(1, row?.days.length ?? 0);
    const days = (row?.days ?? []).map((day, at) => ({
      day,
      whole: numbers.slice(at * each, (at + 1) * each),
    }));
    const whole = Array.from({ length: each }, (_, verdict) =>
      days.reduce((sum, day) => sum + (day.whole[verdict] ?? 0), 0),
    );
    return {
      subjectId,
      whole: availabilityOf(byVerdict(whole), elapsed.whole),
      days: days.map((one) => ({ day: one.day, availability: dayAvailability(one, elapsed) })),
    };
  });
}

type IdDay = SummedDay & { readonly id: number };

const keyOf = ({ id, day }: IdDay) => `${id} ${day}`;

async function readSums(
  db: Queryable,
  kind: Kind,
  ids: readonly number[],
  { from, to }: Period,
): Promise<IdDay[]> {
  const rows = await db.query<{ id: number; day: string; whole: string; business: string }>(
    `select ${kind}_id as id, day, whole::text as whole, business::text as business from probes.${kind}_day
     where ${kind}_id = any($1::bigint[]) and day between $2 and $3`,
    [ids, from, to],
  );
  return rows.map((row) => ({
    ...{ id: row.id, day: row.day },
    ...{ whole: readNumbers(row.whole), business: readNumbers(row.business) },
  }));
}

/** The days of a period to which samples came that are not packed, with these. */
async function readLastHours(
  db: Queryable,
  kind: Kind,
  ids: readonly number[],
  period: Period,
  now: Date,
): Promise<IdDay[]> {
  const { fromMs, toMs } = boundsOf(period);
  const hours = (await listLastHours(db, kind, ids, now)).filter(
    (hourMs) => hourMs >= fromMs && hourMs < Math.min(toMs, now.getTime()),
  );
  if (hours.length === 0) return [];
  const minutes = await readMinutes(db, kind, { ids, hours, untilMs: now.getTime() });
  const held = await readMinuteDays(db, kind, ids, [...new Set(hours.map((one) => placeOfHour(one).day))]);
  return putHours(held, minutes).map((one) => ({ id: one.id, day: one.day, ...sumsOf(one) }));
}

/** Hours that samples reach which are not packed, and that of now, which is not over. */
async function listLastHours(
  db: Queryable,
  kind: Kind,
  ids: readonly number[],
  now: Date,
): Promise<number[]> {
  const targets =
    kind === 'target'
      ? '$1::bigint[]'
      : `array(select target_id from probes.target_use where subject_id = any($1::bigint[]))`;
  const rows = await db.query<{ hour: Date }>(
    `select distinct date_trunc('hour', at, 'UTC') as hour from probes.recent_sample where target_id = any(${targets})`,
    [ids],
  );
  const touched = rows.flatMap(({ hour }) => hoursTouchedBy(hour.getTime()));
  return [...new Set([...touched, hourMsOf(now.getTime())])].sort((one, other) => one - other);
}
