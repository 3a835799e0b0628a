/**
 * editions/ owns figures frozen at a date: files of figures read, judged by a methodology and published in one
 * transaction. A published revision never changes; its bytes are stored and served as stored.
 */
export {
  type EditionFile,
  type EditionFormat,
  type EditionSummary,
  findEditionFile,
  listEditionFiles,
  listEditions,
  listResultsOfSubject,
  type ResultInEdition,
} from './edition.sql.ts';
export { createEditionReader, type EditionReader } from './edition-reader.ts';
export {
  arrangeProcedures,
  countLevels,
  type EditionSort,
  type EditionView,
  type LevelCounts,
} from './edition-view.ts';
export {
  type EditionImport,
  type ImportOutcome,
  importEdition,
  importQuarterly,
  type SourceFile,
} from './import-edition.ts';
export {
  type Divergence,
  EDITION_COLUMNS,
  editionCsvRows,
  isDivergent,
  listDivergences,
  type PublishedEdition,
  type PublishedProcedure,
  type PublishedResult,
  RESULT_COLUMNS,
  resultCells,
} from './published-edition.ts';
export type { ReadingNote } from './source-row.ts';
