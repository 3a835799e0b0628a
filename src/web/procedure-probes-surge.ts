/** What the traffic of a procedure and its answers were, day by day, and the busiest days beside the others. Pure. */
import type { Availability, DayAvailability, DayResponse, Period, Response } from '../probes/index.ts';

/** A day that is over. Null is what was not counted, or not seen. */
export type SurgeDay = {
  readonly day: string;
  readonly visits: number | null;
  readonly response: Response | null;
  readonly availability: Availability | null;
  /** Incidents that lasted on this day. */
  readonly incidents: number;
};

/** Some days together. */
export type SurgeSide = {
  readonly days: number;
  readonly visits: number;
  /** Right answers of these days, and the mean of their times in ms; null of none. */
  readonly answers: number;
  readonly meanMs: number | null;
  /** The median of the 95th percentiles of these days, in ms. */
  readonly medianP95Ms: number | null;
  /** Minutes up, of those seen up or down; the share is null of none. */
  readonly upMinutes: number;
  readonly seenMinutes: number;
};

export type SurgeComparison = {
  /** The least visits of one of the busiest days. */
  readonly threshold: number;
  readonly busiest: SurgeSide;
  readonly others: SurgeSide;
};

/** The busiest days are this share of those that are known, and those are this many at least. */
const BUSIEST_SHARE = 0.1;
export const FEWEST_DAYS = 20;

/** The first and the last day of an outage; no last one while it lasts. */
export type OutageDays = { readonly startedAt: string; readonly endedAt: string | null };

/**
 * Every day of a period, in order.
 * @param visits by day; a day that is absent was not counted
 */
export function surgeDays(
  days: readonly string[],
  known: {
    readonly visits: ReadonlyMap<string, number>;
    readonly responses: readonly DayResponse[];
    readonly availabilities: readonly DayAvailability[];
    readonly outages: readonly OutageDays[];
  },
): SurgeDay[] {
  const responses = new Map(known.responses.map(({ day, response }) => [day, response]));
  const availabilities = new Map(known.availabilities.map(({ day, availability }) => [day, availability]));
  return days.map((day) => ({
    day,
    visits: known.visits.get(day) ?? null,
    response: responses.get(day) ?? null,
    availability: availabilities.get(day) ?? null,
    incidents: countOutagesOn(day, known.outages),
  }));
}

export function countOutagesOn(day: string, outages: readonly OutageDays[]): number {
  return outages.filter(({ startedAt, endedAt }) => startedAt <= day && (endedAt === null || endedAt >= day))
    .length;
}

/**
 * The tenth of the days with the most visits beside the others, among those of which visits and answers are both known. It is
 * what was seen, and says nothing of causes.
 *
 * @returns null with fewer than 20 such days, or when all have as many visits
 */
export function compareBusiest(days: readonly SurgeDay[]): SurgeComparison | null {
  const known = days.filter((one) => one.visits !== null && (one.response?.n ?? 0) > 0);
  if (known.length < FEWEST_DAYS) return null;
  const visitsOf = ({ visits }: SurgeDay) => visits ?? 0;
  const counts = known.map(visitsOf).sort((one, other) => other - one);
  const threshold = counts[Math.ceil(BUSIEST_SHARE * counts.length) - 1] ?? 0;
  const busiest = known.filter((one) => visitsOf(one) >= threshold);
  const others = known.filter((one) => visitsOf(one) < threshold);
  if (others.length === 0) return null;
  return { threshold, busiest: together(busiest), others: together(others) };
}

function together(days: readonly SurgeDay[]): SurgeSide {
  const sum = (of: (day: SurgeDay) => number) => days.reduce((total, day) => total + of(day), 0);
  const answers = sum(({ response }) => response?.n ?? 0);
  const p95s = days.flatMap(({ response }) => response?.p95Ms ?? []).sort((one, other) => one - other);
  return {
    days: days.length,
    visits: sum(({ visits }) => visits ?? 0),
    answers,
    meanMs:
      answers === 0 ? null : sum(({ response }) => (response?.meanMs ?? 0) * (response?.n ?? 0)) / answers,
    medianP95Ms: p95s[Math.ceil(p95s.length / 2) - 1] ?? null,
    upMinutes: sum(({ availability }) => availability?.numerator ?? 0),
    seenMinutes: sum(({ availability }) => availability?.denominator ?? 0),
  };
}

/** Periods of at most so many days that make a longer one up. */
export function splitPeriod({ from, to }: Period, days: readonly string[], most: number): Period[] {
  const periods: Period[] = [];
  for (let at = 0; at < days.length; at += most) {
    periods.push({ from: days[at] ?? from, to: days[Math.min(at + most, days.length) - 1] ?? to });
  }
  return periods;
}
