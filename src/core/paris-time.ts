/** Hours as people in France read them, and the instants that they are: summer time comes and goes. Pure. */
import { addDays, dayOf, daysBetween } from './clock.ts';

const DAY_MS = 86_400_000;

const wallClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Paris',
  hourCycle: 'h23',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** What a clock in Paris shows: the day, and the time since midnight as it reads (14:30 is 52,200,000 ms). */
export type WallTime = { readonly day: string; readonly clockMs: number };

export function wallTimeOf(instant: Date): WallTime {
  const [hours = 0, minutes = 0, seconds = 0] = wallClock.format(instant).split(':').map(Number);
  const ms = ((instant.getTime() % 1_000) + 1_000) % 1_000;
  return { day: dayOf(instant), clockMs: ((hours * 60 + minutes) * 60 + seconds) * 1_000 + ms };
}

/**
 * The first instant at which a clock in Paris shows this time or a later one of the day: of an hour that comes twice the
 * first, of an hour that is skipped the instant that follows.
 */
export function instantOf({ day, clockMs }: WallTime): Date {
  const asUtc = Date.parse(`${day}T00:00:00Z`) + clockMs;
  // Paris is one or two hours ahead of UTC.
  const candidates = [2, 1].map((hours) => new Date(asUtc - hours * 3_600_000));
  const exact = candidates.find((one) => shows(one) === asUtc);
  return exact ?? endOfGap(candidates);
}

const shows = (instant: Date): number => {
  const { day, clockMs } = wallTimeOf(instant);
  return Date.parse(`${day}T00:00:00Z`) + clockMs;
};

/** Of an hour that is skipped, its end: the clocks go forward at 01:00 UTC. */
function endOfGap([earlier = new Date(0)]: readonly Date[]): Date {
  return new Date((Math.floor(earlier.getTime() / 3_600_000) + 1) * 3_600_000);
}

/** A wall time so many days later, whatever the clocks do in between. */
export function daysLater({ day, clockMs }: WallTime, days: number): WallTime {
  return { day: addDays(day, days), clockMs };
}

/** From one wall time to another, in ms, as if no clock ever changed. */
export function wallTimeBetween(from: WallTime, to: WallTime): number {
  return daysBetween(from.day, to.day) * DAY_MS + to.clockMs - from.clockMs;
}
