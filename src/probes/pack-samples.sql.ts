/** Packs samples: moves those of closed hours to `probes.sample`, and counts them in the days of targets and procedures. */
import type { Queryable, Transactional } from '../core/database.ts';
import { readPackedDaily, writeDaily } from './daily.sql.ts';
import { type Kind, readMinuteDays, readMinutes, writeMinuteDays } from './minute-day.sql.ts';
import { putHours } from './minute-day.ts';
import { hoursTouchedBy } from './minutes.ts';
import { recountDays } from './packed-day.ts';
import { readPackedHours, takeRecentHours, writePackedHours } from './packed-hour.sql.ts';
import { mergeChanges } from './packed-hour.ts';
import { HOUR_MS, hourMsOf, MINUTE_MS, placeOfHour } from './paris-hours.ts';
import { dropOldPartitions, makePartitions, oldestKept } from './sample-partition.sql.ts';

/** How long after its end an hour is packed: what comes later is merged the next time. */
const CLOSED_AFTER_MS = 10 * MINUTE_MS;
/** Targets, or procedures, that are worked on at once. */
const AT_ONCE = 200;

/**
 * Packs the samples of all hours that are over since ten minutes; no figure changes, whoever writes or reads meanwhile.
 * Each hour is one transaction: ended at any moment, nothing is lost nor counted twice. What comes late to an hour that is
 * packed is merged with it, and what is counted depends on the samples alone. Samples older than what is kept of them
 * are dropped, uncounted, and so are the weeks that are past it.
 */
export async function packSamples(db: Transactional, now: Date): Promise<void> {
  await makePartitions(db, now);
  await dropOldPartitions(db, now);
  const closedBefore = hourMsOf(now.getTime() - CLOSED_AFTER_MS);
  for (let isMore = true; isMore; )
    isMore = await db.transaction((tx) => packOldestHour(tx, closedBefore, now));
}

/** @returns whether there may be another; false too while another process is at it */
async function packOldestHour(tx: Queryable, closedBefore: number, now: Date): Promise<boolean> {
  const [lock] = await tx.query<{ isFree: boolean }>(
    `select pg_try_advisory_xact_lock(hashtext('vigie.samples')) as "isFree"`,
  );
  if (lock?.isFree !== true) return false;
  await dropTooOld(tx, now);
  const [oldest] = await tx.query<{ at: Date | null }>(
    'select min(at) as at from probes.recent_sample where at < $1',
    [new Date(closedBefore)],
  );
  if (!oldest?.at) return false;
  const hourMs = hourMsOf(oldest.at.getTime());
  const changed = await listWaitingTargets(tx, hourMs);
  for (const targetIds of inParts(changed)) await packHour(tx, targetIds, hourMs);
  await recountMinutes(tx, 'target', changed, hourMs);
  await recountMinutes(tx, 'subject', await listSubjects(tx, changed, hourMs), hourMs);
  return true;
}

async function dropTooOld(tx: Queryable, now: Date): Promise<void> {
  await tx.query('delete from probes.recent_sample where at < $1', [oldestKept(now)]);
}

async function listWaitingTargets(tx: Queryable, hourMs: number): Promise<number[]> {
  const rows = await tx.query<{ id: number }>(
    'select distinct target_id as id from probes.recent_sample where at >= $1 and at < $2 order by 1',
    [new Date(hourMs), new Date(hourMs + HOUR_MS)],
  );
  return rows.map(({ id }) => id);
}

/** The procedures that targets counted for in an hour or in the next, whose minutes it may reach. */
async function listSubjects(tx: Queryable, targetIds: readonly number[], hourMs: number): Promise<number[]> {
  const rows = await tx.query<{ id: number }>(
    `select distinct subject_id as id from probes.target_use
     where target_id = any($1::bigint[]) and since < $3 and (until is null or until > $2) order by 1`,
    [targetIds, new Date(hourMs), new Date(hourMs + 2 * HOUR_MS)],
  );
  return rows.map(({ id }) => id);
}

async function packHour(tx: Queryable, targetIds: readonly number[], hourMs: number): Promise<void> {
  const wanted = { targetIds, fromMs: hourMs, toMs: hourMs + HOUR_MS };
  const taken = await takeRecentHours(tx, wanted);
  const changes = mergeChanges(await readPackedHours(tx, wanted), taken);
  await writePackedHours(
    tx,
    changes.map(({ after }) => after),
  );
  const { day } = placeOfHour(hourMs);
  const held = await readPackedDaily(tx, { targetIds, from: day, to: day });
  await writeDaily(tx, recountDays(held, changes));
}

/** Counts again the minutes of an hour, and those of the next that its samples reach. */
async function recountMinutes(
  tx: Queryable,
  kind: Kind,
  ids: readonly number[],
  hourMs: number,
): Promise<void> {
  const hours = hoursTouchedBy(hourMs);
  const days = [...new Set(hours.map((one) => placeOfHour(one).day))];
  for (const some of inParts(ids)) {
    const wanted = { ids: some, hours, untilMs: Number.POSITIVE_INFINITY };
    const minutes = await readMinutes(tx, kind, wanted);
    const held = await readMinuteDays(tx, kind, some, days);
    await writeMinuteDays(tx, kind, putHours(held, minutes));
  }
}

function inParts(ids: readonly number[]): number[][] {
  return Array.from({ length: Math.ceil(ids.length / AT_ONCE) }, (_, at) =>
    ids.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
  );
}
