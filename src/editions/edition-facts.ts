/** Back from published results to the facts that give them: what verification and correction judge again. Pure. */
import type { Fact, FactPart } from '../core/figure.ts';
import { type CriterionId, type Facts, isReasonCode } from '../criteria/index.ts';
import { clustersOf } from './published-clusters.ts';
import type { PublishedProcedure, PublishedResult } from './published-result.ts';

/** Reasons that judgement itself finds: a fact does not need to bring them, and so they are checked, not believed. */
const FOUND_BY_JUDGEMENT = ['n_unknown', 'variance_unknown', 'no_variance'];

/**
 * The facts of which these results are the judgement: `judgeProcedure` of them gives the same results. What a result
 * does not say (the answers under the minimum, a figure silenced by the online status) is not needed for that.
 */
export function factsOf(results: PublishedProcedure['results']): Facts {
  return Object.fromEntries(
    Object.entries(results).map(([criterion, result]): [CriterionId, Fact] => [
      criterion as CriterionId,
      factOf(result),
    ]),
  );
}

function factOf(result: PublishedResult): Fact {
  const { reason } = result;
  const kept =
    reason !== null && isReasonCode(reason) && !FOUND_BY_JUDGEMENT.includes(reason) ? reason : null;
  return {
    status: result.status,
    value: result.value,
    n: result.n,
    counts: result.counts,
    numerator: result.numerator,
    denominator: result.denominator,
    clusters: result.clusters && clustersOf(result.clusters),
    parts:
      result.parts?.map(
        (part): FactPart => ({
          periodStart: part.period_start,
          periodEnd: part.period_end,
          counts: part.counts,
          numerator: part.numerator,
          denominator: part.denominator,
          clusters: part.clusters ? clustersOf(part.clusters) : null,
        }),
      ) ?? null,
    periodStart: result.period_start,
    periodEnd: result.as_of,
    source: result.source,
    origin: result.origin,
    sourcePrecision: result.source_precision,
    reason: kept,
    statedLevel: result.stated_level,
  };
}
