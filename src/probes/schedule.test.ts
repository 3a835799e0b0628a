import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { nextStart, phaseOf } from './schedule.ts';

const target = fc.record({
  id: fc.integer({ min: 1, max: 2 ** 40 }),
  intervalMs: fc.integer({ min: 10_000, max: 3_600_000 }),
});
const vantage = fc.stringMatching(/^[a-z0-9]{1,20}$/);
const instant = fc.integer({ min: 0, max: 4e12 });

test('a target starts once in each interval, whatever instant one looks from', () => {
  fc.assert(
    fc.property(target, vantage, instant, (one, slug, from) => {
      const first = nextStart(one, slug, from);
      assert.ok(first > from && first <= from + one.intervalMs);
      assert.equal(nextStart(one, slug, first), first + one.intervalMs);
      assert.equal(nextStart(one, slug, first - 1), first);
    }),
  );
});

test('after a restart at any instant all run again within one interval, and none earlier than its turn', () => {
  fc.assert(
    fc.property(fc.array(target, { maxLength: 50 }), vantage, instant, (targets, slug, restart) => {
      for (const one of targets) {
        const before = nextStart(one, slug, restart - one.intervalMs);
        const after = nextStart(one, slug, restart);
        assert.ok(after - restart <= one.intervalMs);
        assert.equal((after - before) % one.intervalMs, 0);
      }
    }),
  );
});

test('a thousand targets a minute start evenly, from any first id and any point of measure', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e9 }), vantage, (first, slug) => {
      const seconds = new Array<number>(60).fill(0);
      for (let id = first; id < first + 1_000; id += 1) {
        const second = Math.floor(phaseOf({ id, intervalMs: 60_000 }, slug) / 1_000);
        seconds[second] = (seconds[second] ?? 0) + 1;
      }
      // 16.7 a second on average.
      assert.ok(Math.max(...seconds) <= 19 && Math.min(...seconds) >= 14, String(seconds));
    }),
  );
});

test('two points of measure do not ask at the same moment', () => {
  const ids = Array.from({ length: 100 }, (_, index) => index + 1);
  const apart = ids.map((id) => {
    const [one, other] = ['local', 'lyon'].map((slug) => phaseOf({ id, intervalMs: 60_000 }, slug));
    return Math.abs((one ?? 0) - (other ?? 0));
  });
  assert.ok(Math.min(...apart) > 100);
});
