/** The demonstration leaves with the first real import, in its transaction, unless it is kept; nothing else ever does. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exportCatalogue } from '../src/catalogue/index.ts';
import { openDatabase, type Queryable } from '../src/core/database.ts';
import {
  DEMONSTRATION_SCHEMAS,
  findDemonstration,
  leaveDemonstration,
} from '../src/core/demonstration.sql.ts';
import { listEditions, verifyStored } from '../src/editions/index.ts';
import { listTargets } from '../src/observations/index.ts';
import { testDatabase } from './support/database.ts';
import { load } from './support/demonstration.ts';
import { importRows } from './support/edition-store.ts';

const slugs = async (db: Queryable) => (await listEditions(db)).map(({ slug }) => slug);
const LOADED = ['demo-2026-t3', 'demo-2026-t2', 'demo-2026-t1', 'demo-2025-t4'];

test('an import removes it whole, and the site is told', async (t) => {
  const db = await testDatabase(t);
  await load(db);
  const outcome = await db.transaction(async (tx) => {
    const left = await leaveDemonstration(tx, { keep: false });
    await importRows(tx, [{ 'Nom Démarche': 'Une vraie démarche' }]);
    return left;
  });
  assert.equal(outcome, 'removed');
  assert.equal(await findDemonstration(db), null);
  assert.deepEqual(await slugs(db), ['2025-10']);
  assert.deepEqual(await listTargets(db), []);
  const catalogue = await db.transaction((tx) => exportCatalogue(tx));
  assert.doesNotMatch(new TextDecoder().decode(catalogue), /demo|Mirevale/);
  assert.deepEqual(
    (await verifyStored(db, null)).flatMap(({ findings }) => findings),
    [],
  );
  assert.equal(await db.transaction((tx) => leaveDemonstration(tx, { keep: true })), null);
});

test('what protects published editions is in force again afterwards', async (t) => {
  const db = await testDatabase(t);
  await load(db);
  await db.transaction(async (tx) => {
    await leaveDemonstration(tx, { keep: false });
    await importRows(tx, [{ 'Nom Démarche': 'Une vraie démarche' }]);
  });
  await assert.rejects(db.query('delete from editions.entry'), /never changes/);
  await assert.rejects(db.query('delete from observations.observation'), /never changed nor erased/);
  await assert.rejects(db.query('truncate editions.file'), /never change/);
});

test('an import that is refused leaves it whole', async (t) => {
  const db = await testDatabase(t);
  await load(db);
  const before = await verifyStored(db, null);
  const refused = db.transaction(async (tx) => {
    await leaveDemonstration(tx, { keep: false });
    assert.deepEqual(await slugs(tx), []);
    await importRows(tx, []);
  });
  await assert.rejects(refused, { code: 'InvalidInput' });
  assert.deepEqual(await verifyStored(db, null), before);
  assert.deepEqual(await slugs(db), LOADED);
  assert.equal((await findDemonstration(db))?.kept, false);
});

test('once it is kept beside real data, nothing removes it any more', async (t) => {
  const db = await testDatabase(t);
  await load(db);
  const leave = (keep: boolean) => db.transaction((tx) => leaveDemonstration(tx, { keep }));
  assert.equal(await leave(true), 'kept');
  await importRows(db, [{ 'Nom Démarche': 'Une vraie démarche' }]);
  assert.equal(await leave(false), 'kept');
  assert.deepEqual(await slugs(db), [...LOADED.slice(0, 4), '2025-10']);
  assert.equal((await findDemonstration(db))?.kept, true);
});

test('readers see it until the import that removes it is done, and wait for nothing', async (t) => {
  const db = await testDatabase(t);
  await load(db);
  await db.transaction(async (tx) => {
    await leaveDemonstration(tx, { keep: false });
    assert.deepEqual(await slugs(db), LOADED);
    assert.notEqual(await findDemonstration(db), null);
  });
  assert.deepEqual(await slugs(db), []);
});

test('of two loads at once one is done, and none once an import has begun', async (t) => {
  const db = await testDatabase(t);
  const other = openDatabase(db.target);
  t.after(() => other.close());
  const both = await Promise.all([load(db), load(other)]);
  assert.deepEqual(both.sort(), [false, true]);
  assert.equal((await slugs(db)).length, 4);

  const imported = await testDatabase(t);
  const third = openDatabase(imported.target);
  t.after(() => third.close());
  const begun = Promise.withResolvers<void>();
  const importing = imported.transaction(async (tx) => {
    await leaveDemonstration(tx, { keep: false });
    begun.resolve();
    await importRows(tx, [{ 'Nom Démarche': 'Une vraie démarche' }]);
  });
  await begun.promise;
  assert.equal(await load(third), false);
  await importing;
  assert.deepEqual(await slugs(imported), ['2025-10']);
});

test('a load that fails leaves an empty store, which is loaded at the next start', async (t) => {
  const db = await testDatabase(t);
  const cut = db.transaction(async (tx) => {
    await load(tx);
    throw new Error('cut');
  });
  await assert.rejects(cut, /cut/);
  assert.deepEqual([await findDemonstration(db), await slugs(db)], [null, []]);
  assert.equal(await load(db), true);
});

test('a schema of the store is one that the demonstration fills, or is named here as one it leaves alone', async (t) => {
  const db = await testDatabase(t);
  const schemas = await db.query<{ name: string }>(
    `select nspname as name from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'`,
  );
  const leftAlone = ['core', 'public', 'pgboss', 'accounts'];
  assert.deepEqual(
    schemas
      .map(({ name }) => name)
      .filter((name) => ![...DEMONSTRATION_SCHEMAS, ...leftAlone].includes(name)),
    [],
  );
});

test('within a transaction another one is undone alone', async (t) => {
  const db = await testDatabase(t);
  await db.query('create table kept (n integer)');
  await db.transaction(async (tx) => {
    await tx.query('insert into kept values (1)');
    const inner = tx.transaction(async (nested) => {
      await nested.query('insert into kept values (2)');
      await nested.transaction((deeper) => deeper.query('insert into kept values (3)'));
      await nested.query('select 1/0');
    });
    await assert.rejects(inner, /division by zero/);
    await tx.transaction((nested) => nested.query('insert into kept values (4)'));
  });
  assert.deepEqual(await db.query('select n from kept order by n'), [{ n: 1 }, { n: 4 }]);
});
