/** The ledger of migrations: which were applied, and the SHA-256 of each as it was applied. */
import type { Queryable } from './database.ts';

export type AppliedMigration = { version: number; name: string; sha256: string };

/** Any number, the same for every Vigie: two processes that migrate wait for one another. */
const MIGRATION_LOCK = 7_364_201;

/** Waits for other runners, then makes the ledger if it is missing, and gives it. */
export async function lockLedger(tx: Queryable): Promise<AppliedMigration[]> {
  await tx.query('set local statement_timeout = 0');
  await tx.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
  await tx.query(`
    create table if not exists public.vigie_migration (
      version integer primary key,
      name text not null,
      sha256 text not null,
      applied_at timestamptz not null default now()
    )`);
  return tx.query<AppliedMigration>(
    'select version, name, sha256 from public.vigie_migration order by version',
  );
}

/** The first statement of a migration: a runner that did not wait clashes here. */
export async function recordMigration(tx: Queryable, migration: AppliedMigration): Promise<void> {
  await tx.query('insert into public.vigie_migration (version, name, sha256) values ($1, $2, $3)', [
    migration.version,
    migration.name,
    migration.sha256,
  ]);
}
