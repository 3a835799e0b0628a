/**
 * From facts to results: status, level, interval and reason of each criterion of a procedure, under one methodology
 * (design §5, method.md §1 and §2). Levels are drawn from unrounded values.
 */
import { addMonths } from '../core/clock.ts';
import type { ClusterSums, Fact, FactPart, GradeCounts, Interval, Origin, Status } from '../core/figure.ts';
import { numberOfAnswers, valueOfAnswers } from './answers.ts';
import {
  type CriterionDefinition,
  type CriterionId,
  LEVELS,
  type Level,
  levelOf,
  type Methodology,
  type Unit,
} from './criterion.ts';
import { intervalOf } from './interval.ts';
import { isOutOfRange, isProbeBlocked } from './plausibility.ts';
import { isReasonCode, type ReasonCode } from './reasons.ts';

export type Facts = Readonly<Partial<Record<CriterionId, Fact>>>;

/** What an edition publishes of one criterion. `asOf` is the last day the value speaks of. */
export type Result = {
  readonly status: Status;
  /** In `unit`; null unless the status is `measured`, `declared` or `suspect`. */
  readonly value: number | string | null;
  readonly level: Level;
  /** True when the interval crosses a threshold; null when there is no interval. */
  readonly borderline: boolean | null;
  readonly n: number | null;
  readonly interval: Interval | null;
  /** What the value and its interval are recomputed from, where known; null under the minimum of answers. */
  readonly counts: GradeCounts | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly clusters: ClusterSums | null;
  readonly parts: readonly FactPart[] | null;
  readonly unit: Unit;
  readonly source: string;
  readonly origin: Origin;
  readonly sourcePrecision: number | null;
  readonly periodStart: string;
  readonly asOf: string;
  readonly reason: ReasonCode | null;
  /** The verdict of the source, kept beside ours, which may differ. */
  readonly statedLevel: Level | null;
};

/** One result for each criterion of the methodology, and no other. */
export type Results = Readonly<Partial<Record<CriterionId, Result>>>;

/** The source named where no fact was given and the method itself answers. */
const NO_FACT_SOURCE = 'vigie';

/** Words of a source that stand for an absence. */
const ABSENT_WORDS: ReadonlyMap<number | string, { status: Status; reason: ReasonCode | null }> = new Map([
  ['À venir', { status: 'not_reported', reason: 'planned' }],
  ['Non applicable', { status: 'not_applicable', reason: null }],
]);

/** Online statuses under which no other criterion makes sense. */
const WITHOUT_OTHER_CRITERIA: ReadonlyMap<number | string, ReasonCode> = new Map([
  ['Non', 'not_online'],
  ['Démarche proactive', 'proactive'],
]);

/**
 * Judges the facts of one procedure.
 * @param facts at most one a criterion, values in the unit of the methodology's definition (the satisfaction of
 *   `observatoire-2020` is a share; its counts by grade are 0 to 10 as everywhere); a criterion without fact is
 *   `not_reported`. Of accessibility, the period ends on the day of the declaration, and no value means no rate
 * @param cutoffOn the day (`YYYY-MM-DD`) at which the age of declarations is reckoned
 */
export function judgeProcedure(methodology: Methodology, facts: Facts, cutoffOn: string): Results {
  const online = facts.online;
  const silence = WITHOUT_OTHER_CRITERIA.get(online?.value ?? '');
  return Object.fromEntries(
    methodology.criteria.map((definition): [CriterionId, Result] => {
      if (online !== undefined && silence !== undefined && definition.id !== 'online') {
        return [definition.id, silenced(definition, online, silence, facts)];
      }
      return [definition.id, judgeCriterion(definition, facts, cutoffOn)];
    }),
  );
}

function judgeCriterion(definition: CriterionDefinition, facts: Facts, cutoffOn: string): Result {
  const fact = facts[definition.id];
  if (fact === undefined) return unknown(definition, cutoffOn);
  const known = reasonOf(fact);
  switch (fact.status) {
    case 'not_applicable':
    case 'not_reported':
      return absent(definition, fact, fact.status, known);
    case 'insufficient':
      return absent(definition, fact, 'insufficient', known ?? 'under_minimum');
    case 'suspect':
      return {
        ...plain(definition, fact),
        status: 'suspect',
        value: readValue(definition, fact),
        reason: known,
      };
    case 'measured':
    case 'declared':
      return judgeStated(definition, fact, facts, cutoffOn);
  }
}

function judgeStated(definition: CriterionDefinition, fact: Fact, facts: Facts, cutoffOn: string): Result {
  const value = readValue(definition, fact);
  const n = answersOf(definition, fact);
  if (value === null && fact.status === 'declared' && definition.declaration !== null) {
    return judgeMissingRate(definition, fact);
  }
  if (definition.sampling !== 'none' && n === 0) {
    return { ...absent(definition, fact, 'not_reported', 'nothing_to_count'), n };
  }
  if (definition.minimumN !== null && n !== null && n < definition.minimumN) {
    return { ...absent(definition, fact, 'insufficient', 'under_minimum'), n };
  }
  if (value === null) return judgeNoValue(definition, fact);
  const instead = ABSENT_WORDS.get(value);
  if (instead !== undefined) return absent(definition, fact, instead.status, instead.reason);
  const doubt = doubtOf(definition, fact, value, facts);
  if (doubt !== null) return { ...plain(definition, fact), status: 'suspect', value, n, reason: doubt };
  const level = levelOf(definition, value) ?? 'none';
  if (isExpired(definition, fact, cutoffOn)) {
    return { ...plain(definition, fact), value, level: 'poor', reason: 'declaration_expired' };
  }
  if (definition.sampling === 'none' || typeof value === 'string') {
    return { ...plain(definition, fact), value, level };
  }
  const { interval, reason } = intervalOf(definition, fact, value, n);
  const borderline =
    interval === null ? null : levelOf(definition, interval[0]) !== levelOf(definition, interval[1]);
  return {
    ...plain(definition, fact),
    value,
    level,
    n,
    interval,
    borderline,
    reason: reasonOf(fact) ?? reason,
  };
}

/** A statement of accessibility that gives no rate, or none at all: a verdict, not an absence. */
function judgeMissingRate(definition: CriterionDefinition, fact: Fact): Result {
  const reason = reasonOf(fact) ?? 'no_declaration';
  const level = reason === 'declaration_without_rate' ? definition.declaration?.levelWithoutRate : 'poor';
  return { ...plain(definition, fact), level: level ?? 'poor', reason };
}

/** A ratio over nothing makes no sense of the question; any other value that is missing has not been reported. */
function judgeNoValue(definition: CriterionDefinition, fact: Fact): Result {
  return fact.denominator === 0
    ? absent(definition, fact, 'not_applicable', 'nothing_to_count')
    : absent(definition, fact, 'not_reported', reasonOf(fact));
}

function doubtOf(
  definition: CriterionDefinition,
  { numerator, denominator, origin }: Fact,
  value: number | string,
  facts: Facts,
): ReasonCode | null {
  if (definition.unit === 'category') return levelOf(definition, value) === null ? 'unreadable' : null;
  if (typeof value === 'string') return 'unreadable';
  if (isOutOfRange(definition.unit, value)) return 'out_of_range';
  const ratio = numerator !== null && denominator ? numerator / denominator : null;
  if (ratio !== null && isOutOfRange(definition.unit, ratio)) return 'out_of_range';
  const blocked = definition.id === 'availability' && origin !== 'overridden' && isProbeBlocked(value, facts);
  return blocked ? 'probe_blocked' : null;
}

/** A declaration is still valid on the very day its term ends. */
function isExpired(definition: CriterionDefinition, fact: Fact, cutoffOn: string): boolean {
  const months = definition.declaration?.validMonths ?? null;
  return months !== null && addMonths(fact.periodEnd, months) < cutoffOn;
}

/** The value as stated; else what its answers give. Null when nothing says it. */
function readValue(definition: CriterionDefinition, fact: Fact): number | string | null {
  return fact.value ?? valueOfAnswers(definition, fact);
}

/** How many answers the value rests on; null when unknown, or when it does not rest on answers. */
function answersOf(definition: CriterionDefinition, fact: Fact): number | null {
  return fact.n ?? numberOfAnswers(definition, fact);
}

/** A result that says what the fact says of itself, with neither value nor level yet. */
function plain(definition: CriterionDefinition, fact: Fact): Result {
  return {
    status: fact.status,
    value: null,
    level: 'none',
    borderline: null,
    n: fact.n,
    interval: null,
    counts: fact.counts,
    numerator: fact.numerator,
    denominator: fact.denominator,
    clusters: fact.clusters,
    parts: fact.parts,
    unit: definition.unit,
    source: fact.source,
    origin: fact.origin,
    sourcePrecision: fact.sourcePrecision,
    periodStart: fact.periodStart,
    asOf: fact.periodEnd,
    reason: reasonOf(fact),
    statedLevel: statedLevelOf(fact),
  };
}

const NOTHING_COUNTED = {
  counts: null,
  numerator: null,
  denominator: null,
  clusters: null,
  parts: null,
} as const;

function absent(
  definition: CriterionDefinition,
  fact: Fact,
  status: Status,
  reason: ReasonCode | null,
): Result {
  return { ...plain(definition, fact), ...NOTHING_COUNTED, status, reason };
}

/** The online status answers for every other criterion: its source, not that of their own facts, is named. */
function silenced(definition: CriterionDefinition, online: Fact, reason: ReasonCode, facts: Facts): Result {
  return {
    ...absent(definition, online, 'not_applicable', reason),
    n: null,
    sourcePrecision: null,
    statedLevel: statedLevelOf(facts[definition.id]),
  };
}

function unknown(definition: CriterionDefinition, cutoffOn: string): Result {
  return {
    status: 'not_reported',
    value: null,
    level: 'none',
    borderline: null,
    n: null,
    interval: null,
    ...NOTHING_COUNTED,
    unit: definition.unit,
    source: NO_FACT_SOURCE,
    origin: 'automatic',
    sourcePrecision: null,
    periodStart: cutoffOn,
    asOf: cutoffOn,
    reason: 'no_figure',
    statedLevel: null,
  };
}

function reasonOf(fact: Fact): ReasonCode | null {
  return fact.reason !== null && isReasonCode(fact.reason) ? fact.reason : null;
}

function statedLevelOf(fact: Fact | undefined): Level | null {
  return LEVELS.find((level) => level === fact?.statedLevel) ?? null;
}
