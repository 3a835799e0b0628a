/** Visits counted by real servers: several on one store, one that is killed, one whose store goes away. */
import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fixedClock } from '../src/core/clock.ts';
import type { Database } from '../src/core/database.ts';
import { VigieError } from '../src/core/errors.ts';
import { createMetrics } from '../src/core/metrics.ts';
import { type Arrival, openVisits, readVisits } from '../src/visits/index.ts';
import { addressOf as databaseAddress, testDatabase } from './support/database.ts';
import { killProcess } from './support/ground.ts';
import { freePort, start } from './support/start.ts';
import { assertVisitors, FIREFOX, PAGES, recordCounter, TODAY } from './support/visit-site.ts';
import { viewsOf } from './support/visits.sql.ts';

const clock = fixedClock('2026-01-15T12:00:00Z');

/** The counting of one process, of which a test says when it writes. */
async function openProcess(t: TestContext, db: Pick<Database, 'query' | 'transaction'>) {
  const warned: string[] = [];
  const log = { warn: (_: object, message: string) => void warned.push(message) } as never;
  const visits = await openVisits({ db, clock, generation: () => 1, log, metrics: createMetrics() });
  t.after(() => visits.stop());
  return { ...visits, warned };
}

function arrival(counterId: string, event: string, address: string): Arrival {
  const said = { path: '', referrer: '', optsOut: false, referer: undefined };
  return { ...said, counterId, event, address, origin: PAGES, userAgent: FIREFOX };
}

const addressOf = (person: number) => `10.${person >> 8}.${person % 256}.7`;

test('two processes on one store add up, and a visitor of both is one', async (t) => {
  const db = await testDatabase(t);
  const { id, subjectId } = await recordCounter(db, '1');
  const processes = [await openProcess(t, db), await openProcess(t, db)];
  const PEOPLE = 300;
  for (const [at, { receive }] of processes.entries()) {
    // A third of the people goes to both.
    for (let person = at * 200; person < at * 200 + PEOPLE; person += 1) {
      assert.equal(receive(arrival(id, 'start', addressOf(person))), 'counted');
      if (person % 2 === 0) receive(arrival(id, 'submitted', addressOf(person)));
    }
  }
  await Promise.all(processes.map(({ flush }) => flush()));
  const figures = await readVisits(db, [subjectId], TODAY);
  assert.equal(figures.views, 2 * PEOPLE + PEOPLE);
  assert.deepEqual(figures.completion, { numerator: PEOPLE, denominator: 2 * PEOPLE });
  assertVisitors(figures, 500);
});

test('requests of one journey that go to any of two processes make its completion neither better nor worse', async (t) => {
  const db = await testDatabase(t);
  const { id, subjectId } = await recordCounter(db, '1');
  const processes = [await openProcess(t, db), await openProcess(t, db)];
  for (let person = 0; person < 400; person += 1) {
    const [first, second] = [processes[person % 2], processes[(person >> 1) % 2]];
    first?.receive(arrival(id, 'start', addressOf(person)));
    if (person % 4 !== 3 || person % 8 === 7) second?.receive(arrival(id, 'submitted', addressOf(person)));
  }
  for (const { flush } of processes) await flush();
  const { completion } = await readVisits(db, [subjectId], TODAY);
  assert.deepEqual(completion, { numerator: 350, denominator: 400 });
});

test('while the store is away counts wait, and are all there when it is back', async (t) => {
  const db = await testDatabase(t);
  const { id, subjectId } = await recordCounter(db, '1');
  let isAway = false;
  const gone = () => Promise.reject(new VigieError('Unavailable', 'away'));
  const between: Pick<Database, 'query' | 'transaction'> = {
    query: (text, values) => (isAway ? gone() : db.query(text, values)),
    transaction: (work) => (isAway ? gone() : db.transaction(work)),
  };
  const { receive, flush, warned } = await openProcess(t, between);
  isAway = true;
  for (let person = 0; person < 100; person += 1) {
    receive(arrival(id, 'start', addressOf(person)));
    await flush();
  }
  assert.equal(warned.length, 1, 'told once');
  isAway = false;
  receive(arrival(id, 'start', addressOf(100)));
  await flush();
  const figures = await readVisits(db, [subjectId], TODAY);
  assert.deepEqual([figures.visits, figures.views], [101, 101]);
  assertVisitors(figures, 101);
});

test('a flush writes what came while the work of a second was under way', async (t) => {
  const db = await testDatabase(t);
  const { id, subjectId } = await recordCounter(db, '1');
  const writes = Promise.withResolvers<void>();
  const mayWrite = Promise.withResolvers<void>();
  let isOpen = false;
  const between: Pick<Database, 'query' | 'transaction'> = {
    query: db.query,
    async transaction(work) {
      if (isOpen) {
        writes.resolve();
        await mayWrite.promise;
      }
      return db.transaction(work);
    },
  };
  const { receive, flush } = await openProcess(t, between);
  isOpen = true;
  receive(arrival(id, 'start', addressOf(1)));
  const underWay = flush();
  await writes.promise;
  receive(arrival(id, 'start', addressOf(2)));
  const last = flush();
  mayWrite.resolve();
  await Promise.all([underWay, last]);
  assert.equal((await readVisits(db, [subjectId], TODAY)).visits, 2);
});

test('a write that fails half-way counts nothing twice and loses nothing', async (t) => {
  const db = await testDatabase(t);
  const { id, subjectId } = await recordCounter(db, '1');
  /** The statement of a transaction that is not answered; 0 for none. */
  let cutAt = 0;
  const between: Pick<Database, 'query' | 'transaction'> = {
    query: db.query,
    transaction: (work) =>
      db.transaction((tx) => {
        let statements = 0;
        const query: Database['query'] = (text, values) => {
          statements += 1;
          if (statements !== cutAt) return tx.query(text, values);
          return Promise.reject(new VigieError('Unavailable', 'cut'));
        };
        return work({ ...tx, query });
      }),
  };
  const { receive, flush } = await openProcess(t, between);
  for (let person = 0; person < 30; person += 1) {
    cutAt = person % 6;
    receive(arrival(id, 'start', addressOf(person)));
    await flush();
  }
  cutAt = 0;
  await flush();
  assert.equal((await readVisits(db, [subjectId], TODAY)).visits, 30);
});

test('midnight in Paris turns the day: its visitors are others, and what is over is a number', async (t) => {
  const db = await testDatabase(t);
  const { id, subjectId } = await recordCounter(db, '1');
  let now = new Date('2026-01-15T22:59:59.500Z');
  const log = { warn() {} } as never;
  const moving = { now: () => now };
  const visits = await openVisits({ db, clock: moving, generation: () => 1, log, metrics: createMetrics() });
  t.after(() => visits.stop());
  visits.receive(arrival(id, 'start', addressOf(1)));
  now = new Date('2026-01-15T23:00:00.500Z');
  visits.receive(arrival(id, 'start', addressOf(1)));
  await visits.flush();
  const days = await readVisits(db, [subjectId], { from: '2026-01-15', to: '2026-01-16' });
  assert.deepEqual(
    days.series.map(({ start: day, visits: n }) => [day, n]),
    [
      ['2026-01-15', 1],
      ['2026-01-16', 1],
    ],
  );
  assert.equal(days.visitorDays, 2);
  const salts = await db.query('select to_char(day, $$YYYY-MM-DD$$) as day from visits.salt');
  assert.deepEqual(salts, [{ day: '2026-01-16' }], 'that of the day before is erased');
  now = new Date('2026-01-16T00:30:00Z');
  await visits.flush();
  const held = await db.query(
    'select day, sketch is null as "isErased", visitors from visits.counted_day order by day',
  );
  assert.deepEqual(held, [
    { day: '2026-01-15', isErased: true, visitors: 1 },
    { day: '2026-01-16', isErased: false, visitors: null },
  ]);
});

test('a server that is killed loses the counts of a second, and one that is stopped none', async (t) => {
  const db = await testDatabase(t);
  const { id, subjectId } = await recordCounter(db, '1');
  const VIGIE_DATABASE_URL = databaseAddress(db.target);
  const serve = async () => {
    const port = await freePort();
    const settings = { VIGIE_DATABASE_URL, PORT: String(port), VIGIE_TRUSTED_PROXIES: '127.0.0.1' };
    const server = start(t, settings);
    await server.spoke;
    return { ...server, port };
  };
  let people = 0;
  const visit = async (port: number) => {
    people += 1;
    const headers = { origin: PAGES, 'user-agent': FIREFOX, 'x-forwarded-for': addressOf(people) };
    const answer = await fetch(`http://127.0.0.1:${port}/mesure/${id}/start.gif`, { headers });
    assert.equal(answer.status, 200);
  };
  const written = async (atLeast: number) => {
    while ((await viewsOf(db, subjectId)) < atLeast) await pause(20);
  };

  const killed = await serve();
  while (people < 200) await visit(killed.port);
  await written(200);
  // What comes now may be lost, and what is written stays.
  const before = people;
  while (people < before + 20) await visit(killed.port);
  await killProcess(killed.child.pid ?? 0);
  const kept = await viewsOf(db, subjectId);
  assert.ok(kept >= 200 && kept <= people, `${kept} of ${people}`);

  const stopped = await serve();
  const again = people;
  while (people < again + 50) await visit(stopped.port);
  stopped.child.kill('SIGTERM');
  await stopped.ended;
  assert.equal(await viewsOf(db, subjectId), kept + 50);
});
