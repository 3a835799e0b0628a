import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spreadOverQuarters } from './quarters.ts';

const spread = (...days: string[]) =>
  spreadOverQuarters(days, (day) => day).map(({ year, quarter, item }) => [`T${quarter} ${year}`, item]);

test('each quarter from the first to the last has its place, filled or not', () => {
  assert.deepEqual(spread('2023-11-02', '2024-07-01'), [
    ['T4 2023', '2023-11-02'],
    ['T1 2024', null],
    ['T2 2024', null],
    ['T3 2024', '2024-07-01'],
  ]);
});

test('of two items in one quarter the later in the list is kept, and nothing makes nothing', () => {
  assert.deepEqual(spread('2024-01-01', '2024-03-31'), [['T1 2024', '2024-03-31']]);
  assert.deepEqual(spread(), []);
});
