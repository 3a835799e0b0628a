import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { runsOf } from './runs.ts';

test('a run holds neighbours of one key, and what comes back later is another run', () => {
  assert.deepEqual(
    runsOf(['a', 'A', 'b', 'a'], (letter) => letter.toLowerCase()),
    [['a', 'A'], ['b'], ['a']],
  );
});

test('runs are the list, cut only and always where the key changes', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b', '')), (list) => {
      const runs = runsOf(list, (item) => item);
      assert.deepEqual(runs.flat(), list);
      for (const [at, run] of runs.entries()) {
        assert.equal(new Set(run).size, 1);
        assert.notEqual(run[0], runs[at + 1]?.[0]);
      }
    }),
  );
});
