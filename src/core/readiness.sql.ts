/** Whether the store can serve. */
import type { Queryable } from './database.ts';
import { VigieError } from './errors.ts';

/**
 * Resolves when the store answers and holds the migrations.
 * @throws VigieError Unavailable otherwise
 */
export async function checkReadiness(db: Queryable): Promise<void> {
  const [row] = await db.query<{ migrated: boolean }>(
    `select to_regclass('public.vigie_migration') is not null as migrated`,
  );
  if (!row?.migrated) throw new VigieError('Unavailable', 'The store is not migrated.');
}
