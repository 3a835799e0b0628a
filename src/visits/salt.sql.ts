/** The salt of a day, one for all processes. */
import type { Queryable } from '../core/database.ts';

/** Gives the store a salt for a day, unless it has one. @returns the one that holds */
export async function offerSalt(db: Queryable, day: string, salt: Buffer): Promise<Buffer> {
  await db.query('insert into visits.salt (day, salt) values ($1, $2) on conflict do nothing', [day, salt]);
  const [held] = await db.query<{ salt: Buffer }>('select salt from visits.salt where day = $1', [day]);
  return held?.salt ?? salt;
}

export async function eraseSaltsBefore(db: Queryable, day: string): Promise<void> {
  await db.query('delete from visits.salt where day < $1', [day]);
}
