import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { testDatabase } from '../../test/support/database.ts';
import { fakeTime } from '../../test/support/fake-time.ts';
import { addProbedTargets, listLatest, listSeen, listWatches } from '../../test/support/probes.sql.ts';
import { probeOf } from '../../test/support/probes.ts';
import type { Clock } from '../core/clock.ts';
import type { Database } from '../core/database.ts';
import { VigieError } from '../core/errors.ts';
import { createLocalVantage } from './local-vantage.ts';
import { createRunner } from './runner.ts';
import type { Probe } from './sample.ts';
import { closeVantage } from './vantage.sql.ts';
import { createWaitingSamples } from './waiting-samples.ts';

const START = '2026-03-02T09:00:00Z';
const answer: Probe = { ...probeOf('up', { status: 200 }), firstByteMs: 80 };

type Time = ReturnType<typeof fakeTime>;
type Store = Pick<Database, 'query' | 'transaction'>;

type Options = { holder?: string; generation?: () => number; limit?: number; clock?: Clock };

/** The point of measure of one process, ticking each five seconds of a clock that several may share. */
function openProcess(db: Store, time: Time, options: Options = {}) {
  const { holder = 'one', generation = () => 1, limit = 1_000, clock = time.clock } = options;
  const warned: unknown[] = [];
  const log = { info: () => {}, error: () => {}, warn: (...words: unknown[]) => warned.push(words) } as never;
  const waiting = createWaitingSamples(limit);
  let probe = async () => answer;
  const vantage = createLocalVantage({
    ...{ db, generation, log, holder, waiting, clock },
    openRunner: (receive) =>
      createRunner({
        ...{ vantage: 'local', clock: time.clock, timers: time.timers, log, receive },
        probe: () => probe(),
        network: { isOurs: async () => false },
      }),
  });
  return {
    ...vantage,
    waiting,
    warned,
    answerWith: (found: Probe) => {
      probe = async () => found;
    },
  };
}

async function run(time: Time, ms: number, ...processes: { tick(): Promise<void> }[]): Promise<void> {
  for (let done = 0; done < ms; done += 5_000) {
    for (const { tick } of processes) await tick();
    await time.advance(5_000);
  }
  for (const { tick } of processes) await tick();
}

async function prepare(t: TestContext, targets = 3) {
  const db = await testDatabase(t);
  const urls = Array.from({ length: targets }, (_, at) => `https://site-${at}.example/`);
  await addProbedTargets(db, urls);
  return { db, time: fakeTime(START) };
}

test('without a target nothing is made, and the store is asked once a minute', async (t) => {
  const { db, time } = await prepare(t, 0);
  let asked = 0;
  const counted: Store = {
    query: (text, values) => {
      asked += 1;
      return db.query(text, values);
    },
    transaction: () => assert.fail(),
  };
  await run(time, 600_000, openProcess(counted, time));
  assert.ok(asked <= 2 * 11, String(asked));
  assert.deepEqual(await db.query('select from probes.vantage'), []);
});

test('once there are targets they are probed each minute, and all that is seen is kept', async (t) => {
  const { db, time } = await prepare(t);
  const one = openProcess(db, time);
  await run(time, 300_000, one);
  const seen = await listSeen(db);
  assert.deepEqual([seen.length, new Set(seen.map(({ vantage }) => vantage))], [15, new Set(['local'])]);
  const latest = await listLatest(db);
  assert.deepEqual(
    latest.map(({ detail, since }) => [detail.status, since.getTime() < Date.parse(START) + 60_000]),
    [1, 2, 3].map(() => [200, true]),
  );
  const [watch, ...others] = await listWatches(db);
  assert.deepEqual(
    [watch?.from.toISOString(), watch?.to.toISOString(), others],
    ['2026-03-02T09:00:00.000Z', '2026-03-02T09:05:00.000Z', []],
  );
  one.answerWith(probeOf('server_error', { status: 500 }));
  await run(time, 120_000, one);
  const since = (await listLatest(db)).map((look) => look.since.getTime());
  assert.ok(since.every((at) => at > Date.parse(START) + 300_000 && at < Date.parse(START) + 360_000));
});

test('new targets are probed soon after they are made', async (t) => {
  const { db, time } = await prepare(t, 1);
  let generation = 1;
  const one = openProcess(db, time, { generation: () => generation });
  await run(time, 30_000, one);
  await addProbedTargets(db, ['https://new.example/']);
  generation += 1;
  await run(time, 75_000, one);
  assert.ok((await listSeen(db)).some(({ target }) => target === 2));
});

test('of two processes one probes; the other takes up when it stops, at once, and when it dies', async (t) => {
  const { db, time } = await prepare(t);
  const [one, other] = [openProcess(db, time), openProcess(db, time, { holder: 'other' })];
  await run(time, 120_000, one, other);
  assert.deepEqual([one.targets(), other.targets()], [3, 0]);
  assert.equal((await listSeen(db)).length, 6);
  await one.stop();
  await run(time, 60_000, other);
  assert.deepEqual([other.targets(), (await listSeen(db)).length], [3, 9]);
  // It dies: its time runs out on the clock of the store.
  await db.query(`update probes.vantage set held_until = now() - interval '1 s'`);
  const heir = openProcess(db, time, { holder: 'heir' });
  await run(time, 60_000, heir);
  assert.equal(heir.targets(), 3);
});

test('a process that is killed and started again goes on at once, with its phases', async (t) => {
  const { db, time } = await prepare(t);
  await run(time, 120_000, openProcess(db, time));
  await run(time, 60_000, openProcess(db, time));
  const own = (await listSeen(db)).filter(({ target }) => target === 1).map(({ at }) => at.getTime());
  assert.deepEqual([...new Set(own.map((at) => at % 60_000))].length, 1);
  assert.equal(new Set(own).size, 3);
});

test('while the store is away probing goes on, and what was seen is kept once it is back', async (t) => {
  const { db, time } = await prepare(t);
  let isAway = false;
  const gone = () => Promise.reject(new VigieError('Unavailable', 'away'));
  const between: Store = {
    query: (text, values) => (isAway ? gone() : db.query(text, values)),
    transaction: (work) => (isAway ? gone() : db.transaction(work)),
  };
  const one = openProcess(between, time);
  await run(time, 60_000, one);
  isAway = true;
  await run(time, 3_600_000, one);
  assert.deepEqual([one.waiting.size(), one.warned.length], [180, 1]);
  isAway = false;
  await run(time, 60_000, one);
  const seen = await listSeen(db);
  assert.deepEqual([seen.length, one.waiting.size()], [3 * 62, 0]);
  assert.equal((await listWatches(db)).length, 1, 'it was at work all the time');
});

test('what waits is bounded: the oldest gives way, and is counted', async (t) => {
  const { db, time } = await prepare(t);
  const one = openProcess(db, time, { limit: 100 });
  await run(time, 5_000, one);
  for (let at = 0; at < 250; at += 1)
    one.waiting.add({
      sample: { ...answer, targetId: 1, at: new Date(Date.parse(START) + at * 1_000) },
      detail: null,
    });
  assert.ok(one.waiting.size() <= 101);
  assert.ok(one.waiting.dropped() >= 149);
});

test('a process that was asleep was not at work meanwhile', async (t) => {
  const { db, time } = await prepare(t);
  const one = openProcess(db, time);
  await run(time, 60_000, one);
  await time.advance(600_000);
  await run(time, 60_000, one);
  assert.equal((await listWatches(db)).length, 2);
});

test('a clock that is set back does not keep it from its targets, nor from its turn', async (t) => {
  const { db, time } = await prepare(t, 1);
  let setMs = 0;
  const clock = { now: () => new Date(time.clock.now().getTime() + setMs) };
  const one = openProcess(db, time, { clock });
  await run(time, 60_000, one);
  setMs = -7_200_000;
  await addProbedTargets(db, ['https://new.example/']);
  await db.query(`update probes.vantage set held_until = now() - interval '1 s'`);
  await run(time, 75_000, one);
  assert.equal(one.targets(), 2);
  const held = await db.query('select from probes.vantage where held_until > now()');
  assert.equal(held.length, 1);
});

test('a point of measure that was closed probes no more', async (t) => {
  const { db, time } = await prepare(t);
  const one = openProcess(db, time);
  await run(time, 60_000, one);
  await closeVantage(db, 'local', 'test', time.clock.now());
  await run(time, 20_000, one);
  const { length } = await listSeen(db);
  await run(time, 120_000, one);
  assert.deepEqual([one.targets(), (await listSeen(db)).length], [0, length]);
});

test('a point of measure that went with the demonstration is made again', async (t) => {
  const { db, time } = await prepare(t);
  const one = openProcess(db, time);
  await run(time, 120_000, one);
  await db.query('truncate probes.vantage, probes.watch, probes.latest, probes.recent_sample');
  await run(time, 180_000, one);
  assert.equal(one.targets(), 3);
  assert.equal((await listLatest(db)).length, 3);
  await one.stop();
});
