/** Whether a figure that is told regularly is late, and since when. */
import { addDays, daysBetween } from '../core/clock.ts';
import type { Indicator } from './indicator-definition.ts';

/**
 * The first day on which a new value is late: the age that its indicator expects has passed since the last period ended
 * (staleness, method.md §3: now − last value − expected age). Null when none is awaited.
 */
export function lateFrom({ expectedAgeDays }: Indicator, lastPeriodEnd: string): string | null {
  return expectedAgeDays === null ? null : addDays(lastPeriodEnd, expectedAgeDays + 1);
}

/**
 * How many days late a new value is: now − last value − expected age; 0 or less while it is not. Null when none is
 * awaited.
 */
export function stalenessDays(indicator: Indicator, lastPeriodEnd: string, today: string): number | null {
  const { expectedAgeDays } = indicator;
  return expectedAgeDays === null ? null : daysBetween(lastPeriodEnd, today) - expectedAgeDays;
}

/** True when a new value should have come by `today`. Days are `YYYY-MM-DD`. */
export function isLate(indicator: Indicator, lastPeriodEnd: string, today: string): boolean {
  return (stalenessDays(indicator, lastPeriodEnd, today) ?? 0) > 0;
}
