/** Looks into what is kept of visits. */
import type { Queryable } from '../../src/core/database.ts';

/** Every row of every table of visits, as text. */
export async function dumpVisits(db: Queryable): Promise<string> {
  const tables = await db.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'visits' order by 1`,
  );
  const rows: string[] = [];
  for (const { name } of tables) {
    const some = await db.query<{ row: string }>(`select to_jsonb(one)::text as row from ${name} as one`);
    rows.push(...some.map(({ row }) => `${name} ${row}`));
  }
  return rows.join('\n');
}

/** The sum of all views of a subject. */
export async function viewsOf(db: Queryable, subjectId: number): Promise<number> {
  const [found] = await db.query<{ n: number }>(
    `select coalesce(sum(views), 0)::bigint as n from visits.daily where subject_id = $1 and dimension = 'whole'`,
    [subjectId],
  );
  return found?.n ?? 0;
}
