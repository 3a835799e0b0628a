/** Availability over a period, from the minutes of its days. Pure. */
import { addDays } from '../core/clock.ts';
import { type Availability, type AvailabilityFigures, availabilityOf } from './availability.ts';
import { isBusinessHour } from './business-hours.ts';
import { byVerdict, type DaySums } from './minute-day.ts';
import { VERDICTS } from './outcome.ts';
import { HOUR_MS, hoursOf, MINUTE_MS, midnightMs, type Period } from './paris-hours.ts';

export type SummedDay = DaySums & { readonly day: string };

/** Whole minutes of a day that had begun before an instant; those of its business hours apart. */
export function elapsedMinutes(day: string, now: Date): { whole: number; business: number } {
  const elapsed = { whole: 0, business: 0 };
  for (let index = 0; index < hoursOf(day); index += 1) {
    const sinceMs = now.getTime() - midnightMs(day) - index * HOUR_MS;
    const minutes = Math.min(HOUR_MS / MINUTE_MS, Math.max(0, Math.ceil(sinceMs / MINUTE_MS)));
    elapsed.whole += minutes;
    if (isBusinessHour(day, index)) elapsed.business += minutes;
  }
  return elapsed;
}

export function daysOf({ from, to }: Period): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

/** Minutes of a period that had begun before an instant, by day, and added up. */
export type Elapsed = {
  readonly days: ReadonlyMap<string, number>;
  readonly whole: number;
  readonly business: number;
};

export function elapsedOf(period: Period, now: Date): Elapsed {
  const days = daysOf(period).map((day) => ({ day, ...elapsedMinutes(day, now) }));
  return {
    days: new Map(days.map(({ day, whole }) => [day, whole])),
    whole: days.reduce((sum, { whole }) => sum + whole, 0),
    business: days.reduce((sum, { business }) => sum + business, 0),
  };
}

/** @param days of the period, each once, in any order */
export function availabilityFigures(days: readonly SummedDay[], elapsed: Elapsed): AvailabilityFigures {
  const [whole, business] = [sum(days.map((day) => day.whole)), sum(days.map((day) => day.business))];
  const other = whole.map((n, verdict) => n - (business[verdict] ?? 0));
  return {
    whole: availabilityOf(byVerdict(whole), elapsed.whole),
    business: availabilityOf(byVerdict(business), elapsed.business),
    other: availabilityOf(byVerdict(other), elapsed.whole - elapsed.business),
    days: days
      .toSorted((one, another) => (one.day < another.day ? -1 : 1))
      .map((one) => ({ day: one.day, availability: dayAvailability(one, elapsed) })),
  };
}

export function dayAvailability({ day, whole }: Omit<SummedDay, 'business'>, elapsed: Elapsed): Availability {
  return availabilityOf(byVerdict(whole), elapsed.days.get(day) ?? 0);
}

/** Numbers in the order of `VERDICTS`, added up. */
function sum(days: readonly (readonly number[])[]): number[] {
  return VERDICTS.map((_, verdict) => days.reduce((total, counts) => total + (counts[verdict] ?? 0), 0));
}
