/**
 * A real, migrated and empty database for a test. In the whole suite all share the server of `test/run.ts`; a file
 * run alone (`node --test src/x.test.ts`) starts one of its own in a temporary directory, and stops it at the end.
 */
import { randomUUID } from 'node:crypto';
import { after, type TestContext } from 'node:test';
import { type ConnectionTarget, type Database, openDatabase } from '../../src/core/database.ts';
import { createFromTemplate, dropDatabase } from './database.sql.ts';
import { openTestServer, type TestServer } from './server.ts';

let server: Promise<TestServer> | undefined;
const drops = new Set<() => Promise<void>>();

after(async () => {
  for (const drop of drops) await drop();
  await (await server)?.close();
});

/** A database with the address that others can reach it by. */
export type TestDatabase = Database & { target: Exclude<ConnectionTarget, string> };

/** Where a database is, as `VIGIE_DATABASE_URL` names it. */
export function addressOf({ user, host, port, database }: TestDatabase['target']): string {
  return `postgres://${user}@${encodeURIComponent(host)}:${port}/${database}`;
}

/** A fresh database, cloned from a migrated template; dropped at the end of the test `t`, or of the file. */
export async function testDatabase(t?: TestContext): Promise<TestDatabase> {
  server ??= openTestServer();
  return cloneOf((await server).target.database, t);
}

/** A database with nothing in it, not even the migrations. */
export async function emptyDatabase(t?: TestContext): Promise<TestDatabase> {
  return cloneOf('template0', t);
}

async function cloneOf(template: string, t: TestContext | undefined): Promise<TestDatabase> {
  server ??= openTestServer();
  const address = (await server).target;
  const maintenance = { ...address, database: 'postgres' };
  const target = { ...address, database: `test_${randomUUID().replaceAll('-', '')}` };
  await createFromTemplate(maintenance, target.database, template);
  const db = openDatabase(target, { connections: 4, onIdleError: () => {} });
  const drop = async () => {
    if (!drops.delete(drop)) return;
    await db.close();
    await dropDatabase(maintenance, target.database);
  };
  drops.add(drop);
  t?.after(drop);
  return { ...db, target };
}
