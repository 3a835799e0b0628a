import { Decimal } from 'decimal.js';
import { type CriterionId, getMethodology } from '../criteria/index.ts';
import { aggregateProcedures, isJudged } from './aggregate.ts';
import type { Change } from './comparison.ts';
import type { EditionPair } from './find-comparison.ts';
import type { SeriesPoint } from './list-series.ts';
import type { PublishedProcedure, PublishedResult } from './published-result.ts';

/** How a figure of the last edition stands to that of the edition just before it. */
export type Trend =
  /** There is no edition before. */
  | { readonly kind: 'first' }
  /** The edition before follows another methodology: its figure is another one. */
  | { readonly kind: 'other_method'; readonly previous: SeriesPoint }
  /** One of the two editions does not have the figure. */
  | { readonly kind: 'unknown'; readonly previous: SeriesPoint }
  /** `difference` is the later minus the earlier, in the unit of the figure: what two published figures differ by. */
  | { readonly kind: 'compared'; readonly previous: SeriesPoint; readonly difference: number };

/**
 * The trend at the end of a series. It is no test: nothing is said of chance, nor of procedures that came or went,
 * unless the series is of the same procedures.
 *
 * @param series the earliest edition first
 * @param figureOf the figure, null where the edition does not have it
 */
export function findTrend(
  series: readonly SeriesPoint[],
  figureOf: (point: SeriesPoint) => number | null,
): Trend {
  const [previous, last] = [series.at(-2), series.at(-1)];
  if (previous === undefined || last === undefined) return { kind: 'first' };
  if (previous.methodology !== last.methodology) return { kind: 'other_method', previous };
  const [before, after] = [figureOf(previous), figureOf(last)];
  if (before === null || after === null) return { kind: 'unknown', previous };
  return { kind: 'compared', previous, difference: new Decimal(after).minus(before).toNumber() };
}

/**
 * What two editions say of one criterion over the procedures alone that both judge by it. A share that rises because
 * other procedures are counted is no progress: of all procedures, that of one pair of editions rose by 3.1 points while
 * fewer of those in both reached the objective.
 *
 * @returns the earlier edition first; other criteria and volumes are left out
 */
export function listSameProcedures(
  { before, after, comparison }: EditionPair,
  criterion: CriterionId,
): readonly [SeriesPoint, SeriesPoint] {
  const named = new Map(after.procedures.map((procedure) => [procedure.id, procedure]));
  const both = comparison.changes.flatMap((change) => {
    const procedure = named.get(change.procedure.id);
    const judged = change.criterion === criterion ? judgedInBoth(change) : null;
    return procedure === undefined || judged === null ? [] : [{ procedure, ...judged }];
  });
  const pointOf = ({ edition }: EditionPair['after'], side: 'before' | 'after'): SeriesPoint => {
    const { slug, label, cutoff_on, methodology, reconstructed, revision } = edition;
    const procedures = both.map(
      ({ procedure, [side]: result }): PublishedProcedure => ({
        ...procedure,
        volume_total: null,
        volume_online: null,
        results: { [criterion]: result },
      }),
    );
    const aggregate = aggregateProcedures(getMethodology(methodology), procedures);
    return { slug, label, cutoffOn: cutoff_on, methodology, reconstructed, revision, aggregate };
  };
  return [pointOf(before, 'before'), pointOf(after, 'after')];
}

type Judged = { readonly before: PublishedResult; readonly after: PublishedResult };

/** The results of both sides when both are judged: answers that one of them does not tell add up in neither. */
function judgedInBoth({ before, after }: Pick<Change, 'before' | 'after'>): Judged | null {
  if (before === null || after === null || !isJudged(before.level) || !isJudged(after.level)) return null;
  const addsUp = ({ n, denominator }: PublishedResult) => n !== null || denominator !== null;
  if (addsUp(before) === addsUp(after)) return { before, after };
  const alone = { n: null, counts: null, numerator: null, denominator: null };
  return { before: { ...before, ...alone }, after: { ...after, ...alone } };
}
