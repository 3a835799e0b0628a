/** What pages and files tell of visits, made from counts. Pure. */
import { quantileOf, type TimeHistogram } from '../core/time-histogram.ts';
import { ALL, COMMON_STEPS, type Dimension, FAILED, REFUSED, START, SUBMITTED } from './visit-count.ts';

/** First and last day, `YYYY-MM-DD`. */
export type Period = { readonly from: string; readonly to: string };

export type CountedValue = { readonly value: string; readonly visits: number; readonly views: number };

/** What was counted of one subject over a period. */
export type VisitFigures = {
  /** Days of the period with something counted. */
  readonly days: number;
  readonly from: string;
  readonly to: string;
  readonly visits: number;
  readonly views: number;
  /** Distinct visitors of each day, added up; null when a day's are not known, or of several subjects. */
  readonly visitorDays: number | null;
  /** Views by robots, left out of all else. */
  readonly robots: number;
  /** Views of people who asked not to be counted, left out of all else. */
  readonly optedOut: number;
  /** Each by visits, the most first. */
  readonly byDevice: readonly CountedValue[];
  readonly byCountry: readonly CountedValue[];
  readonly byReferrer: readonly CountedValue[];
  readonly byPage: readonly CountedValue[];
  /** Visits that reached each step, in the order of the procedure, from `start` to `submitted`. */
  readonly funnel: readonly { readonly step: string; readonly visits: number }[];
  readonly starts: number;
  readonly submitted: number;
  readonly refused: number;
  readonly errors: number;
  /** Visits with a valid ending over visits that started (method.md §3); null without starts. */
  readonly completion: { readonly numerator: number; readonly denominator: number } | null;
  /** From start to submission, within one visit; null when there was none. */
  readonly duration: { readonly medianMs: number; readonly p90Ms: number; readonly n: number } | null;
  /** By day, or by month when the period is longer than 92 days; `start` is a day, or the first one of a month. */
  readonly series: readonly VisitPoint[];
};

export type VisitPoint = {
  readonly start: string;
  readonly visits: number;
  readonly views: number;
  readonly submitted: number;
};

/** The totals of one subject over a period, for lists of many. */
export type VisitTotals = {
  readonly subjectId: number;
  readonly visits: number;
  readonly views: number;
  readonly visitorDays: number | null;
  readonly starts: number;
  readonly submitted: number;
  readonly refused: number;
  readonly completion: { readonly numerator: number; readonly denominator: number } | null;
  readonly days: number;
};

/** What was counted under one value, on a day or over a month. */
export type Cell = CountedValue & { readonly start: string; readonly dimension: Dimension };

export type Counted = {
  readonly period: Period;
  readonly days: number;
  readonly visitorDays: number | null;
  readonly cells: readonly Cell[];
  readonly durations: TimeHistogram;
  /** The steps of the counters, in their order. */
  readonly steps: readonly string[];
};

/** The figures that counts make. */
export function figuresOf({ period, days, visitorDays, cells, durations, steps }: Counted): VisitFigures {
  const step = (name: string) => visitsOf(cells, 'step', name);
  const whole = totalOf(cells, 'whole');
  return {
    ...{ days, ...period, visits: whole.visits, views: whole.views, visitorDays },
    robots: totalOf(cells, 'robot').views,
    optedOut: totalOf(cells, 'opted_out').views,
    byDevice: valuesOf(cells, 'device'),
    byCountry: valuesOf(cells, 'country'),
    byReferrer: valuesOf(cells, 'referrer'),
    byPage: valuesOf(cells, 'page'),
    funnel: funnelOf(cells, steps),
    ...{ starts: step(START), submitted: step(SUBMITTED), refused: step(REFUSED), errors: step(FAILED) },
    completion: completionOf(step(START), totalOf(cells, 'ending').visits),
    duration: durationOf(durations),
    series: seriesOf(cells),
  };
}

/** Visits with a valid ending over those that started; null without starts, which is not zero. */
export function completionOf(starts: number, endings: number): VisitFigures['completion'] {
  return starts === 0 ? null : { numerator: endings, denominator: starts };
}

function totalOf(cells: readonly Cell[], dimension: Dimension): CountedValue {
  const views = sumOf(cells, dimension, (cell) => cell.views);
  return { value: ALL, views, visits: sumOf(cells, dimension, (cell) => cell.visits) };
}

function sumOf(cells: readonly Cell[], dimension: Dimension, read: (cell: Cell) => number): number {
  return cells.reduce((sum, cell) => sum + (cell.dimension === dimension ? read(cell) : 0), 0);
}

function visitsOf(cells: readonly Cell[], dimension: Dimension, value: string): number {
  return sumOf(cells, dimension, (cell) => (cell.value === value ? cell.visits : 0));
}

function valuesOf(cells: readonly Cell[], dimension: Dimension): CountedValue[] {
  const byValue = Map.groupBy(
    cells.filter((cell) => cell.dimension === dimension),
    ({ value }) => value,
  );
  return [...byValue]
    .map(([value, some]) => ({ ...totalOf(some, dimension), value }))
    .sort(
      (one, other) =>
        other.visits - one.visits || other.views - one.views || (one.value < other.value ? -1 : 1),
    );
}

/** The steps that the counters name, then others that were counted, between the first one and the last. */
function funnelOf(cells: readonly Cell[], named: readonly string[]): VisitFigures['funnel'] {
  const counted = valuesOf(cells, 'step').map(({ value }) => value);
  if (counted.length === 0 && named.length === 0) return [];
  const others = counted.filter((step) => !named.includes(step) && !COMMON_STEPS.includes(step));
  return [START, ...named, ...others, SUBMITTED].map((step) => ({
    step,
    visits: visitsOf(cells, 'step', step),
  }));
}

function durationOf(histogram: TimeHistogram): VisitFigures['duration'] {
  const [medianMs, p90Ms] = [quantileOf(histogram, 0.5), quantileOf(histogram, 0.9)];
  if (medianMs === null || p90Ms === null) return null;
  return { medianMs, p90Ms, n: [...histogram.values()].reduce((sum, n) => sum + n, 0) };
}

/** One point a day or month that was counted: where there is none, nothing is known, which is not zero. */
function seriesOf(cells: readonly Cell[]): VisitPoint[] {
  const byStart = Map.groupBy(cells, ({ start }) => start);
  return [...byStart]
    .map(([start, some]) => {
      const { visits, views } = totalOf(some, 'whole');
      return { start, visits, views, submitted: visitsOf(some, 'step', SUBMITTED) };
    })
    .sort((one, other) => (one.start < other.start ? -1 : 1));
}
