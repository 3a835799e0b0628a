/** The last 24 hours, minute by minute. Pure. */
import type { Timeline } from './availability.ts';
import type { HourMinutes } from './minute-day.ts';
import type { MinuteVerdicts } from './minutes.ts';
import { outcomeOf, verdictOf } from './outcome.ts';
import { firstByteAt, type PackedHour } from './packed-hour.ts';
import { HOUR_MS, MINUTE_MS } from './paris-hours.ts';

export const TIMELINE_MINUTES = 24 * 60;

/**
 * @param whole the minutes of the procedure, by hour; `targets` those of its targets; `samples` theirs, in any order
 * @param now within the last minute that is told
 */
export function timelineOf({
  now,
  whole,
  targets,
  samples,
}: {
  readonly now: Date;
  readonly whole: readonly HourMinutes[];
  readonly targets: readonly HourMinutes[];
  readonly samples: readonly PackedHour[];
}): Timeline {
  const lastMs = Math.floor(now.getTime() / MINUTE_MS) * MINUTE_MS;
  const startMs = lastMs - (TIMELINE_MINUTES - 1) * MINUTE_MS;
  return {
    startsAt: new Date(startMs),
    minutes: minutesFrom(whole, startMs),
    meanMs: meansFrom(samples, startMs),
    targets: [...Map.groupBy(targets, ({ id }) => id)].map(([targetId, hours]) => ({
      targetId,
      minutes: minutesFrom(hours, startMs),
      meanMs: meansFrom(
        samples.filter((hour) => hour.targetId === targetId),
        startMs,
      ),
    })),
  };
}

function minutesFrom(hours: readonly HourMinutes[], startMs: number): MinuteVerdicts {
  const byHour = new Map(hours.map(({ hourMs, minutes }) => [hourMs, minutes]));
  return Array.from({ length: TIMELINE_MINUTES }, (_, at) => {
    const atMs = startMs + at * MINUTE_MS;
    return byHour.get(atMs - (atMs % HOUR_MS))?.[(atMs % HOUR_MS) / MINUTE_MS] ?? null;
  });
}

function meansFrom(samples: readonly PackedHour[], startMs: number): (number | null)[] {
  const sums = Array.from({ length: TIMELINE_MINUTES }, () => ({ n: 0, sumMs: 0 }));
  for (const hour of samples) {
    hour.seconds.forEach((second, at) => {
      const minute = sums[Math.floor((hour.hourMs + second * 1_000 - startMs) / MINUTE_MS)];
      const ms = firstByteAt(hour, at);
      const verdict = verdictOf(outcomeOf(hour.outcomes[at] ?? 0));
      if (minute === undefined || ms === null || (verdict !== 'up' && verdict !== 'degraded')) return;
      minute.n += 1;
      minute.sumMs += ms;
    });
  }
  return sums.map(({ n, sumMs }) => (n === 0 ? null : sumMs / n));
}
