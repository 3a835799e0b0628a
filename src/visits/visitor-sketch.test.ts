import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  addVisitor,
  createSketch,
  decodeSketch,
  encodeSketch,
  estimateVisitors,
  mergeSketch,
  VISITOR_ERROR,
  type VisitorSketch,
} from './visitor-sketch.ts';

const keyOf = (visitor: number | string) => hash('sha256', `a salt ${visitor}`, 'base64').slice(0, 16);

function sketchOf(visitors: Iterable<number | string>): VisitorSketch {
  const sketch = createSketch();
  for (const visitor of visitors) addVisitor(sketch, keyOf(visitor));
  return sketch;
}

test('a million simulated visitors, and all numbers before, are told within three standard errors', () => {
  const sketch = createSketch();
  const told = new Map<number, number>();
  const looks = new Set([10, 100, 1_000, 5_000, 10_000, 20_000, 50_000, 100_000, 300_000, 1_000_000]);
  for (let n = 1; n <= 1_000_000; n += 1) {
    addVisitor(sketch, keyOf(n));
    if (looks.has(n)) told.set(n, estimateVisitors(sketch));
  }
  assert.equal(told.size, looks.size);
  for (const [n, estimate] of told) {
    assert.ok(Math.abs(estimate / n - 1) <= 3 * VISITOR_ERROR, `${estimate} visitors for ${n}`);
  }
});

test('over many days the mean error is that of the method: nothing is biased', () => {
  const days = Array.from({ length: 60 }, (_, day) => {
    const n = 200 * (day + 1);
    return estimateVisitors(sketchOf(Array.from({ length: n }, (_, one) => `${day} ${one}`))) / n - 1;
  });
  const mean = days.reduce((sum, one) => sum + one, 0) / days.length;
  const spread = Math.sqrt(days.reduce((sum, one) => sum + one ** 2, 0) / days.length);
  assert.ok(Math.abs(mean) <= (3 * VISITOR_ERROR) / Math.sqrt(days.length), `mean error ${mean}`);
  assert.ok(spread <= 1.3 * VISITOR_ERROR, `spread ${spread}`);
});

test('few visitors are told to the unit, and nobody is nobody', () => {
  assert.equal(estimateVisitors(createSketch()), 0);
  for (const n of [1, 2, 5, 12]) {
    assert.equal(estimateVisitors(sketchOf(Array.from({ length: n }, (_, one) => one))), n);
  }
});

const visitors = fc.array(fc.nat(5_000), { maxLength: 3_000 });

test('the union of sketches is the sketch of the union, in any order, however often', () => {
  fc.assert(
    fc.property(visitors, visitors, (one, other) => {
      const union = sketchOf([...one, ...other]);
      const merged = sketchOf(one);
      mergeSketch(merged, sketchOf(other));
      const backwards = sketchOf(other);
      mergeSketch(backwards, sketchOf(one));
      assert.deepEqual(merged, union);
      assert.deepEqual(backwards, union);
      assert.equal(mergeSketch(merged, sketchOf(other)), false);
    }),
    { numRuns: 40 },
  );
});

test('a sketch that is written and read back is the same, few or many in it', () => {
  fc.assert(
    fc.property(visitors, (some) => {
      const sketch = sketchOf(some);
      const bytes = encodeSketch(sketch);
      assert.deepEqual(decodeSketch(bytes), sketch);
      assert.ok(bytes.length <= Math.min(4_097, 1 + 3 * some.length));
    }),
    { numRuns: 60 },
  );
});

test('bytes that are no sketch are refused', () => {
  for (const bytes of [Buffer.alloc(0), Buffer.of(3), Buffer.of(2, 1, 1), Buffer.of(1, 1)]) {
    assert.throws(() => decodeSketch(bytes), RangeError);
  }
});
