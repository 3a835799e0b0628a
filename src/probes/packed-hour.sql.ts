/** Hours of samples in the store: those that are packed, and those that came since. */
import type { Queryable } from '../core/database.ts';
import { keyOf, mergeHours, type PackedHour, tidyHour } from './packed-hour.ts';

/** Lists of numbers cross the border as text, which is read many times faster than arrays. */
export type HourRow = {
  readonly targetId: number;
  readonly vantageId: number;
  readonly hour: Date;
  readonly seconds: string;
  readonly outcomes: string;
  readonly times: string;
};

export const PACKED = `target_id as "targetId", vantage_id as "vantageId", hour,
  seconds::text as seconds, outcomes::text as outcomes, times::text as times`;

/** Samples of `recent`, by hour, as if they were packed. */
export const BY_HOUR = `select target_id as "targetId", vantage_id as "vantageId", hour,
    string_agg(second::text, ',' order by at) as seconds, string_agg(outcome::text, ',' order by at) as outcomes,
    string_agg(concat_ws(',', coalesce(name_ms, -1), coalesce(connect_ms, -1), coalesce(tls_ms, -1),
      coalesce(first_byte_ms, -1), coalesce(whole_ms, -1)), ',' order by at) as times
  from (
    select *, date_trunc('hour', at, 'UTC') as hour, floor(extract(epoch from at))::bigint % 3600 as second from recent
  ) as placed group by 1, 2, 3`;

/** Numbers in the text of an array. */
export function readNumbers(text: string): number[] {
  return JSON.parse(`[${text.startsWith('{') ? text.slice(1, -1) : text}]`) as number[];
}

/** The text of an array. */
export function writeNumbers(numbers: readonly number[]): string {
  return `{${numbers.join()}}`;
}

export function readHourRow({ targetId, vantageId, hour, seconds, outcomes, times }: HourRow): PackedHour {
  return tidyHour({
    ...{ targetId, vantageId, hourMs: hour.getTime() },
    seconds: readNumbers(seconds),
    outcomes: readNumbers(outcomes),
    times: readNumbers(times),
  });
}

/** Hours of targets that begin within [from, to), by what is wanted of them. */
export type HoursWanted = {
  readonly targetIds: readonly number[];
  readonly fromMs: number;
  readonly toMs: number;
};

/** What is wanted, as values $1 to $3 of a statement. */
function valuesOf({ targetIds, fromMs, toMs }: HoursWanted): unknown[] {
  return [targetIds, new Date(fromMs), new Date(toMs)];
}

export async function readPackedHours(db: Queryable, wanted: HoursWanted): Promise<PackedHour[]> {
  const rows = await db.query<HourRow>(
    `select ${PACKED} from probes.sample where target_id = any($1::bigint[]) and hour >= $2 and hour < $3`,
    valuesOf(wanted),
  );
  return rows.map(readHourRow);
}

/** Samples that are not packed yet. */
export async function readRecentHours(db: Queryable, wanted: HoursWanted): Promise<PackedHour[]> {
  const rows = await db.query<HourRow>(
    `with recent as (
       select * from probes.recent_sample where target_id = any($1::bigint[]) and at >= $2 and at < $3
     ) ${BY_HOUR}`,
    valuesOf(wanted),
  );
  return rows.map(readHourRow);
}

/** All samples, packed or not: one for each target, point of measure and hour that has any. */
export async function readHours(db: Queryable, wanted: HoursWanted): Promise<PackedHour[]> {
  // In this order, what is packed meanwhile is read twice rather than not at all.
  const recent = await readRecentHours(db, wanted);
  return [...mergeByKey([...recent, ...(await readPackedHours(db, wanted))]).values()];
}

/** Takes samples out of those that are not packed yet. */
export async function takeRecentHours(tx: Queryable, wanted: HoursWanted): Promise<PackedHour[]> {
  const rows = await tx.query<HourRow>(
    `with recent as (
       delete from probes.recent_sample where target_id = any($1::bigint[]) and at >= $2 and at < $3 returning *
     ) ${BY_HOUR}`,
    valuesOf(wanted),
  );
  return rows.map(readHourRow);
}

export async function writePackedHours(tx: Queryable, hours: readonly PackedHour[]): Promise<void> {
  await tx.query(
    `insert into probes.sample as held (target_id, vantage_id, hour, seconds, outcomes, times)
     select target_id, vantage_id, to_timestamp(hour_ms / 1000), seconds::smallint[], outcomes::smallint[], times::smallint[]
     from unnest($1::bigint[], $2::smallint[], $3::bigint[], $4::text[], $5::text[], $6::text[])
       as given (target_id, vantage_id, hour_ms, seconds, outcomes, times)
     on conflict (target_id, vantage_id, hour)
     do update set seconds = excluded.seconds, outcomes = excluded.outcomes, times = excluded.times`,
    [
      hours.map(({ targetId }) => targetId),
      hours.map(({ vantageId }) => vantageId),
      hours.map(({ hourMs }) => hourMs),
      hours.map(({ seconds }) => writeNumbers(seconds)),
      hours.map(({ outcomes }) => writeNumbers(outcomes)),
      hours.map(({ times }) => writeNumbers(times)),
    ],
  );
}

/** Hours by key, those of one key merged. */
export function mergeByKey(hours: readonly PackedHour[]): Map<string, PackedHour> {
  const merged = new Map<string, PackedHour>();
  for (const hour of hours) {
    const known = merged.get(keyOf(hour));
    merged.set(keyOf(hour), known === undefined ? hour : mergeHours(known, hour));
  }
  return merged;
}
