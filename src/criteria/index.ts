/**
 * The method: criteria, thresholds, indices and intervals, as versioned data and pure functions. Owns what a figure
 * means and which level it takes; reads and writes nothing, and knows no time but the cut-off it is given, so that
 * any published figure can be recomputed from a file.
 */

export {
  type Answers,
  agreesWithAnswers,
  faultOfAnswers,
  faultOfClusters,
  isNearAnswers,
  numberOfAnswers,
  valueOfAnswers,
} from './answers.ts';
export type { Cluster } from './clusters.ts';
export {
  addClusters,
  clusterMeanInterval,
  clusterShareInterval,
  sumClusters,
  testClusters,
} from './clusters.ts';
export type {
  Condition,
  CriterionDefinition,
  CriterionId,
  DeclarationRule,
  Direction,
  LegendEntry,
  Level,
  Methodology,
  MethodologyId,
  Sampling,
  Unit,
  Vector,
} from './criterion.ts';
export {
  CRITERIA,
  findCriterion,
  LEVELS,
  levelOf,
  METHODOLOGY_IDS,
  thresholdsOf,
  UNITS,
} from './criterion.ts';
export { completeFacts, factsNeeded } from './derive.ts';
export type { DisplayedValue } from './display.ts';
export { displayDecimal, displayedInterval, displayedValue } from './display.ts';
export type { FiveSteps, IndexValue, Ratio } from './indices.ts';
export {
  APDEX_TARGET_MS,
  apdex,
  autonomy,
  availabilityOf,
  availabilitySpeedPoints,
  completion,
  costPerTransaction,
  digitalTakeUp,
  help2020,
  helpReachable,
  netSatisfaction,
  onlineRate,
  ratioOf,
  satisfactionMark,
  satisfactionShare,
  shareSatisfied,
  ukSatisfactionScore,
  veryGoodBounds,
  veryGoodRate,
} from './indices.ts';
export type { Facts, Result, Results } from './judge.ts';
export { judgeProcedure } from './judge.ts';
export { findMethodology, getMethodology, METHODOLOGIES } from './methodologies.ts';
export { isOutOfRange, isProbeBlocked, isStale } from './plausibility.ts';
export type { ReasonCode } from './reasons.ts';
export { isReasonCode, REASONS } from './reasons.ts';
export type { ShareChange, UntestableWaves, WaveShare } from './share-change.ts';
export { holdFalseRises, judgeShareChange } from './share-change.ts';
export type { NamedOutcome, Sample, TestName, TestOutcome } from './statistics.ts';
export {
  benjaminiHochberg,
  meanFromCounts,
  meanInterval,
  sampleOf,
  studentTest,
  TEST_NAMES,
  testMeans,
  testShares,
  twoProportionTest,
  unpooledProportionTest,
  welchTest,
  wilsonInterval,
} from './statistics.ts';
export type { Words } from './words.ts';
