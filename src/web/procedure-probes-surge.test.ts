import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays } from '../core/clock.ts';
import type { Response } from '../probes/index.ts';
import {
  compareBusiest,
  FEWEST_DAYS,
  type SurgeDay,
  splitPeriod,
  surgeDays,
} from './procedure-probes-surge.ts';

const response = (n: number, meanMs: number): Response => ({
  ...{ n, meanMs, p50Ms: meanMs, p75Ms: meanMs, p95Ms: 2 * meanMs, quantileError: 0.01 },
  apdex: { score: 1, satisfied: n, tolerated: 0, n },
});

const dayOf = (at: number, visits: number | null, ms: number | null, n = 10): SurgeDay => ({
  day: addDays('2026-01-01', at),
  visits,
  response: ms === null ? null : response(n, ms),
  availability: null,
  incidents: 0,
});

test('the busiest tenth is set beside the others, each answer weighing the same', () => {
  const days = Array.from({ length: 30 }, (_, at) =>
    dayOf(at, at < 3 ? 1_000 + at : 100, at < 3 ? 600 : 200),
  );
  const found = compareBusiest([...days, dayOf(30, 5_000, null), dayOf(31, null, 900)]);
  assert.deepEqual(found?.threshold, 1_000);
  assert.deepEqual(found?.busiest, {
    ...{ days: 3, visits: 3_003, answers: 30, meanMs: 600, medianP95Ms: 1_200, upMinutes: 0, seenMinutes: 0 },
  });
  assert.deepEqual([found?.others.days, found?.others.meanMs], [27, 200]);
  const weighed = compareBusiest(days.map((one, at) => (at === 0 ? dayOf(0, 1_000, 100, 980) : one)));
  assert.equal(weighed?.busiest.meanMs, (100 * 980 + 600 * 20) / 1_000);
});

test('nothing is compared with too few days, nor when all have as many visits', () => {
  const even = Array.from({ length: 40 }, (_, at) => dayOf(at, 7, 100));
  assert.equal(compareBusiest(even), null);
  assert.equal(
    compareBusiest(even.slice(0, FEWEST_DAYS - 1).map((one, at) => ({ ...one, visits: at }))),
    null,
  );
  assert.notEqual(
    compareBusiest(even.slice(0, FEWEST_DAYS).map((one, at) => ({ ...one, visits: at }))),
    null,
  );
});

test('every day that is known is on one side, whatever the visits', () => {
  const visits = fc.array(fc.option(fc.nat(50)), { minLength: 20, maxLength: 120 });
  fc.assert(
    fc.property(visits, (counts) => {
      const known = counts.filter((one) => one !== null).length;
      const found = compareBusiest(counts.map((one, at) => dayOf(at, one, 100)));
      if (found === null) return;
      assert.equal(found.busiest.days + found.others.days, known);
      assert.ok(found.busiest.days >= known / 10);
      assert.ok(found.busiest.visits / found.busiest.days > found.others.visits / found.others.days);
    }),
  );
});

test('a day without a count is not a day without a visit, and an incident marks each of its days', () => {
  const days = ['2026-01-01', '2026-01-02', '2026-01-03'];
  const found = surgeDays(days, {
    visits: new Map([['2026-01-02', 0]]),
    ...{ responses: [], availabilities: [] },
    outages: [
      { startedAt: '2025-12-31', endedAt: '2026-01-01' },
      { startedAt: '2026-01-02', endedAt: null },
    ],
  });
  assert.deepEqual(
    found.map(({ visits, incidents }) => [visits, incidents]),
    [
      [null, 1],
      [0, 1],
      [null, 1],
    ],
  );
});

test('a long period is split whole, without a day twice', () => {
  const days = Array.from({ length: 200 }, (_, at) => addDays('2026-01-01', at));
  const parts = splitPeriod({ from: '2026-01-01', to: days.at(-1) ?? '' }, days, 92);
  assert.deepEqual(parts, [
    { from: '2026-01-01', to: addDays('2026-01-01', 91) },
    { from: addDays('2026-01-01', 92), to: addDays('2026-01-01', 183) },
    { from: addDays('2026-01-01', 184), to: addDays('2026-01-01', 199) },
  ]);
});
