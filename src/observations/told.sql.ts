/** What is told now, parts included: for pages that show every figure of some indicators. */
import type { Queryable } from '../core/database.ts';
import type { RecordedObservation } from './observation.ts';
import { fromRow, type Row } from './observation-row.ts';

/**
 * Every observation of some indicators that no other one supersedes, restricted ones included; by subject, indicator, then
 * oldest period first.
 * @param subjectId only those of this subject
 */
export async function listTold(
  db: Queryable,
  indicators: readonly string[],
  subjectId?: number,
): Promise<RecordedObservation[]> {
  const rows = await db.query<Row>(
    `select * from observations.observation as told
     where indicator = any($1) and ($2::bigint is null or subject_id = $2)
       and not exists (select from observations.observation as later where later.supersedes = told.id)
     order by subject_id, indicator, period_end, period_start, id`,
    [indicators, subjectId ?? null],
  );
  return rows.map(fromRow);
}
