import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type HourMinutes, putHours, sumsOf } from './minute-day.ts';
import { countMinutes, minutesOfProcedure, minutesOfTarget } from './minutes.ts';
import { type Outcome, VERDICTS, type Verdict } from './outcome.ts';
import { packSamples, type VantageSample } from './packed-hour.ts';
import { HOUR_MS, MINUTE_MS } from './paris-hours.ts';

const HOUR = Date.parse('2026-11-02T06:00:00Z');
const OUTCOME_OF: Readonly<Record<Verdict, Outcome>> = {
  up: 'up',
  degraded: 'slow',
  down: 'refused',
  blocked: 'challenge',
  unknown: 'own_network',
  maintenance: 'maintenance',
};

function sample(seconds: number, verdict: Verdict, vantageId = 1): VantageSample {
  return {
    ...{ targetId: 1, vantageId, at: new Date(HOUR + seconds * 1_000), outcome: OUTCOME_OF[verdict] },
    ...{ nameMs: 1, connectMs: 2, tlsMs: null, firstByteMs: 3, wholeMs: 4 },
  };
}

function minutesOf(
  samples: readonly VantageSample[],
  intervalMs = MINUTE_MS,
  untilMs = HOUR + HOUR_MS,
  timeoutMs = 10_000,
) {
  return minutesOfTarget(packSamples(samples), { hourMs: HOUR, intervalMs, timeoutMs, untilMs });
}

test('whoever reached it proves that it was there: down only when nobody did', () => {
  const together = (...verdicts: Verdict[]) =>
    minutesOf(verdicts.map((verdict, at) => sample(5 + at, verdict, at + 1)))[0];
  assert.equal(together('down', 'up'), 'up');
  assert.equal(together('down', 'degraded', 'blocked'), 'degraded');
  assert.equal(together('blocked', 'down', 'unknown'), 'down');
  assert.equal(together('unknown', 'blocked'), 'blocked');
  assert.equal(together('unknown'), 'unknown');
  assert.equal(together('up', 'maintenance'), 'maintenance');
});

test('a sample a minute leaves no minute out, even when it is late by half a minute', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 59 }),
      fc.array(fc.integer({ min: 0, max: 29 }), { minLength: 61, maxLength: 61 }),
      (phase, lates) => {
        const samples = lates.map((late, at) => sample((at - 1) * 60 + phase + late, 'up'));
        assert.deepEqual(countMinutes(minutesOf(samples).slice(1)), [59, 0, 0, 0, 0, 0]);
      },
    ),
  );
});

test('a sample holds for its interval and no longer, into the next hour too', () => {
  const every5 = minutesOf([sample(-120, 'down'), sample(600, 'up')], 5 * MINUTE_MS);
  assert.deepEqual(every5.slice(0, 4), ['down', 'down', 'down', null]);
  assert.deepEqual(every5.slice(9, 16), [null, 'up', 'up', 'up', 'up', 'up', null]);
  const alone = minutesOf([sample(3, 'up')]);
  assert.deepEqual(alone.slice(0, 2), ['up', null]);
  assert.equal(minutesOf([sample(-3599, 'up')], HOUR_MS)[0], null);
  assert.equal(minutesOf([sample(-3500, 'up')], HOUR_MS)[0], 'up');
});

test('where tries that time out miss every other turn, a failure leaves no minute out', () => {
  const everyOther = (verdict: Verdict) =>
    minutesOf(
      Array.from({ length: 30 }, (_, at) => sample(120 * at + 5, verdict)),
      MINUTE_MS,
      HOUR + HOUR_MS,
      30_000,
    );
  assert.deepEqual(countMinutes(everyOther('down')), [0, 0, 60, 0, 0, 0]);
  assert.deepEqual(countMinutes(everyOther('up')), [30, 0, 0, 0, 0, 0], 'an answer misses no turn');
});

test('nothing is told of minutes that have not begun', () => {
  const minutes = minutesOf([sample(0, 'up')], HOUR_MS, HOUR + 10 * MINUTE_MS);
  assert.deepEqual(countMinutes(minutes), [10, 0, 0, 0, 0, 0]);
});

test('several samples of one minute count as one minute', () => {
  const minutes = minutesOf([sample(0, 'down'), sample(10, 'up'), sample(20, 'down')], 10_000);
  assert.deepEqual(minutes.slice(0, 2), ['up', null]);
});

const anyMinutes = fc.array(fc.option(fc.constantFrom(...VERDICTS)), { minLength: 60, maxLength: 60 });
const always = { sinceMs: 0, untilMs: Number.POSITIVE_INFINITY };

test('a procedure is up when all its targets are, down when any is', () => {
  fc.assert(
    fc.property(fc.array(anyMinutes, { minLength: 1, maxLength: 4 }), (targets) => {
      const told = minutesOfProcedure(
        HOUR,
        targets.map((minutes) => ({ ...always, minutes })),
      );
      for (const [at, verdict] of told.entries()) {
        const seen = targets.map((minutes) => minutes[at] ?? null);
        const isUp = seen.every((one) => one === 'up' || one === 'degraded');
        assert.equal(verdict === 'down', seen.includes('down'));
        assert.equal(verdict === 'up' || verdict === 'degraded', isUp);
        assert.equal(verdict === 'degraded', isUp && seen.includes('degraded'));
        if (verdict !== null) assert.ok(seen.includes(verdict));
      }
    }),
  );
});

test('a target counts for a procedure from when until when it was said to', () => {
  const [up, down] = (['up', 'down'] as const).map((verdict) => Array.from({ length: 60 }, () => verdict));
  assert.ok(up !== undefined && down !== undefined);
  const told = minutesOfProcedure(HOUR, [
    { minutes: up, ...always },
    { minutes: down, sinceMs: HOUR + 10 * MINUTE_MS, untilMs: HOUR + 12 * MINUTE_MS },
  ]);
  assert.deepEqual(countMinutes(told), [58, 0, 2, 0, 0, 0]);
  assert.deepEqual(countMinutes(minutesOfProcedure(HOUR, [])), [0, 0, 0, 0, 0, 0]);
});

test('an hour takes the place of what its day held of it', () => {
  const hour = (hourMs: number, verdict: Verdict | null): HourMinutes => ({
    ...{ id: 7, hourMs },
    minutes: Array.from({ length: 60 }, () => verdict),
  });
  const first = putHours(
    [],
    [hour(HOUR, 'down'), hour(HOUR + HOUR_MS, 'up'), hour(HOUR + 24 * HOUR_MS, null)],
  );
  assert.deepEqual(
    first.map(({ id, day }) => [id, day]),
    [[7, '2026-11-02']],
  );
  const [again] = putHours(first, [hour(HOUR, 'degraded')]);
  assert.ok(again !== undefined);
  // 7 h is before business hours, 8 h is within.
  assert.deepEqual(sumsOf(again), { whole: [60, 60, 0, 0, 0, 0], business: [60, 0, 0, 0, 0, 0] });
});
