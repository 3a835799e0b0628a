import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { type TestDatabase, testDatabase } from '../../test/support/database.ts';
import { addCounts } from './add-counts.sql.ts';
import { packCounts, packCountsOf } from './pack.sql.ts';
import { readBlocks, readMonths } from './packed.sql.ts';
import { addUpMonths, addUpYears, type MonthCell, yearsIn } from './packed.ts';
import { recountDaily } from './recount.sql.ts';

let db: TestDatabase;
before(async () => {
  db = await testDatabase();
});

const MARCH = { from: '2026-03-01', to: '2026-03-31' };

const cellOf = (n: number): MonthCell => ['satisfaction', 'v1', 'one', 'web', 'unknown', '10', [0, n]];
const marchOf = (subjectId: number, n: number) => [{ subjectId, month: MARCH.from, cells: [cellOf(n)] }];

/** As many answers of 2 March 2026 as a writer of answers would count. */
const count = (subjectId: number, n: number) => {
  const of = {
    question: 'satisfaction',
    version: 'v1',
    buttonId: 'one',
    channel: 'web',
    ending: 'unknown',
  } as const;
  return addCounts(db, [{ subjectId, on: '2026-03-02', grade: '10', n, ...of }]);
};

async function heldOf(subjectId: number) {
  const months = addUpMonths(await readMonths(db, [subjectId], MARCH));
  const years = addUpYears(yearsIn(await readBlocks(db, MARCH, null, [subjectId])));
  return [
    months.flatMap(({ cells }) => cells.map((cell) => cell.at(-1))),
    years.flatMap(({ grades }) => grades.map(([, numbers]) => numbers)),
  ];
}

const waiting = (subjectId: number) =>
  db.query('select n from feedback.daily where subject_id = $1', [subjectId]);

test('counts that are packed at once add to what is packed and to what is not, by day and by month', async () => {
  await count(1, 3);
  await db.transaction((tx) => packCountsOf(tx, marchOf(1, 4)));
  assert.deepEqual(await heldOf(1), [[[0, 7]], [[0, 0, 7]]]);
  await packCounts(db, [1]);
  await db.transaction((tx) => packCountsOf(tx, marchOf(1, -2)));
  assert.deepEqual(await heldOf(1), [[[0, 5]], [[0, 0, 5]]]);
  assert.deepEqual(await waiting(1), []);
});

test('who packs waits for nobody that packs the same block: what it leaves is packed the next time', async () => {
  const [longer, neighbour, far] = [17, 18, 40];
  await count(neighbour, 3);
  await count(far, 3);
  await db.transaction(async (tx) => {
    await packCountsOf(tx, marchOf(longer, 4));
    await packCounts(db, [longer, neighbour, far]);
    assert.deepEqual(await waiting(neighbour), [{ n: 3 }]);
    assert.deepEqual(await waiting(far), []);
  });
  await packCounts(db, [neighbour]);
  assert.deepEqual(await waiting(neighbour), []);
  assert.deepEqual(
    [await heldOf(longer), await heldOf(neighbour)],
    [
      [[[0, 4]], [[0, 0, 4]]],
      [[[0, 3]], [[0, 0, 3]]],
    ],
  );
});

test('a recount waits for counts that are packed with their answers, and nobody who answers meanwhile waits for it', async () => {
  const subjectId = 70;
  let isRecounted = false;
  let recount: Promise<void> | undefined;
  await db.transaction(async (tx) => {
    await packCountsOf(tx, marchOf(subjectId, 2));
    recount = recountDaily(db, { subjectIds: [subjectId] }).then(({ differences }) => {
      assert.deepEqual(differences, []);
      isRecounted = true;
    });
    await wait(100);
    await count(subjectId + 1, 1);
    assert.equal(isRecounted, false);
    await tx.query(INSERT_REVIEWS, [subjectId]);
  });
  await recount;
  assert.deepEqual(await heldOf(subjectId), [[[0, 2]], [[0, 0, 2]]]);
});

const INSERT_REVIEWS = `
  with review as (
    insert into feedback.review (subject_id, id, button_id, channel, ending, language, opened_on, received_at, state)
    select $1, gen_random_uuid(), 'one', 'web', 'unknown', 'fr', '2026-03-02', '2026-03-02T12:00:00Z', 'counted'
    from generate_series(1, 2) returning subject_id, id)
  insert into feedback.answer (subject_id, review_id, question, version, language, grades, answered_at)
  select subject_id, id, 'satisfaction', 'v1', 'fr', '{10}', '2026-03-02T12:00:00Z' from review`;
