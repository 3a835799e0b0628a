/** How much of the time a target or a procedure could be used, in minutes (method.md §3). Pure. */
import { VERDICTS, type Verdict } from './outcome.ts';

/** Minutes by verdict. */
export type Minutes = Readonly<Record<Verdict, number>>;

/** A ratio with what it is drawn from; `share` is null where there is nothing to divide by, which is not zero. */
export type Ratio = {
  readonly numerator: number;
  readonly denominator: number;
  readonly share: number | null;
};

/** `numerator` minutes up of `denominator` minutes seen up or down. */
export type Availability = Ratio & {
  readonly minutes: Minutes;
  /** Minutes seen up or down, of all those of the period. */
  readonly coverage: Ratio;
  /** Minutes of which there is no sample at all. Those blocked, unknown and in maintenance stand in `minutes`. */
  readonly unmonitoredMinutes: number;
  readonly maintenanceMinutes: number;
};

/** An availability, and those of business hours (Monday to Friday, 8 to 20 h, but for public holidays) and of others. */
export type AvailabilityByHours = {
  readonly whole: Availability;
  readonly business: Availability;
  readonly other: Availability;
};

/** What availability tells over a period. */
export type AvailabilityFigures = AvailabilityByHours & {
  /** In the order of days; a day without any sample is absent. */
  readonly days: readonly DayAvailability[];
};

/** The availability of a day; of today, until now. */
export type DayAvailability = { readonly day: string; readonly availability: Availability };

/** A procedure at a glance: each of its days, and the whole of the period. */
export type SubjectDays = {
  readonly subjectId: number;
  readonly whole: Availability;
  readonly days: readonly DayAvailability[];
};

/** Minute by minute, the verdict of a target or a procedure; null where nothing looked. */
export type Timeline = {
  readonly startsAt: Date;
  readonly minutes: readonly (Verdict | null)[];
  /** Mean time to the first byte of the right answers of each minute, in ms; null of none. */
  readonly meanMs: readonly (number | null)[];
  readonly targets: readonly {
    readonly targetId: number;
    readonly minutes: readonly (Verdict | null)[];
    readonly meanMs: readonly (number | null)[];
  }[];
};

export const NO_MINUTES: Minutes = {
  up: 0,
  degraded: 0,
  down: 0,
  blocked: 0,
  unknown: 0,
  maintenance: 0,
};

/**
 * Availability: (up + degraded) ÷ (up + degraded + down). Blocked and unknown minutes are neither up nor down; maintenance
 * that was announced is kept apart from both.
 *
 * @param periodMinutes all minutes of the period, until now where it is not over
 */
export function availabilityOf(minutes: Minutes, periodMinutes: number): Availability {
  const up = minutes.up + minutes.degraded;
  const seen = up + minutes.down;
  const known = VERDICTS.reduce((sum, verdict) => sum + minutes[verdict], 0);
  return {
    ...ratioOf(up, seen),
    minutes,
    coverage: ratioOf(seen, periodMinutes),
    unmonitoredMinutes: Math.max(0, periodMinutes - known),
    maintenanceMinutes: minutes.maintenance,
  };
}

export function ratioOf(numerator: number, denominator: number): Ratio {
  return { numerator, denominator, share: denominator === 0 ? null : numerator / denominator };
}
