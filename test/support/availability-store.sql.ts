/** Statements of the tests of pages of availability. */
import type { Queryable } from '../../src/core/database.ts';
import { codeOf, type Outcome } from '../../src/probes/index.ts';

export type MadeLook = {
  readonly targetId: number;
  readonly vantageId: number;
  readonly at: Date;
  readonly outcome: Outcome;
  readonly since: Date;
};

export async function setLatest(db: Queryable, look: MadeLook): Promise<void> {
  await db.query(
    `insert into probes.latest (target_id, vantage_id, at, outcome, verdict_since, detail)
     values ($1, $2, $3, $4, $5, '{}')
     on conflict (target_id, vantage_id) do update
     set at = excluded.at, outcome = excluded.outcome, verdict_since = excluded.verdict_since`,
    [look.targetId, look.vantageId, look.at, codeOf(look.outcome), look.since],
  );
}

export type MadeIncident = {
  readonly targetId: number;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly cause: Outcome;
  readonly vantageIds: readonly number[];
};

/** An incident that was confirmed a minute after it started. */
export async function putIncident(db: Queryable, incident: MadeIncident): Promise<number> {
  const { targetId, startedAt, endedAt, cause, vantageIds } = incident;
  const [row] = await db.query<{ id: number }>(
    `insert into probes.incident (target_id, started_at, confirmed_at, ended_at, cause, vantage_ids)
     values ($1, $2, $2::timestamptz + interval '1 minute', $3, $4, $5) returning id`,
    [targetId, startedAt, endedAt, codeOf(cause), vantageIds],
  );
  return row?.id ?? 0;
}

/** Later samples refuted it. */
export async function withdrawIncident(db: Queryable, id: number, at: Date): Promise<void> {
  await db.query(
    'update probes.incident set withdrawn_at = $2, ended_at = coalesce(ended_at, confirmed_at) where id = $1',
    [id, at],
  );
}

export async function endIncident(db: Queryable, id: number, at: Date): Promise<void> {
  await db.query('update probes.incident set ended_at = $2 where id = $1', [id, at]);
}
