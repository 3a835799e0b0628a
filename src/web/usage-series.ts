/** The values of one thing through time: which one stands for a year, what changed, where a series breaks. Pure. */
import { Decimal } from 'decimal.js';
import { daysBetween } from '../core/clock.ts';
import {
  addUp,
  getIndicator,
  type Period,
  type RecordedObservation,
  writePeriod,
} from '../observations/index.ts';
import type { UsageFigure, UsageSubject } from './usage-subject.ts';

/** The figures of one subject, indicator and restriction, the earliest first. */
export type UsageSeries = {
  readonly subject: UsageSubject;
  readonly indicator: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly observations: readonly RecordedObservation[];
};

/** Figures put into series, in the order in which each begins. */
export function seriesOf(figures: readonly UsageFigure[]): UsageSeries[] {
  const groups = Map.groupBy(figures, ({ subject, observation }) =>
    JSON.stringify([
      subject.subjectId,
      observation.indicator,
      Object.entries(observation.dimensions).sort(([one], [other]) => (one < other ? -1 : 1)),
    ]),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { subject, observation } = first;
    const { indicator, dimensions } = observation;
    return [{ subject, indicator, dimensions, observations: group.map((one) => one.observation) }];
  });
}

/** The year that a figure is told in: that of its last day. */
export function yearOf({ periodEnd }: Pick<Period, 'periodEnd'>): string {
  return periodEnd.slice(0, 4);
}

/** The years of which something is told, the latest first. */
export function yearsOf(figures: readonly UsageFigure[]): string[] {
  return [...new Set(figures.map(({ observation }) => yearOf(observation)))].sort().toReversed();
}

/** What stands for a year; `sum` where it is months or quarters added up: how many are known, of how many. */
export type YearValue = {
  readonly observation: RecordedObservation;
  readonly sum: { readonly k: number; readonly n: number } | null;
  /** How many other figures of the year stand aside. */
  readonly others: number;
};

function isWholeYear({ periodStart, periodEnd }: Period, year: string): boolean {
  return periodStart === `${year}-01-01` && periodEnd === `${year}-12-31`;
}

const PARTS = { month: /^\d{4}-\d{2}$/, quarter: /^\d{4}-T\d$/ } as const;
const PARTS_A_YEAR = { month: 12, quarter: 4 } as const;

/**
 * The figure of a year: the one of the whole year, else its months or quarters added up where that has a sense, else the
 * last one that it has. Null when nothing is told of it.
 */
export function valueOfYear({ indicator, observations }: UsageSeries, year: string): YearValue | null {
  const ofYear = observations.filter((one) => yearOf(one) === year);
  const last = ofYear.at(-1);
  if (last === undefined) return null;
  const aside = { sum: null, others: ofYear.length - 1 };
  if (ofYear.length === 1) return { observation: last, ...aside };
  const whole = ofYear.findLast((one) => isWholeYear(one, year));
  if (whole !== undefined) return { observation: whole, ...aside };
  for (const part of ['month', 'quarter'] as const) {
    const parts = ofYear.filter((one) => PARTS[part].test(writePeriod(one)));
    if (parts.length < 2 || !getIndicator(indicator).additive.time) continue;
    const addable = parts.filter(hasSides(indicator));
    const total = addUp(indicator, addable, { over: 'time', among: PARTS_A_YEAR[part] });
    if (total.value === null) continue;
    const { value, qualifier, numerator, denominator, k, n } = total;
    const [first] = parts;
    const observation = { ...last, value, qualifier, numerator, denominator, n: null };
    return {
      observation: { ...observation, periodStart: first?.periodStart ?? last.periodStart },
      sum: { k, n },
      others: ofYear.length - parts.length,
    };
  }
  return { observation: last, ...aside };
}

/** True of what can be in a sum: a rate without its two sides cannot. */
export function hasSides(indicator: string): (one: RecordedObservation) => boolean {
  const isRate = getIndicator(indicator).nature === 'rate';
  return ({ numerator, denominator }) => !isRate || (numerator !== null && denominator !== null);
}

/** How a figure differs from one of another year. Of declared values any difference is a change. */
export type UsageChange = {
  readonly before: RecordedObservation;
  readonly absolute: number;
  /** Null where it would be over zero, or has no sense: of shares and places. */
  readonly relative: number | null;
  /** False where one of the two is only told as "more than" or "nearly". */
  readonly isExact: boolean;
};

/** A week more or less: a year may be of 52 weeks. */
const ALIKE_DAYS = 8;

/**
 * The change from a value to another of the same series.
 * @returns null where there is none to tell: an answer of a survey (its test is on its own page), a value that is missing or
 *   doubtful, periods that are not alike, another population
 */
export function changeBetween(before: YearValue | null, after: YearValue): UsageChange | null {
  if (before === null) return null;
  const [one, other] = [before.observation, after.observation];
  const { unit, id } = getIndicator(other.indicator);
  if (id === 'share' || id === 'sample_size' || !isPlain(one) || !isPlain(other)) return null;
  if (before.sum?.k !== after.sum?.k || one.populationFr !== other.populationFr) return null;
  if (!areAlike(one, other)) return null;
  const absolute = new Decimal(Number(other.value)).minus(Number(one.value));
  const isRelative = (unit === 'count' || unit === 'euro' || unit === 'ms') && Number(one.value) > 0;
  return {
    before: one,
    absolute: absolute.toNumber(),
    relative: isRelative ? absolute.div(Number(one.value)).toNumber() : null,
    isExact: one.qualifier === 'exact' && other.qualifier === 'exact',
  };
}

/** True of a number that nobody doubts. */
export function isPlain({ status, value }: RecordedObservation): boolean {
  return (status === 'declared' || status === 'measured') && typeof value === 'number';
}

/** True of two periods of the same length, or nearly. */
export function areAlike(one: Period, other: Period): boolean {
  const length = ({ periodStart, periodEnd }: Period) => daysBetween(periodStart, periodEnd);
  return Math.abs(length(one) - length(other)) <= ALIKE_DAYS;
}

/** True where a figure is not of those of whom the one before it is: the line of a chart is not drawn across. */
export function breaksSeries(before: RecordedObservation | undefined, after: RecordedObservation): boolean {
  return before !== undefined && before.populationFr !== after.populationFr;
}
