import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseCounts } from './edition-csv.ts';

test('answers by grade are read as the cell of an edition writes them', () => {
  assert.deepEqual(parseCounts('0:50;2.5:0;10:850'), { '0': 50, '2.5': 0, '10': 850 });
});

test('what is no number of answers, no grade, or a grade told twice, is not read', () => {
  for (const text of [
    '0:20.5;10:82',
    '0:-1;10:82',
    '0:99999999999999999999;10:82',
    '0:500 %;10:82',
    '11:3',
    '-1:3',
    '0:1;0.0:2',
    '0:1;',
    '0:1:2',
    '0',
    '',
  ]) {
    assert.equal(parseCounts(text), null, text);
  }
});
