import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import fc from 'fast-check';
import { testDatabase } from '../../test/support/database.ts';
import { dumpPacked, emptySamples, listWeeks } from '../../test/support/probe-store.sql.ts';
import { openProbeStore, sampleOf, samplesEachMinute } from '../../test/support/probe-store.ts';
import type { Transactional } from '../core/database.ts';
import { OUTCOMES } from './outcome.ts';
import { packSamples } from './pack-samples.sql.ts';
import { readAvailability } from './read-availability.sql.ts';
import { readResponse } from './read-response.sql.ts';
import { insertSamples, readSamples } from './sample.sql.ts';
import type { Sample } from './sample.ts';

/** The night on which summer time ends: an hour after the last sample is packed. */
const NIGHT = Date.parse('2026-10-24T22:00:00Z');
const NOW = new Date('2026-10-25T06:10:00Z');
const PERIOD = { from: '2026-10-24', to: '2026-10-25' };

async function open(t: TestContext, given: Parameters<typeof openProbeStore>[1] = {}) {
  const db = await testDatabase(t);
  return { db, ...(await openProbeStore(db, given)) };
}

test('any order and any repetition of batches gives the rows of all at once, packed at any moment', async (t) => {
  const { db, targetIds, vantageIds } = await open(t, {
    procedures: 2,
    targets: 2,
    intervalMs: 300_000,
  });
  type Drawn = { readonly vantageId: number; readonly sample: Sample };
  const drawn: fc.Arbitrary<Drawn> = fc
    .record({
      targetId: fc.constantFrom(...targetIds),
      vantageId: fc.constantFrom(...vantageIds),
      seconds: fc.integer({ min: 0, max: 7 * 3600 - 1 }),
      outcome: fc.constantFrom(...OUTCOMES),
      firstByteMs: fc.integer({ min: 0, max: 9_000 }),
    })
    .map(({ targetId, vantageId, seconds, outcome, firstByteMs }) => ({
      vantageId,
      sample: sampleOf(targetId, NIGHT + 1_000 * seconds, outcome, firstByteMs),
    }));
  const keyOf = ({ vantageId, sample: { targetId, at } }: Drawn) =>
    `${vantageId} ${targetId} ${at.getTime()}`;
  const keep = async (batch: readonly Drawn[]) => {
    for (const [vantageId, some] of Map.groupBy(batch, (one) => one.vantageId)) {
      await insertSamples(
        db,
        vantageId,
        some.map(({ sample }) => sample),
      );
    }
  };
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(drawn, { selector: keyOf, maxLength: 60 }).chain((all) =>
        fc.record({
          all: fc.constant(all),
          order: fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
          again: fc.subarray(all),
          cuts: fc.array(fc.nat(all.length), { minLength: 2, maxLength: 2 }),
          packedAt: fc.integer({ min: 0, max: 8 }),
        }),
      ),
      async ({ all, order, again, cuts, packedAt }) => {
        await emptySamples(db);
        await keep(all);
        await packSamples(db, NOW);
        const atOnce = await dumpPacked(db);
        await emptySamples(db);
        const [one = 0, other = 0] = cuts.toSorted((a, b) => a - b);
        await keep(order.slice(0, one));
        await packSamples(db, new Date(NIGHT + packedAt * 3_600_000));
        await keep([...order.slice(one, other), ...again.slice(0, 5)]);
        await packSamples(db, NOW);
        await keep([...order.slice(other), ...again]);
        await packSamples(db, NOW);
        assert.deepEqual(await dumpPacked(db), atOnce);
      },
    ),
    { numRuns: 10 },
  );
});

test('what is read is the same before, while and after it is packed', async (t) => {
  const { db, subjectIds, targetIds, vantageIds } = await open(t, { targets: 2 });
  const [one = 0, other = 0] = targetIds;
  const [here = 0, there = 0] = vantageIds;
  const samples = [
    ...samplesEachMinute(one, '2026-10-24T20:00:00Z', '2026-10-25T02:30:00Z'),
    ...samplesEachMinute(other, '2026-10-24T20:00:00Z', '2026-10-25T01:00:00Z', 'refused', 59),
    ...samplesEachMinute(other, '2026-10-25T01:00:00Z', '2026-10-25T02:30:00Z', 'slow', 30),
  ];
  await insertSamples(db, here, samples);
  await insertSamples(db, there, samples.slice(40, 300));
  const now = new Date('2026-10-25T02:31:10Z');
  const read = async () => ({
    subjects: await readAvailability(db, { subjectIds }, PERIOD, now),
    targets: await readAvailability(db, { targetIds }, PERIOD, now),
    response: (await readResponse(db, subjectIds[0] ?? 0, PERIOD, now)).figures,
    samples: await readSamples(db, targetIds, new Date('2026-10-24T20:30:00Z'), now),
  });
  const before = await read();
  assert.equal(before.response.whole.n, 390 + 90 + 260);
  assert.equal(before.response.vantages.find(({ vantageId }) => vantageId === there)?.response.n, 260);
  assert.equal(before.samples.length, samples.length - 60 + 260);
  const figures = before.subjects.get(subjectIds[0] ?? 0);
  assert.deepEqual([figures?.whole.numerator, figures?.whole.denominator], [90, 390]);
  for (const clock of ['2026-10-24T22:05:00Z', '2026-10-25T01:10:00Z', '2026-10-25T02:31:10Z']) {
    await packSamples(db, new Date(clock));
    assert.deepEqual(await read(), before);
  }
  const { recent_sample: left } = await dumpPacked(db);
  assert.equal(left?.length, 60, 'the hour that is not over');
});

test('a batch that is sent again, by several at once, before or after it is packed, is counted once', async (t) => {
  const { db, subjectIds, targetIds, vantageIds } = await open(t);
  const [targetId = 0, vantageId = 0] = [...targetIds, ...vantageIds];
  const batch = samplesEachMinute(targetId, '2026-10-24T20:00:00Z', '2026-10-24T22:00:00Z');
  const counts = await Promise.all(
    [batch, batch.toReversed(), batch.slice(30)].map((some) =>
      db.transaction((tx) => insertSamples(tx, vantageId, some)),
    ),
  );
  assert.equal(
    counts.reduce((sum, n) => sum + n),
    120,
  );
  await packSamples(db, NOW);
  assert.equal(await insertSamples(db, vantageId, batch), 0);
  assert.equal(await insertSamples(db, vantageId, []), 0);
  assert.equal((await readResponse(db, subjectIds[0] ?? 0, PERIOD, NOW)).figures.whole.n, 120);
});

test('a right answer without its time is refused, and nothing of its batch is kept', async (t) => {
  const { db, targetIds, vantageIds } = await open(t);
  const [targetId = 0, vantageId = 0] = [...targetIds, ...vantageIds];
  const right = sampleOf(targetId, NIGHT);
  const batch = [right, { ...sampleOf(targetId, NIGHT + 1_000, 'slow'), firstByteMs: null }];
  await assert.rejects(insertSamples(db, vantageId, batch), { code: 'InvalidInput' });
  assert.equal((await dumpPacked(db)).recent_sample?.length, 0);
  await insertSamples(db, vantageId, [{ ...sampleOf(targetId, NIGHT, 'refused'), firstByteMs: null }]);
});

test('ended at any moment, the packing of an hour is not done; then it is done once', async (t) => {
  const { db, subjectIds, targetIds, vantageIds } = await open(t, { targets: 2 });
  for (const targetId of targetIds) {
    const samples = samplesEachMinute(targetId, '2026-10-24T20:00:00Z', '2026-10-24T22:00:00Z');
    await insertSamples(db, vantageIds[0] ?? 0, samples);
  }
  await packSamples(db, new Date('2026-10-24T21:10:00Z'));
  const before = await dumpPacked(db);
  for (let statements = 1; ; statements += 1) {
    const dying = dieAfter(db, statements);
    const isDone = await packSamples(dying, NOW).then(
      () => true,
      () => false,
    );
    if (isDone) {
      assert.ok(statements > 10, String(statements));
      break;
    }
    assert.deepEqual(await dumpPacked(db), before);
  }
  assert.equal((await readResponse(db, subjectIds[0] ?? 0, PERIOD, NOW)).figures.whole.n, 240);
});

/** A store that is lost after so many statements of a transaction. */
function dieAfter(db: Transactional, statements: number): Transactional {
  return {
    query: db.query,
    transaction: (work) =>
      db.transaction(async (tx) => {
        let left = statements;
        return work({
          ...tx,
          query: (text, values) => {
            left -= 1;
            return left < 0 ? Promise.reject(new Error('lost')) : tx.query(text, values);
          },
        });
      }),
  };
}

test('two that pack at once pack each sample once', async (t) => {
  const { db, subjectIds, targetIds, vantageIds } = await open(t);
  const samples = samplesEachMinute(targetIds[0] ?? 0, '2026-10-24T16:00:00Z', '2026-10-25T02:00:00Z');
  await insertSamples(db, vantageIds[0] ?? 0, samples);
  await Promise.all([packSamples(db, NOW), packSamples(db, NOW)]);
  await packSamples(db, NOW);
  assert.equal((await dumpPacked(db)).recent_sample?.length, 0);
  assert.equal((await readResponse(db, subjectIds[0] ?? 0, PERIOD, NOW)).figures.whole.n, 600);
});

test('weeks are made ahead, and dropped when they are past ninety days; their days are kept', async (t) => {
  const { db, subjectIds, targetIds, vantageIds } = await open(t);
  const [targetId = 0, vantageId = 0] = [...targetIds, ...vantageIds];
  await insertSamples(
    db,
    vantageId,
    samplesEachMinute(targetId, '2026-07-01T10:00:00Z', '2026-07-01T11:00:00Z'),
  );
  await packSamples(db, new Date('2026-07-01T12:00:00Z'));
  const first = await listWeeks(db);
  assert.deepEqual([first.length, first[0], first.at(-1)], [15, 'sample_2026_03_30', 'sample_2026_07_06']);
  await packSamples(db, new Date('2026-09-30T12:00:00Z'));
  assert.equal(
    (await listWeeks(db))[0],
    'sample_2026_06_29',
    'ninety days before is a Thursday of that week',
  );
  const detail = () => readSamples(db, targetIds, new Date('2026-07-01T00:00:00Z'), NOW);
  assert.equal((await detail()).length, 60);
  const late = samplesEachMinute(targetId, '2026-07-01T11:00:00Z', '2026-07-01T12:00:00Z');
  await packSamples(db, new Date('2026-10-06T12:00:00Z'));
  await insertSamples(db, vantageId, late);
  await packSamples(db, new Date('2026-10-06T12:00:00Z'));
  assert.deepEqual(await detail(), []);
  const period = { from: '2026-07-01', to: '2026-07-01' };
  assert.equal(
    (await readResponse(db, subjectIds[0] ?? 0, period, NOW)).figures.whole.n,
    60,
    'what comes so late is not counted',
  );
});
