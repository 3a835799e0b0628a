import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../test/support/database.ts';
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
