import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixedClock } from '../core/clock.ts';
import { VigieError } from '../core/errors.ts';
import { countOpenings } from './opening-counter.ts';

const clock = fixedClock('2026-03-04T12:00:00Z');
const button = { id: 'abcdefghij', subjectId: 7 };

test('openings that the store did not take are added the next time', async (t) => {
  const given: unknown[][] = [];
  let isAway = true;
  const query = async (_: string, values: readonly unknown[] = []) => {
    if (isAway) throw new VigieError('Unavailable', 'away');
    given.push([...values]);
    return [];
  };
  const openings = countOpenings({ db: { query }, clock });
  t.after(() => openings.stop());
  openings.count(button, 'opened');
  await openings.flush();
  isAway = false;
  openings.count(button, 'opened');
  await openings.flush();
  await openings.flush();
  assert.deepEqual(given, [[[7], ['2026-03-04'], ['abcdefghij'], ['opened'], [2]]]);
});

test('a stop does not wait for a store that says nothing', async (t) => {
  const openings = countOpenings({ db: { query: () => new Promise(() => {}) }, clock });
  openings.count(button, 'opened');
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const stopped = openings.stop();
  t.mock.timers.runAll();
  await stopped;
});
