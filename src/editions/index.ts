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
  type NamedAggregate,
} from './aggregate.ts';
export { composeArticle, findHeadline, type Headline } from './article.ts';
export type { ArticleFacts } from './article-facts.ts';
export {
  type ArticleSection,
  type ChangedProcedure,
  type MarkedProcedure,
  type NamedProcedure,
  type Proof,
  proceduresOf,
  type Service,
  type Statement,
} from './article-statement.ts';
export { buildEdition, type EditionBuild, type SelectionRequest } from './build-edition.ts';
export { holdFalseDiscoveries, judgeChange, type Verdict } from './change.ts';
export {
  CHECK_DIVERGENCES,
  type CheckDivergence,
  type DeclaredValue,
  findCheckDivergences,
} from './check-divergences.ts';
export { compareEditions } from './compare-editions.ts';
export {
  CHANGE_KINDS,
  type Change,
  type ChangeKind,
  type ComparedProcedure,
  type Comparison,
  type UntestableReason,
} from './comparison.ts';
export { COMPARISON_COLUMNS, comparisonCsvRows } from './comparison-csv.ts';
export { correctEdition } from './correct-edition.ts';
export { parseSetting, type Setting } from './correction-file.ts';
export { findNotableChanges, type NotableChanges } from './criterion-changes.ts';
export {
  CRITERIA_COLUMNS,
  CRITERION_COLUMNS,
  criteriaCsvRows,
  criterionCsvRows,
} from './criterion-csv.ts';
export { type Distribution, distributeValues, type ValueBin } from './criterion-distribution.ts';
export { countResults, findEditionOfCriterion } from './criterion-edition.ts';
export {
  type BestPractice,
  findBestPractice,
  findLaggards,
  type Laggards,
  type RankedProcedure,
} from './criterion-ranking.ts';
export { findTrend, listSameProcedures, type Trend } from './criterion-trend.ts';
export { type CriterionView, findCriterionView } from './criterion-view.ts';
export {
  type CriterionState,
  describeEdition,
  type EditionDescription,
  findDocument,
} from './describe-edition.ts';
export {
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
export { readEditionCsv, readEditionJson } from './edition-schema.ts';
export { arrangeProcedures, type EditionSort, type EditionView } from './edition-view.ts';
export { labelOfDay } from './edition-words.ts';
export { findAggregates } from './find-aggregates.ts';
export { type EditionPair, findComparison } from './find-comparison.ts';
export { findLatestEdition } from './find-latest.ts';
export type { Finding } from './finding.ts';
export type { CriterionFreshness, EditionName } from './freshness.ts';
export type { FactReader } from './gather-facts.ts';
export {
  type EditionImport,
  type ImportOutcome,
  importEdition,
  importQuarterly,
} from './import-edition.ts';
export { importTotals } from './import-totals.ts';
export { listSeries, type SeriesOptions, type SeriesPoint } from './list-series.ts';
export { listTrajectories } from './list-trajectories.ts';
export { listMembers } from './members.sql.ts';
export { listNotes, writeNote } from './note.sql.ts';
export { NOTE_LANGUAGES, type Note, type NoteLanguage } from './note.ts';
export { changesOfMembers, type OrganisationChanges } from './organisation-changes.ts';
export { ORGANISATION_COLUMNS, organisationCsvRows, type WrittenOrganisation } from './organisation-csv.ts';
export { listOwnedEntries } from './organisation-entries.sql.ts';
export {
  type EditionHistory,
  type OrganisationFigures,
  organisationFigures,
  readEditionHistory,
  type Standing,
  seriesOf,
  standingOf,
} from './organisation-figures.ts';
export { type Members, membersByOrganisation, withDescendants } from './organisation-members.ts';
export { listDrafts } from './publish.sql.ts';
export { discardEdition, freezeEdition, publishEdition } from './publish-edition.ts';
export {
  type Correction,
  type Difference,
  type DifferenceSide,
  type EditionHead,
  isDivergent,
  listDivergences,
  type PublishedEdition,
  type Selection,
  TOTAL_INDICATORS,
  type Total,
  type TotalIndicator,
} from './published-edition.ts';
export { type PublishedProcedure, type PublishedResult, publishResult } from './published-result.ts';
export type { ReadingNote, SourceFile } from './source-row.ts';
export {
  type EntryInEdition,
  listEntriesOfSubject,
  listNotesOfSubject,
  type NoteInEdition,
} from './subject-history.sql.ts';
export { SUMMARY_COLUMNS, summaryCsvRows } from './summary-csv.ts';
export type { Trajectory, TrajectoryPoint } from './trajectory.ts';
export { type RevisionVerification, verifyStored } from './verify.sql.ts';
export { verifyEdition } from './verify-edition.ts';
export { verifyFileHash } from './verify-hash.ts';
export { verifyResults } from './verify-results.ts';
