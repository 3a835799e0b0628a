import { type CriterionId, findCriterion, getMethodology } from '../criteria/index.ts';
import type { EditionSummary } from './edition.sql.ts';
import type { SeriesPoint } from './list-series.ts';

/**
 * The edition by which a criterion is told, of those whose procedures are known: the last one that has a result of it;
 * else the last one whose methodology has it.
 *
 * @param all the latest edition first, as `listEditions` gives them
 * @param series as `listSeries` gives it
 * @returns null when no such edition follows a methodology that has the criterion
 */
export function findEditionOfCriterion<
  Summary extends Pick<EditionSummary, 'slug' | 'methodology' | 'knownBy'>,
>(criterion: CriterionId, all: readonly Summary[], series: readonly SeriesPoint[]): Summary | null {
  const having = all.filter(
    ({ methodology, knownBy }) =>
      knownBy === 'procedures' && findCriterion(getMethodology(methodology), criterion) !== null,
  );
  const told = new Set(series.filter((point) => countResults(point, criterion) > 0).map(({ slug }) => slug));
  return having.find(({ slug }) => told.has(slug)) ?? having[0] ?? null;
}

/** How many procedures have a result of a criterion: a value, or a level drawn from the lack of one. */
export function countResults({ aggregate }: Pick<SeriesPoint, 'aggregate'>, criterion: CriterionId): number {
  const levels = aggregate.criteria[criterion]?.levels;
  return levels === undefined ? 0 : aggregate.procedures - levels.none;
}
