import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Fact } from '../core/figure.ts';
import { isOutOfRange, isStale } from './plausibility.ts';

const measured = (value: number, n: number | null): Pick<Fact, 'status' | 'value' | 'n'> => ({
  status: 'measured',
  value,
  n,
});

test('the same long number on the same n is stale', () => {
  assert.equal(isStale(measured(0.687272, 550), measured(0.687272, 550)), true);
  assert.equal(isStale(measured(0.99894, null), measured(0.99894, null)), true);
});

test('a round number, another n, another digit or a declaration is not stale', () => {
  assert.equal(isStale(measured(8.9, 550), measured(8.9, 550)), false);
  assert.equal(isStale(measured(1, null), measured(1, null)), false);
  assert.equal(isStale(measured(0.687272, 551), measured(0.687272, 550)), false);
  assert.equal(isStale(measured(0.687273, 550), measured(0.687272, 550)), false);
  const declared = { ...measured(0.9412, null), status: 'declared' } as const;
  assert.equal(isStale(declared, declared), false);
});

test('what cannot be is out of range, the ends are not', () => {
  assert.equal(isOutOfRange('share', 1.0001), true);
  assert.equal(isOutOfRange('mark', -0.1), true);
  assert.equal(isOutOfRange('ms', -1), true);
  assert.equal(isOutOfRange('ms', Number.NaN), true);
  assert.equal(isOutOfRange('ms', Number.POSITIVE_INFINITY), true);
  assert.equal(isOutOfRange('share', 0), false);
  assert.equal(isOutOfRange('mark', 10), false);
});
