import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { testDatabase } from '../../test/support/database.ts';
import { fakeTime } from '../../test/support/fake-time.ts';
import { probeSite } from '../../test/support/probe-site.ts';
import { listLatest, listSeen, listWatches } from '../../test/support/probes.sql.ts';
import { probeOf } from '../../test/support/probes.ts';
import { temporaryPath } from '../../test/support/server.ts';
import { openJournal } from '../core/journal.ts';
import { createClockOffset } from './clock-offset.ts';
import { createRemoteVantage, type Known } from './remote-vantage.ts';
import { createRunner } from './runner.ts';
import type { Probe } from './sample.ts';
import { openServerLink } from './server-link.ts';
import { findVantage } from './vantage.sql.ts';

const START = '2026-01-15T12:00:00Z';
const HOUR = 3_600_000;
const answer: Probe = { ...probeOf('up', { status: 200 }), firstByteMs: 80 };

/** A site, and what a point of measure keeps on its disk; it starts as often as a test likes. */
async function prepare(t: TestContext, { aheadMs = 0, journalLimit = 1e9 } = {}) {
  const db = await testDatabase(t);
  const time = fakeTime(START);
  const site = await probeSite(db, { now: () => new Date(time.clock.now().getTime() - aheadMs) });
  const path = `${temporaryPath()}/samples.journal`;
  const said: string[] = [];
  const log = {
    ...{ info: () => {} },
    warn: (...words: unknown[]) => said.push(String(words.at(-1))),
    error: (...words: unknown[]) => said.push(String(words.at(-1))),
  } as never;
  let known: Known | null = null;
  let posts = 0;
  const network = { isCut: false, losesAnswers: false };
  const fetch = async (url: string | URL | Request, init?: RequestInit) => {
    if (network.isCut) throw new TypeError('fetch failed');
    posts += init?.method === 'POST' ? 1 : 0;
    const { signal: _, ...rest } = init ?? {};
    const found = await site.app.request(String(url).slice('http://vigie.test'.length), rest);
    if (network.losesAnswers) throw new TypeError('fetch failed');
    return found;
  };
  async function start(token = site.token) {
    const journal = await openJournal(path, log);
    t.after(() => journal.close());
    const offset = createClockOffset(known?.aheadMs ?? null);
    const { clock } = time;
    const vantage = createRemoteVantage({
      ...{ journal, offset, clock, log, known, journalLimit },
      link: openServerLink({ server: 'http://vigie.test', token, userAgent: 'test', clock, offset, fetch }),
      remember: async (now) => {
        known = now;
      },
      openRunner: (slug, receive) =>
        createRunner({
          ...{ vantage: slug, clock, timers: time.timers, log, receive },
          probe: async () => answer,
          network: { isOurs: async () => false },
        }),
    });
    const run = async (ms: number, stepMs = 5_000) => {
      for (let done = 0; done < ms; done += stepMs) {
        await vantage.save();
        await vantage.speak();
        await time.advance(stepMs);
      }
      await vantage.save();
      await vantage.speak();
    };
    return { ...vantage, journal, run };
  }
  return { db, time, site, network, start, said, posts: () => posts };
}

test('it probes what the server tells it, and sends what it sees', async (t) => {
  const { db, start } = await prepare(t);
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
  const { db, start, network, said } = await prepare(t);
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
  const { db, start, network } = await prepare(t);
  const one = await start();
  await one.run(60_000);
  network.losesAnswers = true;
  await one.run(300_000);
  network.losesAnswers = false;
  await one.run(120_000);
  assert.equal((await listSeen(db)).length, 3 * 8);
});

test('killed during a cut, it starts again without the server, and what was on disk is sent', async (t) => {
  const { db, start, network, time } = await prepare(t);
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
  const { db, start, site, time } = await prepare(t, { aheadMs: 3 * HOUR });
  const one = await start();
  await one.run(180_000);
  const seen = await listSeen(db);
  assert.equal(seen.length, 9);
  const server = time.clock.now().getTime() - 3 * HOUR;
  assert.ok(seen.every(({ at }) => at.getTime() <= server && at.getTime() > server - 190_000));
  assert.equal((await findVantage(db, 'lyon'))?.skewMs, 3 * HOUR);
  assert.deepEqual(site.targets, [1, 2, 3]);
});

test('samples that the server will never take are told and left out; the others are kept', async (t) => {
  const { db, start, time, network, said } = await prepare(t);
  const one = await start();
  await one.run(60_000);
  network.isCut = true;
  await one.run(60_000);
  await one.stop();
  await time.advance(95 * 24 * HOUR);
  const heir = await start();
  await heir.run(60_000);
  network.isCut = false;
  await heir.run(120_000);
  assert.ok(said.some((line) => /refused/.test(line)));
  assert.ok(heir.journal.isEmpty());
  assert.ok((await listSeen(db)).length >= 9);
});

test('the journal is bounded: what comes beyond is lost, and told once', async (t) => {
  const { db, start, network, said } = await prepare(t, { journalLimit: 2_000 });
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

test('a token that opens nothing ends it with a clear word', async (t) => {
  const { start } = await prepare(t);
  const one = await start('vgt_nothing');
  await assert.rejects(one.speak(), /vigie\.test refuses: .*token/);
});
