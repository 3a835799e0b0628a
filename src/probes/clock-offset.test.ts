import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createClockOffset } from './clock-offset.ts';

const START = Date.parse('2026-03-02T09:00:00Z');

test('however long answers take, the error is at most half of the quickest', () => {
  const trip = fc.record({ there: fc.nat(2_000), back: fc.nat(2_000) });
  fc.assert(
    fc.property(
      fc.integer({ min: -1e9, max: 1e9 }),
      fc.array(trip, { minLength: 1, maxLength: 10 }),
      (ahead, trips) => {
        const offset = createClockOffset(null);
        for (const [at, { there, back }] of trips.entries()) {
          const sent = START + at * 60_000;
          offset.learn(sent + ahead, sent + there + back + ahead, new Date(sent + there));
        }
        const quickest = Math.min(...trips.map(({ there, back }) => there + back));
        assert.ok(Math.abs((offset.aheadMs() ?? Infinity) - ahead) <= quickest / 2 + 1);
      },
    ),
  );
});

test('what was known holds until the first answer, and a clock that is set again is learnt anew', () => {
  const offset = createClockOffset(700);
  assert.equal(offset.aheadMs(), 700);
  offset.learn(START + 5_000, START + 5_010, new Date(START + 5));
  assert.equal(offset.aheadMs(), 5_000);
  offset.learn(START + 60_000, START + 60_040, new Date(START + 60_020));
  assert.equal(offset.aheadMs(), 0);
});
