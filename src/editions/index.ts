/**
 * editions/ owns figures frozen at a date: files of figures read, judged by a methodology and published in one
 * transaction. A published revision never changes; its bytes are stored and served as stored.
 */
export {
  type Aggregate,
  type Aggregates,
  aggregateEdition,
  aggregateProcedures,
  type CountedShare,
  type CriterionAggregate,
  countLevels,
  isJudged,
  type LevelCounts,
  type NamedAggregate,
} from './aggregate.ts';
export {
  type EditionFile,
  type EditionFormat,
  type EditionSummary,
  type EntryIdentity,
  findEditionFile,
  listEditionFiles,
  listEditions,
  listEntryIdentities,
  listResultsOfSubject,
  listRevisions,
  type ResultInEdition,
  type RevisionSummary,
} from './edition.sql.ts';
export { EDITION_COLUMNS, editionCsvRows, RESULT_COLUMNS, resultCells } from './edition-csv.ts';
export { createEditionReader, type EditionReader } from './edition-reader.ts';
export { arrangeProcedures, type EditionSort, type EditionView } from './edition-view.ts';
export {
  type EditionImport,
  type ImportOutcome,
  importEdition,
  importQuarterly,
  type SourceFile,
} from './import-edition.ts';
export {
  type Correction,
  type Difference,
  type Divergence,
  type EditionHead,
  isDivergent,
  listDivergences,
  type PublishedEdition,
  type Selection,
  TOTAL_INDICATORS,
  type Total,
  type TotalIndicator,
} from './published-edition.ts';
export type { PublishedProcedure, PublishedResult } from './published-result.ts';
export type { ReadingNote } from './source-row.ts';
