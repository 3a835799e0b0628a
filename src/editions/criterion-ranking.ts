/** Who does best by a criterion, and where most users meet what does worst. */
import type { CriterionDefinition } from '../criteria/index.ts';
import type { PublishedProcedure, PublishedResult } from './published-result.ts';

/** A procedure with its result of the criterion. */
export type RankedProcedure = { readonly procedure: PublishedProcedure; readonly result: PublishedResult };

export type BestPractice = {
  readonly best: readonly RankedProcedure[];
  /** Procedures left out that are level with the last one kept. */
  readonly tied: number;
};

/**
 * The best values among those that reach the objective. Of answers, the less favourable end of the interval decides,
 * so that few of them do not win by chance, and values without interval come after; then how much a procedure is used,
 * then the order of the edition.
 *
 * @param most how many are kept
 * @returns null for a criterion without objective, or whose values do not rank (words)
 */
export function findBestPractice(
  definition: CriterionDefinition,
  procedures: readonly PublishedProcedure[],
  most: number,
): BestPractice | null {
  const { id, direction, objective, unit, sampling } = definition;
  if (objective === null || direction === 'none' || unit === 'category') return null;
  const way = direction === 'more' ? -1 : 1;
  const ranked = procedures
    .flatMap((procedure) => {
      const result = procedure.results[id];
      const key = result?.level === 'good' ? cautiousValue(result, direction) : null;
      const trust = sampling === 'none' || result?.interval != null ? 1 : 0;
      return result === undefined || key === null ? [] : [{ procedure, result, key, trust }];
    })
    .sort((a, b) => b.trust - a.trust || way * (a.key - b.key) || byUse(a, b));
  const last = ranked.slice(0, most).at(-1);
  const tied = ranked
    .slice(most)
    .filter(({ key, trust }) => key === last?.key && trust === last.trust).length;
  return { best: ranked.slice(0, most).map(({ procedure, result }) => ({ procedure, result })), tied };
}

function cautiousValue({ value, interval }: PublishedResult, direction: 'more' | 'less'): number | null {
  if (typeof value !== 'number') return null;
  return interval === null ? value : interval[direction === 'more' ? 0 : 1];
}

export type Laggards = {
  /** Of known volume, the most used first. */
  readonly used: readonly RankedProcedure[];
  /** Of unknown volume, in the order of the edition. */
  readonly ofUnknownUse: readonly RankedProcedure[];
  /** Uses a year of the former, all channels together. */
  readonly uses: number;
};

/** The procedures of the worst level, by how many users meet them; an unknown volume is not zero. */
export function findLaggards(
  { id }: Pick<CriterionDefinition, 'id'>,
  procedures: readonly PublishedProcedure[],
): Laggards {
  const poor = procedures.flatMap((procedure): RankedProcedure[] => {
    const result = procedure.results[id];
    return result?.level === 'poor' ? [{ procedure, result }] : [];
  });
  const used = poor.filter(({ procedure }) => procedure.volume_total !== null).sort(byUse);
  return {
    used,
    ofUnknownUse: poor.filter(({ procedure }) => procedure.volume_total === null),
    uses: used.reduce((sum, { procedure }) => sum + (procedure.volume_total ?? 0), 0),
  };
}

/** The most used first; those of unknown volume last. */
function byUse({ procedure: one }: RankedProcedure, { procedure: other }: RankedProcedure): number {
  return (other.volume_total ?? -1) - (one.volume_total ?? -1);
}
