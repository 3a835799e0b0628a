/** The visits of some procedures of the demonstration, day by day. Pure: the same on every machine. */
import { addDays, daysBetween } from '../core/clock.ts';
import { bucketOf } from '../core/time-histogram.ts';
import { ALL, type Dimension, FAILED, REFUSED, START, SUBMITTED, type VisitRows } from '../visits/index.ts';
import { QUARTERS } from './calendar.ts';
import { type Chance, chanceOf, drawBetween } from './chance.ts';
import { getProfile } from './profiles.ts';

/** Procedures that count their visits, and the steps between their start and their end. */
export const COUNTED_PROCEDURES: Readonly<Record<string, readonly string[]>> = {
  demo4: ['identite', 'situation', 'pieces'],
  demo17: ['identite', 'paiement'],
  demo43: ['identite', 'pieces'],
  demo55: ['entreprise', 'salaries', 'pieces'],
};

/** The year that is counted. */
export const COUNTED_FROM = QUARTERS.at(-4)?.from ?? '';
export const COUNTED_TO = QUARTERS.at(-1)?.to ?? '';

/** What one day counted of a procedure. */
export type CountedDay = VisitRows & { readonly day: string; readonly visitors: number };

const DAYS_A_YEAR = 365;
const WEEKEND = 0.45;
/** Of those who start: who sends, who is refused for a good reason, who meets an error. */
const SENT = 0.71;
const REFUSED_SHARE = 0.03;
const FAILED_SHARE = 0.04;
/** Of a visit: those that start, views, visitors. */
const STARTED = 0.62;
const VIEWS = 4.3;
const VISITORS = 0.93;
const DEVICES = { desktop: 0.51, mobile: 0.43, tablet: 0.05, other: 0.01 };
const REFERRERS = { search: 0.38, administration: 0.31, none: 0.24, other: 0.05, social: 0.02 };
const COUNTRIES = { FR: 0.955, BE: 0.02, DE: 0.015, unknown: 0.01 };
/** Minutes from start to submission, and how often. */
const MINUTES = [4, 6, 8, 11, 15, 24];
const TIMED = 3;

/** The days of a procedure. @param publicId one of `COUNTED_PROCEDURES` */
export function visitsOf(publicId: string, subjectId: number): CountedDay[] {
  const { volume, digital } = getProfile(publicId);
  const steps = COUNTED_PROCEDURES[publicId] ?? [];
  const chance = chanceOf(`${publicId} visits`);
  const usual = ((volume ?? 0) * digital) / DAYS_A_YEAR;
  return Array.from({ length: daysBetween(COUNTED_FROM, COUNTED_TO) + 1 }, (_, at) => {
    const day = addDays(COUNTED_FROM, at);
    return dayOf(
      chance,
      { subjectId, day },
      Math.round(usual * pace(day) * drawBetween(chance, 0.8, 1.2)),
      steps,
    );
  });
}

/** How busy a day is, 1 on average over a week: less at the week-end and in August, more in January. */
export function pace(day: string): number {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const ofWeek = weekday === 0 || weekday === 6 ? WEEKEND : 1.22;
  const month = Number(day.slice(5, 7));
  return ofWeek * (month === 8 ? 0.7 : month === 1 ? 1.25 : 1);
}

function dayOf(
  chance: Chance,
  where: { readonly subjectId: number; readonly day: string },
  sent: number,
  steps: readonly string[],
): CountedDay {
  const starts = Math.round(sent / SENT);
  const visits = Math.round(starts / STARTED);
  const views = Math.round(visits * VIEWS);
  const refused = Math.round(starts * REFUSED_SHARE);
  const count = (dimension: Dimension, value: string, reached: number, shown = reached) => ({
    ...where,
    dimension,
    value,
    visits: reached,
    views: shown,
  });
  const spread = (dimension: Dimension, shares: Readonly<Record<string, number>>) =>
    Object.entries(shares).map(([value, share]) =>
      count(dimension, value, Math.round(visits * share), Math.round(views * share)),
    );
  return {
    day: where.day,
    visitors: Math.round(visits * VISITORS),
    counts: [
      count('whole', ALL, visits, views),
      ...spread('device', DEVICES),
      ...spread('referrer', REFERRERS),
      ...spread('country', COUNTRIES),
      count('step', START, starts),
      // People leave little by little, between the start and the end.
      ...steps.map((step, at) =>
        count('step', step, Math.round(starts - ((starts - sent) * (at + 1)) / (steps.length + 1))),
      ),
      count('step', SUBMITTED, sent),
      count('step', REFUSED, refused),
      count('step', FAILED, Math.round(starts * FAILED_SHARE)),
      count('ending', ALL, sent + refused),
      { ...count('robot', ALL, 0), views: Math.round(views * 0.12) },
      { ...count('opted_out', ALL, 0), views: Math.round(views * 0.02) },
    ],
    durations: Array.from({ length: Math.min(TIMED, sent) }, () => {
      const minutes = (MINUTES[Math.floor(chance() * MINUTES.length)] ?? 8) * (1 + 0.2 * steps.length);
      return { ...where, bucket: bucketOf(minutes * 60_000), n: 1 };
    }),
  };
}
