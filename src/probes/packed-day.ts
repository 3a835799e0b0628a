/**
 * What a day of a target from one point of measure comes to: counts that add up, so that an hour can be taken away and put
 * back with more samples, and nothing but the samples decides what stands in the end. Pure.
 */
import { bucketOf } from '../core/time-histogram.ts';
import { isBusinessHour } from './business-hours.ts';
import { outcomeOf, VERDICTS, verdictOf } from './outcome.ts';
import { firstByteAt, type HourChange, type PackedHour } from './packed-hour.ts';
import { DAY_HOURS, placeOfHour } from './paris-hours.ts';
import { APDEX_T_MS, APDEX_TOLERATED_MS, type ResponseSums } from './response.ts';

/** Of right answers: `answers` of them. */
export type HoursCounts = Omit<ResponseSums, 'histogram'> & {
  readonly answers: number;
  readonly histogram: Map<number, number>;
};

export type DayCounts = {
  readonly targetId: number;
  readonly vantageId: number;
  readonly day: string;
  /** Samples by hour since midnight in Paris and verdict: 25 × 6. */
  readonly verdicts: readonly number[];
  /** Times to the first byte of right answers, added up by hour, in ms: 25. */
  readonly responseMs: readonly number[];
  readonly business: HoursCounts;
  readonly other: HoursCounts;
};

const NOTHING = { answers: 0, sumMs: 0, satisfied: 0, tolerated: 0, failed: 0 };

export function emptyDay({
  targetId,
  vantageId,
  day,
}: Pick<DayCounts, 'targetId' | 'vantageId' | 'day'>): DayCounts {
  const zeros = (length: number) => new Array<number>(length).fill(0);
  return {
    ...{ targetId, vantageId, day },
    verdicts: zeros(DAY_HOURS * VERDICTS.length),
    responseMs: zeros(DAY_HOURS),
    business: { ...NOTHING, histogram: new Map() },
    other: { ...NOTHING, histogram: new Map() },
  };
}

/** The samples of an hour, counted too (`sign` 1) or no more (-1). */
type SignedHour = { readonly hour: PackedHour; readonly sign: 1 | -1 };

/** A day with the samples of some of its hours counted too, or no more. */
export function countHours(held: DayCounts, hours: readonly SignedHour[]): DayCounts {
  const verdicts = [...held.verdicts];
  const responseMs = [...held.responseMs];
  const sides = { business: openCounts(held.business), other: openCounts(held.other) };
  for (const { hour, sign } of hours) {
    const { day, index } = placeOfHour(hour.hourMs);
    const sums = sides[isBusinessHour(day, index) ? 'business' : 'other'];
    hour.outcomes.forEach((code, at) => {
      const verdict = verdictOf(outcomeOf(code));
      const place = index * VERDICTS.length + VERDICTS.indexOf(verdict);
      verdicts[place] = (verdicts[place] ?? 0) + sign;
      if (verdict === 'down') sums.failed += sign;
      const ms = verdict === 'up' || verdict === 'degraded' ? firstByteAt(hour, at) : null;
      if (ms === null) return;
      sums.answers += sign;
      sums.sumMs += sign * ms;
      responseMs[index] = (responseMs[index] ?? 0) + sign * ms;
      if (ms <= APDEX_T_MS) sums.satisfied += sign;
      else if (ms <= APDEX_TOLERATED_MS) sums.tolerated += sign;
      const bucket = bucketOf(ms);
      sums.histogram.set(bucket, (sums.histogram.get(bucket) ?? 0) + sign);
    });
  }
  return { ...held, verdicts, responseMs, ...sides };
}

/** Counts that may be added to, without touching those given. */
function openCounts(held: HoursCounts): { -readonly [Name in keyof HoursCounts]: HoursCounts[Name] } {
  return { ...held, histogram: new Map(held.histogram) };
}

/** Days with hours as they are now counted in the place of what they were; those that change, and those that do not. */
export function recountDays(held: readonly DayCounts[], changes: readonly HourChange[]): DayCounts[] {
  const days = new Map(held.map((one) => [dayKey(one), one]));
  const changed = Map.groupBy(changes, ({ after: { targetId, vantageId, hourMs } }) =>
    dayKey({ targetId, vantageId, day: placeOfHour(hourMs).day }),
  );
  for (const [key, own] of changed) {
    const [first] = own;
    if (first === undefined) continue;
    const known = days.get(key) ?? emptyDay({ ...first.after, day: placeOfHour(first.after.hourMs).day });
    const hours = own.flatMap(({ before, after }): SignedHour[] => [
      ...(before === null ? [] : [{ hour: before, sign: -1 as const }]),
      { hour: after, sign: 1 },
    ]);
    days.set(key, countHours(known, hours));
  }
  return [...days.values()];
}

function dayKey({ targetId, vantageId, day }: Pick<DayCounts, 'targetId' | 'vantageId' | 'day'>): string {
  return `${targetId} ${vantageId} ${day}`;
}

/** A histogram as the store keeps it: pairs of step and number, in the order of steps, without those that hold none. */
export function stepsOf(histogram: ReadonlyMap<number, number>): number[] {
  return [...histogram]
    .filter(([, n]) => n !== 0)
    .sort(([one], [other]) => one - other)
    .flat();
}

export function histogramOf(steps: readonly number[]): Map<number, number> {
  const histogram = new Map<number, number>();
  for (let at = 0; at + 1 < steps.length; at += 2) histogram.set(steps[at] ?? 0, steps[at + 1] ?? 0);
  return histogram;
}
