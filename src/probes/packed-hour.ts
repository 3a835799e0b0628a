/** The samples of an hour, packed: of one target from one point of measure, told apart by their second. Pure. */
import { codeOf, outcomeOf } from './outcome.ts';
import { hourMsOf } from './paris-hours.ts';
import type { Phases, Sample } from './sample.ts';

export type PackedHour = {
  readonly targetId: number;
  readonly vantageId: number;
  /** When the hour begins, in ms of the epoch. */
  readonly hourMs: number;
  /** The second of each sample within the hour, growing: no two have the same. */
  readonly seconds: readonly number[];
  /** Codes of outcome.ts. */
  readonly outcomes: readonly number[];
  /** Five for each sample, in the order of `PHASES`; -1 for none. */
  readonly times: readonly number[];
};

/** A sample with the point of measure that took it. */
export type VantageSample = Sample & { readonly vantageId: number };

export const PHASES = [
  'nameMs',
  'connectMs',
  'tlsMs',
  'firstByteMs',
  'wholeMs',
] as const satisfies readonly (keyof Phases)[];
const FIRST_BYTE = PHASES.indexOf('firstByteMs');
/** Stands for a time that is not known. */
const NO_TIME = -1;
/** Longest that the store keeps, in ms: more than any time-out. */
const LONGEST_MS = 32_767;

/** A time as the store keeps it: whole and bounded. */
export function storedMs(time: number | null): number | null {
  return time === null ? null : Math.min(LONGEST_MS, Math.max(0, Math.round(time)));
}

/** Packs samples, in any order; of those of one second, one is kept, whatever their order. */
export function packSamples(samples: readonly VantageSample[]): PackedHour[] {
  const byHour = Map.groupBy(samples, ({ targetId, vantageId, at }) =>
    keyOf({ targetId, vantageId, hourMs: hourMsOf(at.getTime()) }),
  );
  return [...byHour.values()].flatMap((given) => {
    const [first] = given;
    if (first === undefined) return [];
    const { targetId, vantageId } = first;
    const hourMs = hourMsOf(first.at.getTime());
    return [
      tidyHour({
        ...{ targetId, vantageId, hourMs },
        seconds: given.map(({ at }) => Math.floor((at.getTime() - hourMs) / 1_000)),
        outcomes: given.map(({ outcome }) => codeOf(outcome)),
        times: given.flatMap((sample) => PHASES.map((phase) => storedMs(sample[phase]) ?? NO_TIME)),
      }),
    ];
  });
}

export function unpackHour({
  targetId,
  vantageId,
  hourMs,
  seconds,
  outcomes,
  times,
}: PackedHour): VantageSample[] {
  return seconds.map((second, at) => {
    const time = (phase: number) => knownTime(times[at * PHASES.length + phase]);
    return {
      ...{ targetId, vantageId, at: new Date(hourMs + second * 1_000) },
      outcome: outcomeOf(outcomes[at] ?? 0),
      ...{ nameMs: time(0), connectMs: time(1), tlsMs: time(2), firstByteMs: time(3), wholeMs: time(4) },
    };
  });
}

/** The time to the first byte of the sample at a place of an hour, in ms; null where there was none. */
export function firstByteAt({ times }: PackedHour, at: number): number | null {
  return knownTime(times[at * PHASES.length + FIRST_BYTE]);
}

function knownTime(time: number | undefined): number | null {
  return time === undefined || time === NO_TIME ? null : time;
}

/** What tells hours of targets from points of measure apart. */
export function keyOf({
  targetId,
  vantageId,
  hourMs,
}: Pick<PackedHour, 'targetId' | 'vantageId' | 'hourMs'>): string {
  return `${targetId} ${vantageId} ${hourMs}`;
}

/** All samples of several packings of one hour, each once. */
export function mergeHours(first: PackedHour, ...others: readonly PackedHour[]): PackedHour {
  const all = [first, ...others];
  return tidyHour({
    ...first,
    seconds: all.flatMap(({ seconds }) => seconds),
    outcomes: all.flatMap(({ outcomes }) => outcomes),
    times: all.flatMap(({ times }) => times),
  });
}

/** Samples in the order of their seconds, one for each. */
export function tidyHour(hour: PackedHour): PackedHour {
  const { seconds, outcomes, times } = hour;
  if (seconds.every((second, at) => at === 0 || (seconds[at - 1] ?? 0) < second)) return hour;
  const whole = (at: number): number[] => [
    seconds[at] ?? 0,
    outcomes[at] ?? 0,
    ...times.slice(at * PHASES.length, (at + 1) * PHASES.length),
  ];
  const sorted = seconds.map((_, at) => whole(at)).sort(compare);
  const kept = sorted.filter(([second], at) => at === 0 || sorted[at - 1]?.[0] !== second);
  return {
    ...hour,
    seconds: kept.map(([second = 0]) => second),
    outcomes: kept.map(([, outcome = 0]) => outcome),
    times: kept.flatMap(([, , ...some]) => some),
  };
}

function compare(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((value, place) => value !== other[place]);
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}

/** An hour to which samples came: as it was, null where there was nothing, and as it is with them. */
export type HourChange = { readonly before: PackedHour | null; readonly after: PackedHour };

/** What comes of hours that are held with more samples: only those to which some come. */
export function mergeChanges(held: readonly PackedHour[], come: readonly PackedHour[]): HourChange[] {
  const known = new Map(held.map((hour) => [keyOf(hour), hour]));
  return come.map((hour) => {
    const before = known.get(keyOf(hour)) ?? null;
    return { before, after: before === null ? hour : mergeHours(before, hour) };
  });
}
