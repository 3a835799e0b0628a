/**
 * Reviews of many procedures or sites at once: of the country, a ministry, a network of sites. Read from packed years,
 * satisfaction alone; periods are whole months, named by any of their days.
 */
import type { Queryable } from '../core/database.ts';
import type { GradeCounts } from '../core/figure.ts';
import { readBlocks } from './packed.sql.ts';
import { type CountedBlock, MONTHS, monthsWithin, sumsWithin } from './packed.ts';
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
): Promise<CountedBlock[]> {
  return readBlocks(db, period, ['satisfaction'], subjectIds);
}

/**
 * Reviews by grade `0`, `5` and `10`, zeros included, of each subject, over the months from that of `from` to that of `to`.
 * Subjects without any are absent.
 */
export function subjectTotals(
  blocks: readonly CountedBlock[],
  period: Period,
): ReadonlyMap<number, GradeCounts> {
  const bySubject = new Map<number, Map<string, number>>();
  for (const { year, cells } of blocks) {
    const within = monthsWithin(year, period);
    if (within[0] >= within[1]) continue;
    for (const [grade, ids, months] of cells) {
      for (const [at, n] of sumsWithin(months, within).entries()) {
        const subjectId = ids[at];
        if (n === 0 || subjectId === undefined) continue;
        const sums = bySubject.get(subjectId) ?? new Map<string, number>();
        bySubject.set(subjectId, sums.set(grade, (sums.get(grade) ?? 0) + n));
      }
    }
  }
  // What changed since it was packed may take away all there was of a grade.
  const told = [...bySubject].flatMap(([subjectId, sums]) => {
    const grades = new Map([...sums].filter(([, n]) => n !== 0));
    return grades.size === 0 ? [] : [[subjectId, gradesOfSatisfaction(grades)] as const];
  });
  return new Map(told);
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
export function monthTotals(blocks: readonly CountedBlock[]): MonthTotal[] {
  const totals = [...Map.groupBy(blocks, ({ year }) => year)].flatMap(([year, ofYear]) =>
    totalsOfYear(year, ofYear),
  );
  return totals.toSorted((one, other) => (one.month < other.month ? -1 : 1));
}

function totalsOfYear(year: number, ofYear: readonly CountedBlock[]): MonthTotal[] {
  const sums = new Map<string, number[]>();
  const bySubject = new Map<number, number[]>();
  for (const [grade, ids, months] of ofYear.flatMap(({ cells }) => cells)) {
    const sum = sums.get(grade) ?? twelveZeros();
    sums.set(grade, sum);
    for (const [at, subjectId] of ids.entries()) {
      const told = bySubject.get(subjectId) ?? twelveZeros();
      bySubject.set(subjectId, told);
      // As a plain loop: a country of some years is hundreds of thousands of months.
      for (let month = 0; month < MONTHS; month += 1) {
        const n = months[at * MONTHS + month] ?? 0;
        sum[month] = (sum[month] ?? 0) + n;
        told[month] = (told[month] ?? 0) + n;
      }
    }
  }
  const subjects = twelveZeros();
  for (const told of bySubject.values()) {
    for (const [at, n] of told.entries()) if (n > 0) subjects[at] = (subjects[at] ?? 0) + 1;
  }
  return subjects.flatMap((told, at) => {
    const grades = new Map([...sums].map(([grade, months]) => [grade, months[at] ?? 0]));
    const month = `${year}-${String(at + 1).padStart(2, '0')}-01`;
    return told === 0 ? [] : [{ month, satisfaction: gradesOfSatisfaction(grades), subjects: told }];
  });
}

function twelveZeros(): number[] {
  return new Array<number>(MONTHS).fill(0);
}
