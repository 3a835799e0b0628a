import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fact } from '../../test/support/fact.ts';
import { ORIGINS, STATUSES } from '../core/figure.ts';
import {
  CRITERIA,
  type CriterionId,
  type Facts,
  METHODOLOGY_IDS,
  REASONS,
  sumClusters,
} from '../criteria/index.ts';
import { composeResults } from './compose-edition.ts';
import { factsOf } from './edition-facts.ts';

const CUTOFF = '2025-09-30';

/** No fact brings these: judgement finds them. */
const FOUND = ['n_unknown', 'variance_unknown', 'no_variance'];
const WORDS = [
  'Oui',
  'Non',
  'Partiel',
  'Bêta',
  'À venir',
  'Démarche proactive',
  'Non applicable',
  'FranceConnect',
  'illisible',
];
const anyCount = fc.nat(400);
const anyReview = fc.record({ total: fc.nat(3), answers: fc.integer({ min: 3, max: 4 }) });
const anyFact = fc
  .record({
    status: fc.constantFrom(...STATUSES),
    value: fc.oneof(
      fc.constant(null),
      fc.constantFrom(...WORDS),
      fc.double({ min: -1, max: 11, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ min: 0, max: 2_000 }),
    ),
    n: fc.option(fc.nat(400), { nil: null }),
    counts: fc.option(
      fc
        .tuple(anyCount, anyCount, anyCount)
        .map(([bad, medium, good]) => ({ '0': bad, '5': medium, '10': good })),
      { nil: null },
    ),
    ratio: fc.option(fc.tuple(anyCount, anyCount), { nil: null }),
    reviews: fc.option(fc.array(anyReview, { maxLength: 60 }), { nil: null }),
    day: fc.constantFrom('2019-03-01', '2022-09-30', '2024-05-01', CUTOFF),
    origin: fc.constantFrom(...ORIGINS),
    reason: fc.option(fc.constantFrom(...Object.keys(REASONS).filter((code) => !FOUND.includes(code))), {
      nil: null,
    }),
    statedLevel: fc.option(fc.constantFrom('good', 'poor'), { nil: null }),
    sourcePrecision: fc.option(fc.constant(0.1), { nil: null }),
  })
  .map(({ ratio, reviews, day, status, ...given }) => {
    const hasValue = status === 'measured' || status === 'declared' || status === 'suspect';
    return fact({
      ...given,
      status,
      value: hasValue ? given.value : null,
      numerator: ratio?.[0] ?? null,
      denominator: ratio?.[1] ?? null,
      clusters: reviews && sumClusters(reviews),
      periodStart: day,
      periodEnd: day,
    });
  });
const anyFacts = fc
  .array(fc.tuple(fc.constantFrom(...CRITERIA), anyFact), { maxLength: 12 })
  .map((pairs) => Object.fromEntries(pairs) as Facts);

test('what is published is enough to judge it again: the same results come out', () => {
  fc.assert(
    fc.property(fc.constantFrom(...METHODOLOGY_IDS), anyFacts, (id, facts) => {
      const head = { methodology: id, cutoff_on: CUTOFF };
      const published = composeResults(head, facts, null);
      assert.deepEqual(composeResults(head, factsOf(published), null), published);
    }),
    { numRuns: 2_000 },
  );
});

test('and so they do after a journey through JSON', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const head = { methodology: 'vigie-1', cutoff_on: CUTOFF };
      const published = composeResults(head, facts, null);
      const read = JSON.parse(JSON.stringify(published)) as typeof published;
      assert.deepEqual(composeResults(head, factsOf(read), null), read);
    }),
  );
});

test('the reasons that judgement finds by itself are found again, not believed', () => {
  const head = { methodology: 'vde-2025', cutoff_on: CUTOFF };
  const published = composeResults(head, { satisfaction: fact({ value: 7.9 }) }, null);
  const { satisfaction } = published;
  assert.equal(satisfaction?.reason, 'n_unknown');
  const tampered = { ...published, satisfaction: { ...satisfaction, reason: 'no_variance' } };
  const again = composeResults(head, factsOf(tampered as typeof published), null);
  assert.equal(again['satisfaction' satisfies CriterionId]?.reason, 'n_unknown');
});
