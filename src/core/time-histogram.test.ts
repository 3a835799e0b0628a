import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addHistograms, bucketOf, durationOf, QUANTILE_ERROR, quantileOf } from './time-histogram.ts';

const durations = fc.array(fc.double({ min: 0.1, max: 1e8, noNaN: true }), { minLength: 1, maxLength: 200 });

function histogramOf(list: readonly number[]): Map<number, number> {
  return addHistograms(list.map((ms) => new Map([[bucketOf(ms), 1]])));
}

test('any quantile of any durations is read within the stated error', () => {
  fc.assert(
    fc.property(durations, fc.double({ min: 0, max: 1, noNaN: true }), (list, share) => {
      const exact =
        list.toSorted((a, b) => a - b)[Math.max(1, Math.ceil(share * list.length)) - 1] ?? Number.NaN;
      const read = quantileOf(histogramOf(list), share) ?? Number.NaN;
      assert.ok(Math.abs(read - exact) <= exact * QUANTILE_ERROR * (1 + 1e-9), `${read} for ${exact}`);
    }),
  );
});

test('histograms of parts add up to that of the whole, in any order', () => {
  fc.assert(
    fc.property(durations, durations, (one, other) => {
      const whole = histogramOf([...one, ...other]);
      assert.deepEqual(
        new Map([...addHistograms([histogramOf(other), histogramOf(one)])].sort()),
        new Map([...whole].sort()),
      );
    }),
  );
});

test('nothing has no quantile, zero is a duration, and what is none is refused', () => {
  assert.equal(quantileOf(new Map(), 0.5), null);
  assert.equal(quantileOf(new Map([[3, 0]]), 0.5), null);
  assert.equal(bucketOf(0), bucketOf(0.1));
  assert.ok(Math.abs(durationOf(bucketOf(1000)) - 1000) <= 10);
  for (const wrong of [-1, Number.NaN, Number.POSITIVE_INFINITY])
    assert.throws(() => bucketOf(wrong), RangeError);
});
