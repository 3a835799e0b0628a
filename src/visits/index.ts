/**
 * Visits: how many people come to a procedure, and how many complete it. Owns counters, the counting of events in memory and
 * in the store, sketches of the distinct visitors of a day, and the figures that come of them; the schema `visits`.
 */
export {
  addVisitCounts,
  claimDays,
  finishDays,
  forgetDays,
  mergeSketches,
  recordVisitors,
} from './add-visits.sql.ts';
export { listCountedYears } from './counted-years.sql.ts';
export * from './counter.sql.ts';
export * from './counter.ts';
export { type FindCountry, openCountries, UNKNOWN_COUNTRY } from './country.ts';
export {
  type DaysOutcome,
  type HeldDay,
  type ImportedDay,
  type ImportSource,
  recordDays,
} from './import-days.sql.ts';
export { type LogOptions, type LogReading, readLogs } from './log-import.ts';
export type { LogFile } from './log-lines.ts';
export { type LogPages, readLogPages } from './log-page.ts';
export { type MatomoFile, readMatomo } from './matomo-file.ts';
export { openVisits, type Visits, type VisitsOptions } from './open-visits.ts';
export { listVisitTotals, readVisitorDays, readVisits } from './read-visits.sql.ts';
export { REFERRERS, type Referrer, referrerOf } from './referrer.ts';
export {
  type Batch,
  createTally,
  type DaySketch,
  type Tally,
  type Traits,
  type VisitEvent,
} from './tally.ts';
export { createAgentReader, DEVICES, type Device } from './user-agent.ts';
export * from './visit-count.ts';
export { listFacts } from './visit-facts.sql.ts';
export type { CountedValue, VisitFigures, VisitPoint, VisitTotals } from './visit-figures.ts';
export type { Arrival, Outcome, Refusal } from './visit-intake.ts';
export { sumVisits } from './visit-sums.sql.ts';
export { hashVisitor, truncateAddress } from './visitor-key.ts';
export { addVisitor, createSketch, estimateVisitors, VISITOR_ERROR } from './visitor-sketch.ts';
export { readVisitsCsv, VISITS_COLUMNS } from './visits-csv.ts';
