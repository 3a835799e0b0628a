import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { someEdition } from '../../test/support/generated-editions.ts';
import { publishedProcedure, publishedResult } from '../../test/support/published.ts';
import { getMethodology } from '../criteria/index.ts';
import { aggregateProcedures } from './aggregate.ts';
import { compareEditions } from './compare-editions.ts';
import { countResults, findEditionOfCriterion } from './criterion-edition.ts';
import { findTrend, listSameProcedures } from './criterion-trend.ts';
import type { SeriesPoint } from './list-series.ts';
import type { PublishedProcedure } from './published-result.ts';

function pointOf(slug: string, methodology: string, procedures: readonly PublishedProcedure[]): SeriesPoint {
  return {
    slug,
    label: slug,
    cutoffOn: `${slug}-30`,
    methodology,
    reconstructed: false,
    revision: 1,
    aggregate: aggregateProcedures(getMethodology(methodology), procedures),
  };
}
const rated = (...levels: ('good' | 'poor' | 'none')[]) =>
  levels.map((level, index) =>
    publishedProcedure(String(index + 1), { satisfaction: publishedResult({ level }) }),
  );
const reaching = ({ aggregate }: SeriesPoint) =>
  aggregate.criteria.satisfaction?.reaching?.by_number.value ?? null;

test('a trend is the difference of the last two editions, of one methodology', () => {
  const earlier = pointOf('2025-03', 'vde-2025', rated('good'));
  const before = pointOf('2025-06', 'vde-2025', rated('good', 'poor', 'none'));
  const after = pointOf('2025-09', 'vde-2025', rated('good', 'good', 'good', 'poor'));
  assert.deepEqual(findTrend([earlier, before, after], reaching), {
    kind: 'compared',
    previous: before,
    difference: 0.25,
  });
});

test('nothing is compared with no edition, another methodology, or an absent figure', () => {
  const point = pointOf('2025-09', 'vde-2025', rated('good'));
  const silent = pointOf('2025-06', 'vde-2025', rated('none'));
  const other = pointOf('2025-06', 'vigie-1', rated('good'));
  assert.deepEqual(findTrend([], reaching), { kind: 'first' });
  assert.deepEqual(findTrend([point], reaching), { kind: 'first' });
  assert.deepEqual(findTrend([silent, point], reaching), { kind: 'unknown', previous: silent });
  assert.deepEqual(findTrend([point, silent], reaching), { kind: 'unknown', previous: point });
  assert.deepEqual(findTrend([other, point], reaching), { kind: 'other_method', previous: other });
});

test('a difference is told in decimal: three tenths less one tenth is two tenths', () => {
  const [before, after] = [0.1, 0.3];
  const points = [pointOf('2025-06', 'vde-2025', []), pointOf('2025-09', 'vde-2025', [])];
  const trend = findTrend(points, ({ slug }) => (slug === '2025-06' ? before : after));
  assert.equal(trend.kind === 'compared' && trend.difference, 0.2);
});

test('a criterion is told by the last edition that has a result of it', () => {
  const known = (slug: string, methodology: string) =>
    ({ slug, methodology, knownBy: 'procedures' }) as const;
  const all = [
    known('2025-09', 'vde-2025'),
    known('2025-06', 'vde-2025'),
    { slug: '2020-06', methodology: 'observatoire-2020', knownBy: 'totals' } as const,
    known('2020-04', 'observatoire-2020'),
  ];
  const series = [
    pointOf('2025-06', 'vde-2025', rated('good', 'none')),
    pointOf('2025-09', 'vde-2025', rated('none')),
  ];
  assert.equal(findEditionOfCriterion('satisfaction', all, series)?.slug, '2025-06');
  assert.equal(findEditionOfCriterion('clarity', all, series)?.slug, '2025-09');
  assert.equal(findEditionOfCriterion('help', all, series)?.slug, '2020-04');
  assert.equal(findEditionOfCriterion('help', all.slice(0, 3), series), null);
  assert.deepEqual(
    series.map((point) => countResults(point, 'satisfaction')),
    [1, 0],
  );
});

test('what two editions say of the same procedures rests on as many of them, and on none that came or went', () => {
  fc.assert(
    fc.property(someEdition, someEdition, (one, other) => {
      const [before, after] = [one.published, other.published];
      const comparison = compareEditions(before, after, { before: one.who, after: other.who });
      const [first, last] = listSameProcedures({ before, after, comparison }, 'satisfaction');
      const [a, b] = [first, last].map(({ aggregate }) => aggregate);
      assert.equal(a?.procedures, b?.procedures);
      assert.ok((b?.procedures ?? 0) <= comparison.procedures.in_both);
      const kept = b?.criteria.satisfaction?.reaching?.by_number;
      assert.equal(kept?.denominator, b?.procedures);
      assert.equal(kept?.denominator, a?.criteria.satisfaction?.reaching?.by_number.denominator);
      assert.equal(
        a?.criteria.satisfaction?.pooled?.procedures,
        b?.criteria.satisfaction?.pooled?.procedures,
      );
    }),
  );
});
