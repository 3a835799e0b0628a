/** Packs counts: moves what answers changed since the last time from `feedback.daily` to the packed months and years. */
import type { Queryable, Transactional } from '../core/database.ts';
import { addToYears, monthsFrom, readPackedMonths, writeMonths } from './packed.sql.ts';
import { addUpMonths, blockOf, type CountedMonth, mergeMonths, yearsOf } from './packed.ts';

/**
 * Packs the counts of subjects; no figure changes, whoever answers or reads meanwhile. What waits to be packed costs
 * readers its rows, and nothing else depends on when it is done.
 *
 * Each subject is a transaction of its own. It waits for nobody: what a writer of counts is at is left for the next time,
 * and so is a subject of which somebody else packs the block. A writer that comes to a count that is being packed waits until
 * it is gone, and makes it anew with what it adds.
 *
 * @param subjectIds all of them where nothing is said
 */
export async function packCounts(db: Transactional, subjectIds?: readonly number[]): Promise<void> {
  for (const subjectId of subjectIds ?? (await listWaitingSubjects(db))) {
    await db.transaction(async (tx) => {
      const [block] = await tx.query<{ isOurs: boolean }>(
        `select pg_try_advisory_xact_lock(${BLOCK_LOCK}) as "isOurs"`,
        [blockOf(subjectId)],
      );
      if (block?.isOurs !== true) return;
      const changes = await takeChanges(tx, subjectId);
      if (changes.length > 0) await addToPacked(tx, addUpMonths(changes));
    });
  }
}

/** Two that pack a block at a time would each add to what they read, and one be lost. */
const BLOCK_LOCK = `hashtextextended('feedback.packed', $1)`;

/**
 * Adds counts of one block, each month once, to what is packed: what many answers of the past change together need not be
 * written by day first. The caller's transaction may be long: packers leave the block for the next time.
 *
 * The lock on the table of days is what a writer of counts has: a recount waits for it.
 */
export async function packCountsOf(tx: Queryable, months: readonly CountedMonth[]): Promise<void> {
  const [first] = months;
  if (first === undefined) return;
  await tx.query('lock table feedback.daily in row exclusive mode');
  await tx.query(`select pg_advisory_xact_lock(${BLOCK_LOCK})`, [blockOf(first.subjectId)]);
  await addToPacked(tx, months);
}

async function addToPacked(tx: Queryable, changes: readonly CountedMonth[]): Promise<void> {
  await writeMonths(tx, mergeMonths([...(await readPackedMonths(tx, changes)), ...changes]));
  await addToYears(tx, yearsOf(changes));
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
