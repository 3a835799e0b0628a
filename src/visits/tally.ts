/**
 * Counts visits in memory. Who was here within half an hour is remembered by a hash, today only; all else is sums, whose number
 * grows with procedures and never with traffic. Used by the counter, and by imports that read line after line. Pure.
 */
import { bucketOf } from '../core/time-histogram.ts';
import {
  ALL,
  COMMON_STEPS,
  type Dimension,
  type DurationCount,
  START,
  SUBMITTED,
  type SubjectDay,
  VALID_ENDINGS,
  VIEW,
  type VisitCount,
  type VisitRows,
} from './visit-count.ts';
import { addVisitor, createSketch, mergeSketch, type VisitorSketch } from './visitor-sketch.ts';

/** The bits of the steps that every procedure has: theirs alone, however many others there are. */
const COMMON_MARKS = COMMON_STEPS.map((step, bit): [string, number] => [step, 1 << bit]);
const ENDINGS = COMMON_MARKS.reduce(
  (bits, [step, bit]) => (VALID_ENDINGS.includes(step) ? bits | bit : bits),
  0,
);

/** A visitor who was away for so long begins another visit. */
export const VISIT_MS = 30 * 60_000;
/**
 * Visitors remembered in each of two generations of half an hour: 150 new ones a second. Beyond, those seen longest ago are
 * forgotten, and begin another visit when they come back.
 */
const REMEMBERED = 300_000;
/** Steps and pages of a subject that a visit is remembered to have met; those beyond are met as one. */
const MARKS = 32;

/** What is known of a visit from its first event on. */
export type Traits = { readonly device: string; readonly country: string; readonly referrer: string };

export type VisitEvent = SubjectDay & {
  readonly atMs: number;
  /** The visitor's key of that subject and day (visitor-key.ts). */
  readonly visitor: string;
  /** `view`, or the step that the page bears. */
  readonly step: string;
  readonly page: string | null;
};

export type DaySketch = SubjectDay & { readonly sketch: VisitorSketch };

/** What is due to the store. */
export type Batch = VisitRows & { readonly sketches: readonly DaySketch[] };

export type Tally = {
  /** @param traits asked only of an event that begins a visit */
  count(event: VisitEvent, traits: () => Traits): void;
  /** Counts a view that is left out of all else. */
  leaveOut(where: SubjectDay, why: 'robot' | 'opted_out'): void;
  /** All that was counted since the last time. */
  take(): Batch;
  /** Counts again what could not be written. */
  giveBack(batch: Batch): void;
  /** Forgets who was last seen an hour before, half an hour at the least; and everybody on another day. */
  forget(day: string, atMs: number): void;
  /** Visitors that are remembered. */
  remembered(): number;
};

type Cell = { readonly dimension: Dimension; readonly value: string; views: number; visits: number };

type Sums = SubjectDay & {
  readonly whole: Cell;
  readonly cells: Map<string, Cell>;
  readonly durations: Map<number, number>;
  readonly sketch: VisitorSketch;
  readonly steps: Map<string, number>;
  readonly pages: Map<string, number>;
  isSketchDue: boolean;
};

type Visit = {
  seenAtMs: number;
  startedAtMs: number | null;
  /** One bit a step, one a page that was met. */
  steps: number;
  pages: number;
  device: Cell;
  country: Cell;
  referrer: Cell;
};

/** @param remembered visitors of each generation */
export function createTally({ remembered = REMEMBERED } = {}): Tally {
  let day = '';
  let sumsOfDay = new Map<number, Sums>();
  /** Sums of other days, until they are taken. */
  let past: Sums[] = [];
  let [young, old] = [new Map<string, Visit>(), new Map<string, Visit>()];
  let rotatedAtMs = 0;

  function sumsOf(where: SubjectDay): Sums {
    if (where.day !== day) turnTo(where.day);
    const found = sumsOfDay.get(where.subjectId) ?? newSums(where);
    sumsOfDay.set(where.subjectId, found);
    return found;
  }

  /** Keys of another day tell nothing of today's visitors. */
  function turnTo(another: string): void {
    past.push(...sumsOfDay.values());
    sumsOfDay = new Map();
    [young, old] = [new Map(), new Map()];
    day = another;
  }

  function rotate(atMs: number): void {
    [young, old] = [new Map(), young];
    rotatedAtMs = atMs;
  }

  function find(visitor: string, atMs: number): Visit | undefined {
    const found = young.get(visitor);
    if (found !== undefined) return found;
    if (young.size >= remembered || atMs - rotatedAtMs >= VISIT_MS) rotate(atMs);
    const earlier = old.get(visitor);
    if (earlier !== undefined) young.set(visitor, earlier);
    return earlier;
  }

  function begin(sums: Sums, { visitor, atMs }: VisitEvent, { device, country, referrer }: Traits): Visit {
    const visit: Visit = {
      ...{ seenAtMs: atMs, startedAtMs: null, steps: 0, pages: 0 },
      device: cellOf(sums, 'device', device),
      country: cellOf(sums, 'country', country),
      referrer: cellOf(sums, 'referrer', referrer),
    };
    young.set(visitor, visit);
    for (const cell of [sums.whole, visit.device, visit.country, visit.referrer]) cell.visits += 1;
    if (addVisitor(sums.sketch, visitor)) sums.isSketchDue = true;
    return visit;
  }

  return {
    count(event, traits) {
      const { atMs, step, page } = event;
      const sums = sumsOf(event);
      const known = find(event.visitor, atMs);
      const isNew = known === undefined || atMs - known.seenAtMs >= VISIT_MS;
      const visit = isNew ? begin(sums, event, traits()) : known;
      visit.seenAtMs = atMs;
      sums.whole.views += 1;
      visit.device.views += 1;
      visit.country.views += 1;
      visit.referrer.views += 1;
      if (page !== null) meetPage(sums, visit, page);
      if (step !== VIEW) meetStep(sums, visit, step, atMs);
    },
    leaveOut(where, why) {
      cellOf(sumsOf(where), why, ALL).views += 1;
    },
    take() {
      const all = [...past, ...sumsOfDay.values()];
      past = [];
      return {
        counts: all.flatMap(takeCounts),
        durations: all.flatMap(takeDurations),
        sketches: all.flatMap(takeSketch),
      };
    },
    giveBack({ counts, durations, sketches }) {
      const others = new Map(past.map((sums) => [`${sums.subjectId} ${sums.day}`, sums]));
      const sumsFor = (where: SubjectDay): Sums => {
        if (where.day === day) return sumsOf(where);
        const key = `${where.subjectId} ${where.day}`;
        const found = others.get(key) ?? newSums(where);
        others.set(key, found);
        return found;
      };
      for (const one of counts) {
        const cell = cellOf(sumsFor(one), one.dimension, one.value);
        cell.views += one.views;
        cell.visits += one.visits;
      }
      for (const one of durations) addDuration(sumsFor(one), one.bucket, one.n);
      for (const one of sketches) {
        const sums = sumsFor(one);
        mergeSketch(sums.sketch, one.sketch);
        sums.isSketchDue = true;
      }
      past = [...others.values()];
    },
    forget(today, atMs) {
      if (today !== day) turnTo(today);
      else if (atMs - rotatedAtMs >= VISIT_MS) rotate(atMs);
    },
    remembered: () => young.size + old.size,
  };
}

function newSums({ subjectId, day }: SubjectDay): Sums {
  const whole: Cell = { dimension: 'whole', value: ALL, views: 0, visits: 0 };
  return {
    ...{ subjectId, day, whole, isSketchDue: false, sketch: createSketch() },
    ...{
      cells: new Map([[`whole ${ALL}`, whole]]),
      durations: new Map(),
      steps: new Map(COMMON_MARKS),
      pages: new Map(),
    },
  };
}

function cellOf({ cells }: Sums, dimension: Dimension, value: string): Cell {
  const key = `${dimension} ${value}`;
  const found = cells.get(key);
  if (found !== undefined) return found;
  const cell = { dimension, value, views: 0, visits: 0 };
  cells.set(key, cell);
  return cell;
}

function markOf(marks: Map<string, number>, name: string): number {
  const found = marks.get(name) ?? 1 << Math.min(marks.size, MARKS - 1);
  marks.set(name, found);
  return found;
}

function meetPage(sums: Sums, visit: Visit, page: string): void {
  const cell = cellOf(sums, 'page', page);
  cell.views += 1;
  const mark = markOf(sums.pages, page);
  if ((visit.pages & mark) !== 0) return;
  visit.pages |= mark;
  cell.visits += 1;
}

/** A step, or a valid ending, is reached once a visit: to reload, to go back, to press twice is not to do it twice. */
function meetStep(sums: Sums, visit: Visit, step: string, atMs: number): void {
  const cell = cellOf(sums, 'step', step);
  cell.views += 1;
  const mark = markOf(sums.steps, step);
  if ((visit.steps & mark) !== 0) return;
  const isFirstEnding = (mark & ENDINGS) !== 0 && (visit.steps & ENDINGS) === 0;
  visit.steps |= mark;
  cell.visits += 1;
  if (isFirstEnding) cellOf(sums, 'ending', ALL).visits += 1;
  if (step === START) visit.startedAtMs = atMs;
  if (step === SUBMITTED && visit.startedAtMs !== null) {
    addDuration(sums, bucketOf(Math.max(0, atMs - visit.startedAtMs)), 1);
  }
}

function addDuration({ durations }: Sums, bucket: number, n: number): void {
  durations.set(bucket, (durations.get(bucket) ?? 0) + n);
}

/** Cells stay where they are, for visits hold them. */
function takeCounts({ subjectId, day, cells }: Sums): VisitCount[] {
  const taken: VisitCount[] = [];
  for (const cell of cells.values()) {
    if (cell.views === 0 && cell.visits === 0) continue;
    taken.push({ subjectId, day, ...cell });
    cell.views = 0;
    cell.visits = 0;
  }
  return taken;
}

function takeDurations({ subjectId, day, durations }: Sums): DurationCount[] {
  const taken = [...durations].map(([bucket, n]) => ({ subjectId, day, bucket, n }));
  durations.clear();
  return taken;
}

function takeSketch(sums: Sums): DaySketch[] {
  if (!sums.isSketchDue) return [];
  sums.isSketchDue = false;
  const { subjectId, day, sketch } = sums;
  return [{ subjectId, day, sketch: sketch.slice() }];
}
