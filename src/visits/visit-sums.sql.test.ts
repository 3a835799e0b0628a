import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { testDatabase } from '../../test/support/database.ts';
import { addDays } from '../core/clock.ts';
import { addVisitCounts, claimDays } from './add-visits.sql.ts';
import { readVisits } from './read-visits.sql.ts';
import { DEVICES } from './user-agent.ts';
import type { VisitCount } from './visit-count.ts';
import { signedStretches, sumVisits } from './visit-sums.sql.ts';

const SUBJECTS = [11, 12, 13];
const FIRST = '2025-01-20';
const DAYS = 100;

/** Counts that differ by day, subject and device, with days and devices that have none. */
function drawnCounts(): VisitCount[] {
  return Array.from({ length: DAYS }, (_, at) => at).flatMap((at) =>
    SUBJECTS.flatMap((subjectId) =>
      DEVICES.flatMap((value, place): VisitCount[] => {
        const visits = (at * 7 + subjectId * 3 + place * 5) % 11;
        const where = { subjectId, day: addDays(FIRST, at) };
        return visits === 0 ? [] : [{ ...where, dimension: 'device', value, visits, views: visits + place }];
      }),
    ),
  );
}

test('what is summed of many subjects is to the unit the sum of what is read of each, over any days', async (t) => {
  const db = await testDatabase(t);
  const counts = drawnCounts();
  await db.transaction(async (tx) => {
    await claimDays(tx, counts, 'csv');
    await addVisitCounts(tx, { counts, durations: [] });
  });
  const days = fc.integer({ min: -40, max: DAYS + 40 });
  const subjects = fc.uniqueArray(fc.constantFrom(...SUBJECTS, 99));
  await fc.assert(
    fc.asyncProperty(days, days, subjects, async (one, other, ids) => {
      const period = {
        from: addDays(FIRST, Math.min(one, other)),
        to: addDays(FIRST, Math.max(one, other)),
      };
      const expected = new Map<string, number[]>();
      for (const id of ids) {
        for (const { value, visits, views } of (await readVisits(db, [id], period)).byDevice) {
          const [before = 0, seen = 0] = expected.get(value) ?? [];
          expected.set(value, [before + visits, seen + views]);
        }
      }
      const summed = await sumVisits(db, ids, period, { dimension: 'device' });
      assert.deepEqual(new Map(summed.map(({ value, visits, views }) => [value, [visits, views]])), expected);
      assert.deepEqual(
        summed.map(({ visits }) => visits),
        summed.map(({ visits }) => visits).toSorted((a, b) => b - a),
      );
    }),
    { numRuns: 40 },
  );
});

test('one dimension or one value is summed at a time, and of no subject there is nothing', async (t) => {
  const db = await testDatabase(t);
  const where = { subjectId: 1, day: '2025-03-01' };
  await db.transaction(async (tx) => {
    await claimDays(tx, [where], 'csv');
    await addVisitCounts(tx, {
      counts: [
        { ...where, dimension: 'device', value: 'mobile', visits: 3, views: 4 },
        { ...where, dimension: 'step', value: 'error', visits: 2, views: 2 },
        { ...where, dimension: 'step', value: 'start', visits: 5, views: 5 },
      ],
      durations: [],
    });
  });
  const period = { from: '2025-03-01', to: '2025-03-31' };
  assert.deepEqual(await sumVisits(db, [1], period, { dimension: 'step' }), [
    { value: 'start', visits: 5, views: 5 },
    { value: 'error', visits: 2, views: 2 },
  ]);
  assert.deepEqual(await sumVisits(db, [1], period, { dimension: 'step', value: 'error' }), [
    { value: 'error', visits: 2, views: 2 },
  ]);
  assert.deepEqual(await sumVisits(db, [], period, { dimension: 'step' }), []);
});

test('never more than half a month is read by day at an end', () => {
  assert.deepEqual(signedStretches({ from: '2025-01-23', to: '2025-04-21' }), {
    months: { from: '2025-02-01', to: '2025-04-01' },
    stretches: [
      { from: '2025-01-23', to: '2025-01-31', sign: 1 },
      { from: '2025-04-22', to: '2025-04-30', sign: -1 },
    ],
  });
  assert.deepEqual(signedStretches({ from: '2025-01-01', to: '2025-12-31' }), {
    months: { from: '2025-01-01', to: '2025-12-01' },
    stretches: [],
  });
});
