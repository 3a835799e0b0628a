/** Databases of tests, made and dropped. */
import pg from 'pg';
import { type ConnectionTarget, clientConfig } from '../../src/core/database.ts';

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
