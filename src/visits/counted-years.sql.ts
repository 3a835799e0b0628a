import type { Queryable } from '../core/database.ts';

/** The years of which something was counted, `2026` first. */
export async function listCountedYears(db: Queryable): Promise<string[]> {
  const rows = await db.query<{ year: string }>(
    `select distinct to_char(start, 'YYYY') as year from visits.total where grain = 'month' order by year desc`,
  );
  return rows.map(({ year }) => year);
}
