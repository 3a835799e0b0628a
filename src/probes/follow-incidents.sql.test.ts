import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import fc from 'fast-check';
import { type TestDatabase, testDatabase } from '../../test/support/database.ts';
import { targetOf } from '../../test/support/probes.ts';
import { followIncidents } from './follow-incidents.sql.ts';
import type { Outcome } from './outcome.ts';
import { packSamples } from './pack-samples.sql.ts';
import { insertSamples } from './sample.sql.ts';
import { NO_PHASES, type Sample } from './sample.ts';
import { listToldIncidents } from './told-incident.sql.ts';

const START = Date.parse('2026-03-02T09:00:00Z');
const MINUTE = 60_000;
const NOW = new Date(START + 180 * MINUTE);
const LETTERS: Readonly<Record<string, Outcome>> = {
  u: 'up',
  d: 'timed_out',
  e: 'server_error',
  b: 'challenge',
  m: 'maintenance',
};

type Batch = { readonly vantageId: number; readonly samples: readonly Sample[] };

/** Samples of one point of measure, a letter a minute, in batches of so many minutes. */
function batchesOf(line: string, vantageId: number, minutes: number, targetId = 1): Batch[] {
  const samples = [...line].flatMap((letter, minute): Sample[] => {
    const outcome = LETTERS[letter];
    const at = new Date(START + minute * MINUTE + vantageId * 7_300);
    const firstByteMs = outcome === 'up' ? 100 : null;
    return outcome === undefined ? [] : [{ ...NO_PHASES, firstByteMs, targetId, at, outcome }];
  });
  return Array.from({ length: Math.ceil(samples.length / minutes) }, (_, at) => ({
    vantageId,
    samples: samples.slice(at * minutes, (at + 1) * minutes),
  }));
}

async function store(t: TestContext) {
  const db = await testDatabase(t);
  await addTargets(db, 2);
  return db;
}

async function addTargets(db: TestDatabase, count: number): Promise<void> {
  for (let id = 1; id <= count; id += 1) {
    const { url, method, expectedStatus, intervalMs, timeoutMs, slowMs } = targetOf(id);
    await db.query(
      `insert into probes.target (url, method, expected_status, interval_ms, timeout_ms, slow_ms, author, created_at)
       values ($1, $2, $3, $4, $5, $6, 'test', '2026-01-01')`,
      [url, method, expectedStatus, intervalMs, timeoutMs, slowMs],
    );
  }
}

function receive(db: TestDatabase, { vantageId, samples }: Batch): Promise<void> {
  return db.transaction(async (tx) => {
    await insertSamples(tx, vantageId, samples);
    await followIncidents(tx, samples, NOW);
  });
}

/** Incidents as a text that tells them apart, in minutes since the beginning. */
async function incidentsOf(db: TestDatabase): Promise<string[]> {
  const rows = await db.query<{ s: Date; c: Date; e: Date | null; cause: number; v: number[] }>(
    `select started_at as s, confirmed_at as c, ended_at as e, cause, vantage_ids as v
     from probes.incident where withdrawn_at is null order by target_id, started_at`,
  );
  const minute = (at: Date | null) => (at === null ? 'now' : ((at.getTime() - START) / MINUTE).toFixed(1));
  return rows.map(({ s, c, e, cause, v }) => `${minute(s)} ${minute(c)} ${minute(e)} ${cause} ${v.join()}`);
}

async function forget(db: TestDatabase): Promise<void> {
  await db.query('truncate probes.incident cascade');
  await db.query('truncate probes.recent_sample');
}

test('an incident is opened, goes on, and is ended by the samples of each minute', async (t) => {
  const db = await store(t);
  const steps = batchesOf('uuddduu', 1, 1);
  const seen: string[][] = [];
  for (const batch of steps) {
    await receive(db, batch);
    seen.push(await incidentsOf(db));
  }
  assert.deepEqual(
    seen.map((one) => one[0]),
    [
      ...[undefined, undefined, undefined],
      ...['2.1 3.1 now 40 1', '2.1 3.1 now 40 1', '2.1 3.1 now 40 1', '2.1 3.1 5.1 40 1'],
    ],
  );
});

test('what fails again soon after its end is the same incident, which keeps its id', async (t) => {
  const db = await store(t);
  const told: number[] = [];
  for (const batch of batchesOf('uudduuuddduuu', 1, 1)) {
    await receive(db, batch);
    const [incident] = await listToldIncidents(db, { since: new Date(START) });
    if (incident !== undefined) told.push(incident.updatedAt.getTime());
  }
  assert.deepEqual(told, told.toSorted(), 'what is told of it never goes back in time');
  assert.deepEqual(await incidentsOf(db), ['2.1 3.1 10.1 40 1']);
  const [row] = await db.query<{ n: number }>('select max(id) as n from probes.incident');
  assert.equal(row?.n, 1);
});

test('a point of measure that was cut off refutes what another saw alone, once it is back', async (t) => {
  const db = await store(t);
  for (const batch of batchesOf('uuuddddddddddd', 1, 1)) await receive(db, batch);
  assert.equal((await incidentsOf(db)).length, 1);
  for (const batch of batchesOf('uuuuuuuuuuuuuu', 2, 5)) await receive(db, batch);
  assert.deepEqual(await incidentsOf(db), []);
});

test('a late answer refutes what another point of measure saw, at any pace', async (t) => {
  const db = await store(t);
  await db.query('update probes.target set interval_ms = 3600000');
  const [first, second, third] = batchesOf('udd', 1, 1).map(({ samples }, hour) => ({
    vantageId: 1,
    samples: samples.map((one) => ({ ...one, at: new Date(START + hour * 60 * MINUTE) })),
  }));
  for (const batch of [first, second, third]) if (batch !== undefined) await receive(db, batch);
  assert.equal((await incidentsOf(db)).length, 1);
  const [late] = batchesOf('u', 2, 1);
  const samples = (late?.samples ?? []).map((one) => ({ ...one, at: new Date(START + 90 * MINUTE) }));
  await receive(db, { vantageId: 2, samples });
  assert.deepEqual(await incidentsOf(db), []);
});

test('what later samples refute was told: it stays, withdrawn and ended, with what was written of it', async (t) => {
  const db = await store(t);
  for (const batch of batchesOf('uuudddddd', 1, 1)) await receive(db, batch);
  const told = () => listToldIncidents(db, { since: new Date(START) });
  assert.deepEqual(
    (await told()).map(({ endedAt, withdrawnAt }) => [endedAt, withdrawnAt]),
    [[null, null]],
  );
  await db.query(
    `insert into probes.incident_note (incident_id, written_at, author, text) values (1, now(), 'a', 'b')`,
  );
  for (const batch of batchesOf('uuuuuuuuu', 2, 9)) await receive(db, batch);
  assert.deepEqual(await incidentsOf(db), []);
  const [withdrawn, ...others] = await told();
  assert.deepEqual(others, []);
  assert.deepEqual([withdrawn?.endedAt, withdrawn?.withdrawnAt], [withdrawn?.confirmedAt, NOW]);
  assert.equal(withdrawn?.notes.length, 1);
  const later = { since: new Date(NOW.getTime() + 1) };
  assert.deepEqual(await listToldIncidents(db, later), []);
});

test('a failure that is seen again after one was withdrawn is another incident', async (t) => {
  const db = await store(t);
  for (const batch of batchesOf('uuuddd', 1, 1)) await receive(db, batch);
  for (const batch of batchesOf('uuuuuuu', 2, 9)) await receive(db, batch);
  for (const batch of batchesOf(`${' '.repeat(7)}ddd`, 1, 9)) await receive(db, batch);
  for (const batch of batchesOf(`${' '.repeat(7)}ddd`, 2, 9)) await receive(db, batch);
  assert.equal((await incidentsOf(db)).length, 1);
  assert.equal((await listToldIncidents(db, { since: new Date(START) })).length, 2);
});

test('two incidents that late samples join are one, with the notes of both', async (t) => {
  const db = await store(t);
  const alone = `udd${'u'.repeat(12)}dduu`;
  const [first = '', last = ''] = [`udd             `, `               dduu`];
  for (const line of [first, last]) for (const batch of batchesOf(line, 1, 30)) await receive(db, batch);
  assert.equal((await incidentsOf(db)).length, 1, 'nobody saw it end');
  await forget(db);
  for (const batch of batchesOf(alone, 1, 30)) await receive(db, batch);
  assert.equal((await incidentsOf(db)).length, 2);
});

test('a target that is closed has no incident that goes on', async (t) => {
  const db = await store(t);
  const closed = new Date(START + 5 * MINUTE);
  await db.query(`update probes.target set closed_at = $1, closed_reason = 'r' where id = 1`, [closed]);
  for (const batch of batchesOf('uuddd', 1, 5)) await receive(db, batch);
  assert.deepEqual(await incidentsOf(db), ['2.1 3.1 5.0 40 1']);
});

test('batches that come at once open one incident, and contradict each other', async (t) => {
  const db = await store(t);
  await Promise.all(
    [1, 2, 3].flatMap((vantage) => batchesOf('uuddd', vantage, 1).map((one) => receive(db, one))),
  );
  assert.deepEqual(await incidentsOf(db), ['2.1 2.4 now 40 1,2,3']);
  await forget(db);
  const lines = ['uuddddd', 'uuuuuuu', 'uuddddd'];
  await Promise.all(lines.flatMap((line, at) => batchesOf(line, at + 1, 1).map((one) => receive(db, one))));
  assert.deepEqual(await incidentsOf(db), []);
});

test('samples of long ago are read from packed hours, and change what they must', async (t) => {
  const db = await store(t);
  const outage = `${'u'.repeat(20)}${'d'.repeat(20)}${'u'.repeat(20)}`;
  for (const batch of batchesOf(outage, 1, 10)) await receive(db, batch);
  assert.deepEqual(await incidentsOf(db), ['20.1 21.1 40.1 40 1']);
  await packSamples(db, new Date(START + 48 * 60 * MINUTE));
  const late = new Date(START + 48 * 60 * MINUTE);
  const [batch = assert.fail()] = batchesOf(`${'u'.repeat(30)}${'d'.repeat(5)}${'u'.repeat(25)}`, 2, 60);
  await db.transaction(async (tx) => {
    await insertSamples(tx, 2, batch.samples);
    await followIncidents(tx, batch.samples, late);
  });
  assert.deepEqual(await incidentsOf(db), ['30.1 30.2 35.2 40 1,2']);
});

test('any order of batches of any size makes the same incidents', async (t) => {
  const db = await store(t);
  const line = fc
    .array(fc.constantFrom('uuu', 'u', 'd', 'ddd', 'ud', 'e', 'dddddddd', 'm', 'b', ' ', 'uuuuuuuuuuuu'), {
      minLength: 3,
      maxLength: 12,
    })
    .map((all) => all.join('').slice(0, 70));
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 1, max: 12 }),
      fc.infiniteStream(fc.nat()),
      async (lines, minutes, chance) => {
        await forget(db);
        const batches = (size: number) => lines.flatMap((one, at) => batchesOf(one, at + 1, size));
        for (const batch of batches(100)) await receive(db, batch);
        const expected = await incidentsOf(db);
        await forget(db);
        const shuffled = batches(minutes)
          .map((batch) => ({ batch, key: chance.next().value }))
          .sort((one, other) => one.key - other.key);
        for (const { batch } of shuffled) await receive(db, batch);
        assert.deepEqual(await incidentsOf(db), expected);
      },
    ),
    { numRuns: 40 },
  );
});
