/** The visits of the demonstration come in after the server answers, as its reviews do. */
import { listProcedures } from '../catalogue/index.ts';
import { fixedClock } from '../core/clock.ts';
import type { Transactional } from '../core/database.ts';
import { findDemonstration, lockDemonstration } from '../core/demonstration.sql.ts';
import { addVisitCounts, claimDays, createCounter, listCounters, recordVisitors } from '../visits/index.ts';
import { COUNTED_FROM, COUNTED_PROCEDURES, visitsOf } from './visits.ts';
import { OBSERVATORY } from './words.ts';

/** Where the days come from: nothing else may count on them. */
const SOURCE = 'demonstration';
/** Days of one statement. */
const BATCH = 120;

/**
 * Gives counters and visits to a demonstration that has none yet, in one transaction.
 * @returns false when the store holds no demonstration, or holds counters
 */
export async function loadVisits(db: Transactional): Promise<boolean> {
  return db.transaction(async (tx) => {
    await lockDemonstration(tx);
    if ((await findDemonstration(tx)) === null || (await listCounters(tx)).length > 0) return false;
    const openedAt = fixedClock(`${COUNTED_FROM}T05:00:00Z`).now();
    const procedures = await listProcedures(tx);
    for (const [publicId, steps] of Object.entries(COUNTED_PROCEDURES)) {
      const subjectId = procedures.find((one) => one.publicId === publicId)?.subjectId;
      if (subjectId === undefined) continue;
      const origins = [`https://${publicId}.exemple.example`];
      await createCounter(tx, { subjectId, origins, paths: ['/'], steps, author: OBSERVATORY }, openedAt);
      const all = visitsOf(publicId, subjectId);
      for (let at = 0; at < all.length; at += BATCH) {
        const days = all.slice(at, at + BATCH);
        const where = days.map(({ day }) => ({ subjectId, day }));
        await claimDays(tx, where, SOURCE);
        await addVisitCounts(tx, {
          counts: days.flatMap(({ counts }) => counts),
          durations: days.flatMap(({ durations }) => durations),
        });
        await recordVisitors(
          tx,
          days.map(({ day, visitors }) => ({ subjectId, day, visitors })),
        );
      }
    }
    return true;
  });
}
