/** What probes see of some procedures of the demonstration, hour by hour. Pure: the same for the same day. */
import { addDays } from '../core/clock.ts';
import {
  boundsOf,
  codeOf,
  hoursOf,
  type IdMinuteDay,
  type Outcome,
  type PackedHour,
  VERDICTS,
  verdictOf,
} from '../probes/index.ts';
import { chanceOf, drawBetween } from './chance.ts';
import { pace } from './visits.ts';

/** Something else than the right answer in time: days before today, when it began in minutes after midnight, for how long. */
export type Fault = {
  readonly daysAgo: number;
  readonly fromMinute: number;
  readonly minutes: number;
  readonly outcome: Outcome;
  /** What those who answer for the procedure say of it; an outage is an incident whether or not they do. */
  readonly note?: string;
};

export type Watched = {
  /** The usual time to the first byte, in ms. */
  readonly ms: number;
  /** How much of that time comes from the traffic of the day: 0 to 1. */
  readonly strain?: number;
  readonly faults?: readonly Fault[];
  /** Followed beside its first page. */
  readonly pages?: readonly ('form' | 'last_page')[];
};

const DAY_MINUTES = 1_440;
const fault = (
  daysAgo: number,
  fromMinute: number,
  minutes: number,
  outcome: Outcome,
  note?: string,
): Fault => ({ daysAgo, fromMinute, minutes, outcome, ...(note === undefined ? {} : { note }) });
const wholeDays = (from: number, days: number, outcome: Outcome) => [
  fault(from, 0, days * DAY_MINUTES, outcome),
];

/** Procedures of which probes tell, most of them without a fault. */
export const WATCHED: Readonly<Record<string, Watched>> = {
  demo1: { ms: 140 },
  demo2: {
    ms: 230,
    faults: [
      fault(12, 545, 38, 'server_error', 'Une base de données était pleine ; elle a été agrandie.'),
      fault(51, 1_290, 9, 'timed_out'),
    ],
  },
  demo4: {
    ms: 310,
    strain: 0.7,
    pages: ['form', 'last_page'],
    faults: [
      fault(6, 610, 74, 'timed_out', 'Trop de demandes à la fois le matin ; deux serveurs ont été ajoutés.'),
      fault(27, 598, 21, 'server_error'),
    ],
  },
  demo8: { ms: 520, faults: [fault(2, 840, 180, 'slow'), fault(33, 400, 12, 'reset')] },
  demo16: { ms: 160, faults: wholeDays(40, 41, 'challenge') },
  demo17: { ms: 205, strain: 0.4, pages: ['form'] },
  demo22: {
    ms: 640,
    faults: [
      fault(19, 120, 95, 'certificate_expired', 'Le certificat n’avait pas été renouvelé à temps.'),
      fault(19, 215, 30, 'slow'),
    ],
  },
  demo24: { ms: 175 },
  demo28: { ms: 390, faults: [fault(70, 0, 240, 'maintenance')] },
  demo37: { ms: 720 },
  demo43: { ms: 285, strain: 0.5, pages: ['form'] },
  demo45: { ms: 340, faults: [fault(9, 1_080, 46, 'server_error'), fault(8, 1_100, 15, 'second_try')] },
  demo46: { ms: 210 },
  demo47: { ms: 450, faults: wholeDays(95, 96, 'unexpected_status') },
  demo55: { ms: 870, strain: 0.6, pages: ['last_page'] },
  demo60: { ms: 980, faults: [fault(1, 700, 260, 'slow'), fault(15, 300, 130, 'refused')] },
};

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const HOUR_MINUTES = 60;

/** A stretch of time that was not right. */
export type Stretch = { readonly fromMs: number; readonly toMs: number; readonly outcome: Outcome };

/** The faults of a procedure, seen from a day, those of before `until` alone. */
export function stretchesOf({ faults = [] }: Watched, today: string, untilMs: number): Stretch[] {
  return faults
    .map(({ daysAgo, fromMinute, minutes, outcome }) => {
      const day = addDays(today, -daysAgo);
      const end = fromMinute + minutes;
      const atMs = (days: number, minute: number) =>
        boundsOf({ from: addDays(day, days), to: addDays(day, days) }).fromMs + minute * MINUTE_MS;
      const toMs = atMs(Math.floor(end / DAY_MINUTES), end % DAY_MINUTES);
      return { fromMs: atMs(0, fromMinute), toMs: Math.min(untilMs, toMs), outcome };
    })
    .filter(({ fromMs, toMs }) => toMs > fromMs);
}

/** The minutes of a day by hour and verdict: up but within the stretches, which do not overlap. */
export function minuteDay(id: number, day: string, stretches: readonly Stretch[]): IdMinuteDay {
  const { fromMs } = boundsOf({ from: day, to: day });
  const hours = hoursOf(day);
  const minutes = new Array<number>(25 * VERDICTS.length).fill(0);
  for (let hour = 0; hour < hours; hour += 1) {
    const beginsMs = fromMs + hour * HOUR_MS;
    let left = HOUR_MINUTES;
    for (const stretch of stretches) {
      const overlapMs = Math.min(stretch.toMs, beginsMs + HOUR_MS) - Math.max(stretch.fromMs, beginsMs);
      if (overlapMs <= 0) continue;
      const place = hour * VERDICTS.length + VERDICTS.indexOf(verdictOf(stretch.outcome));
      minutes[place] = (minutes[place] ?? 0) + overlapMs / MINUTE_MS;
      left -= overlapMs / MINUTE_MS;
    }
    minutes[hour * VERDICTS.length] = (minutes[hour * VERDICTS.length] ?? 0) + left;
  }
  return { id, day, minutes };
}

/** One answer in so many is much later than usual. */
const LATE_SHARE = 0.05;

/** One sample an hour of a target from a point of measure over a day. */
export function samplesOfDay(
  watched: Watched,
  where: { readonly name: string; readonly targetId: number; readonly vantageId: number },
  day: string,
  stretches: readonly Stretch[],
): PackedHour[] {
  const seen = `${where.name} ${where.vantageId}`;
  const chance = chanceOf(`${seen} ${day}`);
  // The same second of the first minute of every hour: no minute is missed between two samples, nor before the first.
  const second = Math.floor(chanceOf(seen)() * 60);
  const { fromMs } = boundsOf({ from: day, to: day });
  const strain = watched.strain ?? 0;
  const usual = watched.ms * (1 - strain + strain * pace(day) ** 2);
  const { targetId, vantageId } = where;
  return Array.from({ length: hoursOf(day) }, (_, hour) => {
    const hourMs = fromMs + hour * HOUR_MS;
    const atMs = hourMs + second * 1_000;
    const isLate = chance() < LATE_SHARE;
    const ms = Math.round(usual * drawBetween(chance, 0.75, 1.3) * (isLate ? 2.4 : 1));
    const outcome = stretches.find((one) => one.fromMs <= atMs && atMs < one.toMs)?.outcome ?? 'up';
    const verdict = verdictOf(outcome);
    const isRight = verdict === 'up' || verdict === 'degraded';
    const firstByte = outcome === 'slow' ? ms + 2_000 : ms;
    return {
      ...{ targetId, vantageId, hourMs, seconds: [second], outcomes: [codeOf(outcome)] },
      times: isRight ? [4, 18, 41, firstByte, firstByte + 60] : [-1, -1, -1, -1, -1],
    };
  });
}
