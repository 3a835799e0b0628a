import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type GeneratedEdition, someEdition } from '../../test/support/generated-editions.ts';
import { compareEditions } from './compare-editions.ts';
import type { Change, Comparison } from './comparison.ts';

const compare = (before: GeneratedEdition, after: GeneratedEdition, byIdentity = true) =>
  byIdentity
    ? compareEditions(before.published, after.published, { before: before.who, after: after.who })
    : compareEditions(before.published, after.published);

/** In an order that does not depend on which edition comes first; JSON, for which 0 and −0 are one. */
const sorted = (list: readonly unknown[]) => list.map((one) => JSON.stringify(one)).toSorted();

/** What a comparison says, without the order of its lists nor the words in which procedures of both are named. */
function contentOf(compared: Comparison) {
  return {
    sides: [compared.before, compared.after],
    criteria: compared.criteria,
    whole: [compared.whole.before, compared.whole.after],
    tests: compared.tests,
    in_both: compared.procedures.in_both,
    entered: sorted(compared.entered),
    left: sorted(compared.left),
    renamed: sorted(compared.renamed.map(({ procedure, before }) => ({ before, after: procedure.name }))),
    moved: sorted(
      compared.moved.map(({ procedure: { organisation, ministry }, before }) => ({
        before,
        after: { organisation, ministry },
      })),
    ),
    organisations: sorted(compared.organisations_renamed),
    ministries_renamed: sorted(compared.ministries_renamed),
    ministries: sorted(compared.ministries.map(({ before, after }) => ({ before, after }))),
    changes: sorted(compared.changes.map(({ procedure: _, ...change }) => change)),
  };
}

const OPPOSITE = { rise: 'fall', fall: 'rise', absent_before: 'absent_after', absent_after: 'absent_before' };
const opposite = <Word extends string | null>(word: Word) =>
  (OPPOSITE[word as keyof typeof OPPOSITE] ?? word) as Word;
const swap = <Side>({ before, after }: { before: Side; after: Side }) => ({ before: after, after: before });

/** The same comparison seen from the other end. */
function reverse(compared: Comparison): Comparison {
  return {
    ...compared,
    ...swap(compared),
    criteria: compared.criteria.map((one) => ({ ...one, reasons: one.reasons.map(opposite) })),
    entered: compared.left,
    left: compared.entered,
    renamed: compared.renamed.map(({ procedure, before }) => ({
      procedure: { ...procedure, name: before },
      before: procedure.name,
    })),
    moved: compared.moved.map(({ procedure, before }) => ({
      procedure: { ...procedure, ...before },
      before: { organisation: procedure.organisation, ministry: procedure.ministry },
    })),
    organisations_renamed: compared.organisations_renamed.map(swap),
    ministries_renamed: compared.ministries_renamed.map(swap),
    whole: swap(compared.whole),
    ministries: compared.ministries.map((one) => ({ ...one, ...swap(one) })),
    changes: compared.changes.map(
      (change): Change => ({
        ...change,
        kind: opposite(change.kind),
        better: change.better === null ? null : !change.better,
        reason: opposite(change.reason),
        before: change.after,
        after: change.before,
        test: change.test && { ...change.test, statistic: -change.test.statistic },
      }),
    ),
  };
}

test('the comparison is antisymmetric', () => {
  fc.assert(
    fc.property(someEdition, someEdition, fc.boolean(), (one, other, byIdentity) => {
      const [forward, backward] = [compare(one, other, byIdentity), compare(other, one, byIdentity)];
      assert.deepEqual(contentOf(backward), contentOf(reverse(forward)));
    }),
  );
});

test('every procedure of either edition entered, left or is in both, once', () => {
  fc.assert(
    fc.property(someEdition, someEdition, fc.boolean(), (before, after, byIdentity) => {
      const compared = compare(before, after, byIdentity);
      const { in_both } = compared.procedures;
      const listed = [...compared.entered, ...new Set(compared.changes.map(({ procedure }) => procedure.id))];
      assert.equal(compared.left.length + in_both, before.published.procedures.length);
      assert.equal(compared.entered.length + in_both, after.published.procedures.length);
      assert.deepEqual(
        listed.map((one) => (typeof one === 'string' ? one : one.id)).toSorted(),
        after.published.procedures.map(({ id }) => id).toSorted(),
      );
      const leftIds = new Set(compared.left.map(({ id }) => id));
      assert.equal(before.published.procedures.filter(({ id }) => leftIds.has(id)).length, leftIds.size);
      assert.equal(compared.changes.length, in_both * compared.criteria.length);
    }),
  );
});

test('an edition compared with itself has changed in nothing', () => {
  fc.assert(
    fc.property(someEdition, fc.boolean(), (edition, byIdentity) => {
      const compared = compare(edition, edition, byIdentity);
      const { entered, left, renamed, moved, newly_online } = compared;
      assert.deepEqual([entered, left, renamed, moved, newly_online], [[], [], [], [], []]);
      assert.deepEqual([compared.organisations_renamed, compared.ministries_renamed], [[], []]);
      assert.ok(compared.changes.every(({ kind }) => kind !== 'rise' && kind !== 'fall'));
      assert.deepEqual(compared.whole.before, compared.whole.after);
    }),
  );
});

test('a change that is claimed goes the way of the values, and no test behind it exceeds 5 %', () => {
  fc.assert(
    fc.property(someEdition, someEdition, (before, after) => {
      for (const { kind, before: was, after: is, test: made, reason } of compare(before, after).changes) {
        assert.equal(reason !== null, kind === 'not_testable');
        if (kind !== 'rise' && kind !== 'fall') continue;
        if (made !== null) assert.ok(made.p <= 0.05);
        if (typeof was?.value !== 'number' || typeof is?.value !== 'number') continue;
        assert.equal(kind, is.value > was.value ? 'rise' : 'fall');
      }
    }),
  );
});
