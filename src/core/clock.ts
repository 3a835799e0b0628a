/**
 * The only source of the time. Instants are UTC; days are `YYYY-MM-DD` in Europe/Paris (design §3).
 * Whatever depends on the time takes a `Clock` as an argument, so that tests choose it.
 */

export type Clock = { now(): Date };

export const systemClock: Clock = { now: () => new Date() };

/** A clock that always tells `instant`, an ISO 8601 date-time. */
export function fixedClock(instant: string): Clock {
  return { now: () => new Date(instant) };
}

const parisDay = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day (`YYYY-MM-DD`, Europe/Paris) of an instant. */
export function dayOf(instant: Date): string {
  return parisDay.format(instant);
}

/** True when `text` is a day that exists, written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}

/**
 * The day `months` months after `day` (before it when negative); a day that the target month lacks becomes its
 * last one (2024-02-29 less 12 months is 2023-02-28).
 */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const lastDate = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, lastDate));
  return first.toISOString().slice(0, 10);
}

/** The day `days` days after `day` (before it when negative). */
export function addDays(day: string, days: number): string {
  const instant = new Date(`${day}T00:00:00Z`);
  instant.setUTCDate(instant.getUTCDate() + days);
  return instant.toISOString().slice(0, 10);
}

const DAY_MS = 86_400_000;

/** Days from one day to another: 1 to the next, negative to an earlier one. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS;
}

/** Tells days as `dayOf` does, of instants in ms. A formatted day is dear where thousands are asked within a minute: the last is kept. */
export function dayTeller(): (instantMs: number) => string {
  let last = { minute: -1, day: '' };
  return (instantMs) => {
    const minute = Math.floor(instantMs / 60_000);
    if (minute !== last.minute) last = { minute, day: dayOf(new Date(instantMs)) };
    return last.day;
  };
}
