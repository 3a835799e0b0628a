/** Minutes of targets and procedures in the store: by day, and hour by hour from the samples. */
import type { Queryable } from '../core/database.ts';
import { type HourMinutes, type IdMinuteDay, sumsOf } from './minute-day.ts';
import { minutesOfProcedure, minutesOfTarget } from './minutes.ts';
import { readHours, readNumbers, writeNumbers } from './packed-hour.sql.ts';
import { HOUR_MS } from './paris-hours.ts';
import type { Target } from './target.ts';

/** Whose minutes: of targets, or of procedures. */
export type Kind = 'target' | 'subject';

export type HoursOf = {
  readonly ids: readonly number[];
  /** Beginnings of hours, in ms of the epoch. */
  readonly hours: readonly number[];
  /** No minute that begins then or later has a verdict, in ms of the epoch. */
  readonly untilMs: number;
};

/** The minutes of hours of targets, from all their samples, packed or not. */
export async function readTargetMinutes(db: Queryable, wanted: HoursOf): Promise<HourMinutes[]> {
  const { ids: targetIds, hours, untilMs } = wanted;
  if (targetIds.length === 0 || hours.length === 0) return [];
  const [fromMs, toMs] = [Math.min(...hours) - HOUR_MS, Math.max(...hours) + HOUR_MS];
  const samples = Map.groupBy(await readHours(db, { targetIds, fromMs, toMs }), ({ targetId }) => targetId);
  const targets = await db.query<Pick<Target, 'id' | 'intervalMs' | 'timeoutMs'>>(
    `select id, interval_ms as "intervalMs", timeout_ms as "timeoutMs" from probes.target
     where id = any($1::bigint[]) order by id`,
    [targetIds],
  );
  return targets.flatMap(({ id, ...pace }) =>
    hours.map((hourMs) => {
      const around = (samples.get(id) ?? []).filter(
        (hour) => hour.hourMs === hourMs || hour.hourMs === hourMs - HOUR_MS,
      );
      return { id, hourMs, minutes: minutesOfTarget(around, { hourMs, untilMs, ...pace }) };
    }),
  );
}

type Use = { readonly targetId: number; readonly subjectId: number; since: Date; until: Date | null };

/** The minutes of hours of procedures, from all samples of the targets that counted for them then. */
export async function readSubjectMinutes(db: Queryable, wanted: HoursOf): Promise<HourMinutes[]> {
  const { ids: subjectIds, hours } = wanted;
  if (subjectIds.length === 0 || hours.length === 0) return [];
  const uses = await db.query<Use>(
    `select target_id as "targetId", subject_id as "subjectId", since, until from probes.target_use
     where subject_id = any($1::bigint[]) and since < $3 and (until is null or until > $2)
     order by subject_id, target_id, since`,
    [subjectIds, new Date(Math.min(...hours)), new Date(Math.max(...hours) + HOUR_MS)],
  );
  const ids = [...new Set(uses.map(({ targetId }) => targetId))];
  const seen = await readTargetMinutes(db, { ...wanted, ids });
  const minutesAt = new Map(seen.map(({ id, hourMs, minutes }) => [`${id} ${hourMs}`, minutes]));
  return [...Map.groupBy(uses, ({ subjectId }) => subjectId)].flatMap(([id, given]) =>
    hours.map((hourMs) => {
      const targets = given.map(({ targetId, since, until }) => ({
        minutes: minutesAt.get(`${targetId} ${hourMs}`) ?? [],
        sinceMs: since.getTime(),
        untilMs: until?.getTime() ?? Number.POSITIVE_INFINITY,
      }));
      return { id, hourMs, minutes: minutesOfProcedure(hourMs, targets) };
    }),
  );
}

const READERS = { target: readTargetMinutes, subject: readSubjectMinutes };

export function readMinutes(db: Queryable, kind: Kind, wanted: HoursOf): Promise<HourMinutes[]> {
  return READERS[kind](db, wanted);
}

/** Days of targets or procedures, as they are kept: minutes by hour and verdict. */
export async function readMinuteDays(
  db: Queryable,
  kind: Kind,
  ids: readonly number[],
  days: readonly string[],
): Promise<IdMinuteDay[]> {
  const rows = await db.query<{ id: number; day: string; minutes: string }>(
    `select ${kind}_id as id, day, minutes::text as minutes from probes.${kind}_day
     where ${kind}_id = any($1::bigint[]) and day = any($2::date[]) order by 1, 2`,
    [ids, days],
  );
  return rows.map(({ id, day, minutes }) => ({ id, day, minutes: readNumbers(minutes) }));
}

export async function writeMinuteDays(
  tx: Queryable,
  kind: Kind,
  days: readonly IdMinuteDay[],
): Promise<void> {
  const sums = days.map(sumsOf);
  await tx.query(
    `insert into probes.${kind}_day (${kind}_id, day, minutes, whole, business)
     select id, day, minutes::smallint[], whole::smallint[], business::smallint[]
     from unnest($1::bigint[], $2::date[], $3::text[], $4::text[], $5::text[]) as given (id, day, minutes, whole, business)
     on conflict (${kind}_id, day)
     do update set minutes = excluded.minutes, whole = excluded.whole, business = excluded.business`,
    [
      days.map(({ id }) => id),
      days.map(({ day }) => day),
      days.map(({ minutes }) => writeNumbers(minutes)),
      sums.map(({ whole }) => writeNumbers(whole)),
      sums.map(({ business }) => writeNumbers(business)),
    ],
  );
}
