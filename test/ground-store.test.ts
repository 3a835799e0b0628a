import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { inspect } from 'node:util';
import { openDatabase } from '../src/core/database.ts';
import { MIGRATIONS_DIRECTORY, migrate } from '../src/core/migrations.ts';
import { dumpSchema } from '../src/core/schema-dump.sql.ts';
import { openStore } from '../src/core/store.ts';
import { emptyDatabase, type TestDatabase, testDatabase } from './support/database.ts';

/** The address of a database as an operator would write it. */
function urlOf({ target }: TestDatabase): string {
  return `postgres://${target.user}:hush@${encodeURIComponent(target.host)}:${target.port}/${target.database}`;
}

const openOutside = (databaseUrl: string) => openStore({ databaseUrl, dataDirectory: '/nonexistent' });

test('db/schema.sql is what the migrations make', async (t) => {
  const db = await testDatabase(t);
  const written = readFileSync(new URL('../db/schema.sql', import.meta.url), 'utf8');
  assert.equal(written.slice(written.indexOf('\n\n') + 2), await dumpSchema(db), 'run `npm run schema`');
});

test('an outside database is migrated, and nothing of VIGIE_DATA is touched', async (t) => {
  const store = await openOutside(urlOf(await emptyDatabase(t)));
  assert.deepEqual(await migrate(store.db), []);
  await store.close();
});

test('two runners at once on an empty database both succeed, each migration being applied once', async (t) => {
  const db = await emptyDatabase(t);
  const other = openDatabase(db.target);
  const [one, two] = await Promise.all([migrate(db), migrate(other)]);
  await other.close();
  assert.deepEqual([...one, ...two].sort(), (await readdir(MIGRATIONS_DIRECTORY)).sort());
});

test('a migration that fails leaves nothing of itself, and can be mended', async (t) => {
  const db = await emptyDatabase(t);
  const directory = await migrationsOf(t, { '0001_one.sql': 'create table one (n int); select 1/0;' });
  await assert.rejects(migrate(db, directory), /division by zero/);
  await writeFile(join(directory, '0001_one.sql'), 'create table one (n int);');
  assert.deepEqual(await migrate(db, directory), ['0001_one.sql']);
});

test('an edited, a missing and an unknown migration are refused', async (t) => {
  const db = await emptyDatabase(t);
  const directory = await migrationsOf(t, { '0001_one.sql': 'select 1', '0002_two.sql': 'select 2' });
  await migrate(db, directory);
  await writeFile(join(directory, '0001_one.sql'), 'select 11');
  await assert.rejects(migrate(db, directory), {
    name: 'Conflict',
    message: /0001_one.sql is not .* applied/,
  });
  await writeFile(join(directory, '0001_one.sql'), 'select 1');
  await rename(join(directory, '0002_two.sql'), join(directory, '0003_two.sql'));
  await assert.rejects(migrate(db, directory), {
    name: 'Conflict',
    message: /0003_two.sql is out of order.*0002/,
  });
  await rm(join(directory, '0003_two.sql'));
  await assert.rejects(migrate(db, directory), { name: 'Conflict', message: /newer Vigie.*0002_two.sql/ });
});

test('a server that may forget what it accepted is refused, by the name of the setting', async (t) => {
  const db = await testDatabase(t);
  await db.query(`alter database ${db.target.database} set synchronous_commit = off`);
  await assert.rejects(openOutside(urlOf(db)), {
    name: 'InvalidInput',
    message: /synchronous_commit is off.*Turn it on/,
  });
});

test('a role that may not create is told to own its database', async (t) => {
  const db = await emptyDatabase(t);
  const role = `guest_${db.target.database}`;
  await db.query(`create role ${role} login`);
  const guest = { ...db, target: { ...db.target, user: role } };
  await assert.rejects(openOutside(urlOf(guest)), { name: 'InvalidInput', message: /must own its database/ });
  await db.query(`drop role ${role}`);
});

test('an address that leads nowhere is told without its password', async (t) => {
  const db = await testDatabase(t);
  const cases = [
    ['postgres://user:hush@127.0.0.1:1/store', 'Unavailable'],
    ['postgres://user:hush@host.invalid/store', 'Unavailable'],
    [urlOf({ ...db, target: { ...db.target, database: 'no_such' } }), 'InvalidInput'],
    [urlOf({ ...db, target: { ...db.target, user: 'no_such' } }), 'InvalidInput'],
    ['postgres://user:hush@[bad/store', 'InvalidInput'],
    ['postgres://user:hush@host:port/store', 'InvalidInput'],
  ] as const;
  for (const [url, name] of cases) {
    await assert.rejects(openOutside(url), (error: Error) => {
      assert.equal(error.name, name, `${url}: ${error.message}`);
      assert.match(error.message, /VIGIE_DATABASE_URL/);
      assert.doesNotMatch(inspect(error, { depth: 9 }), /hush/);
      return true;
    });
  }
});

test('a transaction whose connection is cut between statements fails alone', async (t) => {
  const db = await testDatabase(t);
  const cut = db.transaction(async (tx) => {
    const [row] = await tx.query<{ pid: number }>('select pg_backend_pid() as pid');
    await db.query('select pg_terminate_backend($1, 5000)', [row?.pid]);
    await tx.query('select 1');
  });
  await assert.rejects(cut, { name: 'Unavailable' });
  assert.deepEqual(await db.query('select 1 as one'), [{ one: 1 }]);
});

async function migrationsOf(t: TestContext, files: Record<string, string>): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'vigie-migrations-'));
  t.after(() => rm(directory, { recursive: true }));
  for (const [name, text] of Object.entries(files)) await writeFile(join(directory, name), text);
  return directory;
}

test('a full disk is told as such, and any other lack of resources as a moment to wait', async (t) => {
  const db = await testDatabase(t);
  const fail = (state: string) =>
    db.query(
      `do $$ begin raise exception using errcode = '${state}', message = 'could not extend file'; end $$`,
    );
  await assert.rejects(fail('53100'), { code: 'Unavailable', message: /disk of the store is full/ });
  await assert.rejects(fail('53200'), { code: 'Unavailable', message: /does not answer/ });
});
