import assert from 'node:assert/strict';
import { test } from 'node:test';
import { periodsToArrange } from './arrange-nightly.ts';

const daysOf = (today: string) =>
  periodsToArrange(today).map(({ from, to }) => (from === to ? from : 'several'));

test('each day the one that has settled is arranged, and on the third the month before', () => {
  assert.deepEqual(daysOf('2026-03-17'), ['2026-03-15']);
  assert.deepEqual(daysOf('2026-03-01'), ['2026-02-27']);
  assert.deepEqual(daysOf('2026-03-03'), ['2026-03-01', '2026-02-01']);
  assert.deepEqual(daysOf('2027-01-03'), ['2027-01-01', '2026-12-01']);
});
