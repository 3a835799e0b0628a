import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { addressOf, emptyDatabase, testDatabase } from '../../test/support/database.ts';
import { VigieError } from './errors.ts';
import { openStoreOrLater } from './later-store.ts';
import { openLog } from './log.ts';

const log = openLog('silent');
const isUnavailable = (error: unknown) => error instanceof VigieError && error.code === 'Unavailable';

/** An address at which nothing listens. */
const NOWHERE = 'postgres://nobody@127.0.0.1:9/nothing';

test('a store that does not answer is not waited for where nothing can be served without it', async () => {
  const options = { databaseUrl: NOWHERE, dataDirectory: '/nonexistent', log, mayWait: false };
  await assert.rejects(openStoreOrLater(options), isUnavailable);
});

test('a store that does not answer is refused, statement by statement, until it is closed', async () => {
  const store = await openStoreOrLater({
    databaseUrl: NOWHERE,
    dataDirectory: '/nonexistent',
    log,
    mayWait: true,
    retryMs: 1,
  });
  assert.equal(store.isOpen(), false);
  assert.equal(store.target(), undefined);
  const pool = store.pool({ connections: 1 });
  await assert.rejects(store.db.query('select'), isUnavailable);
  await assert.rejects(
    pool.transaction(async () => {}),
    isUnavailable,
  );
  await store.close();
});

test('a store that is read-only when the server starts is waited for, and opened once it is not', async (t) => {
  const { target, ...db } = await emptyDatabase(t);
  const databaseUrl = addressOf(target);
  const readOnly = (isOn: boolean) =>
    db.query(
      `alter database "${target.database}" set default_transaction_read_only = ${isOn ? 'on' : 'off'}`,
    );
  await readOnly(true);
  const options = { databaseUrl, dataDirectory: '/nonexistent', log, retryMs: 20 };
  await assert.rejects(openStoreOrLater({ ...options, mayWait: false }));
  const store = await openStoreOrLater({ ...options, mayWait: true });
  assert.equal(store.isOpen(), false);
  await db.transaction(async (tx) => {
    await tx.query('set transaction read write');
    await tx.query(`alter database "${target.database}" reset default_transaction_read_only`);
  });
  for (let tries = 0; tries < 200 && !store.isOpen(); tries += 1) await wait(50);
  assert.equal(store.isOpen(), true);
  await store.close();
});

test('a store that is there is open at once, with pools of their own', async (t) => {
  const { target } = await testDatabase(t);
  const { host, port, user, database } = target;
  const databaseUrl = host.startsWith('/')
    ? `postgres://${user}@/${database}?host=${encodeURIComponent(host)}&port=${port}`
    : `postgres://${user}@${host}:${port}/${database}`;
  const store = await openStoreOrLater({ databaseUrl, dataDirectory: '/nonexistent', log, mayWait: true });
  const pool = store.pool({ connections: 1, pipeline: true });
  assert.equal(store.isOpen(), true);
  assert.deepEqual(await pool.transaction(async (tx) => tx.query('select $1::integer as n', [7])), [
    { n: 7 },
  ]);
  assert.equal(pool.connections().open, 1);
  await store.close();
});
