import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../test/support/database.ts';
import { dumpVisits } from '../../test/support/visits.sql.ts';
import { addVisitCounts, claimDays } from './add-visits.sql.ts';
import { type ImportedDay, recordDays } from './import-days.sql.ts';
import { readVisits } from './read-visits.sql.ts';
import { COUNTER_SOURCE } from './visit-count.ts';

const dayOf = (day: string, visits: number, visitors: number | null = visits): ImportedDay => ({
  ...{ subjectId: 7, day, visitors, durations: [{ subjectId: 7, day, bucket: 500, n: visits }] },
  counts: [
    { subjectId: 7, day, dimension: 'whole', value: 'all', visits, views: 2 * visits },
    { subjectId: 7, day, dimension: 'step', value: 'start', visits, views: visits },
  ],
});
const MARCH = { from: '2026-03-01', to: '2026-03-31' };
const LOG = { source: 'log', replace: false } as const;

test('a day that is told already stands, and the file that tells it again changes nothing', async (t) => {
  const db = await testDatabase(t);
  const days = [dayOf('2026-03-01', 3), dayOf('2026-03-02', 4)];
  const first = await db.transaction((tx) => recordDays(tx, days, LOG));
  assert.deepEqual([first.recorded.length, first.replaced, first.held], [2, 0, []]);
  const before = await dumpVisits(db);
  const again = await db.transaction((tx) => recordDays(tx, days, LOG));
  assert.deepEqual([again.recorded, again.held.map(({ source }) => source)], [[], ['log', 'log']]);
  assert.equal(await dumpVisits(db), before);
  const more = await db.transaction((tx) =>
    recordDays(tx, [dayOf('2026-03-02', 9), dayOf('2026-03-03', 5, null)], { source: 'csv', replace: false }),
  );
  assert.deepEqual(more.recorded, [{ subjectId: 7, day: '2026-03-03' }]);
  const { visits, visitorDays } = await readVisits(db, [7], MARCH);
  assert.deepEqual([visits, visitorDays], [12, null]);
});

test('replacing leaves what importing the later file alone would have left', async (t) => {
  const db = await testDatabase(t);
  await recordDays(db, [dayOf('2026-03-01', 3), dayOf('2026-03-02', 4)], LOG);
  const outcome = await recordDays(db, [dayOf('2026-03-02', 9)], { source: 'matomo', replace: true });
  assert.deepEqual([outcome.recorded.length, outcome.replaced, outcome.held], [1, 1, []]);
  const { visits, views, visitorDays, duration } = await readVisits(db, [7], MARCH);
  assert.deepEqual([visits, views, visitorDays, duration?.n], [12, 24, 12, 12]);
});

test('what counters counted stands, even where an import replaces', async (t) => {
  const db = await testDatabase(t);
  const day = dayOf('2026-03-02', 4);
  await claimDays(db, [day], COUNTER_SOURCE);
  await addVisitCounts(db, day);
  const { recorded, held } = await recordDays(db, [dayOf('2026-03-02', 9)], { source: 'log', replace: true });
  assert.deepEqual([recorded, held], [[], [{ subjectId: 7, day: '2026-03-02', source: COUNTER_SOURCE }]]);
  assert.equal((await readVisits(db, [7], MARCH)).visits, 4);
});

test('of two imports at once, one tells the days and the other sees them', async (t) => {
  const db = await testDatabase(t);
  const outcomes = await Promise.all(
    [3, 9].map((visits) => db.transaction((tx) => recordDays(tx, [dayOf('2026-03-01', visits)], LOG))),
  );
  assert.deepEqual(outcomes.map(({ recorded }) => recorded.length).sort(), [0, 1]);
  const won = outcomes[0]?.recorded.length === 1 ? 3 : 9;
  assert.equal((await readVisits(db, [7], MARCH)).visits, won);
});

test('a day without any visit is a day that was counted', async (t) => {
  const db = await testDatabase(t);
  await recordDays(db, [dayOf('2026-03-01', 0)], LOG);
  const { days, visits, visitorDays } = await readVisits(db, [7], MARCH);
  assert.deepEqual([days, visits, visitorDays], [1, 0, 0]);
});
