/** What the days of a procedure were, at a glance: one word a day. Pure. */
import { addDays } from '../core/clock.ts';
import type { Availability, DayAvailability, Period, Ratio } from '../probes/index.ts';

/** From the best to what is not known. A day has one of them: the gravest thing that was seen. */
export const DAY_STATES = [
  'up',
  'degraded',
  'partial',
  'short',
  'long',
  'maintenance',
  'blocked',
  'unknown',
  'none',
] as const;
export type DayState = (typeof DAY_STATES)[number];

export type DayCell = {
  readonly day: string;
  readonly state: DayState;
  /** Null where there is no sample at all. */
  readonly availability: Availability | null;
};

/** Days in a row that were the same, a day with an outage always by itself. */
export type DayRun = {
  readonly from: string;
  readonly to: string;
  readonly state: DayState;
  readonly downMinutes: number;
  /** Minutes seen up or down, of those of the days that have a sample; without share where none has. */
  readonly coverage: Ratio;
};

/** From so many minutes down on, an outage is long. */
const LONG_MINUTES = 60;

/**
 * What a day was. A minute down outweighs all: it was seen. A day on which nothing was seen up or down is what kept it from
 * being seen the longest; one that was seen less than half of the time is not told as a whole day without outage.
 */
export function dayStateOf(availability: Availability | null): DayState {
  if (availability === null) return 'none';
  const { minutes, denominator: seen, coverage, unmonitoredMinutes } = availability;
  if (minutes.down >= LONG_MINUTES) return 'long';
  if (minutes.down > 0) return 'short';
  if (seen > 0) {
    const known = coverage.denominator - minutes.maintenance;
    if (2 * seen < known) return 'partial';
    return 2 * minutes.degraded >= seen ? 'degraded' : 'up';
  }
  const [longest] = [
    { state: 'maintenance' as const, for: minutes.maintenance },
    { state: 'blocked' as const, for: minutes.blocked },
    { state: 'unknown' as const, for: minutes.unknown },
    { state: 'none' as const, for: unmonitoredMinutes },
  ].toSorted((one, other) => other.for - one.for);
  return longest?.state ?? 'none';
}

/** Every day of a period, those without any sample too. */
export function cellsOf(days: readonly DayAvailability[], { from, to }: Period): DayCell[] {
  const known = new Map(days.map(({ day, availability }) => [day, availability]));
  const cells: DayCell[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const availability = known.get(day) ?? null;
    cells.push({ day, state: dayStateOf(availability), availability });
  }
  return cells;
}

/** How many days were what; states that no day had are left out. */
export function countDays(cells: readonly DayCell[]): { readonly state: DayState; readonly days: number }[] {
  return DAY_STATES.map((state) => ({
    state,
    days: cells.filter((cell) => cell.state === state).length,
  })).filter(({ days }) => days > 0);
}

/** The same days in a row told together, for a table that says all that a drawing shows. */
export function runsOf(cells: readonly DayCell[]): DayRun[] {
  const runs: DayCell[][] = [];
  for (const cell of cells) {
    const last = runs.at(-1);
    const isAlone = cell.state === 'short' || cell.state === 'long';
    if (last !== undefined && !isAlone && last[0]?.state === cell.state) last.push(cell);
    else runs.push([cell]);
  }
  return runs.map(together);
}

function together(cells: readonly DayCell[]): DayRun {
  const [first, last] = [cells[0], cells.at(-1)];
  const sum = (of: (availability: Availability) => number) =>
    cells.reduce((total, { availability }) => total + (availability === null ? 0 : of(availability)), 0);
  const [numerator, denominator] = [
    sum(({ coverage }) => coverage.numerator),
    sum(({ coverage }) => coverage.denominator),
  ];
  return {
    from: first?.day ?? '',
    to: last?.day ?? '',
    state: first?.state ?? 'none',
    downMinutes: sum(({ minutes }) => minutes.down),
    coverage: { numerator, denominator, share: denominator === 0 ? null : numerator / denominator },
  };
}
