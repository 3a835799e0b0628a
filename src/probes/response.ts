/** How fast right answers came: times to the first byte, counted on a logarithmic scale (core/time-histogram.ts). Pure. */
import { QUANTILE_ERROR, quantileOf, type TimeHistogram } from '../core/time-histogram.ts';
import type { Availability } from './availability.ts';
import type { Verdict } from './outcome.ts';

/** T of Apdex, in ms: who waits no longer is satisfied, who waits no longer than 4 T tolerates it. */
export const APDEX_T_MS = 500;
export const APDEX_TOLERATED_MS = 4 * APDEX_T_MS;

/**
 * Apdex (method.md §3): (satisfied + tolerated ÷ 2) ÷ n, 0 to 1. Of n looks, those that failed frustrate, as those that came
 * later than 4 T do. Null of none.
 */
export type Apdex = {
  readonly score: number | null;
  readonly satisfied: number;
  readonly tolerated: number;
  readonly n: number;
};

/** Response times of `n` right answers, in ms; null of none. */
export type Response = {
  readonly n: number;
  /** Σ ÷ n, exact. */
  readonly meanMs: number | null;
  /** Quantiles, each within `quantileError` (relative) of the exact one. */
  readonly p50Ms: number | null;
  readonly p75Ms: number | null;
  readonly p95Ms: number | null;
  readonly quantileError: number;
  readonly apdex: Apdex;
};

/** Samples by verdict: what one point of measure saw. */
export type SampleCounts = Readonly<Record<Verdict, number>>;

/** What response times tell over a period. */
export type ResponseFigures = {
  readonly whole: Response;
  /** Monday to Friday from 8 to 20 h, but for public holidays. */
  readonly business: Response;
  readonly other: Response;
  /** In the order of days; a day without any sample is absent. */
  readonly days: readonly DayResponse[];
  /** By point of measure, in the order of their ids. */
  readonly vantages: readonly VantageResponse[];
};

export type DayResponse = { readonly day: string; readonly response: Response };

export type VantageResponse = {
  readonly vantageId: number;
  readonly samples: SampleCounts;
  readonly response: Response;
};

/** An hour of the clock of Paris, all days of a period together. */
export type HourOfDay = {
  /** 0 to 23: from that hour to the next. */
  readonly hour: number;
  readonly availability: Availability;
  readonly answers: number;
  readonly meanMs: number | null;
};

/** What response figures are drawn from; it adds up over days, targets and points of measure. */
export type ResponseSums = {
  /** Times to the first byte added up, in ms. */
  readonly sumMs: number;
  readonly histogram: TimeHistogram;
  readonly satisfied: number;
  readonly tolerated: number;
  /** Looks that failed: the verdict was `down`. */
  readonly failed: number;
};

export function responseOf({ sumMs, histogram, satisfied, tolerated, failed }: ResponseSums): Response {
  const n = histogram.values().reduce((sum, some) => sum + some, 0);
  return {
    n,
    meanMs: n === 0 ? null : sumMs / n,
    p50Ms: quantileOf(histogram, 0.5),
    p75Ms: quantileOf(histogram, 0.75),
    p95Ms: quantileOf(histogram, 0.95),
    quantileError: QUANTILE_ERROR,
    apdex: apdexOf(satisfied, tolerated, n + failed),
  };
}

/** @param tolerated those that came later than T and no later than 4 T */
export function apdexOf(satisfied: number, tolerated: number, n: number): Apdex {
  return { score: n === 0 ? null : (satisfied + tolerated / 2) / n, satisfied, tolerated, n };
}
