/**
 * observations/ owns what is declared, imported or measured about a subject: the registry of indicators and the
 * values with their status and source. Rows are added, never changed; "as known on a day" is one parameter.
 */
export { getIndicator, INDICATORS, type Indicator } from './indicator.ts';
export {
  listFacts,
  listObservations,
  listObservationsOf,
  type Recording,
  recordObservations,
} from './observation.sql.ts';
export {
  type Observation,
  observe,
  QUALIFIERS,
  type Qualifier,
  type RecordedObservation,
} from './observation.ts';
export { toDeclaredStatus, toObservation } from './online-status.ts';
export { listTargets, recordTargets, type TargetRecording } from './target.sql.ts';
export { TARGET_STATISTICS, type Target, type TargetStatistic, unitOfTarget } from './target.ts';
export { readTargets, type TargetLine } from './target-file.ts';
