/**
 * Brings the store to the shape this version expects: the numbered SQL files of `db/migrations`, forward only,
 * one transaction each, never edited once landed.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Database } from './database.ts';
import { VigieError } from './errors.ts';
import { type AppliedMigration, lockLedger, recordMigration } from './migrations.sql.ts';

/** Where the project keeps its migrations. */
export const MIGRATIONS_DIRECTORY = fileURLToPath(new URL('../../db/migrations', import.meta.url));

type Migration = AppliedMigration & { text: string };

/** What keeps a migration from applying, by SQLSTATE, and what to do about it. */
const REMEDIES: Readonly<Record<string, string>> = {
  '42501': 'The role of VIGIE_DATABASE_URL must own its database.',
  '42P06': 'Another program has a schema of this name there: give Vigie a database of its own.',
  '42P07': 'Another program has a table of this name there: give Vigie a database of its own.',
};

/**
 * Applies the migrations that the store lacks. Safe to run from several processes at once.
 *
 * @returns the names of those applied, in order
 * @throws VigieError Conflict when the store was migrated by other files than these (edited, missing, or newer),
 *   InvalidInput when the role of the connection may not create tables
 */
export async function migrate(db: Database, directory: string = MIGRATIONS_DIRECTORY): Promise<string[]> {
  const migrations = await readMigrations(directory);
  const applied: string[] = [];
  for (;;) {
    const name = await applyNext(db, migrations);
    if (name === null) return applied;
    applied.push(name);
  }
}

async function applyNext(db: Database, migrations: readonly Migration[]): Promise<string | null> {
  try {
    return await db.transaction(async (tx) => {
      const ledger = await lockLedger(tx);
      refuseOtherHistory(ledger, migrations);
      const next = migrations[ledger.length];
      if (next === undefined) return null;
      await recordMigration(tx, next);
      await tx.query(next.text);
      return next.name;
    });
  } catch (error) {
    const remedy = REMEDIES[(error as { code?: string }).code ?? ''];
    if (remedy === undefined) throw error;
    throw new VigieError(
      'InvalidInput',
      `The store cannot be migrated: ${(error as Error).message}. ${remedy}`,
      [],
      error,
    );
  }
}

function refuseOtherHistory(ledger: readonly AppliedMigration[], migrations: readonly Migration[]): void {
  for (const [index, { version, name, sha256 }] of ledger.entries()) {
    const migration = migrations[index];
    if (migration === undefined) {
      throw new VigieError(
        'Conflict',
        `The store was migrated by a newer Vigie (migration ${name} is unknown here): run that version or a later one.`,
      );
    }
    if (migration.version !== version || migration.sha256 !== sha256) {
      throw new VigieError(
        'Conflict',
        `Migration ${migration.name} is not the ${name} that was applied to this store: ` +
          'a migration is never edited once landed; put its file back and write a new one.',
      );
    }
  }
}

async function readMigrations(directory: string): Promise<Migration[]> {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name, index) => {
      const version = Number(/^(\d{4})_[a-z0-9_]+\.sql$/.exec(name)?.[1]);
      if (version !== index + 1) {
        throw new VigieError(
          'Conflict',
          `Migration ${name} is out of order: file ${index + 1} of ${directory} must be named ` +
            `${String(index + 1).padStart(4, '0')}_words.sql, without a gap.`,
        );
      }
      const text = await readFile(join(directory, name), 'utf8');
      return { version, name, text, sha256: createHash('sha256').update(text).digest('hex') };
    }),
  );
}
