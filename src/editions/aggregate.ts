/**
 * Figures of many procedures together. Counts are "k of N"; ratios are summed as Σ numerators / Σ denominators, so that
 * the figures of the parts add up to that of the whole: a mean of rates cannot be written here (design §5, rule 1).
 */
import { Decimal } from 'decimal.js';
import {
  type CriterionDefinition,
  type CriterionId,
  getMethodology,
  LEVELS,
  type Level,
  type Methodology,
} from '../criteria/index.ts';
import type { PublishedProcedure, PublishedResult } from './published-result.ts';

/** A sum over a sum. The value is null over nothing. */
export type Share = {
  readonly numerator: number;
  readonly denominator: number;
  readonly value: number | null;
};

/** The same, with how many procedures it rests on. */
export type CountedShare = Share & { readonly procedures: number };

/** How many procedures take each level of a criterion. */
export type LevelCounts = Readonly<Record<Level, number>>;

export type CriterionAggregate = {
  readonly levels: LevelCounts;
  /**
   * Procedures that reach the objective, of those that have a level: by number, and by how much they are used (those
   * whose volume is known). Null where the criterion sets no objective.
   */
  readonly reaching: { readonly by_number: CountedShare; readonly by_volume: CountedShare } | null;
  /** The value over all answers together, in the unit of the criterion; null where no answers are known to add up. */
  readonly pooled: CountedShare | null;
};

export type Aggregate = {
  readonly procedures: number;
  /** Procedures whose volume over 12 months, all channels, is known, and its sum. */
  readonly volume: { readonly procedures: number; readonly total: number };
  /** What can be done online, each status by its weight in the methodology. */
  readonly online: { readonly by_number: CountedShare; readonly by_volume: CountedShare };
  readonly criteria: Readonly<Partial<Record<CriterionId, CriterionAggregate>>>;
};

/** `name` null gathers the procedures of which the edition does not say it. */
export type NamedAggregate = Aggregate & { readonly name: string | null };

/** A procedure has one ministry and one organisation, and any number of audiences: only the former are partitions. */
export type Aggregates = {
  readonly whole: Aggregate;
  readonly ministries: readonly NamedAggregate[];
  readonly organisations: readonly NamedAggregate[];
  readonly audiences: readonly NamedAggregate[];
};

/** All the aggregates of an edition, groups in the order in which its procedures name them. */
export function aggregateEdition(
  methodologyId: string,
  procedures: readonly PublishedProcedure[],
): Aggregates {
  const methodology = getMethodology(methodologyId);
  const groups = (namesOf: (procedure: PublishedProcedure) => readonly (string | null)[]) =>
    groupProcedures(procedures, namesOf).map(({ name, members }) => ({
      name,
      ...aggregateProcedures(methodology, members),
    }));
  return {
    whole: aggregateProcedures(methodology, procedures),
    ministries: groups(({ ministry }) => [ministry]),
    organisations: groups(({ organisation }) => [organisation]),
    audiences: groups(({ audiences }) => (audiences.length === 0 ? [null] : audiences)),
  };
}

/** The procedures of each name, in the order in which the names appear; those without come last. */
function groupProcedures(
  procedures: readonly PublishedProcedure[],
  namesOf: (procedure: PublishedProcedure) => readonly (string | null)[],
): { name: string | null; members: PublishedProcedure[] }[] {
  const groups = new Map<string | null, PublishedProcedure[]>();
  for (const procedure of procedures) {
    for (const name of new Set(namesOf(procedure))) {
      const members = groups.get(name) ?? [];
      members.push(procedure);
      groups.set(name, members);
    }
  }
  return [...groups]
    .map(([name, members]) => ({ name, members }))
    .sort((a, b) => Number(a.name === null) - Number(b.name === null));
}

/** The aggregate of a list of procedures judged by one methodology. */
export function aggregateProcedures(
  methodology: Methodology,
  procedures: readonly PublishedProcedure[],
): Aggregate {
  const volumes = procedures.map(({ volume_total }) => volume_total).filter((volume) => volume !== null);
  return {
    procedures: procedures.length,
    volume: { procedures: volumes.length, total: volumes.reduce((sum, volume) => sum + volume, 0) },
    online: onlineShares(methodology, procedures),
    criteria: Object.fromEntries(
      methodology.criteria.map((definition) => [definition.id, aggregateCriterion(definition, procedures)]),
    ),
  };
}

/** A share of procedures: what one counts for (0 to 1) and how much it is used, null when unknown. */
type Weighed = { readonly weight: number; readonly volume: number | null };

function onlineShares(
  { onlineWeights }: Methodology,
  procedures: readonly PublishedProcedure[],
): Aggregate['online'] {
  return sharesOf(
    procedures.flatMap(({ results, volume_total }): Weighed[] => {
      const status = results.online?.value;
      return typeof status === 'string' && Object.hasOwn(onlineWeights, status)
        ? [{ weight: onlineWeights[status] ?? 0, volume: volume_total }]
        : [];
    }),
  );
}

function aggregateCriterion(
  definition: CriterionDefinition,
  procedures: readonly PublishedProcedure[],
): CriterionAggregate {
  const levelled = procedures.flatMap(({ results, volume_total }): Weighed[] => {
    const level = results[definition.id]?.level ?? 'none';
    return isJudged(level) ? [{ weight: level === 'good' ? 1 : 0, volume: volume_total }] : [];
  });
  return {
    levels: countLevels(procedures, definition.id),
    reaching: definition.objective === null ? null : sharesOf(levelled),
    pooled: poolResults(
      definition,
      procedures.flatMap(({ results }) => results[definition.id] ?? []),
    ),
  };
}

/** True for the levels that say whether the objective is reached. */
export function isJudged(level: Level): boolean {
  return level === 'good' || level === 'medium' || level === 'poor';
}

function sharesOf(list: readonly Weighed[]): { by_number: CountedShare; by_volume: CountedShare } {
  const used = list.filter((one): one is { weight: number; volume: number } => one.volume !== null);
  return {
    by_number: countedShare(
      list.length,
      list.map(({ weight }) => [weight, 1]),
    ),
    by_volume: countedShare(
      used.length,
      used.map(({ weight, volume }) => [
        Number.isInteger(weight) ? weight * volume : new Decimal(weight).times(volume),
        volume,
      ]),
    ),
  };
}

/**
 * The value over all the answers of several results. Answers by grade or the two sides of a ratio where they are known;
 * else the value times n, which is what the source divided.
 * @returns null when no result has answers to add up
 */
function poolResults(
  definition: CriterionDefinition,
  results: readonly PublishedResult[],
): CountedShare | null {
  const terms = results.flatMap((result) => {
    const term = termOf(definition, result);
    return term === null ? [] : [term];
  });
  return terms.length === 0 ? null : countedShare(terms.length, terms);
}

type Term = readonly [numerator: Decimal.Value, denominator: Decimal.Value];

function termOf(definition: CriterionDefinition, result: PublishedResult): Term | null {
  const { status, value, n, counts, numerator, denominator } = result;
  if ((status !== 'measured' && status !== 'declared') || typeof value !== 'number') return null;
  if (definition.sampling === 'mean_of_grades' && counts !== null) {
    const answers = Object.entries(counts);
    const grades = answers.map(([grade, count]) => new Decimal(grade).times(count));
    const total = Decimal.sum(0, ...grades).div(definition.gradesPerUnit);
    return [total, Decimal.sum(0, ...answers.map(([, count]) => count))];
  }
  if (numerator !== null && denominator !== null) return [numerator, denominator];
  if (definition.sampling === 'none' || n === null) return null;
  return [new Decimal(value).times(n), n];
}

function countedShare(procedures: number, terms: readonly Term[]): CountedShare {
  const numerator = sumExactly(terms.map(([top]) => top));
  const denominator = sumExactly(terms.map(([, bottom]) => bottom));
  return {
    numerator: numerator.toNumber(),
    denominator: denominator.toNumber(),
    value: denominator.isZero() ? null : numerator.div(denominator).toNumber(),
    procedures,
  };
}

/**
 * Added in decimal: the sum does not depend on the order, and ten times a tenth is one. Whole numbers, exact as they
 * are, are added first: counts are most of the terms, and decimals would take most of the time of a page of aggregates.
 */
function sumExactly(terms: readonly Decimal.Value[]): Decimal {
  let whole = 0;
  const others: Decimal.Value[] = [];
  for (const term of terms) {
    if (typeof term === 'number' && Number.isInteger(term)) whole += term;
    else others.push(term);
  }
  return Decimal.sum(whole, ...others);
}

/** Levels of one criterion over the procedures given; those without a result of it count as `none`. */
export function countLevels(procedures: readonly PublishedProcedure[], criterion: CriterionId): LevelCounts {
  const counts = Object.fromEntries(LEVELS.map((level) => [level, 0])) as Record<Level, number>;
  for (const { results } of procedures) counts[results[criterion]?.level ?? 'none'] += 1;
  return counts;
}
