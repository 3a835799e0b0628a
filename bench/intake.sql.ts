/** Statements of the measure of the intake. */
import pg from 'pg';
import { type ConnectionTarget, clientConfig, type Queryable } from '../src/core/database.ts';

/** What pgbench inserts: a row as one answer makes one, of a random review. */
export const INSERT_ONE = `\\set subject random(1, 200)
insert into bench_answer values (:subject, gen_random_uuid(), 'satisfaction', 'v1', 'fr', '{10}', null, now());
`;

/** Makes the table of those inserts, empty. */
export async function makeInsertTable(target: ConnectionTarget): Promise<void> {
  const client = new pg.Client(clientConfig(target));
  await client.connect();
  try {
    await client.query(
      'drop table if exists bench_answer; create table bench_answer (like feedback.answer including all)',
    );
  } finally {
    await client.end();
  }
}

/** How many reviews are in the figures. */
export async function countOfReviews(db: Queryable): Promise<number> {
  const [row] = await db.query<{ n: number }>(
    `select coalesce(sum(n), 0)::bigint as n from feedback.daily where question = 'satisfaction'`,
  );
  return row?.n ?? 0;
}
