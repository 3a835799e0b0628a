/** Minutes of an hour and their verdicts: of a target, from all points of measure; of a procedure, from all its targets. Pure. */
import { outcomeOf, VERDICTS, type Verdict, verdictOf } from './outcome.ts';
import type { PackedHour } from './packed-hour.ts';
import { HOUR_MS, MINUTE_MS } from './paris-hours.ts';
import { longestLookMs } from './schedule.ts';
import type { Target } from './target.ts';

export const HOUR_MINUTES = 60;

/** The verdict of each minute of an hour; null where nothing looked. */
export type MinuteVerdicts = readonly (Verdict | null)[];

/**
 * Of what points of measure saw of a target, the first of these stands: whoever reached it proves that it was there, and a
 * failure counts only when nobody did.
 */
const OF_A_TARGET: readonly Verdict[] = ['maintenance', 'up', 'degraded', 'down', 'blocked', 'unknown'];

/** Of what the targets of a procedure were, the first of these stands: it is up when all are. Null is a target unseen. */
const OF_A_PROCEDURE: readonly (Verdict | null)[] = [
  'down',
  'maintenance',
  'blocked',
  'unknown',
  null,
  'degraded',
  'up',
];

/**
 * The minutes of a target over an hour. A point of measure says of a minute what it sampled within; where it did not, what
 * it sampled last, if the next look was not due before the middle of the minute: after a failure, tries that time out may make
 * it miss turns.
 *
 * @param hours the samples of the hour and of the one before, in any order
 * @param untilMs no minute that begins then or later has a verdict (ms of the epoch)
 */
export function minutesOfTarget(
  hours: readonly PackedHour[],
  { hourMs, untilMs, ...pace }: { hourMs: number; untilMs: number } & Pace,
): MinuteVerdicts {
  const byVantage = Map.groupBy(hours, ({ vantageId }) => vantageId);
  const seen = [...byVantage.values()].map((given) => seenFrom(given, hourMs, pace));
  return Array.from({ length: HOUR_MINUTES }, (_, minute) =>
    hourMs + minute * MINUTE_MS >= untilMs
      ? null
      : firstOf(
          OF_A_TARGET,
          seen.map((minutes) => minutes[minute] ?? null),
        ),
  );
}

type Pace = Pick<Target, 'intervalMs' | 'timeoutMs'>;

/** What one point of measure saw, minute by minute. */
function seenFrom(hours: readonly PackedHour[], hourMs: number, pace: Pace): MinuteVerdicts {
  const samples = hours
    .flatMap((hour) =>
      hour.seconds.map((second, at) => ({
        sinceMs: hour.hourMs - hourMs + second * 1_000,
        verdict: verdictOf(outcomeOf(hour.outcomes[at] ?? 0)),
      })),
    )
    .sort((one, other) => one.sinceMs - other.sinceMs);
  let next = 0;
  return Array.from({ length: HOUR_MINUTES }, (_, minute) => {
    const [fromMs, toMs] = [minute * MINUTE_MS, (minute + 1) * MINUTE_MS];
    const within: Verdict[] = [];
    for (let sample = samples[next]; sample !== undefined && sample.sinceMs < toMs; sample = samples[next]) {
      if (sample.sinceMs >= fromMs) within.push(sample.verdict);
      next += 1;
    }
    if (within.length > 0) return firstOf(OF_A_TARGET, within);
    const last = samples[next - 1];
    if (last === undefined) return null;
    return last.sinceMs + heldMs(last.verdict, pace) > fromMs + MINUTE_MS / 2 ? last.verdict : null;
  });
}

/** Until the look that follows begins at the latest. */
function heldMs(verdict: Verdict, pace: Pace): number {
  const { intervalMs } = pace;
  return verdict === 'down'
    ? Math.ceil(Math.max(1, longestLookMs(pace) / intervalMs)) * intervalMs
    : intervalMs;
}

/** A target of a procedure over an hour, and from when until when it counts for it, in ms of the epoch. */
export type TargetMinutes = {
  readonly minutes: MinuteVerdicts;
  readonly sinceMs: number;
  readonly untilMs: number;
};

/** The minutes of a procedure over an hour. Where no target counts for it, there is no verdict. */
export function minutesOfProcedure(hourMs: number, targets: readonly TargetMinutes[]): MinuteVerdicts {
  return Array.from({ length: HOUR_MINUTES }, (_, minute) => {
    const atMs = hourMs + minute * MINUTE_MS;
    const counted = targets.filter(({ sinceMs, untilMs }) => sinceMs <= atMs && atMs < untilMs);
    return firstOf(
      OF_A_PROCEDURE,
      counted.map(({ minutes }) => minutes[minute] ?? null),
    );
  });
}

/** What a target is, from what each point of measure saw of it; null of none. */
export function verdictOfTarget(seen: readonly Verdict[]): Verdict | null {
  return firstOf(OF_A_TARGET, seen);
}

/** What a procedure is, from what each of its targets is. */
export function verdictOfProcedure(targets: readonly (Verdict | null)[]): Verdict | null {
  return firstOf(OF_A_PROCEDURE, targets);
}

function firstOf(order: readonly (Verdict | null)[], given: readonly (Verdict | null)[]): Verdict | null {
  return order.find((verdict) => given.includes(verdict)) ?? null;
}

/** How many minutes had each verdict, in the order of `VERDICTS`. */
export function countMinutes(minutes: MinuteVerdicts): number[] {
  return VERDICTS.map((verdict) => minutes.filter((one) => one === verdict).length);
}

/** Hours whose minutes depend on the samples of an hour: itself, and the next, into which an interval may reach. */
export function hoursTouchedBy(hourMs: number): readonly number[] {
  return [hourMs, hourMs + HOUR_MS];
}
