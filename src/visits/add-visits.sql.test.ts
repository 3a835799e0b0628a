import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../test/support/database.ts';
import { VigieError } from '../core/errors.ts';
import {
  addVisitCounts,
  claimDays,
  finishDays,
  forgetDays,
  mergeSketches,
  recordVisitors,
} from './add-visits.sql.ts';
import { listVisitTotals, readVisitorDays, readVisits, stretchesOf } from './read-visits.sql.ts';
import { COUNTER_SOURCE, type VisitCount } from './visit-count.ts';
import { hashVisitor } from './visitor-key.ts';
import { addVisitor, createSketch } from './visitor-sketch.ts';

const count = (
  day: string,
  dimension: VisitCount['dimension'],
  value: string,
  visits: number,
  subjectId = 7,
): VisitCount => ({
  ...{ subjectId, day, dimension, value, visits, views: 2 * visits },
});

function sketchOf(names: readonly string[]) {
  const sketch = createSketch();
  for (const name of names) addVisitor(sketch, hashVisitor('salt', 7, name, ''));
  return sketch;
}

const DAY = '2026-03-04';
const MARCH = { from: '2026-03-01', to: '2026-03-31' };
const where = { subjectId: 7, day: DAY };

test('counts add up by day and by month, whoever adds them', async (t) => {
  const db = await testDatabase(t);
  const days = ['2026-02-27', DAY, '2026-03-09'];
  await claimDays(
    db,
    days.map((day) => ({ subjectId: 7, day })),
    COUNTER_SOURCE,
  );
  const batch = days.flatMap((day) => [
    count(day, 'whole', 'all', 3),
    count(day, 'step', 'start', 2),
    count(day, 'step', 'submitted', 1),
    count(day, 'ending', 'all', 1),
    count(day, 'device', 'mobile', 3),
  ]);
  const durations = [{ ...where, bucket: 600, n: 2 }];
  await Promise.all(
    [1, 2].map(() => db.transaction((tx) => addVisitCounts(tx, { counts: batch, durations }))),
  );
  const march = await readVisits(db, [7], MARCH);
  assert.deepEqual([march.visits, march.views, march.starts, march.submitted], [12, 24, 8, 4]);
  assert.deepEqual(march.completion, { numerator: 4, denominator: 8 });
  assert.deepEqual(march.byDevice, [{ value: 'mobile', visits: 12, views: 24 }]);
  assert.equal(march.duration?.n, 4);
  assert.equal(march.days, 2);
  assert.deepEqual(
    march.series.map(({ start, visits }) => [start, visits]),
    [
      [DAY, 6],
      ['2026-03-09', 6],
    ],
  );
  const year = { from: '2025-03-10', to: '2026-03-09' };
  const whole = await readVisits(db, [7], year);
  assert.deepEqual(
    whole.series.map(({ start, visits }) => [start, visits]),
    [
      ['2026-02-01', 6],
      ['2026-03-01', 12],
    ],
  );
  const [totals] = await listVisitTotals(db, year);
  assert.deepEqual(
    [totals?.visits, totals?.starts, totals?.submitted, totals?.refused, totals?.days],
    [18, 12, 6, 0, 3],
  );
});

test('nothing counted is no completion, no duration, no series, and no visitor', async (t) => {
  const db = await testDatabase(t);
  const none = await readVisits(db, [7], MARCH);
  assert.deepEqual([none.completion, none.duration, none.series, none.visitorDays], [null, null, [], 0]);
  assert.deepEqual(await listVisitTotals(db, MARCH), []);
});

test('sketches of processes merge in the store, and give way to a number once the day is over', async (t) => {
  const db = await testDatabase(t);
  await claimDays(db, [where], COUNTER_SOURCE);
  const merge = (names: string[]) =>
    db.transaction((tx) => mergeSketches(tx, [{ ...where, sketch: sketchOf(names) }]));
  await Promise.all([merge(['a', 'b']), merge(['b', 'c']), merge(['c', 'd'])]);
  assert.equal(await readVisitorDays(db, [7], MARCH), 4);
  await finishDays(db, DAY);
  assert.equal(
    (await db.query('select from visits.counted_day where sketch is not null')).length,
    1,
    'not over yet',
  );
  await finishDays(db, '2026-03-05');
  assert.deepEqual(await db.query('select visitors, sketch from visits.counted_day'), [
    { visitors: 4, sketch: null },
  ]);
  await merge(['e']);
  assert.equal(await readVisitorDays(db, [7], MARCH), 4, 'what comes too late is not told apart any more');
});

test('a day has one source: what a counter holds no file adds to, and the other way round', async (t) => {
  const db = await testDatabase(t);
  assert.deepEqual(await claimDays(db, [where], 'log'), []);
  assert.deepEqual(await claimDays(db, [where, { subjectId: 8, day: DAY }], COUNTER_SOURCE), [where]);
  assert.deepEqual(await claimDays(db, [where, { subjectId: 8, day: DAY }], 'log'), [
    { subjectId: 8, day: DAY },
  ]);
});

test('visitors that a file does not tell are unknown, not none; told, they add up over days', async (t) => {
  const db = await testDatabase(t);
  const days = [where, { subjectId: 7, day: '2026-03-05' }];
  await claimDays(db, days, 'csv');
  await recordVisitors(db, [{ ...where, visitors: 10 }]);
  assert.equal(await readVisitorDays(db, [7], MARCH), null);
  await recordVisitors(db, [{ subjectId: 7, day: '2026-03-05', visitors: 5 }]);
  assert.equal(await readVisitorDays(db, [7], MARCH), 15);
});

test('what a file told can be forgotten, and told again', async (t) => {
  const db = await testDatabase(t);
  await claimDays(db, [where], 'csv');
  const counts = [count(DAY, 'whole', 'all', 3)];
  const durations = [{ ...where, bucket: 600, n: 2 }];
  await addVisitCounts(db, { counts, durations });
  const before = await readVisits(db, [7], MARCH);
  assert.equal(await forgetDays(db, { subjectId: 7, ...MARCH, source: 'log' }), 0);
  assert.equal(await forgetDays(db, { subjectId: 7, ...MARCH, source: 'csv' }), 1);
  const forgotten = await readVisits(db, [7], { from: '2026-01-01', to: '2026-12-31' });
  assert.deepEqual([forgotten.visits, forgotten.days, forgotten.duration], [0, 0, null]);
  assert.equal((await listVisitTotals(db, MARCH))[0]?.views, 0);
  await claimDays(db, [where], 'csv');
  await addVisitCounts(db, { counts, durations });
  assert.deepEqual(await readVisits(db, [7], MARCH), before);
});

test('visitors of several procedures are never counted together, and the answer says why', async (t) => {
  const db = await testDatabase(t);
  await assert.rejects(
    readVisitorDays(db, [7, 8], MARCH),
    (error) => error instanceof VigieError && error.code === 'InvalidInput' && /followed/.test(error.message),
  );
  assert.equal((await readVisits(db, [7, 8], MARCH)).visitorDays, null);
});

test('a period is whole months and the days at its ends', () => {
  assert.deepEqual(stretchesOf({ from: '2026-01-15', to: '2026-04-10' }), {
    months: { from: '2026-02-01', to: '2026-03-01' },
    days: [
      { from: '2026-01-15', to: '2026-01-31' },
      { from: '2026-04-01', to: '2026-04-10' },
    ],
  });
  assert.deepEqual(stretchesOf(MARCH), { months: { from: '2026-03-01', to: '2026-03-01' }, days: [] });
  const days = { from: '2026-03-02', to: '2026-03-30' };
  assert.deepEqual(stretchesOf(days), { months: null, days: [days] });
});
