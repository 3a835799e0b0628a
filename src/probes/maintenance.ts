/** When a target is stopped on purpose. Pure. */
import { daysBetween } from '../core/clock.ts';
import type { FieldError } from '../core/errors.ts';
import { daysLater, instantOf, wallTimeBetween, wallTimeOf } from '../core/paris-time.ts';
import type { Maintenance, Repetition } from './target.ts';

/** One time of a maintenance, its end left out. */
export type Occurrence = { readonly startsAt: Date; readonly endsAt: Date };

export type NewMaintenance = Maintenance & { readonly reason: string; readonly author: string };

const DAY_MS = 86_400_000;
const PERIOD_DAYS = { daily: 1, weekly: 7 } as const;
const LONGEST_DAYS: Readonly<Record<Repetition, number>> = { never: 31, ...PERIOD_DAYS };
const LONGEST_REASON = 500;
const LONGEST_AUTHOR = 120;

/** True at an instant that one of these maintenances covers. */
export function isInMaintenance(maintenances: readonly Maintenance[], at: Date): boolean {
  const next = new Date(at.getTime() + 1);
  return maintenances.some((one) => listOccurrences(one, at, next).length > 0);
}

/**
 * The times of a maintenance that have a part in a period, in order. It comes again at the same hours of Paris, so that
 * one over a change of the clocks is longer or shorter; one whose hours are all skipped that night does not take place.
 *
 * @param to the end of the period, left out
 */
export function listOccurrences(maintenance: Maintenance, from: Date, to: Date): Occurrence[] {
  return timesOf(maintenance, from, to)
    .map((time) => occurrenceOf(maintenance, time))
    .filter(({ startsAt, endsAt }) => startsAt < endsAt && startsAt < to && endsAt > from);
}

/** The time of a maintenance that an instant is in, else the one that follows; null when none is left. */
export function findNextOccurrence(maintenance: Maintenance, at: Date): Occurrence | null {
  const { startsAt, repeats } = maintenance;
  const from = at > startsAt ? at : startsAt;
  // One time in two may be skipped with its hour, and the first look may begin just after another.
  const reachDays = repeats === 'never' ? 1 : 3 * PERIOD_DAYS[repeats];
  return listOccurrences(maintenance, from, new Date(from.getTime() + reachDays * DAY_MS))[0] ?? null;
}

/** Which repetitions could have a part in a period: 0 is the first time. */
function timesOf({ startsAt, endsAt, repeats, repeatsUntil }: Maintenance, from: Date, to: Date): number[] {
  if (repeats === 'never') return [0];
  const period = PERIOD_DAYS[repeats];
  const { day } = wallTimeOf(startsAt);
  const length = daysBetween(day, wallTimeOf(endsAt).day);
  const times = (until: string) => Math.floor(daysBetween(day, until) / period);
  const first = Math.max(0, Math.floor((daysBetween(day, wallTimeOf(from).day) - length) / period));
  const last = Math.min(
    times(wallTimeOf(to).day),
    repeatsUntil === null ? Number.POSITIVE_INFINITY : times(repeatsUntil),
  );
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

function occurrenceOf({ startsAt, endsAt, repeats }: Maintenance, time: number): Occurrence {
  if (repeats === 'never' || time === 0) return { startsAt, endsAt };
  const days = time * PERIOD_DAYS[repeats];
  const later = (instant: Date) => instantOf(daysLater(wallTimeOf(instant), days));
  return { startsAt: later(startsAt), endsAt: later(endsAt) };
}

/**
 * What is wrong with a maintenance that is announced, by option of the command. It cannot begin in the past: a failure that
 * was seen stays one.
 */
export function maintenanceFaults(asked: NewMaintenance, now: Date): FieldError[] {
  const { startsAt, endsAt, repeats, repeatsUntil, reason, author } = asked;
  const fault = (is: boolean, path: string, message: string): FieldError[] => (is ? [{ path, message }] : []);
  const lengthMs = wallTimeBetween(wallTimeOf(startsAt), wallTimeOf(endsAt));
  const longest = LONGEST_DAYS[repeats];
  return [
    ...fault(
      startsAt < now,
      '--start',
      'is past; a maintenance is announced before it begins. Explain a failure by "vigie incident note"',
    ),
    ...fault(endsAt <= startsAt, '--end', 'is not after --start'),
    ...fault(
      lengthMs > longest * DAY_MS,
      '--end',
      repeats === 'never'
        ? `is over ${longest} days after --start; close the target instead`
        : `is after the next time begins; a ${repeats} maintenance lasts ${longest === 1 ? 'a day' : 'a week'} at most`,
    ),
    ...fault(
      repeatsUntil !== null && repeats === 'never',
      '--until',
      'is for a maintenance that repeats; give --repeats',
    ),
    ...fault(
      repeatsUntil !== null && repeatsUntil < wallTimeOf(startsAt).day,
      '--until',
      'is before the day of --start',
    ),
    ...textFaults('--reason', reason, LONGEST_REASON),
    ...textFaults('--author', author, LONGEST_AUTHOR),
  ];
}

/** What is wrong with a line of words that readers are shown. */
export function textFaults(path: string, text: string, longest: number): FieldError[] {
  const isRight = text.trim() !== '' && text.length <= longest && !/\p{Cc}/u.test(text);
  return isRight ? [] : [{ path, message: `write one line of 1 to ${longest} characters` }];
}
