import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listLatest, listSeen, listWatches } from '../../test/support/probes.sql.ts';
import { FOUND, prepareVantage } from '../../test/support/remote-vantage.ts';
import { announceMaintenance } from './maintenance.sql.ts';
import { codeOf } from './outcome.ts';
import { findVantage } from './vantage.sql.ts';
import { writeSample } from './vantage-wire.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

test('it probes what the server tells it, and sends what it sees', async (t) => {
  const { db, start } = await prepareVantage(t);
  const one = await start();
  await one.run(180_000);
  assert.equal((await listSeen(db)).length, 9);
  assert.ok(one.journal.isEmpty());
  assert.deepEqual(
    (await listLatest(db)).map(({ detail }) => detail.status),
    [200, 200, 200],
  );
  assert.equal((await listWatches(db)).length, 1);
  await one.stop();
});

test('through a cut it goes on, and nothing is lost nor kept twice', async (t) => {
  const { db, start, network, said } = await prepareVantage(t);
  const one = await start();
  await one.run(120_000);
  network.isCut = true;
  await one.run(2 * HOUR, 10_000);
  assert.equal(said.length, 1, 'told once');
  network.isCut = false;
  await one.run(120_000);
  const seen = await listSeen(db);
  assert.deepEqual([seen.length, one.journal.isEmpty()], [3 * 124, true]);
  assert.equal((await listWatches(db)).length, 1, 'it was at work all the time');
});

test('an answer that is lost makes it send again, and nothing is kept twice', async (t) => {
  const { db, start, network } = await prepareVantage(t);
  const one = await start();
  await one.run(60_000);
  network.losesAnswers = true;
  await one.run(300_000);
  network.losesAnswers = false;
  await one.run(120_000);
  assert.equal((await listSeen(db)).length, 3 * 8);
});

test('killed during a cut, it starts again without the server, and what was on disk is sent', async (t) => {
  const { db, start, network, time } = await prepareVantage(t);
  const killed = await start();
  await killed.run(120_000);
  network.isCut = true;
  await killed.run(600_000);
  const heir = await start();
  await heir.run(300_000);
  network.isCut = false;
  await heir.run(120_000);
  const seen = (await listSeen(db)).filter(({ target }) => target === 1);
  const minutes = seen.map(({ at }) => Math.floor(at.getTime() / 60_000));
  assert.equal(new Set(minutes).size, 19);
  assert.equal(time.waiting() > 0, true);
});

test('a clock that is wrong is measured, told, and its samples set right', async (t) => {
  const { db, start, site, time } = await prepareVantage(t, { aheadMs: 3 * HOUR });
  const one = await start();
  await one.run(180_000);
  const seen = await listSeen(db);
  assert.equal(seen.length, 9);
  const server = time.clock.now().getTime() - 3 * HOUR;
  assert.ok(seen.every(({ at }) => at.getTime() <= server && at.getTime() > server - 190_000));
  assert.equal((await findVantage(db, 'lyon'))?.skewMs, 3 * HOUR);
  assert.deepEqual(site.targets, [1, 2, 3]);
});

test('the journal is bounded: what comes beyond is lost, and told once', async (t) => {
  const { db, start, network, said } = await prepareVantage(t, { journalLimit: 2_000 });
  const one = await start();
  await one.run(60_000);
  network.isCut = true;
  await one.run(HOUR, 10_000);
  assert.ok(one.journal.size() < 3_000);
  assert.equal(said.filter((line) => /full/.test(line)).length, 1);
  network.isCut = false;
  await one.run(120_000);
  assert.ok((await listSeen(db)).length < 3 * 62);
});

test('a clock that was ahead when it started costs nothing once that is known', async (t) => {
  const { db, start, network, clocks, time } = await prepareVantage(t);
  const one = await start();
  await one.run(60_000);
  await one.stop();
  clocks.aheadMs = 3 * HOUR;
  await time.advance(3 * HOUR);
  network.isCut = true;
  const heir = await start();
  await heir.run(120_000);
  network.isCut = false;
  await heir.run(240_000);
  const back = time.clock.now().getTime() - 3 * HOUR - 180_000;
  assert.equal((await listSeen(db)).filter(({ at }) => at.getTime() >= back).length, 9);
});

test('a clock that is set back keeps it from nothing', async (t) => {
  const { db, start, clocks, asked, site } = await prepareVantage(t);
  const one = await start();
  await one.run(60_000);
  clocks.setMs = -2 * HOUR;
  const before = { ...asked };
  const at = new Date('2026-01-15T11:59:00Z');
  const sample = writeSample({ ...FOUND, targetId: site.targets[0] ?? 0, at });
  await one.journal.append([JSON.stringify({ started_at: at.toISOString(), samples: [sample] })]);
  await one.run(120_000);
  assert.ok(asked.targets >= before.targets + 2);
  assert.ok((await listSeen(db)).some((seen) => seen.at.getTime() === at.getTime()));
});

test('a clock that is wrong by months is told as far as it can be', async (t) => {
  const { db, start } = await prepareVantage(t, { aheadMs: 40 * DAY });
  const one = await start();
  await one.run(180_000);
  assert.equal((await listSeen(db)).length, 9);
  assert.equal((await findVantage(db, 'lyon'))?.skewMs, 2_147_483_647);
});

test('a maintenance is kept by the clock of the server', async (t) => {
  const { db, start } = await prepareVantage(t, { aheadMs: 3 * HOUR });
  const [startsAt, endsAt] = ['09:02', '09:05'].map((clock) => new Date(`2026-01-15T${clock}:00Z`));
  const maintenance = { repeats: 'never', repeatsUntil: null, reason: 'x', author: 'y' } as const;
  assert.ok(startsAt && endsAt);
  await announceMaintenance(db, [1], { ...maintenance, startsAt, endsAt }, new Date('2026-01-15T09:00:00Z'));
  const one = await start();
  await one.run(480_000);
  const seen = (await listSeen(db)).filter(({ target }) => target === 1);
  assert.deepEqual(
    seen.map(({ outcome }) => outcome),
    seen.map(({ at }) => codeOf(at >= startsAt && at < endsAt ? 'maintenance' : 'up')),
  );
  assert.equal(seen.filter(({ outcome }) => outcome === codeOf('maintenance')).length, 3);
});
