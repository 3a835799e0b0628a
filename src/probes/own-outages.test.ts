import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ownOutages } from './own-outages.ts';

const at = (clock: string) => new Date(`2026-11-02T${clock}:00Z`);
const watch = (from: string, to: string) => ({ startedAt: at(from), endedAt: at(to) });
const told = (watches: ReturnType<typeof watch>[]) =>
  ownOutages(watches, at('06:00'), at('12:00')).map(({ from, to }) =>
    [from, to].map((instant) => instant.toISOString().slice(11, 16)).join('-'),
  );

test('an outage of ours is when no point of measure was at work, since one ever was', () => {
  assert.deepEqual(told([watch('05:00', '08:00'), watch('07:00', '09:00'), watch('10:00', '12:00')]), [
    '09:00-10:00',
  ]);
  assert.deepEqual(told([watch('07:00', '12:00')]), []);
  assert.deepEqual(told([watch('03:00', '04:00'), watch('07:00', '11:59')]), ['06:00-07:00']);
  assert.deepEqual(told([watch('03:00', '04:00')]), ['06:00-12:00']);
  assert.deepEqual(told([watch('05:00', '08:00'), watch('08:01', '12:00')]), []);
  assert.deepEqual(told([]), []);
});
