/** Databases of tests, made and dropped. */
import pg from 'pg';
import { type ConnectionTarget, clientConfig, type Database } from '../../src/core/database.ts';

export async function createFromTemplate(
  on: ConnectionTarget,
  name: string,
  template: string,
): Promise<void> {
  await runOn(on, `create database ${pg.escapeIdentifier(name)} template ${pg.escapeIdentifier(template)}`);
}

/** Drops a database, whoever is still connected to it. */
export async function dropDatabase(on: ConnectionTarget, name: string): Promise<void> {
  await runOn(on, `drop database if exists ${pg.escapeIdentifier(name)} with (force)`);
}

/**
 * Waits until nobody else is connected to the database of `db`: the server may still carry out what a process had sent
 * before it was killed, its commit included.
 */
export async function untilAlone(db: Database): Promise<void> {
  const deadline = AbortSignal.timeout(180_000);
  for (;;) {
    deadline.throwIfAborted();
    const [row] = await db.query<{ connections: number }>(
      `select count(*) as connections from pg_stat_activity
       where datname = current_database() and backend_type = 'client backend'`,
    );
    if (row?.connections === db.connections().open) return;
  }
}

/** Runs statements on a connection made for them. */
export async function runOn(on: ConnectionTarget, statements: string): Promise<void> {
  const client = new pg.Client(clientConfig(on));
  await client.connect();
  try {
    await client.query(statements);
  } finally {
    await client.end();
  }
}
