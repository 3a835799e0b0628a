/** The weeks of packed samples: each is a table of its own, made ahead, and dropped whole when it is past. */
import { addDays, dayOf } from '../core/clock.ts';
import type { Queryable, Transactional } from '../core/database.ts';

/** Days for which samples are kept one by one; their days are kept for ever. */
export const DETAIL_DAYS = 90;
const WEEK_DAYS = 7;
/** A Monday. */
const FIRST_WEEK = '2024-01-01';
const DAY_MS = 86_400_000;
/** Readers of samples wait while a week is made or dropped: no longer than this, or it is for the next time. */
const LOCK_TIMEOUT = `set local lock_timeout = '2s'`;

/** The instant before which samples are kept no more. */
export function oldestKept(now: Date): Date {
  return new Date(`${weekOf(addDays(dayOf(now), -DETAIL_DAYS))}T00:00:00Z`);
}

/** The Monday of the week of a day. */
function weekOf(day: string): string {
  const days = (Date.parse(`${day}T00:00:00Z`) - Date.parse(`${FIRST_WEEK}T00:00:00Z`)) / DAY_MS;
  return addDays(FIRST_WEEK, Math.floor(days / WEEK_DAYS) * WEEK_DAYS);
}

const tableOf = (week: string) => `sample_${week.replaceAll('-', '_')}`;

/** Makes the weeks that samples may fall in, from the oldest that is kept to the next, where they are not there. */
export async function makePartitions(db: Transactional, now: Date): Promise<void> {
  const known = new Set((await listPartitions(db)).map(({ name }) => name));
  const last = addDays(weekOf(dayOf(now)), WEEK_DAYS);
  const weeks: string[] = [];
  for (let week = weekOf(dayOf(oldestKept(now))); week <= last; week = addDays(week, WEEK_DAYS)) {
    if (!known.has(tableOf(week))) weeks.push(week);
  }
  if (weeks.length === 0) return;
  await db.transaction(async (tx) => {
    await tx.query(LOCK_TIMEOUT);
    await tx.query(`select pg_advisory_xact_lock(hashtext('vigie.sample-weeks'))`);
    for (const week of weeks) {
      await tx.query(
        `create table if not exists probes.${tableOf(week)} partition of probes.sample
         for values from ('${week}T00:00:00Z') to ('${addDays(week, WEEK_DAYS)}T00:00:00Z')`,
      );
    }
  });
}

/** Drops the weeks of which nothing is kept. */
export async function dropOldPartitions(db: Transactional, now: Date): Promise<void> {
  const kept = tableOf(dayOf(oldestKept(now)));
  for (const { name } of await listPartitions(db)) {
    if (name >= kept) continue;
    await db.transaction(async (tx) => {
      await tx.query(LOCK_TIMEOUT);
      await tx.query(`drop table if exists probes.${name}`);
    });
  }
}

/** Names sort as their weeks do. */
async function listPartitions(db: Queryable): Promise<{ name: string }[]> {
  return db.query<{ name: string }>(
    `select relname as name from pg_inherits join pg_class on pg_class.oid = inhrelid
     where inhparent = 'probes.sample'::regclass and relname ~ '^sample_[0-9_]+$' order by 1`,
  );
}
