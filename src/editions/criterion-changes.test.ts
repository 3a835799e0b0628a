import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { someEdition } from '../../test/support/generated-editions.ts';
import { compareEditions } from './compare-editions.ts';
import type { Change, Comparison } from './comparison.ts';
import { findNotableChanges } from './criterion-changes.ts';

const change = (id: string, given: Partial<Change> & { p?: number }): Change => {
  const { p, ...rest } = given;
  return {
    procedure: { id, slug: id, name: id, organisation: null, ministry: null },
    criterion: 'satisfaction',
    kind: 'rise',
    better: true,
    reason: null,
    before: null,
    after: null,
    test: p === undefined ? null : { name: 'welch', over: 'windows', statistic: 2, df: 10, p },
    stale: false,
    ...rest,
  };
};
const comparisonOf = (changes: readonly Change[]) => ({ changes }) as Comparison;
const idsOf = (changes: readonly Change[]) => changes.map(({ procedure }) => procedure.id);

test('the most certain come first, then what is declared, each procedure once', () => {
  const found = findNotableChanges(
    comparisonOf([
      change('declared', {}),
      change('sure', { p: 0.001 }),
      change('surer', { p: 0.01 }),
      change('surer', { p: 0.0001, criterion: 'clarity' }),
      change('other declared', {}),
      change('fell', { kind: 'fall', better: false, p: 0.02 }),
    ]),
    3,
  );
  assert.deepEqual(idsOf(found.better), ['surer', 'sure', 'declared']);
  assert.equal(found.better[0]?.criterion, 'clarity');
  assert.deepEqual(idsOf(found.worse), ['fell']);
  assert.deepEqual(found.procedures, { better: 4, worse: 1 });
});

test('of any two editions, only established changes that are for the better or the worse are told', () => {
  fc.assert(
    fc.property(someEdition, someEdition, (one, other) => {
      const comparison = compareEditions(one.published, other.published, {
        before: one.who,
        after: other.who,
      });
      const { better, worse } = findNotableChanges(comparison, 5);
      for (const [list, way] of [
        [better, true],
        [worse, false],
      ] as const) {
        assert.ok(list.length <= 5);
        assert.equal(new Set(idsOf(list)).size, list.length);
        assert.ok(list.every(({ kind, better: is }) => (kind === 'rise' || kind === 'fall') && is === way));
      }
    }),
    { numRuns: 50 },
  );
});
