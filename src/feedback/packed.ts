/**
 * Counts as they are packed: those of a subject and month by day, and those of a subject, year and question by month. Pure.
 * What is packed and what changed since are written alike, and added up.
 */
import type { ButtonChannel, Ending } from './review.ts';
import { firstOfMonth, type Period } from './statistics.ts';

/** How many answers gave one grade, on each day of a month; days after the last one with an answer may be absent. */
export type MonthCell = readonly [
  question: string,
  version: string,
  buttonId: string,
  channel: ButtonChannel,
  ending: Ending,
  grade: string,
  days: readonly number[],
];

export type CountedMonth = {
  readonly subjectId: number;
  /** Its first day. */
  readonly month: string;
  readonly cells: readonly MonthCell[];
};

/** The same, in each month of a year, by buttons, channels, endings and versions together. */
export type YearCell = readonly [grade: string, months: readonly number[]];

export type CountedYear = {
  readonly subjectId: number;
  readonly year: number;
  readonly question: string;
  readonly grades: readonly YearCell[];
};

/** Adds up the counts of each subject and month. What comes to nothing is left out of a month, not the month. */
export function addUpMonths(months: readonly CountedMonth[]): CountedMonth[] {
  const same = Map.groupBy(months, ({ subjectId, month }) => `${subjectId} ${month}`);
  return [...same.values()].flatMap((parts) => {
    const [first] = parts;
    return first === undefined ? [] : [{ ...first, cells: addUp(parts.flatMap(({ cells }) => cells)) }];
  });
}

/** Adds up the counts of each subject, year and question, likewise. */
export function addUpYears(years: readonly CountedYear[]): CountedYear[] {
  const same = Map.groupBy(years, ({ subjectId, year, question }) => `${subjectId} ${year} ${question}`);
  return [...same.values()].flatMap((parts) => {
    const [first] = parts;
    return first === undefined ? [] : [{ ...first, grades: addUp(parts.flatMap(({ grades }) => grades)) }];
  });
}

/** Adds up the numbers that cells end with, of those that are otherwise the same. */
function addUp<Cell extends readonly [...string[], readonly number[]]>(cells: readonly Cell[]): Cell[] {
  const sums = new Map<string, { cell: Cell; numbers: number[] }>();
  for (const cell of cells) {
    const key = cell.slice(0, -1).join('\n');
    const sum = sums.get(key) ?? { cell, numbers: [] };
    for (const [at, n] of numbersOf(cell).entries()) sum.numbers[at] = (sum.numbers[at] ?? 0) + n;
    sums.set(key, sum);
  }
  return [...sums.values()]
    .filter(({ numbers }) => numbers.some((n) => n !== 0))
    .map(({ cell, numbers }) => [...cell.slice(0, -1), numbers] as unknown as Cell);
}

function numbersOf(cell: readonly [...string[], readonly number[]]): readonly number[] {
  return cell.at(-1) as readonly number[];
}

/** The counts of months, by year and question. */
export function yearsOf(months: readonly CountedMonth[]): CountedYear[] {
  return addUpYears(
    months.flatMap(({ subjectId, month, cells }) => {
      const [year = 0, monthOfYear = 1] = month.split('-').map(Number);
      const before = Array.from({ length: monthOfYear - 1 }, () => 0);
      return cells.map(([question, , , , , grade, days]) => ({
        subjectId,
        year,
        question,
        grades: [[grade, [...before, sumOf(days)]] as const],
      }));
    }),
  );
}

/** How many answers of a cell are of a period. @param month the first day of its month */
export function answersWithin(month: string, days: readonly number[], { from, to }: Period): number {
  const next = firstOfMonth(to);
  if (month < firstOfMonth(from) || month > next) return 0;
  const first = month < from ? Number(from.slice(8)) : 1;
  const last = month === next ? Number(to.slice(8)) : days.length;
  return first === 1 && last >= days.length ? sumOf(days) : sumOf(days.slice(first - 1, last));
}

/** The months of a year that a period touches, as places in its list of months: the first, and the one after the last. */
export function monthsWithin(year: number, { from, to }: Period): [number, number] {
  const placeOf = (day: string) => (Number(day.slice(0, 4)) - year) * 12 + Number(day.slice(5, 7)) - 1;
  return [Math.max(0, placeOf(from)), Math.min(12, Math.max(0, placeOf(to) + 1))];
}

export function sumOf(numbers: readonly number[]): number {
  let sum = 0;
  for (const n of numbers) sum += n;
  return sum;
}
