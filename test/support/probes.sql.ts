/** Targets in the store of a test, and what was seen of them. */
import type { Queryable } from '../../src/core/database.ts';
import { USUAL_DEMAND } from '../../src/probes/target.ts';

/** Adds targets at these addresses; their ids. A pace below the usual bounds is let through. */
export async function addProbedTargets(
  db: Queryable,
  urls: readonly string[],
  intervalMs = 60_000,
): Promise<number[]> {
  const { method, expectedStatus } = USUAL_DEMAND;
  if (intervalMs < 10_000)
    await db.query(
      `alter table probes.target drop constraint target_interval_is_bounded,
         drop constraint target_timeout_is_bounded`,
    );
  const ids: number[] = [];
  for (const url of urls) {
    const [row] = await db.query<{ id: number }>(
      `insert into probes.target (url, method, expected_status, interval_ms, timeout_ms, slow_ms, author, created_at)
       values ($1, $2, $3, $4, least($4, 10000), least($4, 2000), 'test', '2026-01-01') returning id`,
      [url, method, expectedStatus, intervalMs],
    );
    ids.push(row?.id ?? 0);
  }
  return ids;
}

export type SeenSample = {
  readonly target: number;
  readonly vantage: string;
  readonly at: Date;
  readonly outcome: number;
};

export function listSeen(db: Queryable): Promise<SeenSample[]> {
  return db.query<SeenSample>(
    `select target_id as target, slug as vantage, at, outcome from probes.recent_sample
     join probes.vantage on vantage.id = vantage_id order by at, slug, target_id`,
  );
}

export type SeenIncident = {
  readonly target: number;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly vantages: number;
};

export function listIncidents(db: Queryable): Promise<SeenIncident[]> {
  return db.query<SeenIncident>(
    `select target_id as target, started_at as "startedAt", ended_at as "endedAt", cardinality(vantage_ids) as vantages
     from probes.incident order by id`,
  );
}

export function listWatches(db: Queryable): Promise<{ vantage: string; from: Date; to: Date }[]> {
  return db.query(
    `select slug as vantage, started_at as "from", ended_at as "to" from probes.watch
     join probes.vantage on vantage.id = vantage_id order by started_at`,
  );
}

/** Whether a transaction waits for the lock of another one. */
export async function isSomeoneWaiting(db: Queryable): Promise<boolean> {
  const locks = await db.query(
    `select from pg_locks join pg_database on pg_database.oid = database
     where datname = current_database() and not granted`,
  );
  return locks.length > 0;
}

/** The last looks, with their details. */
export function listLatest(db: Queryable) {
  return db.query<{ at: Date; outcome: number; since: Date; detail: { status: number | null } }>(
    'select at, outcome, verdict_since as since, detail from probes.latest order by vantage_id, target_id',
  );
}
