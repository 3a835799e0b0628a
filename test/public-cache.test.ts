import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { type TestContext, test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { fixedClock } from '../src/core/clock.ts';
import type { Database } from '../src/core/database.ts';
import { guard } from '../src/core/http/guard.ts';
import { openLog } from '../src/core/log.ts';
import { followPublicChanges, type PublicChanges } from '../src/core/public-changes.ts';
import type { AppOptions, Audience } from '../src/web/server.ts';
import { testDatabase } from './support/database.ts';
import { appOptions, HOST, send, serveApp } from './support/http.ts';
import { networkTo } from './support/silent-network.ts';

/** For what comes in a moment: beyond what the slowest machine takes. */
const PATIENTLY = { timeout: 180_000 };

/** An audience that counts its renderings. */
async function serve(t: TestContext, changes: AppOptions['changes'], more: Partial<AppOptions> = {}) {
  let renderings = 0;
  const during: (() => void | Promise<void>)[] = [];
  const audience: Audience = (app) => {
    const answer = async () => {
      await during.shift()?.();
      renderings += 1;
      return `rendered ${renderings}`;
    };
    app.get('/page', guard('public'), async (c) => c.text(await answer()));
    app.get('/cookie', guard('public'), async (c) => c.text(await answer(), 200, { 'set-cookie': 'a=b' }));
    app.get('/private', guard('public'), async (c) =>
      c.text(await answer(), 200, { 'cache-control': 'no-store' }),
    );
    app.get('/operations', guard('operations'), async (c) => c.text(await answer()));
    app.get('/missing', guard('public'), async (c) => c.text(await answer(), 404));
  };
  const options = { ...appOptions(await testDatabase(t), [audience]), changes, ...more };
  const { port } = await serveApp(t, options);
  return { get: async (path: string) => (await send(port, path)).body.toString(), during };
}

test('a public page is rendered once until public data change', async (t) => {
  let generation = 1;
  const { get } = await serve(t, { generation: () => generation });
  assert.equal(await get('/page'), 'rendered 1');
  assert.equal(await get('/page'), 'rendered 1');
  assert.equal(await get('/page?x=1'), 'rendered 2', 'the query is part of the address');
  generation += 1;
  assert.equal(await get('/page'), 'rendered 3');
});

test('a page is not kept when data change while it is rendered', async (t) => {
  let generation = 1;
  const { get, during } = await serve(t, { generation: () => generation });
  during.push(() => {
    generation += 1;
  });
  assert.equal(await get('/page'), 'rendered 1');
  assert.equal(await get('/page'), 'rendered 2');
  assert.equal(await get('/page'), 'rendered 2');
});

test('nothing is served from memory while changes cannot be heard, nor what was kept before', async (t) => {
  let generation: number | undefined = 1;
  const { get } = await serve(t, { generation: () => generation });
  await get('/page');
  generation = undefined;
  assert.equal(await get('/page'), 'rendered 2');
  assert.equal(await get('/page'), 'rendered 3');
  generation = 2;
  assert.equal(await get('/page'), 'rendered 4');
  assert.equal(await get('/page'), 'rendered 4');
});

test('a page of yesterday is not served today', async (t) => {
  let now = fixedClock('2026-01-15T22:59:59Z').now;
  const { get } = await serve(t, { generation: () => 1 }, { clock: { now: () => now() } });
  assert.equal(await get('/page'), 'rendered 1');
  assert.equal(await get('/page'), 'rendered 1');
  now = fixedClock('2026-01-15T23:00:01Z').now;
  assert.equal(await get('/page'), 'rendered 2');
});

test('only whole, successful, shareable answers of public routes are kept', async (t) => {
  const { get } = await serve(t, { generation: () => 1 });
  for (const path of ['/cookie', '/private', '/operations', '/missing']) {
    assert.notEqual(await get(path), await get(path), path);
  }
});

async function follow(t: TestContext): Promise<{ db: Database; changes: PublicChanges }> {
  const db = await testDatabase(t);
  const log = openLog('silent');
  // No heartbeat is missed, however slow the machine.
  const changes = followPublicChanges({ target: () => db.target, log, heartbeatMs: 180_000, retryMs: 1 });
  t.after(() => changes.stop());
  return { db, changes };
}

/** The first generation that satisfies `wanted`; a test that never gets it runs into its time-out. */
async function generationWhere(
  changes: PublicChanges,
  wanted: (generation: number | undefined) => boolean,
): Promise<number> {
  while (!wanted(changes.generation())) await turn();
  return changes.generation() ?? Number.NaN;
}

const addSubject = "insert into catalogue.subject (kind) values ('procedure')";
const isHeard = (generation: number | undefined) => generation !== undefined;

test('a committed change of public data makes another generation, a rolled back one does not', async (t) => {
  const { db, changes } = await follow(t);
  const first = await generationWhere(changes, isHeard);
  await assert.rejects(
    db.transaction(async (tx) => {
      await tx.query(addSubject);
      throw new Error('rolled back');
    }),
  );
  await db.query(addSubject);
  const second = await generationWhere(changes, (generation) => generation !== first);
  assert.equal(second, first + 1);
});

test('a lost connection ends the generation, and the next one is another', PATIENTLY, async (t) => {
  const { db, changes } = await follow(t);
  const first = await generationWhere(changes, isHeard);
  await db.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );
  const next = await generationWhere(
    changes,
    (generation) => generation !== undefined && generation !== first,
  );
  assert.ok(next > first);
});

test('a network that swallows everything ends the generation', PATIENTLY, async (t) => {
  const { target, fallSilent } = await networkTo(t, (await testDatabase(t)).target);
  const log = openLog('silent');
  const changes = followPublicChanges({ target: () => target, log, heartbeatMs: 50, retryMs: 1 });
  t.after(() => changes.stop());
  await generationWhere(changes, isHeard);
  fallSilent();
  await generationWhere(changes, (generation) => generation === undefined);
});

test('a store that lets in and then says nothing is not waited for', PATIENTLY, async (t) => {
  let entered = 0;
  const mute = createServer((socket) => {
    entered += 1;
    // "You are in", "ask what you want" (AuthenticationOk, ReadyForQuery), and no more.
    socket.on('error', () => {}).write('R\0\0\0\x08\0\0\0\0Z\0\0\0\x05I');
  });
  await once(mute.listen(0, HOST), 'listening');
  t.after(() => mute.close());
  const target = { host: HOST, port: (mute.address() as AddressInfo).port, user: 'nobody', database: 'none' };
  const log = openLog('silent');
  const changes = followPublicChanges({ target: () => target, log, heartbeatMs: 5, retryMs: 1 });
  while (entered < 3) await turn();
  assert.equal(changes.generation(), undefined);
  await changes.stop();
});

test('without a store there is no generation, and following can be stopped', async () => {
  const target = { host: '/nowhere', port: 1, user: 'nobody', database: 'none' };
  const changes = followPublicChanges({ target: () => target, log: openLog('silent'), retryMs: 1 });
  await turn();
  assert.equal(changes.generation(), undefined);
  await changes.stop();
});
