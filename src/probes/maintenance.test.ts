import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { wallTimeOf } from '../core/paris-time.ts';
import {
  findNextOccurrence,
  isInMaintenance,
  listOccurrences,
  maintenanceFaults,
  type NewMaintenance,
} from './maintenance.ts';
import { type Maintenance, REPETITIONS } from './target.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const at = (text: string) => new Date(text);

function maintenance(from: string, to: string, others: Partial<Maintenance> = {}): Maintenance {
  return { startsAt: at(from), endsAt: at(to), repeats: 'never', repeatsUntil: null, ...others };
}

/** Every night from 01:00 to 04:00 in Paris. */
const nightly = maintenance('2026-03-01T00:00:00Z', '2026-03-01T03:00:00Z', { repeats: 'daily' });

test('a maintenance holds from its start to its end, which is not in it', () => {
  const once = maintenance('2026-03-01T20:00:00Z', '2026-03-01T22:00:00Z');
  const holds = (text: string) => isInMaintenance([once], at(text));
  assert.deepEqual(
    [
      '2026-03-01T19:59:59.999Z',
      '2026-03-01T20:00:00Z',
      '2026-03-01T21:59:59.999Z',
      '2026-03-01T22:00:00Z',
    ].map(holds),
    [false, true, true, false],
  );
  assert.equal(holds('2026-03-02T21:00:00Z'), false);
  assert.equal(isInMaintenance([], at('2026-03-01T21:00:00Z')), false);
});

test('one that repeats comes back at the same hours of Paris when the clocks change', () => {
  const night = (day: string) => listOccurrences(nightly, at(`${day}T00:00:00Z`), at(`${day}T12:00:00Z`))[0];
  assert.deepEqual(night('2026-03-28')?.startsAt, at('2026-03-28T00:00:00Z'));
  assert.deepEqual(night('2026-03-29'), {
    startsAt: at('2026-03-29T00:00:00Z'),
    endsAt: at('2026-03-29T02:00:00Z'),
  });
  const summer = listOccurrences(nightly, at('2026-06-30T12:00:00Z'), at('2026-07-01T12:00:00Z'));
  assert.deepEqual(summer, [{ startsAt: at('2026-06-30T23:00:00Z'), endsAt: at('2026-07-01T02:00:00Z') }]);
  const october = listOccurrences(nightly, at('2026-10-24T12:00:00Z'), at('2026-10-25T12:00:00Z'));
  assert.deepEqual(october, [{ startsAt: at('2026-10-24T23:00:00Z'), endsAt: at('2026-10-25T03:00:00Z') }]);
});

test('one whose hours are all skipped that night does not take place, nor is it moved', () => {
  const short = maintenance('2026-03-20T01:10:00Z', '2026-03-20T01:50:00Z', { repeats: 'daily' });
  const march = listOccurrences(short, at('2026-03-28T12:00:00Z'), at('2026-03-30T12:00:00Z'));
  assert.deepEqual(
    march.map(({ startsAt }) => startsAt),
    [at('2026-03-30T00:10:00Z')],
  );
  assert.deepEqual(
    findNextOccurrence(short, at('2026-03-28T12:00:00Z'))?.startsAt,
    at('2026-03-30T00:10:00Z'),
  );
});

test('the next time is the one that is under way, else the one to come; there is none after the last day', () => {
  const weekly = maintenance('2026-05-04T20:00:00Z', '2026-05-05T02:00:00Z', {
    repeats: 'weekly',
    repeatsUntil: '2026-05-18',
  });
  const next = (text: string) => findNextOccurrence(weekly, at(text))?.startsAt.toISOString() ?? null;
  assert.equal(next('2026-01-01T00:00:00Z'), '2026-05-04T20:00:00.000Z');
  assert.equal(next('2026-05-05T01:00:00Z'), '2026-05-04T20:00:00.000Z');
  assert.equal(next('2026-05-05T02:00:00Z'), '2026-05-11T20:00:00.000Z');
  assert.equal(next('2026-05-18T12:00:00Z'), '2026-05-18T20:00:00.000Z');
  assert.equal(next('2026-05-19T02:00:00Z'), null);
});

const starts = fc
  .integer({ min: at('2025-12-01').getTime() / 60_000, max: at('2026-12-31').getTime() / 60_000 })
  .map((minutes) => new Date(minutes * 60_000));
const maintenances = fc
  .record({
    startsAt: starts,
    lengthMs: fc.integer({ min: 1, max: DAY_MS }),
    repeats: fc.constantFrom(...REPETITIONS),
    isBounded: fc.boolean(),
    days: fc.integer({ min: 0, max: 400 }),
  })
  .map(({ startsAt, lengthMs, repeats, isBounded, days }): Maintenance => {
    const until = new Date(startsAt.getTime() + days * DAY_MS).toISOString().slice(0, 10);
    const { day } = wallTimeOf(startsAt);
    const repeatsUntil = isBounded && repeats !== 'never' ? (until < day ? day : until) : null;
    return { startsAt, endsAt: new Date(startsAt.getTime() + lengthMs), repeats, repeatsUntil };
  });

test('to be in maintenance is to be in one of the times that are listed, however long the list', () => {
  fc.assert(
    fc.property(maintenances, starts, fc.integer({ min: 0, max: 60 }), (one, instant, days) => {
      const [from, to] = [-days, days + 1].map((shift) => new Date(instant.getTime() + shift * DAY_MS));
      assert.ok(from !== undefined && to !== undefined);
      const times = listOccurrences(one, from, to);
      const listed = times.some(({ startsAt, endsAt }) => startsAt <= instant && instant < endsAt);
      assert.equal(isInMaintenance([one], instant), listed);
      const next = findNextOccurrence(one, instant);
      assert.deepEqual(next, times.find(({ endsAt }) => endsAt > instant) ?? next);
    }),
  );
});

test('each time begins at the hour of the first, or at the end of the hour that the clocks skip', () => {
  fc.assert(
    fc.property(maintenances, starts, (one, instant) => {
      const week = listOccurrences(one, instant, new Date(instant.getTime() + 8 * DAY_MS));
      for (const { startsAt, endsAt } of week) {
        assert.ok(startsAt < endsAt && startsAt >= one.startsAt);
        const { clockMs } = wallTimeOf(startsAt);
        assert.ok(clockMs === wallTimeOf(one.startsAt).clockMs || clockMs === 3 * HOUR_MS);
        assert.ok(one.repeatsUntil === null || wallTimeOf(startsAt).day <= one.repeatsUntil);
      }
    }),
  );
});

test('an announcement is refused with the option at fault, and never speaks of the past', () => {
  const now = at('2026-03-01T12:00:00Z');
  const asked = (others: Partial<NewMaintenance>): NewMaintenance => ({
    ...maintenance('2026-03-01T20:00:00Z', '2026-03-01T22:00:00Z'),
    ...{ reason: 'mise à jour', author: 'équipe' },
    ...others,
  });
  const paths = (others: Partial<NewMaintenance>) =>
    maintenanceFaults(asked(others), now).map(({ path }) => path);
  assert.deepEqual(paths({}), []);
  assert.deepEqual(paths({ startsAt: now }), []);
  assert.deepEqual(paths({ startsAt: at('2026-03-01T11:59:00Z') }), ['--start']);
  assert.deepEqual(paths({ endsAt: at('2026-03-01T20:00:00Z') }), ['--end']);
  assert.deepEqual(paths({ endsAt: at('2026-04-02T20:00:00Z') }), ['--end']);
  assert.deepEqual(paths({ endsAt: at('2026-03-02T20:00:00Z'), repeats: 'daily' }), []);
  assert.deepEqual(paths({ endsAt: at('2026-03-02T20:01:00Z'), repeats: 'daily' }), ['--end']);
  assert.deepEqual(paths({ repeatsUntil: '2026-03-05' }), ['--until']);
  assert.deepEqual(paths({ repeats: 'weekly', repeatsUntil: '2026-02-28' }), ['--until']);
  assert.deepEqual(paths({ reason: ' ', author: 'a\nb' }), ['--reason', '--author']);
});
