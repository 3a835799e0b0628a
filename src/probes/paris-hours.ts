/** The hours of a day in Paris, counted from its midnight: 23 to 25 of them. Figures of a day are kept by these. */
import { addDays, dayOf } from '../core/clock.ts';
import { instantOf, wallTimeOf } from '../core/paris-time.ts';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
/** Most hours that a day has. */
export const DAY_HOURS = 25;

/** First and last day in Paris, `YYYY-MM-DD`. */
export type Period = { readonly from: string; readonly to: string };

const midnights = new Map<string, number>();

/** When a day (`YYYY-MM-DD`) begins in Paris, in ms of the epoch. */
export function midnightMs(day: string): number {
  const midnight = midnights.get(day) ?? instantOf({ day, clockMs: 0 }).getTime();
  midnights.set(day, midnight);
  return midnight;
}

const lengths = new Map<string, number>();

/** How many hours a day has in Paris. */
export function hoursOf(day: string): number {
  const hours = lengths.get(day) ?? (midnightMs(addDays(day, 1)) - midnightMs(day)) / HOUR_MS;
  lengths.set(day, hours);
  return hours;
}

/** The beginning of the hour of an instant, all in ms of the epoch. */
export function hourMsOf(atMs: number): number {
  return Math.floor(atMs / HOUR_MS) * HOUR_MS;
}

/** Where an hour stands: its day in Paris, and how many hours after midnight it begins. */
export function placeOfHour(hourMs: number): HourPlace {
  let place = places.get(hourMs);
  if (place === undefined) {
    const day = dayOf(new Date(hourMs));
    place = { day, index: (hourMs - midnightMs(day)) / HOUR_MS };
    places.set(hourMs, place);
  }
  return place;
}

export type HourPlace = { readonly day: string; readonly index: number };

/** A formatted day takes 4 µs, and the hours of samples are asked for each of their targets. */
const places = new Map<number, HourPlace>();

/** What the clocks of Paris show (0 to 23) as an hour of a day begins; at the end of summer, two hours show 2. */
export function clockHourOf(day: string, index: number): number {
  if (hoursOf(day) === 24) return index;
  return wallTimeOf(new Date(midnightMs(day) + index * HOUR_MS)).clockMs / HOUR_MS;
}

/** The instants at which a period begins and ends, in ms of the epoch. */
export function boundsOf({ from, to }: Period): { fromMs: number; toMs: number } {
  return { fromMs: midnightMs(from), toMs: midnightMs(addDays(to, 1)) };
}
