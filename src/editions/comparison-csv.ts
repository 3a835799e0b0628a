import type { CsvValue } from '../core/csv.ts';
import type { Comparison } from './comparison.ts';
import { type RESULT_COLUMNS, resultCells } from './edition-csv.ts';
import type { PublishedResult } from './published-result.ts';

/** The columns of `/editions/{slug}/comparaison/{other}.csv`: one line a procedure and criterion (docs/open-data.md). */
export const COMPARISON_COLUMNS = [
  'edition_avant',
  'revision_avant',
  'methode_avant',
  'edition_apres',
  'revision_apres',
  'methode_apres',
  'id',
  'demarche',
  'administration',
  'ministere',
  'critere',
  'evolution',
  'progres',
  'motif_evolution',
  'test',
  'portee_test',
  'statistique',
  'degres_liberte',
  'p',
  'repete',
  'statut_avant',
  'valeur_avant',
  'niveau_avant',
  'limite_avant',
  'n_avant',
  'intervalle_bas_avant',
  'intervalle_haut_avant',
  'unite_avant',
  'source_avant',
  'periode_debut_avant',
  'periode_fin_avant',
  'motif_avant',
  'statut_apres',
  'valeur_apres',
  'niveau_apres',
  'limite_apres',
  'n_apres',
  'intervalle_bas_apres',
  'intervalle_haut_apres',
  'unite_apres',
  'source_apres',
  'periode_debut_apres',
  'periode_fin_apres',
  'motif_apres',
] as const;
type ComparisonColumn = (typeof COMPARISON_COLUMNS)[number];

/** The changes of a comparison, one line each; the cells of a side without result are empty. */
export function comparisonCsvRows({
  before,
  after,
  changes,
}: Comparison): Record<ComparisonColumn, CsvValue>[] {
  return changes.map(({ procedure, criterion, test, ...change }) => ({
    edition_avant: before.slug,
    revision_avant: before.revision,
    methode_avant: before.methodology,
    edition_apres: after.slug,
    revision_apres: after.revision,
    methode_apres: after.methodology,
    id: procedure.id,
    demarche: procedure.name,
    administration: procedure.organisation,
    ministere: procedure.ministry,
    critere: criterion,
    evolution: change.kind,
    progres: change.better,
    motif_evolution: change.reason,
    test: test?.name ?? null,
    portee_test: test?.over ?? null,
    statistique: test?.statistic ?? null,
    degres_liberte: test?.df ?? null,
    p: test?.p ?? null,
    repete: change.stale,
    ...sideCells(change.before, 'avant'),
    ...sideCells(change.after, 'apres'),
  }));
}

/** The columns of a result that a comparison repeats for each side. */
const SIDE_COLUMNS = [
  'statut',
  'valeur',
  'niveau',
  'limite',
  'n',
  'intervalle_bas',
  'intervalle_haut',
  'unite',
  'source',
  'periode_debut',
  'periode_fin',
  'motif',
] as const satisfies readonly (typeof RESULT_COLUMNS)[number][];
type SideColumn = (typeof SIDE_COLUMNS)[number];

function sideCells<Side extends 'avant' | 'apres'>(
  result: PublishedResult | null,
  side: Side,
): Record<`${SideColumn}_${Side}`, CsvValue> {
  const cells = result === null ? null : resultCells(result);
  return Object.fromEntries(
    SIDE_COLUMNS.map((column) => [`${column}_${side}`, cells?.[column] ?? null]),
  ) as Record<`${SideColumn}_${Side}`, CsvValue>;
}
