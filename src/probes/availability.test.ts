import assert from 'node:assert/strict';
import { test } from 'node:test';
import { availabilityOf, NO_MINUTES } from './availability.ts';
import { elapsedMinutes, elapsedOf } from './availability-figures.ts';
import { apdexOf, responseOf } from './response.ts';

test('1380 minutes up and 60 unmonitored are an availability of 1 and a coverage of 0.9583', () => {
  const { share, coverage, unmonitoredMinutes } = availabilityOf({ ...NO_MINUTES, up: 1380 }, 1440);
  assert.deepEqual([share, coverage.numerator, coverage.denominator], [1, 1380, 1440]);
  assert.equal(coverage.share?.toFixed(4), '0.9583');
  assert.equal(unmonitoredMinutes, 60);
});

test('blocked, unknown and announced minutes are neither up nor down, and lower the coverage', () => {
  const minutes = {
    ...NO_MINUTES,
    up: 500,
    degraded: 40,
    down: 60,
    blocked: 300,
    unknown: 50,
    maintenance: 30,
  };
  const told = availabilityOf(minutes, 1000);
  assert.deepEqual([told.numerator, told.denominator, told.share], [540, 600, 0.9]);
  assert.deepEqual([told.coverage.share, told.unmonitoredMinutes, told.maintenanceMinutes], [0.6, 20, 30]);
});

test('where nothing was seen there is no availability, which is not zero', () => {
  assert.equal(availabilityOf({ ...NO_MINUTES, blocked: 1440 }, 1440).share, null);
  assert.equal(availabilityOf(NO_MINUTES, 0).coverage.share, null);
  assert.equal(availabilityOf({ ...NO_MINUTES, down: 10 }, 1440).share, 0);
});

test('Apdex counts half of those that tolerated, and failures as frustrated', () => {
  assert.deepEqual(apdexOf(60, 30, 100), { score: 0.75, satisfied: 60, tolerated: 30, n: 100 });
  assert.equal(apdexOf(0, 0, 0).score, null);
  const nothing = { sumMs: 0, histogram: new Map(), satisfied: 0, tolerated: 0, failed: 0 };
  assert.deepEqual(responseOf({ ...nothing, failed: 4 }).apdex, {
    score: 0,
    satisfied: 0,
    tolerated: 0,
    n: 4,
  });
  assert.equal(responseOf(nothing).meanMs, null);
});

test('the minutes of a day are those that had begun, 1380 to 1500 of them', () => {
  const end = new Date('2027-01-01T00:00:00Z');
  assert.deepEqual(elapsedMinutes('2026-06-01', end), { whole: 1440, business: 720 });
  assert.deepEqual(elapsedMinutes('2026-03-29', end), { whole: 1380, business: 0 });
  assert.deepEqual(elapsedMinutes('2026-10-25', end), { whole: 1500, business: 0 });
  assert.deepEqual(elapsedMinutes('2026-06-01', new Date('2026-06-01T07:30:10Z')), {
    whole: 571,
    business: 91,
  });
  const { whole, business } = elapsedOf({ from: '2026-05-25', to: '2026-05-31' }, end);
  // Whit Monday, and a Sunday.
  assert.deepEqual([whole, business], [7 * 1440, 4 * 720]);
});
