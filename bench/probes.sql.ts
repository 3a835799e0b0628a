/** Targets for a measure, and when each was looked at. */
import type { Queryable } from '../src/core/database.ts';

export async function addBenchTargets(
  db: Queryable,
  urls: readonly string[],
  intervalMs: number,
): Promise<void> {
  await db.query(
    `insert into probes.target (url, method, expected_status, interval_ms, timeout_ms, slow_ms, author, created_at)
     select url, 'GET', '200-299', $2, 10000, 2000, 'bench', now() from unnest($1::text[]) as given (url)`,
    [urls, intervalMs],
  );
}

export type Looked = { readonly targetId: number; readonly at: Date; readonly outcome: number };

export function listLooks(db: Queryable, since: Date): Promise<Looked[]> {
  return db.query<Looked>(
    `select target_id as "targetId", at, outcome from probes.recent_sample where at >= $1 order by at`,
    [since],
  );
}
