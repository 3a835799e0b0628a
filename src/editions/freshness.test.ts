import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { editionHead, publishedProcedure, publishedResult } from '../../test/support/published.ts';
import { type EditionPart, freshnessOf } from './freshness.ts';
import type { PublishedResult } from './published-result.ts';

const CUTOFFS = ['2025-09-30', '2025-06-30', '2025-03-31', '2024-12-31'] as const;

/** An edition of which each procedure has this result of satisfaction, or none. */
function part(at: number, results: readonly (Partial<PublishedResult> | null)[]): EditionPart {
  const cutoff = CUTOFFS[at] ?? '2020-01-01';
  return {
    edition: editionHead({ slug: cutoff, label: cutoff, cutoff_on: cutoff }),
    procedures: results.map((result, id) =>
      publishedProcedure(
        String(id),
        result === null ? {} : { satisfaction: publishedResult({ as_of: cutoff, ...result }) },
      ),
    ),
  };
}

function satisfactionOf(history: readonly EditionPart[]) {
  const [one] = freshnessOf(['satisfaction'], history[0]?.procedures ?? [], history);
  return one ?? assert.fail();
}

test('a criterion that has not been reported says the last edition that did, and how many came after it', () => {
  const silent = { status: 'not_reported' } as const;
  const history = [part(0, [silent]), part(1, [null]), part(2, [{ value: 8 }]), part(3, [{ value: 7 }])];
  const { known, procedures, latest_on, last_edition, editions_since } = satisfactionOf(history);
  assert.deepEqual([known, procedures], [0, 1]);
  assert.equal(latest_on, '2025-03-31');
  assert.equal(last_edition?.slug, '2025-03-31');
  assert.equal(editions_since, 2);
});

test('a value that was carried over from the edition before is known, and is not new', () => {
  const one = satisfactionOf([part(0, [{ value: 8.123, stale: true }]), part(1, [{ value: 8.123 }])]);
  assert.equal(one.known, 1);
  assert.equal(one.latest_on, '2025-06-30');
  assert.equal(one.editions_since, 1);
});

test('a declaration that stands is new once: in the first edition that has it, until another value or a later day', () => {
  const declared = { status: 'declared', value: 0.75, as_of: '2024-06-05', stale: false } as const;
  const stands = [declared, declared, declared, declared].map((one, at) => part(at, [one]));
  const one = satisfactionOf(stands);
  assert.deepEqual([one.known, one.latest_on, one.editions_since], [1, '2024-06-05', 3]);
  assert.equal(one.last_edition?.slug, '2024-12-31');
  for (const changed of [{ value: 0.8 }, { as_of: '2025-09-01' }]) {
    const renewed = [part(0, [{ ...declared, ...changed }]), ...stands.slice(1)];
    assert.equal(satisfactionOf(renewed).editions_since, 0);
  }
});

test('a suspect value is no figure, and a verdict on the lack of a declaration is one', () => {
  const history = [
    part(0, [
      { value: 0.1, status: 'suspect' },
      { value: null, level: 'poor', status: 'declared' },
      { status: 'not_applicable' },
    ]),
  ];
  const { known, not_applicable, procedures } = satisfactionOf(history);
  assert.deepEqual([known, not_applicable, procedures], [1, 1, 3]);
});

const someResult = fc.option(
  fc.record({
    status: fc.constantFrom(
      'measured',
      'declared',
      'suspect',
      'not_reported',
      'not_applicable',
      'insufficient',
    ),
    stale: fc.constantFrom(null, false, true),
    value: fc.constantFrom(null, 8),
    as_of: fc.constantFrom('2024-02-01', '2024-11-15'),
  }),
  { nil: null },
) as fc.Arbitrary<Partial<PublishedResult> | null>;
const someHistory = fc
  .array(fc.array(someResult, { maxLength: 4 }), { minLength: 1, maxLength: 4 })
  .map((editions) => editions.map((results, at) => part(at, results)));

test('what is known and what does not apply are never more than the procedures, nor the editions since than all', () => {
  fc.assert(
    fc.property(someHistory, (history) => {
      const one = satisfactionOf(history);
      assert.ok(one.known + one.not_applicable <= one.procedures);
      assert.ok(one.editions_since <= history.length);
      assert.equal(one.latest_on === null, one.last_edition === null);
      assert.equal(one.editions_since === history.length, one.last_edition === null);
    }),
  );
});

test('the freshest day of several groups of procedures is that of all of them together', () => {
  fc.assert(
    fc.property(someHistory, someHistory, (one, other) => {
      const length = Math.min(one.length, other.length);
      const together = one.slice(0, length).map(({ edition, procedures }, at) => ({
        edition,
        procedures: [
          ...procedures,
          ...(other[at]?.procedures ?? []).map((procedure) => ({
            ...procedure,
            id: `other ${procedure.id}`,
          })),
        ],
      }));
      const days = [one, other].map((part) => satisfactionOf(part.slice(0, length)).latest_on ?? '');
      assert.equal(satisfactionOf(together).latest_on ?? '', days.toSorted().at(-1));
    }),
  );
});
