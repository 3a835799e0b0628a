/**
 * Counts as they are packed: those of a subject and month by day, and those of a year and question by month, of several
 * subjects in one block. Pure. What is packed and what changed since are written alike, and added up.
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

/**
 * How often the subjects of a block gave one grade, in each month of a year: twelve numbers for each subject, one subject
 * after the other. Those that never gave it are absent.
 */
export type BlockCell = readonly [grade: string, subjectIds: readonly number[], months: readonly number[]];

/** The same of one year and question, of several subjects. */
export type CountedBlock = {
  readonly year: number;
  readonly question: string;
  readonly cells: readonly BlockCell[];
};

/** Months of a year: how many numbers a subject has in a cell of a block. */
export const MONTHS = 12;

/**
 * Subjects of a block. A row of so many is some 2 kB, which the store compresses and keeps in its table; with more, packing
 * one subject would write more again for the others.
 */
const BLOCK = 16;

/** The block of a subject. It is kept in the store: another size needs a migration. */
export function blockOf(subjectId: number): number {
  return Math.floor(subjectId / BLOCK);
}

/** Adds up the counts of each subject and month. What comes to nothing is left out of a month, not the month. */
export function addUpMonths(months: readonly CountedMonth[]): CountedMonth[] {
  const same = Map.groupBy(months, ({ subjectId, month }) => `${subjectId} ${month}`);
  return [...same.values()].flatMap((parts) => {
    const [first] = parts;
    return first === undefined ? [] : [{ ...first, cells: addUp(parts.flatMap(({ cells }) => cells)) }];
  });
}

/** The same, for months most of which come once: those are left as they are. */
export function mergeMonths(months: readonly CountedMonth[]): CountedMonth[] {
  const same = Map.groupBy(months, ({ subjectId, month }) => `${subjectId} ${month}`);
  return [...same.values()].flatMap((parts) => (parts.length === 1 ? parts : addUpMonths(parts)));
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
    const numbers = numbersOf(cell);
    for (let at = 0; at < numbers.length; at += 1)
      sum.numbers[at] = (sum.numbers[at] ?? 0) + (numbers[at] ?? 0);
    sums.set(key, sum);
  }
  return [...sums.values()]
    .filter(({ numbers }) => numbers.some((n) => n !== 0))
    .map(({ cell, numbers }) => [...cell.slice(0, -1), numbers] as unknown as Cell);
}

/** Counts by subject, from those by block. */
export function yearsIn(blocks: readonly CountedBlock[]): CountedYear[] {
  return blocks.flatMap(({ year, question, cells }) => {
    const bySubject = new Map<number, YearCell[]>();
    for (const [grade, subjectIds, months] of cells) {
      for (const [at, subjectId] of subjectIds.entries()) {
        const own = months.slice(at * MONTHS, (at + 1) * MONTHS);
        const last = own.findLastIndex((n) => n !== 0);
        const grades = bySubject.get(subjectId) ?? [];
        grades.push([grade, own.slice(0, last + 1)]);
        bySubject.set(subjectId, grades);
      }
    }
    return [...bySubject].map(([subjectId, grades]) => ({ subjectId, year, question, grades }));
  });
}

/** Counts by block, from those by subject. */
export function inBlocks(years: readonly CountedYear[]): (CountedBlock & { readonly block: number })[] {
  const same = Map.groupBy(
    years,
    ({ subjectId, year, question }) => `${blockOf(subjectId)} ${year} ${question}`,
  );
  return [...same.values()].flatMap((of) => {
    const [first] = of;
    if (first === undefined) return [];
    const { subjectId, year, question } = first;
    const inOrder = of.toSorted((one, other) => one.subjectId - other.subjectId);
    const given = inOrder.flatMap((one) =>
      one.grades.map(([grade, months]) => ({ subjectId: one.subjectId, grade, months })),
    );
    const cells = [...Map.groupBy(given, ({ grade }) => grade)].map(
      ([grade, ofGrade]): BlockCell => [
        grade,
        ofGrade.map((one) => one.subjectId),
        ofGrade.flatMap(({ months }) => Array.from({ length: MONTHS }, (_, at) => months[at] ?? 0)),
      ],
    );
    return [{ block: blockOf(subjectId), year, question, cells }];
  });
}

/** What a block tells of some subjects. */
export function blockOfSome({ cells, ...block }: CountedBlock, wanted: ReadonlySet<number>): CountedBlock {
  const some = cells.flatMap(([grade, subjectIds, months]): BlockCell[] => {
    const places = [...subjectIds.keys()].filter((at) => wanted.has(subjectIds[at] ?? 0));
    const ids = places.map((at) => subjectIds[at] ?? 0);
    const theirs = places.flatMap((at) => months.slice(at * MONTHS, (at + 1) * MONTHS));
    return ids.length === 0 ? [] : [[grade, ids, theirs]];
  });
  return { ...block, cells: some };
}

function numbersOf(cell: readonly [...string[], readonly number[]]): readonly number[] {
  return cell.at(-1) as readonly number[];
}

/** The counts of months, by year and question. */
export function yearsOf(months: readonly CountedMonth[]): CountedYear[] {
  const years = new Map<string, Omit<CountedYear, 'grades'> & { readonly grades: Map<string, number[]> }>();
  for (const { subjectId, month, cells } of months) {
    const [year = 0, monthOfYear = 1] = month.split('-').map(Number);
    for (const [question, , , , , grade, days] of cells) {
      const key = `${subjectId} ${year} ${question}`;
      const one = years.get(key) ?? { subjectId, year, question, grades: new Map() };
      years.set(key, one);
      const numbers = one.grades.get(grade) ?? [];
      one.grades.set(grade, numbers);
      while (numbers.length < monthOfYear) numbers.push(0);
      numbers[monthOfYear - 1] = (numbers[monthOfYear - 1] ?? 0) + sumOf(days);
    }
  }
  return [...years.values()].map((one) => ({
    ...one,
    grades: [...one.grades].filter(([, numbers]) => numbers.some((n) => n !== 0)),
  }));
}

/**
 * The days of a month that are of a period, as places in its list of days: the first, and the one after the last.
 * @param month its first day
 */
export function daysWithin(month: string, { from, to }: Period): [number, number] {
  const last = firstOfMonth(to);
  if (month < firstOfMonth(from) || month > last) return [0, 0];
  return [month < from ? Number(from.slice(8)) - 1 : 0, month === last ? Number(to.slice(8)) : LONGEST_MONTH];
}

const LONGEST_MONTH = 31;

/** The months of a year that a period touches, as places in its list of months: the first, and the one after the last. */
export function monthsWithin(year: number, { from, to }: Period): [number, number] {
  const placeOf = (day: string) => (Number(day.slice(0, 4)) - year) * MONTHS + Number(day.slice(5, 7)) - 1;
  return [Math.max(0, placeOf(from)), Math.min(MONTHS, Math.max(0, placeOf(to) + 1))];
}

/** The sum of numbers, or of those from one place to before another; beyond their end there are none. */
export function sumOf(numbers: readonly number[], first = 0, end = numbers.length): number {
  let sum = 0;
  for (let at = first; at < end && at < numbers.length; at += 1) sum += numbers[at] ?? 0;
  return sum;
}

/** Of the months of a cell, the sum for each of its subjects of those from one place in the year to before another. */
export function sumsWithin(months: readonly number[], [first, end]: readonly [number, number]): number[] {
  const sums: number[] = [];
  for (let start = 0; start < months.length; start += MONTHS)
    sums.push(sumOf(months, start + first, start + end));
  return sums;
}
