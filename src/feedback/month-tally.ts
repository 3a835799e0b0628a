/** What many answers add to the counts of many days, held in little until it is packed. Pure. */
import { blockOf, type CountedMonth, type MonthCell } from './packed.ts';
import type { Answer, ReviewHead } from './review.ts';

export type MonthTally = {
  /** Adds `sign` of each grade of an answer, under the day of its review. */
  add(review: ReviewHead, answer: Pick<Answer, 'question' | 'version' | 'grades'>, sign: 1 | -1): void;
  /** How many grades are held; some 10 bytes each. */
  size(): number;
  /** Gives what they add up to, the subjects of one block at a time. Nothing is held afterwards. */
  take(): Generator<CountedMonth[]>;
};

/** The days on which a grade was given, or taken back, once for each time. */
type Days = { readonly cell: CellHead; readonly added: string[]; readonly removed: string[] };
type CellHead = MonthCell extends readonly [...infer Parts, readonly number[]] ? Readonly<Parts> : never;

export function createMonthTally(): MonthTally {
  let subjects = new Map<number, Tree>();
  let size = 0;
  return {
    add({ subjectId, buttonId, channel, ending, openedOn }, { question, version, grades }, sign) {
      const ofSubject = at(subjects, subjectId, newTree);
      for (const grade of grades) {
        const cell: CellHead = [question, version, buttonId, channel, ending, grade];
        const { added, removed } = daysOf(ofSubject, cell);
        (sign === 1 ? added : removed).push(openedOn);
      }
      size += grades.length;
    },
    size: () => size,
    *take() {
      const taken = subjects;
      [subjects, size] = [new Map(), 0];
      const blocks = Map.groupBy(taken, ([subjectId]) => blockOf(subjectId));
      for (const [, ofBlock] of [...blocks].toSorted(([one], [other]) => one - other)) {
        yield ofBlock.flatMap(([subjectId, tree]) => monthsOf(subjectId, leavesOf(tree)));
      }
    },
  };
}

/**
 * By each part of a cell in turn: the parts are few strings that come again and again, which are found much faster one by
 * one than joined to one that is new each time.
 */
type Tree = Map<string, Tree | Days>;

const newTree = (): Tree => new Map();

function daysOf(tree: Tree, cell: CellHead): Days {
  let branch = tree;
  const last = cell.length - 1;
  for (let part = 0; part < last; part += 1) branch = at(branch, cell[part] ?? '', newTree) as Tree;
  return at(branch, cell[last] ?? '', () => ({ cell, added: [], removed: [] })) as Days;
}

function at<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const held = map.get(key);
  if (held !== undefined) return held;
  const made = make();
  map.set(key, made);
  return made;
}

function leavesOf(tree: Tree): Days[] {
  return [...tree.values()].flatMap((one) => (one instanceof Map ? leavesOf(one) : [one]));
}

function monthsOf(subjectId: number, leaves: readonly Days[]): CountedMonth[] {
  const months = new Map<string, MonthCell[]>();
  for (const { cell, added, removed } of leaves) {
    const numbers = new Map<string, number[]>();
    for (const day of added) addTo(numbers, day, 1);
    for (const day of removed) addTo(numbers, day, -1);
    for (const [month, days] of numbers) {
      if (days.some((n) => n !== 0)) at(months, month, () => []).push([...cell, days]);
    }
  }
  return [...months].map(([month, cells]) => ({ subjectId, month: `${month}-01`, cells }));
}

function addTo(numbers: Map<string, number[]>, day: string, n: number): void {
  const days = at(numbers, day.slice(0, 7), () => []);
  const place = Number(day.slice(8)) - 1;
  while (days.length <= place) days.push(0);
  days[place] = (days[place] ?? 0) + n;
}
