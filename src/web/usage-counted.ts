/** What Vigie counted itself on the pages of procedures: figures like those that are told, but measured. */
import type { Procedure } from '../catalogue/index.ts';
import { addDays, addMonths, dayOf } from '../core/clock.ts';
import { NO_FIGURE } from '../core/figure.ts';
import {
  type Aggregate,
  addUp,
  getIndicator,
  NO_WORDS,
  type Observation,
  type Words,
  whyNotAdded,
} from '../observations/index.ts';
import {
  type Counter,
  listCounters,
  listVisitTotals,
  readVisits,
  type VisitFigures,
  type VisitTotals,
} from '../visits/index.ts';
import type { SiteContext } from './server.ts';
import { readUsage } from './usage-record.ts';

/** First and last day. */
export type Days = { readonly from: string; readonly to: string };

/** The indicators that counting tells, in the order of a page. */
export const COUNTED_INDICATORS = [
  'visits',
  'page_views',
  'visitor_days',
  'starts',
  'completed',
  'completion',
] as const;
export type CountedIndicator = (typeof COUNTED_INDICATORS)[number];

/** Procedures together. */
export type CountedSum = {
  readonly indicator: CountedIndicator;
  readonly total: Aggregate | null;
  /** Why there is no total. */
  readonly why: Words | null;
};

export type CountedReport = {
  readonly period: Days;
  readonly totals: readonly VisitTotals[];
  readonly sums: readonly CountedSum[];
  /** Procedures with a counter open on a day of the period, of all those of the catalogue. */
  readonly equipped: number;
  readonly procedures: number;
};

const USUAL_MONTHS = 12;

/** The twelve months to a day, that day included. */
export function twelveMonthsTo(day: string): Days {
  return { from: addMonths(addDays(day, 1), -USUAL_MONTHS), to: day };
}

/** A year, to yesterday at the latest: a day that is not over has no figure. Null of a year that has no day yet. */
export function daysOfYear(year: string, today: string): Days | null {
  const [from, to] = [`${year}-01-01`, `${year}-12-31`];
  const yesterday = addDays(today, -1);
  return from > yesterday ? null : { from, to: to < yesterday ? to : yesterday };
}

/** What was counted over some days, of all procedures; of some where they are given. */
export async function readCounted(
  site: SiteContext,
  period: Days,
  some?: readonly Pick<Procedure, 'subjectId'>[],
): Promise<CountedReport> {
  const procedures = some ?? (await readUsage(site)).procedures;
  const [counters, counted] = [await listCounters(site.db), await listVisitTotals(site.db, period)];
  const known = new Set(procedures.map(({ subjectId }) => subjectId));
  const totals = counted.filter(({ subjectId }) => known.has(subjectId));
  const open = counters.filter((one) => known.has(one.subjectId) && isOpenDuring(one, period));
  const equipped = new Set([...open, ...totals].map(({ subjectId }) => subjectId)).size;
  return {
    period,
    totals,
    sums: COUNTED_INDICATORS.map((indicator) => sumCounted(indicator, totals, period, procedures.length)),
    equipped,
    procedures: procedures.length,
  };
}

function isOpenDuring({ createdAt, closedAt }: Counter, { from, to }: Days): boolean {
  return dayOf(createdAt) <= to && (closedAt === null || dayOf(closedAt) >= from);
}

function sumCounted(
  indicator: CountedIndicator,
  totals: readonly VisitTotals[],
  period: Days,
  among: number,
): CountedSum {
  const why = whyNotAdded(getIndicator(indicator), 'subjects');
  if (why !== null) return { indicator, total: null, why };
  const values = totals.map((one) => countedFigure(indicator, one, period));
  return { indicator, total: addUp(indicator, values, { over: 'subjects', among }), why };
}

const SOURCE = 'Vigie';

/** One of the figures that were counted of a subject, as an observation. */
export function countedFigure(
  indicator: CountedIndicator,
  totals: Pick<VisitTotals, 'subjectId' | 'visits' | 'views' | 'visitorDays' | 'starts' | 'completion'>,
  { from, to }: Days,
): Observation {
  const { completion } = totals;
  const values: Readonly<Record<CountedIndicator, number | null>> = {
    visits: totals.visits,
    page_views: totals.views,
    visitor_days: totals.visitorDays,
    starts: totals.starts,
    // Nobody started: nothing says that this procedure tells when it is completed.
    completed: completion?.numerator ?? null,
    completion: completion === null ? null : completion.numerator / completion.denominator,
  };
  const value = values[indicator];
  const isSuspect = indicator === 'completion' && value !== null && value > 1;
  return {
    ...NO_FIGURE,
    ...NO_WORDS,
    subjectId: totals.subjectId,
    indicator,
    dimensions: {},
    qualifier: 'exact',
    status: value === null ? 'not_applicable' : isSuspect ? 'suspect' : 'measured',
    value,
    numerator: indicator === 'completion' ? (completion?.numerator ?? null) : null,
    denominator: indicator === 'completion' ? (completion?.denominator ?? null) : null,
    periodStart: from,
    periodEnd: to,
    source: SOURCE,
    origin: 'automatic',
  };
}

/** What was counted of one procedure; null where nothing counts its visits, nor ever did. */
export async function readCountedOf(
  { db }: Pick<SiteContext, 'db'>,
  subjectId: number,
  period: Days,
): Promise<{ readonly visits: VisitFigures; readonly counters: readonly Counter[] } | null> {
  const [counters, visits] = await Promise.all([
    listCounters(db, subjectId),
    readVisits(db, [subjectId], period),
  ]);
  return counters.length === 0 && visits.days === 0 ? null : { visits, counters };
}
