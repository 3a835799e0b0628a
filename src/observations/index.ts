/**
 * observations/ owns what is declared, imported or measured about a subject: the registry of indicators and the
 * values with their status and source. Rows are added, never changed; "as known on a day" is one parameter.
 */
export { type Addend, type Aggregate, addUp } from './aggregate-observations.ts';
export { assessPlausibility } from './assess-plausibility.ts';
export { createDataset, findDataset, listDatasets } from './dataset.sql.ts';
export type { Dataset } from './dataset.ts';
export { nameSubjects, type SubjectNames } from './dataset.ts';
export { DEVICES, type Device } from './dimension.ts';
export { type Entry, listEntries } from './entry.sql.ts';
export { FIGURE_COLUMNS, type FigureLine, readFigures } from './figure-file.ts';
export { type Freshness, listFreshness } from './freshness.sql.ts';
export { isLate, lateFrom, stalenessDays } from './freshness.ts';
export { type FiguresImport, importFigures } from './import-figures.ts';
export { type DoubtfulLine, importUsage, type UsageImport } from './import-usage.ts';
export { findIndicator, getIndicator, INDICATORS, wordsOfSide } from './indicator.ts';
export {
  AXES,
  type Axis,
  type Indicator,
  type Nature,
  PERIOD_KINDS,
  type PeriodKind,
  type RatioSide,
  type Unit,
  type Words,
} from './indicator-definition.ts';
export { whyNotAdded } from './not-added.ts';
export {
  listFacts,
  listObservations,
  listObservationsOf,
  type Recording,
  recordObservations,
} from './observation.sql.ts';
export {
  NO_WORDS,
  type Observation,
  observe,
  QUALIFIERS,
  type Qualifier,
  type RecordedObservation,
} from './observation.ts';
export { toDeclaredStatus, toObservation } from './online-status.ts';
export { type Period, parsePeriod, writePeriod } from './period.ts';
export { type FigureContext, type FigureInput, readFigure, SENT_STATUSES } from './read-figure.ts';
export { MOST_SENT, type Sending, sendFigures } from './send-figures.ts';
export { SENT_FIELDS } from './send-line.ts';
export { loadShippedFigures } from './shipped-figures.ts';
export { listSurveySlugs, listSurveys, recordSurvey, type SurveyRecording } from './survey.sql.ts';
export {
  figuresOf,
  indicatorOf,
  isSamePopulation,
  isSameQuestion,
  type Survey,
  type SurveyFigure,
} from './survey.ts';
export { readSurvey } from './survey-file.ts';
export type { SurveyAnswer, SurveyFile, SurveyGroup, SurveyQuestion, Wave } from './survey-schema.ts';
export { listTargets, recordTargets, type TargetRecording } from './target.sql.ts';
export { TARGET_STATISTICS, type Target, type TargetStatistic, unitOfTarget } from './target.ts';
export { readTargets, type TargetLine } from './target-file.ts';
export { listTold } from './told.sql.ts';
export { LONG_COLUMNS, WIDE_COLUMNS } from './usage-file.ts';
export { makeUsageTemplate, TEMPLATE_INDICATORS, type UsageTemplate } from './usage-template.ts';
