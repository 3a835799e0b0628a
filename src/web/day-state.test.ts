import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Availability, Minutes } from '../probes/index.ts';
import { cellsOf, countDays, DAY_STATES, dayStateOf, runsOf } from './day-state.ts';

const DAY = 1_440;
const NOTHING: Minutes = { up: 0, degraded: 0, down: 0, blocked: 0, unknown: 0, maintenance: 0 };

function availability(given: Partial<Minutes>, length = DAY): Availability {
  const minutes = { ...NOTHING, ...given };
  const numerator = minutes.up + minutes.degraded;
  const seen = numerator + minutes.down;
  const known = Object.values(minutes).reduce((sum, n) => sum + n, 0);
  const share = (n: number, of: number) => (of === 0 ? null : n / of);
  return {
    ...{ numerator, denominator: seen, share: share(numerator, seen), minutes },
    coverage: { numerator: seen, denominator: length, share: share(seen, length) },
    unmonitoredMinutes: length - known,
    maintenanceMinutes: minutes.maintenance,
  };
}

const stateOf = (minutes: Partial<Minutes>) => dayStateOf(availability(minutes));

test('one minute down is told, whatever else was seen of the day', () => {
  assert.equal(stateOf({ up: 1_439, down: 1 }), 'short');
  assert.equal(stateOf({ up: 1_381, down: 59 }), 'short');
  assert.equal(stateOf({ up: 1_380, down: 60 }), 'long');
  assert.equal(stateOf({ down: 1, blocked: 1_439 }), 'short');
});

test('a day that was seen for less than half of the time it was to be seen is not told as a day without outage', () => {
  assert.equal(stateOf({ up: 720 }), 'up');
  assert.equal(stateOf({ up: 719 }), 'partial');
  assert.equal(stateOf({ up: 720, maintenance: 720 }), 'up', 'a maintenance is not to be seen');
});

test('a day of which nothing was seen says what kept it from being seen the longest', () => {
  assert.equal(stateOf({ blocked: 1_000 }), 'blocked');
  assert.equal(stateOf({ blocked: 700 }), 'none');
  assert.equal(stateOf({ unknown: 1_440 }), 'unknown');
  assert.equal(stateOf({ maintenance: 1_000, unknown: 440 }), 'maintenance');
  assert.equal(dayStateOf(null), 'none');
});

test('a day is disrupted from half of its time on', () => {
  assert.equal(stateOf({ up: 721, degraded: 719 }), 'up');
  assert.equal(stateOf({ up: 720, degraded: 720 }), 'degraded');
});

test('every day of the period has a cell, and the table says each of them once', () => {
  const period = { from: '2025-10-18', to: '2026-01-15' };
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...DAY_STATES), { minLength: 90, maxLength: 90 }), (states) => {
      const cells = cellsOf([], period).map((cell, at) => ({ ...cell, state: states[at] ?? 'none' }));
      assert.equal(cells.length, 90);
      const runs = runsOf(cells);
      const days = runs.flatMap(({ from, to, state }) =>
        cells.filter(({ day }) => from <= day && day <= to).map(({ day }) => `${day} ${state}`),
      );
      assert.deepEqual(
        days,
        cells.map(({ day, state }) => `${day} ${state}`),
      );
      assert.equal(
        countDays(cells).reduce((sum, { days: n }) => sum + n, 0),
        90,
      );
    }),
  );
});

test('days with an outage are told one by one, others together with what was seen of them', () => {
  const days = ['2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04'].map((day, at) => ({
    day,
    availability: availability(at < 2 ? { up: DAY - 3, down: 3 } : { up: 1_000 }),
  }));
  assert.deepEqual(
    runsOf(cellsOf(days, { from: '2026-01-01', to: '2026-01-04' })).map(
      ({ from, to, downMinutes, coverage }) => [
        from,
        to,
        downMinutes,
        coverage.numerator,
        coverage.denominator,
      ],
    ),
    [
      ['2026-01-01', '2026-01-01', 3, 1_440, 1_440],
      ['2026-01-02', '2026-01-02', 3, 1_440, 1_440],
      ['2026-01-03', '2026-01-04', 0, 2_000, 2_880],
    ],
  );
});
