/**
 * Reviews of many procedures or sites at once: of the country, a ministry, a network of sites. Read from packed years,
 * satisfaction alone; periods are whole months, named by any of their days.
 */
import type { Queryable } from '../core/database.ts';
import type { GradeCounts } from '../core/figure.ts';
import { readYears } from './packed.sql.ts';
import { type CountedYear, monthsWithin, sumOf } from './packed.ts';
import { gradesOfSatisfaction, type Period } from './statistics.ts';

/** The years of which something may be counted. */
const EVER: Period = { from: '1900-01-01', to: '9999-12-31' };

/**
 * How satisfied the reviews of subjects are, by year: what `subjectTotals` and `monthTotals` are made of.
 *
 * @param period all years where nothing is said
 * @param subjectIds the subjects wanted; all of them where nothing is said
 */
export function readSatisfaction(
  db: Queryable,
  { period = EVER, subjectIds }: { readonly period?: Period; readonly subjectIds?: readonly number[] } = {},
): Promise<CountedYear[]> {
  return readYears(db, period, ['satisfaction'], subjectIds);
}

/**
 * Reviews by grade `0`, `5` and `10`, zeros included, of each subject, over the months from that of `from` to that of `to`.
 * Subjects without any are absent.
 */
export function subjectTotals(
  years: readonly CountedYear[],
  period: Period,
): ReadonlyMap<number, GradeCounts> {
  const within = new Map(
    [...new Set(years.map(({ year }) => year))].map((year) => [year, monthsWithin(year, period)]),
  );
  const bySubject = new Map<number, Map<string, number>>();
  for (const { subjectId, year, grades } of years) {
    const [first = 0, end = 0] = within.get(year) ?? [];
    if (first >= end) continue;
    const sums = bySubject.get(subjectId) ?? new Map<string, number>();
    for (const [grade, months] of grades) {
      const n = sumOf(months, first, end);
      if (n !== 0) sums.set(grade, (sums.get(grade) ?? 0) + n);
    }
    if (sums.size > 0) bySubject.set(subjectId, sums);
  }
  return new Map([...bySubject].map(([subjectId, grades]) => [subjectId, gradesOfSatisfaction(grades)]));
}

/** Reviews of one month, of all the subjects asked for. */
export type MonthTotal = {
  /** First day of the month. */
  readonly month: string;
  readonly satisfaction: GradeCounts;
  /** Procedures and sites with a review in the month. */
  readonly subjects: number;
};

/** Reviews by grade of every month that has any, the oldest first. */
export function monthTotals(years: readonly CountedYear[]): MonthTotal[] {
  const totals = [...Map.groupBy(years, ({ year }) => year)].flatMap(([year, ofYear]) =>
    totalsOfYear(year, ofYear),
  );
  return totals.toSorted((one, other) => (one.month < other.month ? -1 : 1));
}

function totalsOfYear(year: number, ofYear: readonly CountedYear[]): MonthTotal[] {
  const sums = new Map<string, number[]>();
  const [subjects, told] = [twelveZeros(), twelveZeros()];
  for (const { grades } of ofYear) {
    told.fill(0);
    for (const [grade, months] of grades) {
      const sum = sums.get(grade) ?? twelveZeros();
      sums.set(grade, sum);
      // As a plain loop: a country of some years is hundreds of thousands of months.
      for (let at = 0; at < months.length; at += 1) {
        const n = months[at] ?? 0;
        sum[at] = (sum[at] ?? 0) + n;
        told[at] = (told[at] ?? 0) + n;
      }
    }
    for (const [at, n] of told.entries()) if (n > 0) subjects[at] = (subjects[at] ?? 0) + 1;
  }
  return subjects.flatMap((told, at) => {
    const grades = new Map([...sums].map(([grade, months]) => [grade, months[at] ?? 0]));
    const month = `${year}-${String(at + 1).padStart(2, '0')}-01`;
    return told === 0 ? [] : [{ month, satisfaction: gradesOfSatisfaction(grades), subjects: told }];
  });
}

function twelveZeros(): number[] {
  return Array.from({ length: 12 }, () => 0);
}
