/** Statements of the tests of probes. */
import type { Queryable } from '../../src/core/database.ts';

export async function createVantages(db: Queryable, many: number, at: Date): Promise<number[]> {
  const rows = await db.query<{ id: number }>(
    `insert into probes.vantage (slug, name, author, created_at)
     select 'point-' || n, 'Point ' || n, 'test', $2 from generate_series(1, $1::int) as n returning id`,
    [many, at],
  );
  return rows.map(({ id }) => id);
}

/** Every row of the tables that packing writes, as text. */
export async function dumpPacked(db: Queryable): Promise<Record<string, string[]>> {
  const tables = ['sample', 'recent_sample', 'daily', 'target_day', 'subject_day'];
  const dumped: [string, string[]][] = [];
  for (const table of tables) {
    const rows = await db.query<{ row: string }>(
      `select kept::text as row from probes.${table} as kept order by 1`,
    );
    dumped.push([table, rows.map(({ row }) => row)]);
  }
  return Object.fromEntries(dumped);
}

export async function listWeeks(db: Queryable): Promise<string[]> {
  const rows = await db.query<{ name: string }>(
    `select relname as name from pg_inherits join pg_class on pg_class.oid = inhrelid
     where inhparent = 'probes.sample'::regclass order by 1`,
  );
  return rows.map(({ name }) => name);
}

/** Leaves no sample, nor anything that was counted. */
export async function emptySamples(db: Queryable): Promise<void> {
  await db.query(
    'truncate probes.sample, probes.recent_sample, probes.daily, probes.target_day, probes.subject_day',
  );
}

/** Gives each day after one, until another, what was counted on it. */
export async function repeatDays(db: Queryable, day: string, until: string): Promise<void> {
  for (const [table, columns] of [
    ['daily', 'target_id, vantage_id, verdicts, response_ms, business_steps, other_steps, business, other'],
    ['target_day', 'target_id, minutes, whole, business'],
    ['subject_day', 'subject_id, minutes, whole, business'],
  ]) {
    await db.query(
      `insert into probes.${table} (day, ${columns})
       select later::date, ${columns} from probes.${table},
         generate_series($1::date + 1, $2::date, interval '1 day') as later
       where day = $1`,
      [day, until],
    );
  }
}

export async function addCheck(
  db: Queryable,
  check: { targetId: number; kind: string; checkedAt: Date; result: string; figures: object | null },
): Promise<void> {
  const evidence = { url: 'https://demarche.example/', reason: null, advice: [], excerpts: [] };
  await db.query(
    `insert into probes.check_result (target_id, kind, checked_at, result, figures, evidence)
     values ($1, $2, $3, $4, $5, $6)`,
    [check.targetId, check.kind, check.checkedAt, check.result, check.figures, evidence],
  );
}

export async function addWatch(db: Queryable, vantageId: number, from: Date, to: Date): Promise<void> {
  await db.query('insert into probes.watch (vantage_id, started_at, ended_at) values ($1, $2, $3)', [
    vantageId,
    from,
    to,
  ]);
}
