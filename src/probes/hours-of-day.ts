/** The hours of the clock of Paris over a period, the worst first. Pure. */
import { availabilityOf } from './availability.ts';
import { daysOf } from './availability-figures.ts';
import { byVerdict, type MinuteDay } from './minute-day.ts';
import { VERDICTS } from './outcome.ts';
import type { DayCounts } from './packed-day.ts';
import {
  clockHourOf,
  DAY_HOURS,
  HOUR_MS,
  hoursOf,
  MINUTE_MS,
  midnightMs,
  type Period,
} from './paris-hours.ts';
import type { HourOfDay } from './response.ts';

const CLOCK_HOURS = 24;

type Sums = { minutes: number[]; elapsed: number; answers: number; sumMs: number };

/**
 * All hours of the clock: those of least availability first, then those that answered most slowly; last those of which
 * nothing is known.
 *
 * @param minutes days of targets; `counts` days of targets from points of measure
 * @param targetsOn how many targets are asked of on a day: a minute of each is a minute; on a day without any, one lacks
 */
export function hoursOfDay(
  {
    minutes,
    counts,
    targetsOn,
  }: {
    minutes: readonly MinuteDay[];
    counts: readonly DayCounts[];
    targetsOn: (day: string) => number;
  },
  period: Period,
  now: Date,
): HourOfDay[] {
  const sums = Array.from(
    { length: CLOCK_HOURS },
    (): Sums => ({
      minutes: VERDICTS.map(() => 0),
      ...{ elapsed: 0, answers: 0, sumMs: 0 },
    }),
  );
  const at = (day: string, index: number) => sums[clockHourOf(day, index)];
  for (const day of daysOf(period)) {
    const targets = Math.max(1, targetsOn(day));
    for (let index = 0; index < hoursOf(day); index += 1) {
      const sinceMs = now.getTime() - midnightMs(day) - index * HOUR_MS;
      const hour = at(day, index);
      if (hour !== undefined)
        hour.elapsed += targets * Math.min(60, Math.max(0, Math.ceil(sinceMs / MINUTE_MS)));
    }
  }
  for (const { day, minutes: held } of minutes)
    eachHour(day, held, (index, some) => addTo(at(day, index), some));
  for (const { day, verdicts, responseMs } of counts) {
    eachHour(day, verdicts, (index, [up = 0, degraded = 0]) => {
      const hour = at(day, index);
      if (hour === undefined) return;
      hour.answers += up + degraded;
      hour.sumMs += responseMs[index] ?? 0;
    });
  }
  return sums.map(hourOf).sort(worstFirst);
}

function eachHour(
  day: string,
  numbers: readonly number[],
  use: (index: number, some: number[]) => void,
): void {
  for (let index = 0; index < Math.min(hoursOf(day), DAY_HOURS); index += 1) {
    use(index, numbers.slice(index * VERDICTS.length, (index + 1) * VERDICTS.length));
  }
}

function addTo(hour: Sums | undefined, some: readonly number[]): void {
  if (hour !== undefined) hour.minutes = hour.minutes.map((n, verdict) => n + (some[verdict] ?? 0));
}

function hourOf({ minutes, elapsed, answers, sumMs }: Sums, hour: number): HourOfDay {
  return {
    hour,
    availability: availabilityOf(byVerdict(minutes), elapsed),
    answers,
    meanMs: answers === 0 ? null : sumMs / answers,
  };
}

function worstFirst(one: HourOfDay, other: HourOfDay): number {
  const share = ({ availability }: HourOfDay) => availability.share ?? 2;
  return share(one) - share(other) || (other.meanMs ?? -1) - (one.meanMs ?? -1) || one.hour - other.hour;
}
