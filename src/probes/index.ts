/**
 * Probes: whether procedures can be reached, how fast they answer, and what a machine can check of their pages. Owns targets,
 * points of measure, samples, incidents and the checks by a browser; the schema `probes`.
 */
export { guardAddresses } from './address-guard.ts';
export {
  type Annotation,
  addAnnotation,
  annotationFaults,
  listAnnotations,
  type NewAnnotation,
} from './annotation.sql.ts';
export type {
  Availability,
  AvailabilityByHours,
  AvailabilityFigures,
  DayAvailability,
  Minutes,
  Ratio,
  SubjectDays,
  Timeline,
} from './availability.ts';
export * from './check.sql.ts';
export * from './check.ts';
export { TRIAL_FIELDS } from './check-button.ts';
export { type ClockOffset, createClockOffset } from './clock-offset.ts';
export { parseStatuses, type StatusRange } from './expected-status.ts';
export { type HomePlan, planHomeTargets } from './home-targets.ts';
export { importTargets, type TargetImport } from './import-targets.ts';
export { incidentJson } from './incident-json.ts';
export { addIncidentNote, incidentNoteFaults, type NewIncidentNote } from './incident-note.sql.ts';
export { listCertificateEnds } from './latest.sql.ts';
export {
  announceMaintenance,
  cancelMaintenance,
  type HeldMaintenance,
  listMaintenances,
} from './maintenance.sql.ts';
export {
  findNextOccurrence,
  isInMaintenance,
  listOccurrences,
  maintenanceFaults,
  type NewMaintenance,
  type Occurrence,
  textFaults,
} from './maintenance.ts';
export type { IdMinuteDay } from './minute-day.ts';
export { openProbes, type Probes, type ProbesOptions } from './open-probes.ts';
export { codeOf, OUTCOMES, type Outcome, outcomeOf, VERDICTS, type Verdict, verdictOf } from './outcome.ts';
export { OUTCOME_WORDS } from './outcome-words.ts';
export { createOwnNetwork } from './own-network.ts';
export type { OwnOutage } from './own-outages.ts';
export { packSamples } from './pack-samples.sql.ts';
export { packSamplesHourly } from './pack-samples-hourly.ts';
export type { PackedHour, VantageSample } from './packed-hour.ts';
export { boundsOf, hoursOf, type Period } from './paris-hours.ts';
export { type PastDays, recordPastDays, recordPastIncident } from './past-days.sql.ts';
export { openProbeContext, type ProbeContext, robotName } from './probe-context.ts';
export { listFacts } from './probe-facts.sql.ts';
export { MINIMUM_COVERAGE, probedFacts } from './probe-facts.ts';
export { probeTarget } from './probe-target.ts';
export { openProber } from './prober.ts';
export { type AvailabilityOf, listSubjectDays, readAvailability } from './read-availability.sql.ts';
export { listOwnOutages, readResponse, readTimeline } from './read-response.sql.ts';
export { recordSamples, type SampleBatch } from './record-samples.ts';
export { createRemoteVantage, type Known, type RemoteVantage } from './remote-vantage.ts';
export type {
  Apdex,
  DayResponse,
  HourOfDay,
  Response,
  ResponseFigures,
  SampleCounts,
  VantageResponse,
} from './response.ts';
export { type CheckedTarget, type CheckOptions, runChecks } from './run-checks.ts';
export type { Look, Runner } from './runner.ts';
export { insertSamples, readSamples } from './sample.sql.ts';
export {
  type Certificate,
  NO_DETAIL,
  type Phases,
  type Probe,
  type ProbeDetail,
  type Sample,
} from './sample.ts';
export { DETAIL_DAYS } from './sample-partition.sql.ts';
export { openServerLink, type ServerLink } from './server-link.ts';
export { isRecent, type ProcedureNow, statesNow, type TargetNow } from './state-now.ts';
export {
  addTarget,
  closeTarget,
  endUse,
  findTarget,
  type HeldTarget,
  type LastLook,
  listKnownTargets,
  listOpenTargets,
  listTargets,
  type NewUse,
  type OpenIncident,
  type ProbedTarget,
  type TargetListing,
  type UseOutcome,
} from './target.sql.ts';
export * from './target.ts';
export { type Advice, adviseOn, daysLeft } from './target-advice.ts';
export { type DemandField, type DemandWords, parseDemand, writeDuration } from './target-demand.ts';
export { ROLE_WORDS, TARGET_COLUMNS } from './target-file.ts';
export { listUsesOf, type TargetUse } from './target-use.sql.ts';
export {
  type IncidentListing,
  type IncidentNote,
  listToldIncidents,
  type ToldIncident,
} from './told-incident.sql.ts';
export {
  closeVantage,
  createVantage,
  findVantage,
  getVantage,
  holdVantage,
  listVantages,
  type NewVantage,
  noteSeen,
} from './vantage.sql.ts';
export { LOCAL_VANTAGE, stateOfVantage, type Vantage, type VantageState } from './vantage.ts';
export {
  batchSchema,
  HOLDER_HEADER,
  MOST_SAMPLES,
  PROBE_API,
  type SentBatch,
  writeTarget,
} from './vantage-wire.ts';
