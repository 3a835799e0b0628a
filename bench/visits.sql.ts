/** Statements of the measure of visits. */
import type { Queryable } from '../src/core/database.ts';

export type StoredVisits = { readonly rows: number; readonly bytes: number };

/** Rows of all tables of visits, and their bytes on disk, indexes included. */
export async function measureStored(db: Queryable): Promise<StoredVisits> {
  const [row] = await db.query<StoredVisits>(
    `select sum(pg_total_relation_size(oid))::bigint as bytes, (
       (select count(*) from visits.daily) + (select count(*) from visits.monthly) + (select count(*) from visits.total)
       + (select count(*) from visits.duration) + (select count(*) from visits.counted_day)
     )::bigint as rows
     from pg_class where relnamespace = 'visits'::regnamespace and relkind = 'r'`,
  );
  return row ?? { rows: 0, bytes: 0 };
}

/** Leaves no day. */
export async function emptyVisits(db: Queryable): Promise<void> {
  await db.query('truncate visits.daily, visits.monthly, visits.total, visits.duration, visits.counted_day');
}

export async function analyzeVisits(db: Queryable): Promise<void> {
  await db.query('analyze');
}

/** All views that are counted. */
export async function countOfViews(db: Queryable): Promise<number> {
  const [row] = await db.query<{ n: number }>(
    `select coalesce(sum(views), 0)::bigint as n from visits.daily where dimension = 'whole'`,
  );
  return row?.n ?? 0;
}
