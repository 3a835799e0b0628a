/** The period of a figure as people write it: a year, a month, a quarter, a day, or two days. */
import { addDays, addMonths, daysBetween, isDay } from '../core/clock.ts';
import type { PeriodKind } from './indicator-definition.ts';

/** First and last day, `YYYY-MM-DD`. */
export type Period = { readonly periodStart: string; readonly periodEnd: string };

/** The ways of writing a period, for messages. */
export const PERIOD_FORMS = '2017, 2017-T1, 2017-01, 2017-01-31, or two days, 2017-01-01/2017-03-15';

/** The period that `text` writes; null for anything else, days that do not exist included. */
export function parsePeriod(text: string): Period | null {
  const written = text.trim();
  if (isDay(written)) return { periodStart: written, periodEnd: written };
  const [, year, quarter, month] = /^(\d{4})(?:-[TQ]([1-4])|-(0[1-9]|1[0-2]))?$/.exec(written) ?? [];
  if (year !== undefined) {
    const first = month ?? (quarter === undefined ? '01' : String(Number(quarter) * 3 - 2).padStart(2, '0'));
    const months = month === undefined ? (quarter === undefined ? 12 : 3) : 1;
    return stretch(`${year}-${first}-01`, months);
  }
  const [from = '', to = '', ...more] = written.split('/');
  const isStretch = isDay(from) && isDay(to) && from <= to && more.length === 0;
  return isStretch ? { periodStart: from, periodEnd: to } : null;
}

function stretch(periodStart: string, months: number): Period {
  return { periodStart, periodEnd: addDays(addMonths(periodStart, months), -1) };
}

/** A period as `parsePeriod` reads it, in its shortest form. */
export function writePeriod({ periodStart, periodEnd }: Period): string {
  if (periodStart === periodEnd) return periodStart;
  const [year = '', month = ''] = periodStart.split('-');
  const forms = [year, `${year}-T${Math.ceil(Number(month) / 3)}`, `${year}-${month}`];
  const found = forms.find((form) => {
    const read = parsePeriod(form);
    return read?.periodStart === periodStart && read.periodEnd === periodEnd;
  });
  return found ?? `${periodStart}/${periodEnd}`;
}

const LENGTHS: Readonly<Record<Exclude<PeriodKind, 'any'>, readonly [least: number, most: number]>> = {
  day: [1, 1],
  date: [1, 1],
  month: [28, 31],
  quarter: [89, 92],
  year: [358, 373],
};

/** True of a period of this kind, by its length: a year may begin in September, and be of 52 weeks. */
export function isOfKind({ periodStart, periodEnd }: Period, kind: PeriodKind): boolean {
  if (kind === 'any') return true;
  const [least, most] = LENGTHS[kind];
  const days = daysBetween(periodStart, periodEnd) + 1;
  return days >= least && days <= most;
}

/** The same stretch a year before; the last day of a month stays one. */
export function yearBefore({ periodStart, periodEnd }: Period): Period {
  return {
    periodStart: addMonths(periodStart, -12),
    periodEnd: addDays(addMonths(addDays(periodEnd, 1), -12), -1),
  };
}
