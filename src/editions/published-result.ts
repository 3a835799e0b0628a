import type { GradeCounts, Interval, Origin, Status } from '../core/figure.ts';
import type { CriterionId, Level, Result, Unit } from '../criteria/index.ts';

import { type PublishedClusters, publishClusters } from './published-clusters.ts';

/** A procedure as an edition publishes it: a part of the contract of `/editions/{slug}.json`. */
export type PublishedProcedure = {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly organisation: string | null;
  readonly ministry: string | null;
  readonly perimeter: string | null;
  readonly audiences: readonly string[];
  /** The address exactly as the source gives it. */
  readonly url: string | null;
  readonly url_normalised: string | null;
  readonly volume_online: number | null;
  readonly volume_total: number | null;
  /** Why the procedure is in the edition, where it was chosen one by one. */
  readonly selection_reason: string | null;
  readonly results: Readonly<Partial<Record<CriterionId, PublishedResult>>>;
};

export type PublishedResult = {
  readonly status: Status;
  readonly value: number | string | null;
  readonly level: Level;
  readonly borderline: boolean | null;
  readonly n: number | null;
  readonly interval: Interval | null;
  readonly unit: Unit;
  readonly source: string;
  readonly source_precision: number | null;
  readonly as_of: string;
  readonly reason: string | null;
  readonly origin: Origin;
  readonly period_start: string;
  /** The source's own verdict, where it gives one; a divergence when it differs from `level`. */
  readonly stated_level: Level | null;
  /** What the value and its interval are recomputed from, where known; null under the minimum of answers. */
  readonly counts: GradeCounts | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** The same answers by stretches of the period, which tell what entered and what left between two editions. */
  readonly parts: readonly PublishedPart[] | null;
  /**
   * True when the value is that of the edition before to the last digit, and so has probably not been updated; null
   * when there was nothing to compare with.
   */
  readonly stale: boolean | null;
  /** The reviews that the answers belong to, where answers come several to a review and this is known. */
  readonly clusters: PublishedClusters | null;
};

export type PublishedPart = {
  readonly period_start: string;
  readonly period_end: string;
  readonly counts: GradeCounts | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** There only where the figure itself has them. */
  readonly clusters?: PublishedClusters;
};

/** A judged result in the words of the contract. */
export function publishResult(result: Result, stale: boolean | null = null): PublishedResult {
  return {
    status: result.status,
    value: result.value,
    level: result.level,
    borderline: result.borderline,
    n: result.n,
    interval: result.interval,
    unit: result.unit,
    source: result.source,
    source_precision: result.sourcePrecision,
    as_of: result.asOf,
    reason: result.reason,
    origin: result.origin,
    period_start: result.periodStart,
    stated_level: result.statedLevel,
    counts: result.counts,
    numerator: result.numerator,
    denominator: result.denominator,
    parts:
      result.parts?.map((part) => ({
        period_start: part.periodStart,
        period_end: part.periodEnd,
        counts: part.counts,
        numerator: part.numerator,
        denominator: part.denominator,
        ...(part.clusters === null ? {} : { clusters: publishClusters(part.clusters) }),
      })) ?? null,
    stale,
    clusters: result.clusters && publishClusters(result.clusters),
  };
}
