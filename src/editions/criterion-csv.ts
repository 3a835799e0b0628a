import type { CsvValue } from '../core/csv.ts';
import type { CriterionId } from '../criteria/index.ts';
import { EDITION_COLUMNS, editionCsvRows } from './edition-csv.ts';
import type { PublishedEdition } from './published-edition.ts';
import { SUMMARY_COLUMNS, summaryCsvRows } from './summary-csv.ts';

/** The columns of `/criteres/{id}.csv`, those of an edition: one line a procedure (docs/open-data.md). */
export const CRITERION_COLUMNS = EDITION_COLUMNS;

/** The lines of an edition that are about one criterion. */
export function criterionCsvRows(
  published: PublishedEdition,
  criterion: CriterionId,
): Record<string, CsvValue>[] {
  return editionCsvRows(published).filter(({ critere }) => critere === criterion);
}

/** The columns of `/criteres.csv`, those of a summary: one line a criterion. */
export const CRITERIA_COLUMNS = SUMMARY_COLUMNS;

/** The lines of a summary that are about the whole edition. */
export function criteriaCsvRows(published: PublishedEdition): Record<string, CsvValue>[] {
  return summaryCsvRows(published).filter(({ groupe }) => groupe === 'ensemble');
}
