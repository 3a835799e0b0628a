/** The availability of the made-up site: a procedure in each state, with outages, notes and maintenances. */
import { findProcedure } from '../../src/catalogue/index.ts';
import type { Database } from '../../src/core/database.ts';
import { fillSituations } from './availability-store.ts';

/** When the made-up site is looked at (test/support/http.ts). */
const NOW = new Date('2026-01-15T12:00:00Z');

/** @param publicIds eight procedures, in the order of `fillSituations` */
export async function stateJourneyAvailability(db: Database, publicIds: readonly string[]): Promise<void> {
  const found = await Promise.all(publicIds.map((id) => findProcedure(db, id)));
  const subjectIds = found.flatMap((procedure) => procedure?.current.subjectId ?? []);
  if (subjectIds.length < publicIds.length) throw new Error(`a procedure of ${publicIds} does not exist`);
  await fillSituations(db, subjectIds, NOW);
}
