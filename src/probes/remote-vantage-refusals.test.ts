/** What a point of measure does with what its server, or something on the way, does not take. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addProbedTargets, listLatest, listSeen, listWatches } from '../../test/support/probes.sql.ts';
import { probeOf } from '../../test/support/probes.ts';
import { FOUND, prepareVantage } from '../../test/support/remote-vantage.ts';
import { writeSample } from './vantage-wire.ts';

const DAY = 86_400_000;

test('samples that the server will never take are told and left out; the others are kept', async (t) => {
  const { db, start, time, network, said } = await prepareVantage(t);
  const one = await start();
  await one.run(60_000);
  network.isCut = true;
  await one.run(60_000);
  await one.stop();
  await time.advance(95 * DAY);
  const heir = await start();
  await heir.run(60_000);
  network.isCut = false;
  await heir.run(120_000);
  assert.ok(said.some((line) => /refused/.test(line)));
  assert.ok(heir.journal.isEmpty());
  assert.ok((await listSeen(db)).length >= 9);
});

test('a token that opens nothing ends it with a clear word', async (t) => {
  const { start } = await prepareVantage(t);
  const one = await start({ token: 'vgt_nothing' });
  await assert.rejects(one.speak(), /vigie\.test refuses: .*token/);
});

test('of two processes with its token, the second ends with a clear word, until the first is gone', async (t) => {
  const { db, start } = await prepareVantage(t);
  const one = await start();
  await one.run(60_000);
  const other = await start({ holder: 'elsewhere' });
  await assert.rejects(other.speak(), /refuses: Another process is the point of measure "lyon"/);
  await db.query(`update probes.vantage set held_until = now() - interval '1 s'`);
  const heir = await start({ holder: 'elsewhere' });
  await heir.speak();
  await assert.rejects(one.run(60_000), /Another process/);
});

test('however much sites make it tell, the server takes each batch', async (t) => {
  const addresses = Array(20).fill('x'.repeat(2_000));
  const { db, start, network } = await prepareVantage(t, {
    found: { ...probeOf('up', { status: 200, addresses }), firstByteMs: 80 },
  });
  await addProbedTargets(
    db,
    Array.from({ length: 30 }, (_, at) => `https://more-${at}.example/`),
  );
  const one = await start();
  await one.run(5_000);
  await one.runCut(60_000);
  let longest = 0;
  network.refuse = (body) => {
    longest = Math.max(longest, body.length);
    return null;
  };
  await one.run(240_000);
  assert.ok(longest > 256 * 1024 && longest < 1024 * 1024, `${longest} bytes`);
  const told = (await listLatest(db)).filter(({ detail }) => detail.status === 200);
  assert.deepEqual([told.length, one.journal.isEmpty()], [33, true]);
});

test('a batch that is too large for what is on the way is sent without details, then in parts', async (t) => {
  const { db, start, network, said } = await prepareVantage(t);
  const one = await start();
  await one.run(60_000);
  await one.runCut(600_000);
  said.length = 0;
  network.refuse = (body) => (body.length > 1_000 ? new Response('<h1>413</h1>', { status: 413 }) : null);
  await one.run(120_000);
  assert.deepEqual([(await listSeen(db)).length, one.journal.isEmpty(), said], [3 * 13, true, []]);
});

test('of a batch that is refused for no reason, only what is refused alone is lost', async (t) => {
  const { db, start, network, said } = await prepareVantage(t);
  const one = await start();
  await one.run(60_000);
  await one.runCut(120_000);
  said.length = 0;
  const error = { code: 'InvalidInput', message: 'no', fields: [] };
  network.refuse = (body) => (/"target":2,/.test(body) ? Response.json({ error }, { status: 400 }) : null);
  await one.run(60_000);
  const targets = (await listSeen(db)).map(({ target }) => target);
  assert.deepEqual(targets.toSorted(), [1, 1, 1, 1, 2, 3, 3, 3, 3]);
  assert.deepEqual([said, one.journal.isEmpty()], [Array(3).fill('samples are refused, and lost'), true]);
});

test('where only the time since when it was at work is refused, nothing is lost', async (t) => {
  const { db, start, said } = await prepareVantage(t);
  const one = await start();
  const at = new Date('2026-01-15T11:59:00Z');
  const samples = [1, 2].map((targetId) => writeSample({ ...FOUND, targetId, at }));
  await one.journal.append([JSON.stringify({ started_at: '2026-01-15T15:00:00.000Z', samples })]);
  await one.run(5_000);
  assert.deepEqual([(await listSeen(db)).length, said], [2, []]);
  assert.deepEqual(
    (await listWatches(db)).map(({ from }) => from),
    [at],
  );
});
