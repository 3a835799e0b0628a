import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { daysLater, instantOf, wallTimeBetween, wallTimeOf } from './paris-time.ts';

const HOUR_MS = 3_600_000;
const at = (text: string) => new Date(text);
const clock = (hours: number, minutes = 0) => (hours * 60 + minutes) * 60_000;

test('a clock in Paris is one hour ahead of UTC in winter and two in summer', () => {
  assert.deepEqual(wallTimeOf(at('2026-01-15T23:30:00.250Z')), {
    day: '2026-01-16',
    clockMs: clock(0, 30) + 250,
  });
  assert.deepEqual(wallTimeOf(at('2026-07-15T22:00:00Z')), { day: '2026-07-16', clockMs: 0 });
});

test('of an hour that comes twice the first is meant, of one that is skipped what follows', () => {
  assert.deepEqual(instantOf({ day: '2026-10-25', clockMs: clock(2, 30) }), at('2026-10-25T00:30:00Z'));
  for (const skipped of [clock(2), clock(2, 30), clock(2, 59)]) {
    assert.deepEqual(instantOf({ day: '2026-03-29', clockMs: skipped }), at('2026-03-29T01:00:00Z'));
  }
  assert.deepEqual(instantOf({ day: '2026-03-29', clockMs: clock(1, 59) }), at('2026-03-29T00:59:00Z'));
  assert.deepEqual(instantOf({ day: '2026-03-29', clockMs: clock(3) }), at('2026-03-29T01:00:00Z'));
});

test('any instant is found again from what the clock shows, the second of two equal hours as the first', () => {
  const instants = fc.date({ min: at('2000-01-01'), max: at('2099-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(instants, (instant) => {
      const found = instantOf(wallTimeOf(instant));
      const isSecond = instant.getTime() - found.getTime() === HOUR_MS;
      assert.ok(isSecond || found.getTime() === instant.getTime());
      assert.deepEqual(wallTimeOf(found), wallTimeOf(instant));
    }),
  );
});

test('days are counted by the calendar, whatever the clocks do', () => {
  const noon = { day: '2026-03-28', clockMs: clock(12) };
  const next = daysLater(noon, 1);
  assert.equal(instantOf(next).getTime() - instantOf(noon).getTime(), 23 * HOUR_MS);
  assert.equal(wallTimeBetween(noon, next), 24 * HOUR_MS);
});
