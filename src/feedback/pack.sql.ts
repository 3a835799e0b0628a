/** Packs counts: moves what answers changed since the last time from `feedback.daily` to the packed months and years. */
import type { Queryable, Transactional } from '../core/database.ts';
import { addToYears, monthsFrom, readPackedMonths, writeMonths } from './packed.sql.ts';
import { addUpMonths, blockOf, type CountedMonth, yearsOf } from './packed.ts';

/**
 * Packs the counts of subjects; no figure changes, whoever answers or reads meanwhile. What waits to be packed costs
 * readers its rows, and nothing else depends on when it is done.
 *
 * Each subject is a transaction of its own. It waits for no writer of counts: what one of them is at is left for the next
 * time. A writer that comes to a count that is being packed waits until it is gone, and makes it anew with what it adds.
 *
 * @param subjectIds all of them where nothing is said
 */
export async function packCounts(db: Transactional, subjectIds?: readonly number[]): Promise<void> {
  for (const subjectId of subjectIds ?? (await listWaitingSubjects(db))) {
    await db.transaction(async (tx) => {
      // Two at a time would each add to what they read, and one be lost.
      const lock = `select pg_advisory_xact_lock(hashtextextended('feedback.packed', $1))`;
      await tx.query(lock, [blockOf(subjectId)]);
      const changes = await takeChanges(tx, subjectId);
      if (changes.length === 0) return;
      await writeMonths(tx, addUpMonths([...(await readPackedMonths(tx, changes)), ...changes]));
      await addToYears(tx, yearsOf(changes));
    });
  }
}

async function listWaitingSubjects(db: Queryable): Promise<number[]> {
  const rows = await db.query<{ subjectId: number }>(
    'select distinct subject_id as "subjectId" from feedback.daily order by 1',
  );
  return rows.map(({ subjectId }) => subjectId);
}

function takeChanges(tx: Queryable, subjectId: number): Promise<CountedMonth[]> {
  return tx.query<CountedMonth>(
    `with free as materialized (
       select ctid from feedback.daily where subject_id = $1 for update skip locked
     ), taken as (
       delete from feedback.daily where ctid in (select ctid from free) returning *
     ) ${monthsFrom('taken')}`,
    [subjectId],
  );
}
