/** Samples as they come, and as they are read again. */
import type { Queryable } from '../core/database.ts';
import { VigieError } from '../core/errors.ts';
import { codeOf, verdictOf } from './outcome.ts';
import { readHours } from './packed-hour.sql.ts';
import { storedMs, unpackHour, type VantageSample } from './packed-hour.ts';
import { hourMsOf } from './paris-hours.ts';
import type { Sample } from './sample.ts';

/**
 * Keeps samples of a point of measure. Those that are known already change nothing, so that a batch may be sent again;
 * several may write at once.
 *
 * @returns how many were new
 * @throws VigieError InvalidInput when a right answer has no time to its first byte: nothing of the batch is kept
 */
export async function insertSamples(
  tx: Queryable,
  vantageId: number,
  samples: readonly Sample[],
): Promise<number> {
  if (samples.length === 0) return 0;
  refuseTimeless(samples);
  const [row] = await tx.query<{ n: number }>(
    `with given as (
       select *, date_trunc('hour', at, 'UTC') as hour
       from unnest($2::bigint[], $3::timestamptz[], $4::smallint[], $5::smallint[], $6::smallint[], $7::smallint[],
         $8::smallint[], $9::smallint[])
         as given (target_id, at, outcome, name_ms, connect_ms, tls_ms, first_byte_ms, whole_ms)
     ), kept as (
       insert into probes.recent_sample
         (target_id, vantage_id, at, outcome, name_ms, connect_ms, tls_ms, first_byte_ms, whole_ms)
       select target_id, $1, at, outcome, name_ms, connect_ms, tls_ms, first_byte_ms, whole_ms from given
       -- A row at a time, found by its key: as a join, all that is packed would be read.
       where not coalesce((
         select floor(extract(epoch from given.at - given.hour))::smallint = any(packed.seconds)
         from probes.sample as packed
         where packed.target_id = given.target_id and packed.vantage_id = $1 and packed.hour = given.hour
       ), false)
       order by target_id, at
       on conflict do nothing returning 1
     ) select count(*) as n from kept`,
    [
      vantageId,
      samples.map(({ targetId }) => targetId),
      samples.map(({ at }) => at),
      samples.map(({ outcome }) => codeOf(outcome)),
      samples.map(({ nameMs }) => storedMs(nameMs)),
      samples.map(({ connectMs }) => storedMs(connectMs)),
      samples.map(({ tlsMs }) => storedMs(tlsMs)),
      samples.map(({ firstByteMs }) => storedMs(firstByteMs)),
      samples.map(({ wholeMs }) => storedMs(wholeMs)),
    ],
  );
  return row?.n ?? 0;
}

/** Counts of right answers are those of their times. */
function refuseTimeless(samples: readonly Sample[]): void {
  const at = samples.findIndex(
    ({ outcome, firstByteMs }) => firstByteMs === null && ['up', 'degraded'].includes(verdictOf(outcome)),
  );
  if (at < 0) return;
  throw new VigieError('InvalidInput', 'a sample lacks its time to the first byte', [
    { path: `samples.${at}.firstByteMs`, message: 'a right answer has one' },
  ]);
}

/**
 * The samples of targets that were taken within [from, to), to the second, packed or not; the earliest first.
 */
export async function readSamples(
  db: Queryable,
  targetIds: readonly number[],
  from: Date,
  to: Date,
): Promise<VantageSample[]> {
  const wanted = { targetIds, fromMs: hourMsOf(from.getTime()), toMs: to.getTime() };
  const hours = await readHours(db, wanted);
  return hours
    .flatMap(unpackHour)
    .filter(({ at }) => at >= from && at < to)
    .sort(
      (one, other) =>
        one.at.getTime() - other.at.getTime() ||
        one.targetId - other.targetId ||
        one.vantageId - other.vantageId,
    );
}
