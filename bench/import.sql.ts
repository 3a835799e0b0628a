/** The statement of the measure of imports. */
import type { Queryable } from '../src/core/database.ts';

/** Where the write-ahead log of the store ends, and the megabytes from an earlier place to there. */
export async function writtenSince(db: Queryable, from: string): Promise<{ at: string; megabytes: number }> {
  const [row] = await db.query<{ at: string; megabytes: number }>(
    `select at::text, ((at - $1::pg_lsn) / 1e6)::float8 as megabytes from pg_current_wal_lsn() as at`,
    [from],
  );
  if (row === undefined) throw new Error('the store does not say where its log ends');
  return row;
}
