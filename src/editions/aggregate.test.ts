import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { declared, fact } from '../../test/support/fact.ts';
import { editionHead, entry } from '../../test/support/published.ts';
import type { Fact, GradeCounts } from '../core/figure.ts';
import { getMethodology, METHODOLOGIES, onlineRate } from '../criteria/index.ts';
import {
  type Aggregate,
  aggregateEdition,
  aggregateProcedures,
  type CountedShare,
  countLevels,
} from './aggregate.ts';
import { composeEdition, type Entry } from './compose-edition.ts';

const proceduresOf = (entries: readonly Entry[], methodology = 'vde-2025') =>
  composeEdition(editionHead({ methodology }), entries, null).procedures;

const grades = (bad: number, medium: number, good: number): GradeCounts => ({
  '0': bad,
  '5': medium,
  '10': good,
});
const marked = (counts: GradeCounts): Fact => fact({ counts });

const anyEntry = fc.record({
  ministry: fc.option(fc.constantFrom('Mer', 'Armées', 'Intérieur'), { nil: null }),
  organisation: fc.option(fc.constantFrom('DGM', 'DGA'), { nil: null }),
  audiences: fc.subarray(['Particulier', 'Entreprise']),
  volume_total: fc.option(fc.integer({ min: 0, max: 5_000_000 }), { nil: null }),
  online: fc.constantFrom('Oui', 'Non', 'Partiel', 'Bêta', 'À venir', 'Démarche proactive'),
  counts: fc.option(fc.tuple(fc.nat(300), fc.nat(300), fc.nat(300)), { nil: null }),
  mark: fc.double({ min: 0, max: 10, noNaN: true }),
  n: fc.option(fc.integer({ min: 100, max: 1_000_000 }), { nil: null }),
  autonomy: fc.tuple(fc.nat(400), fc.integer({ min: 400, max: 900 })),
  rgaa: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null }),
});

const anyEntries = fc.array(anyEntry, { maxLength: 25 }).map((list) =>
  list.map(({ online, counts, mark, n, autonomy, rgaa, ...more }, at) =>
    entry(
      String(at + 1),
      {
        online: declared(online),
        satisfaction: counts === null ? fact({ value: mark, n }) : marked(grades(...counts)),
        autonomy: fact({ numerator: autonomy[0], denominator: autonomy[1] }),
        accessibility: declared(rgaa),
      },
      more,
    ),
  ),
);

/** Every number of an aggregate that adds up over a partition, by its path; shares by their two sides. */
function summands(aggregate: Aggregate): Map<string, number> {
  const found = new Map<string, number>();
  const walk = (value: unknown, path: string) => {
    if (typeof value === 'number') found.set(path, value);
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (key !== 'value' && key !== 'name') walk(inner, `${path}/${key}`);
    }
  };
  walk(aggregate, '');
  return found;
}

test('the aggregates of the ministries, and of the organisations, add up to that of the whole', () => {
  fc.assert(
    fc.property(anyEntries, fc.constantFrom('vde-2025', 'vigie-1'), (entries, methodology) => {
      const { whole, ministries, organisations } = aggregateEdition(
        methodology,
        proceduresOf(entries, methodology),
      );
      for (const parts of [ministries, organisations]) {
        const sums = new Map<string, number>();
        for (const part of parts) {
          for (const [path, value] of summands(part)) sums.set(path, (sums.get(path) ?? 0) + value);
        }
        for (const [path, value] of summands(whole)) {
          const sum = sums.get(path) ?? 0;
          assert.ok(
            Math.abs(sum - value) <= 1e-9 * Math.max(1, Math.abs(value)),
            `${path}: ${sum}, ${value}`,
          );
        }
      }
    }),
  );
});

test('the order of the procedures changes no figure', () => {
  fc.assert(
    fc.property(anyEntries, (entries) => {
      const methodology = getMethodology('vde-2025');
      const procedures = proceduresOf(entries);
      assert.deepEqual(
        aggregateProcedures(methodology, procedures),
        aggregateProcedures(methodology, procedures.toReversed()),
      );
    }),
  );
});

test('the share online is the national rate of the method, with its number of procedures', () => {
  for (const methodology of METHODOLOGIES) {
    const statuses = ['Oui', 'Oui', 'Partiel', 'Bêta', 'Non', 'À venir', 'En cours de déploiement local'];
    const entries = statuses.map((status, at) => entry(String(at), { online: declared(status) }));
    const { numerator, denominator, value } = onlineRate(methodology, statuses);
    assert.deepEqual(
      aggregateProcedures(methodology, proceduresOf(entries, methodology.id)).online.by_number,
      {
        numerator,
        denominator,
        value,
        procedures: denominator,
      },
    );
  }
});

test('ten betas at a tenth are exactly one', () => {
  const entries = Array.from({ length: 10 }, (_, at) => entry(String(at), { online: declared('Bêta') }));
  const methodology = getMethodology('observatoire-2020');
  const { by_number } = aggregateProcedures(methodology, proceduresOf(entries, methodology.id)).online;
  assert.equal(by_number.numerator, 1);
});

test('a figure weighted by volume rests on the procedures whose volume is known, and says how many', () => {
  const procedures = proceduresOf([
    entry('1', { online: declared('Oui') }, { volume_total: 900 }),
    entry('2', { online: declared('Non') }, { volume_total: 100 }),
    entry('3', { online: declared('Oui') }),
    entry('4', { online: declared('À venir') }, { volume_total: 5_000 }),
  ]);
  const { online, volume } = aggregateProcedures(getMethodology('vde-2025'), procedures);
  assert.deepEqual(volume, { procedures: 3, total: 6_000 });
  assert.deepEqual(online.by_volume, { numerator: 900, denominator: 1_000, value: 0.9, procedures: 2 });
  assert.deepEqual(online.by_number, { numerator: 2, denominator: 3, value: 2 / 3, procedures: 3 });
});

test('marks are pooled over the answers, never averaged over the procedures', () => {
  const procedures = proceduresOf([
    entry('1', { satisfaction: marked(grades(0, 0, 900)) }),
    entry('2', { satisfaction: fact({ value: 5, n: 100 }) }),
    entry('3', { satisfaction: fact({ value: 1 }) }),
    entry('4', { satisfaction: fact({ value: 1, n: 12 }) }),
  ]);
  const pooled = aggregateProcedures(getMethodology('vde-2025'), procedures).criteria.satisfaction?.pooled;
  assert.deepEqual(pooled, { numerator: 9_500, denominator: 1_000, value: 9.5, procedures: 2 });
});

test('take-up is pooled from its volumes, and what no answer counts has no pooled value', () => {
  const procedures = proceduresOf([
    entry('1', {
      digital_share: declared(0.5, { numerator: 1, denominator: 2 }),
      accessibility: declared(0.8),
    }),
    entry('2', { digital_share: declared(0.1, { numerator: 10, denominator: 98 }) }),
    entry('3', { digital_share: declared(0.9) }),
  ]);
  const { criteria } = aggregateProcedures(getMethodology('vde-2025'), procedures);
  assert.deepEqual(criteria.digital_share?.pooled, {
    numerator: 11,
    denominator: 100,
    value: 0.11,
    procedures: 2,
  });
  assert.equal(criteria.accessibility?.pooled, null);
});

test('the share of 2020 is pooled in its own unit', () => {
  const procedures = proceduresOf(
    [entry('1', { satisfaction: marked(grades(10, 20, 70)) })],
    'observatoire-2020',
  );
  const { criteria } = aggregateProcedures(getMethodology('observatoire-2020'), procedures);
  assert.deepEqual(criteria.satisfaction?.pooled, {
    numerator: 80,
    denominator: 100,
    value: 0.8,
    procedures: 1,
  });
});

test('over nothing a share has no value, and a criterion without objective has no share', () => {
  const { online, criteria } = aggregateProcedures(getMethodology('vde-2025'), []);
  const nothing: CountedShare = { numerator: 0, denominator: 0, value: null, procedures: 0 };
  assert.deepEqual(online, { by_number: nothing, by_volume: nothing });
  assert.deepEqual(criteria.satisfaction?.reaching?.by_number, nothing);
  assert.equal(criteria.autonomy?.reaching, null);
});

test('levels add up to the procedures, those without a result included', () => {
  fc.assert(
    fc.property(anyEntries, (entries) => {
      const procedures = proceduresOf(entries);
      for (const criterion of ['satisfaction', 'mobile'] as const) {
        const counts = Object.values(countLevels(procedures, criterion));
        assert.equal(
          counts.reduce((sum, count) => sum + count, 0),
          procedures.length,
        );
      }
    }),
  );
});

test('a procedure with two audiences counts in both, and one without a ministry is not lost', () => {
  const procedures = proceduresOf([
    entry('1', {}, { audiences: ['Particulier', 'Entreprise'], ministry: 'Mer' }),
    entry('2', {}, { audiences: ['Particulier', 'Particulier'] }),
  ]);
  const { audiences, ministries } = aggregateEdition('vde-2025', procedures);
  const counted = (list: typeof audiences) => list.map(({ name, procedures: count }) => [name, count]);
  assert.deepEqual(counted(audiences), [
    ['Particulier', 2],
    ['Entreprise', 1],
  ]);
  assert.deepEqual(counted(ministries), [
    ['Mer', 1],
    [null, 1],
  ]);
});
