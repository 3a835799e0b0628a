/** The minutes of a day of a target or a procedure, by hour since midnight in Paris and verdict, as they are kept. Pure. */
import type { Minutes } from './availability.ts';
import { isBusinessHour } from './business-hours.ts';
import { countMinutes, type MinuteVerdicts } from './minutes.ts';
import { VERDICTS } from './outcome.ts';
import { DAY_HOURS, placeOfHour } from './paris-hours.ts';

export type MinuteDay = {
  readonly day: string;
  /** 25 × 6, in the order of `VERDICTS`. */
  readonly minutes: readonly number[];
};

/** A day of the target or the procedure that has this id. */
export type IdMinuteDay = MinuteDay & { readonly id: number };

/** An hour of a target or a procedure. */
export type HourMinutes = {
  readonly id: number;
  readonly hourMs: number;
  readonly minutes: MinuteVerdicts;
};

export type DaySums = { readonly whole: readonly number[]; readonly business: readonly number[] };

export function emptyMinuteDay(day: string): MinuteDay {
  return { day, minutes: Array.from({ length: DAY_HOURS * VERDICTS.length }, () => 0) };
}

/** A day with the minutes of one of its hours put in the place of those it had. */
export function withHour({ day, minutes }: MinuteDay, index: number, counts: readonly number[]): MinuteDay {
  return { day, minutes: minutes.toSpliced(index * VERDICTS.length, VERDICTS.length, ...counts) };
}

/** By verdict, the minutes of the day and those of its business hours. */
export function sumsOf({ day, minutes }: MinuteDay): DaySums {
  const whole = VERDICTS.map(() => 0);
  const business = VERDICTS.map(() => 0);
  minutes.forEach((n, place) => {
    if (n === 0) return;
    const verdict = place % VERDICTS.length;
    whole[verdict] = (whole[verdict] ?? 0) + n;
    if (isBusinessHour(day, Math.floor(place / VERDICTS.length)))
      business[verdict] = (business[verdict] ?? 0) + n;
  });
  return { whole, business };
}

/** Numbers in the order of `VERDICTS`, by name. */
export function byVerdict([
  up = 0,
  degraded = 0,
  down = 0,
  blocked = 0,
  unknown = 0,
  maintenance = 0,
]: readonly number[]): Minutes {
  return { up, degraded, down, blocked, unknown, maintenance };
}

/** Days with hours put in the place of what they held. An hour without any verdict makes no day. */
export function putHours(held: readonly IdMinuteDay[], hours: readonly HourMinutes[]): IdMinuteDay[] {
  const days = new Map(held.map((one) => [`${one.id} ${one.day}`, one]));
  for (const { id, hourMs, minutes } of hours) {
    const { day, index } = placeOfHour(hourMs);
    const known = days.get(`${id} ${day}`);
    if (known === undefined && minutes.every((minute) => minute === null)) continue;
    days.set(`${id} ${day}`, { id, ...withHour(known ?? emptyMinuteDay(day), index, countMinutes(minutes)) });
  }
  return [...days.values()];
}
