import assert from 'node:assert/strict';
import { test } from 'node:test';
import { publishedEdition, publishedProcedure, publishedResult } from '../../test/support/published.ts';
import { compareEditions } from './compare-editions.ts';
import { COMPARISON_COLUMNS, comparisonCsvRows } from './comparison-csv.ts';

const share = (k: number, given: object = {}) =>
  publishedResult({ value: k / 1000, n: 1000, numerator: k, denominator: 1000, unit: 'share', ...given });

test('a line holds both values, how they changed and the test behind it', () => {
  const rows = comparisonCsvRows(
    compareEditions(
      publishedEdition(
        [
          publishedProcedure('1', {
            autonomy: share(620, { period_start: '2023-10-01', as_of: '2024-09-30' }),
          }),
        ],
        { slug: '2024-09' },
      ),
      publishedEdition([publishedProcedure('1', { autonomy: share(670) })]),
    ),
  );
  for (const row of rows) assert.deepEqual(Object.keys(row), [...COMPARISON_COLUMNS]);
  const autonomy = rows.find(({ critere }) => critere === 'autonomy');
  assert.ok(autonomy !== undefined);
  const { edition_avant, edition_apres, id, evolution, motif_evolution, test: name, portee_test } = autonomy;
  assert.deepEqual(
    { edition_avant, edition_apres, id, evolution, motif_evolution, name, portee_test },
    {
      edition_avant: '2024-09',
      edition_apres: '2025-09',
      id: '1',
      evolution: 'rise',
      motif_evolution: null,
      name: 'two_proportions',
      portee_test: 'windows',
    },
  );
  assert.deepEqual([autonomy.valeur_avant, autonomy.valeur_apres], [0.62, 0.67]);
  const clarity = rows.find(({ critere }) => critere === 'clarity');
  assert.deepEqual([clarity?.evolution, clarity?.motif_evolution], ['not_testable', 'absent_both']);
  assert.deepEqual([clarity?.statut_avant, clarity?.valeur_apres, clarity?.test], [null, null, null]);
});
