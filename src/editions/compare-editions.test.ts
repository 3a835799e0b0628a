import assert from 'node:assert/strict';
import { test } from 'node:test';
import { publishedEdition, publishedProcedure, publishedResult } from '../../test/support/published.ts';
import { compareEditions } from './compare-editions.ts';
import type { EntryIdentity } from './edition.sql.ts';
import type { PublishedEdition } from './published-edition.ts';
import type { PublishedProcedure } from './published-result.ts';

const LAST_YEAR = { period_start: '2023-10-01', as_of: '2024-09-30' };
const before = (procedures: readonly PublishedProcedure[]) =>
  publishedEdition(procedures, { slug: '2024-09', cutoff_on: '2024-09-30' });
const after = (procedures: readonly PublishedProcedure[]) => publishedEdition(procedures);

const mark = (bad: number, medium: number, good: number) => {
  const n = bad + medium + good;
  return publishedResult({
    value: (5 * medium + 10 * good) / n,
    n,
    counts: { '0': bad, '5': medium, '10': good },
  });
};
const share = (numerator: number, denominator: number) =>
  publishedResult({ value: numerator / denominator, n: denominator, numerator, denominator });
const online = (
  value: string | null,
  level: 'good' | 'medium' | 'poor' | 'none',
  reason: string | null = null,
) => publishedResult({ status: value === null ? 'not_reported' : 'declared', value, level, reason });

test('the vectors of the method: 8.8 to 9.0 of 1,000 marks is none, 62 % to 67 % of 1,000 answers is a rise', () => {
  const { changes, tests } = compareEditions(
    before([
      publishedProcedure('1', {
        satisfaction: { ...mark(60, 120, 820), ...LAST_YEAR },
        autonomy: { ...share(620, 1000), ...LAST_YEAR },
      }),
    ]),
    after([publishedProcedure('1', { satisfaction: mark(50, 100, 850), autonomy: share(670, 1000) })]),
  );
  const told = changes.flatMap(({ criterion, kind, better, test: made }) =>
    made === null
      ? []
      : [
          [
            criterion,
            kind,
            better,
            made.name,
            made.over,
            made.statistic.toFixed(4),
            made.df?.toFixed(1) ?? null,
            made.p.toFixed(4),
          ],
        ],
  );
  assert.deepEqual(told, [
    ['satisfaction', 'no_significant_change', null, 'welch', 'windows', '1.6859', '1986.7', '0.0920'],
    ['autonomy', 'rise', null, 'two_proportions', 'windows', '2.3365', null, '0.0195'],
  ]);
  assert.deepEqual(tests, { made: 2, false_discovery_rate: 0.05 });
});

test('every procedure of both has a line for each criterion of either methodology', () => {
  const { changes, criteria } = compareEditions(
    publishedEdition([publishedProcedure('1', {})], { methodology: 'observatoire-2020' }),
    publishedEdition([publishedProcedure('1', {}), publishedProcedure('2', {})], { methodology: 'vde-2025' }),
  );
  assert.deepEqual(
    changes.map(({ criterion }) => criterion),
    criteria.map(({ criterion }) => criterion),
  );
  assert.ok(
    changes.some(({ criterion, reason }) => criterion === 'help' && reason === 'criterion_not_comparable'),
  );
});

test('a procedure becomes newly online from any status that was known not to be', () => {
  const statuses = {
    '1': online('Non', 'poor'),
    '2': online('Partiel', 'medium'),
    '3': online(null, 'none', 'planned'),
    '4': online(null, 'none'),
    '5': online('Oui', 'good'),
    '6': { ...online('Peut-être', 'none'), status: 'suspect' as const },
  };
  const { newly_online } = compareEditions(
    before(Object.entries(statuses).map(([id, result]) => publishedProcedure(id, { online: result }))),
    after(
      Object.keys(statuses).map((id) =>
        publishedProcedure(id, { online: online('En cours de déploiement local', 'good') }),
      ),
    ),
  );
  assert.deepEqual(
    newly_online.map(({ procedure, before: was, after: is }) => [procedure.id, was, is]),
    [
      ['1', 'Non', 'En cours de déploiement local'],
      ['2', 'Partiel', 'En cours de déploiement local'],
      ['3', 'À venir', 'En cours de déploiement local'],
    ],
  );
});

test('renamed, moved and renumbered procedures are told by identity', () => {
  const who = (list: readonly (readonly [string, number, number, number])[]) =>
    new Map(
      list.map(([publicId, subjectId, organisationId, ministryId]): [string, EntryIdentity] => [
        publicId,
        { publicId, subjectId, organisationId, ministryId },
      ]),
    );
  const compared = compareEditions(
    before([
      publishedProcedure('xwiki1', {}, { name: 'Immatriculer un navire', ministry: 'Mer' }),
      publishedProcedure('2', {}, { organisation: 'DDTM', ministry: 'Mer' }),
      publishedProcedure('3', {}, { ministry: 'Mer' }),
    ]),
    after([
      publishedProcedure('101', {}, { name: 'Franciser un navire', ministry: 'Océan' }),
      publishedProcedure('2', {}, { organisation: 'Préfecture', ministry: 'Intérieur' }),
      publishedProcedure('4', {}, { ministry: 'Océan' }),
    ]),
    {
      before: who([
        ['xwiki1', 1, 10, 20],
        ['2', 2, 11, 20],
        ['3', 3, 10, 20],
      ]),
      after: who([
        ['101', 1, 10, 20],
        ['2', 2, 12, 21],
        ['4', 4, 10, 20],
      ]),
    },
  );
  const idsOf = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
  assert.deepEqual(compared.procedures, { before: 3, after: 3, in_both: 2 });
  assert.deepEqual([idsOf(compared.entered), idsOf(compared.left)], [['4'], ['3']]);
  assert.deepEqual(
    compared.renamed.map(({ procedure, before: was }) => [procedure.id, was, procedure.name]),
    [['101', 'Immatriculer un navire', 'Franciser un navire']],
  );
  assert.deepEqual(
    compared.moved.map(({ procedure, before: was }) => [procedure.id, was]),
    [['2', { organisation: 'DDTM', ministry: 'Mer' }]],
  );
  assert.deepEqual(compared.ministries_renamed, [{ before: 'Mer', after: 'Océan' }]);
  assert.deepEqual(
    compared.ministries.map(({ name, ...sides }) => [
      name,
      sides.before?.procedures,
      sides.after?.procedures,
    ]),
    [
      ['Océan', 3, 2],
      ['Intérieur', undefined, 1],
    ],
  );
});

test('procedures without ministry are on the last line', () => {
  const none = publishedProcedure('1', {}, { ministry: null });
  const { ministries } = compareEditions(before([none]), after([none, publishedProcedure('2', {})]));
  assert.deepEqual(
    ministries.map(({ name }) => name),
    ['Ministère de la Mer', null],
  );
});

test('of an edition known by its totals nothing is compared, and nothing breaks', () => {
  const totals: PublishedEdition = {
    ...publishedEdition([], { slug: '2020-04', methodology: 'observatoire-2020' }),
    aggregates: null,
    totals: [
      { indicator: 'procedures', value: 250, qualifier: 'exact', unit: 'count', of: null, source: null },
    ],
  };
  const known = after([publishedProcedure('1', { online: online('Oui', 'good') })]);
  for (const [one, other] of [
    [totals, known],
    [known, totals],
    [totals, totals],
  ] as const) {
    const compared = compareEditions(one, other);
    assert.deepEqual(
      [compared.entered, compared.left, compared.changes, compared.ministries],
      [[], [], [], []],
    );
    assert.equal(compared.whole.before, one.aggregates?.whole ?? null);
    assert.equal(compared.whole.after, other.aggregates?.whole ?? null);
  }
});

test('a value that was not updated is told stale, unless the criterion changed', () => {
  const same = { satisfaction: { ...mark(51, 103, 847), counts: null, ...LAST_YEAR } };
  const stale = (methodology: string) =>
    compareEditions(
      before([publishedProcedure('1', same)]),
      publishedEdition([publishedProcedure('1', same)], { methodology }),
    )
      .changes.filter((change) => change.stale)
      .map(({ criterion }) => criterion);
  assert.deepEqual(stale('vigie-1'), ['satisfaction']);
  assert.deepEqual(stale('observatoire-2020'), []);
});
