/**
 * Whether the store holds demonstration data, how they come into an empty store and how they leave it. They are the
 * only published editions that may ever be removed, and only while no real data stand beside them.
 */
import type { Queryable } from './database.ts';

/** `kept`: real data stand beside them, at someone's request: nothing removes them any more. */
export type Demonstration = { readonly loadedAt: Date; readonly kept: boolean };

/** What an import did of the demonstration; null where the store held none. */
export type DemonstrationOutcome = 'removed' | 'kept' | null;

/** The schemas of facts and of what is made of them: all that a demonstration fills. Not people, nor jobs. */
export const DEMONSTRATION_SCHEMAS: readonly string[] = [
  'catalogue',
  'observations',
  'feedback',
  'visits',
  'probes',
  'editions',
];

/** The demonstration that the store holds; null when it holds none. */
export async function findDemonstration(db: Queryable): Promise<Demonstration | null> {
  const [found] = await db.query<Demonstration>(
    'select loaded_at as "loadedAt", kept from core.demonstration',
  );
  return found ?? null;
}

/**
 * Marks an empty store as holding the demonstration that the same transaction then writes.
 * @returns false, and nothing is marked, when the store holds anything
 */
export async function beginDemonstration(tx: Queryable, loadedAt: Date): Promise<boolean> {
  await lockDemonstration(tx);
  const tables = await listTables(tx);
  const any = ['core.demonstration', ...tables].map((table) => `exists (select from ${table})`).join(' or ');
  const [store] = await tx.query<{ holds: boolean }>(`select ${any} as holds`);
  if (store?.holds !== false) return false;
  await tx.query('insert into core.demonstration (loaded_at) values ($1)', [loadedAt]);
  return true;
}

/**
 * The first statements of a transaction that brings real data: the demonstration leaves the store, or stays in it for
 * ever where that is asked. Other imports, and the load of a demonstration, wait for the end of the transaction.
 *
 * Rows are deleted, not truncated: the site is read meanwhile, and readers see the demonstration until the commit. One
 * statement deletes them all, so that no order between tables that refer to one another is needed.
 */
export async function leaveDemonstration(
  tx: Queryable,
  { keep }: { keep: boolean },
): Promise<DemonstrationOutcome> {
  await lockDemonstration(tx);
  const found = await findDemonstration(tx);
  if (found === null) return null;
  if (found.kept) return 'kept';
  if (keep) {
    await tx.query('update core.demonstration set kept = true');
    return 'kept';
  }
  const tables = await listTables(tx);
  for (const table of tables) await tx.query(`alter table ${table} disable trigger user`);
  const deletions = tables.map((table, at) => `deleted_${at} as (delete from ${table})`).join(', ');
  const mark = await tx.query(`with ${deletions} delete from core.demonstration where not kept returning 1`);
  if (mark.length !== 1) throw new Error('only a demonstration that nobody kept may be removed');
  for (const table of tables) await tx.query(`alter table ${table} enable trigger user`);
  return 'removed';
}

/** Other imports, and other loads of the demonstration, wait for the end of this transaction. */
export async function lockDemonstration(tx: Queryable): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('vigie.demonstration'))`);
}

/** The tables of the schemas, those of features to come included; their names are ready for a statement. */
async function listTables(db: Queryable): Promise<string[]> {
  const rows = await db.query<{ name: string }>(
    `select format('%I.%I', s.nspname, c.relname) as name
     from pg_class c join pg_namespace s on s.oid = c.relnamespace
     where s.nspname = any($1) and c.relkind in ('r', 'p') and not c.relispartition
     order by array_position($1, s.nspname::text), c.relname`,
    [DEMONSTRATION_SCHEMAS],
  );
  return rows.map(({ name }) => name);
}
