import assert from 'node:assert/strict';
import { test } from 'node:test';
import { daysBetween } from '../core/clock.ts';
import { DEMONSTRATION_EDITIONS } from './calendar.ts';
import { demonstrationFacts } from './figures.ts';
import { PROFILED } from './profiles.ts';

const factsOf = (publicId: string, at: number) => {
  const edition = DEMONSTRATION_EDITIONS[at] ?? assert.fail();
  return demonstrationFacts({ publicId, audiences: ['individual'] }, edition);
};

test('the figures of a procedure are the same each time they are made', () => {
  for (const publicId of PROFILED) assert.deepEqual(factsOf(publicId, 2), factsOf(publicId, 2));
  assert.throws(() => factsOf('demo999', 0), RangeError);
});

test('the parts of a figure fill its year, and add up to it', () => {
  for (const publicId of PROFILED) {
    for (const { parts, counts, denominator, n, periodStart, periodEnd } of Object.values(
      factsOf(publicId, 3),
    )) {
      if (parts === null) continue;
      assert.deepEqual([parts[0]?.periodStart, parts.at(-1)?.periodEnd], [periodStart, periodEnd]);
      for (const [at, part] of parts.slice(1).entries())
        assert.equal(daysBetween(parts[at]?.periodEnd ?? '', part.periodStart), 1);
      const told = parts.map((part) => part.denominator ?? total(part.counts ?? {}));
      const whole = told.reduce((sum, one) => sum + one, 0);
      assert.equal(whole, counts === null ? denominator : total(counts), publicId);
      assert.equal(whole, n);
    }
  }
});

test('a quarter says the same in each edition that has it', () => {
  const earlier = factsOf('demo2', 0).satisfaction?.parts ?? [];
  const later = factsOf('demo2', 1).satisfaction?.parts ?? [];
  assert.equal(earlier.length, 4);
  assert.deepEqual(earlier.slice(1), later.slice(0, 3));
});

test('nobody is asked of what is not open, nor of what comes by itself', () => {
  assert.deepEqual(Object.keys(factsOf('demo3', 0)), ['volume_total', 'volume_online', 'digital_share']);
  assert.equal(factsOf('demo47', 1).satisfaction, undefined);
  assert.notEqual(factsOf('demo47', 2).satisfaction, undefined);
  assert.deepEqual(Object.keys(factsOf('demo31', 3)).includes('satisfaction'), false);
});

function total(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, one) => sum + one, 0);
}
