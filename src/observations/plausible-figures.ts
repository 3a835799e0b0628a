/**
 * What is not plausible beside what is known (docs/usage-csv.md). Pure: it says why a figure is doubtful, and changes no
 * value. Known figures that are doubtful themselves are no measure of others.
 */
import { getIndicator, INDICATORS } from './indicator.ts';
import type { Indicator } from './indicator-definition.ts';
import { findKnown, type KnownFigures, listBefore, listParts } from './known-figures.ts';
import type { Observation } from './observation.ts';
import { yearBefore } from './period.ts';

/** A count is doubtful when it is more than so many times greater or smaller than each of its measures… */
export const JUMP_FACTOR = 5;
/** … and differs from each by more than so many: small counts vary. */
export const JUMP_FLOOR = 1_000;
/** A share, a mark or an index is doubtful when it differs from each of its measures by more of its scale. */
export const JUMP_OF_SCALE = 0.4;
/** How many of the last periods are looked at, and how many it takes. */
export const LAST_PERIODS = { most: 12, least: 3 } as const;

/** Dimensions by which a count is a part of the count without them. */
const PART_DIMENSIONS = ['device', 'country', 'channel', 'form'];

/** Counts that are never above another of the same service and period, besides the sides of shares. */
const PARTS: readonly (readonly [part: string, whole: string])[] = [
  ['visits', 'page_views'],
  ['visitor_days', 'visits'],
  ...INDICATORS.flatMap(({ unit, ratio }) => {
    const { numerator, denominator } = ratio ?? {};
    const isPart = unit === 'share' && typeof numerator === 'string' && typeof denominator === 'string';
    return isPart ? [[numerator, denominator] as const] : [];
  }),
];

/** How many wholes a count is a part of: the part of a part comes after it. */
export function depthOf(indicator: string): number {
  const wholes = PARTS.filter(([part]) => part === indicator).map(([, whole]) => depthOf(whole));
  return wholes.length === 0 ? 0 : 1 + Math.max(...wholes);
}

/** Why a figure is doubtful: codes of the closed list of reasons (criteria/reasons.ts). */
export type Doubt = 'out_of_range' | 'part_over_whole' | 'sudden_change';

type Told = Observation & { readonly value: number };

function isTold(one: Observation): one is Told {
  return (one.status === 'measured' || one.status === 'declared') && typeof one.value === 'number';
}

/** Why a figure is doubtful beside what is known, or null. */
export function findDoubt(figure: Observation, known: KnownFigures): Doubt | null {
  if (!isTold(figure)) return null;
  const indicator = getIndicator(figure.indicator);
  const { numerator, denominator, value } = figure;
  if (indicator.unit === 'share' && numerator !== null && denominator !== null && numerator > denominator)
    return 'part_over_whole';
  const [low, high] = indicator.plausible ?? [value, value];
  if (value < low || value > high) return 'out_of_range';
  if (isCount(indicator) && isOverWhole(figure, known)) return 'part_over_whole';
  return isJump(indicator, figure, known) ? 'sudden_change' : null;
}

function isCount({ nature }: Indicator): boolean {
  return nature === 'flow' || nature === 'stock' || nature === 'people';
}

/** True of a part above its whole, and of a whole under one of its parts that is known. */
function isOverWhole(figure: Told, known: KnownFigures): boolean {
  const find = (said: Partial<Observation>) => {
    const found = findKnown(known, { ...figure, ...said });
    return found !== undefined && isTold(found) ? found.value : null;
  };
  const wholes = [
    ...PARTS.filter(([part]) => part === figure.indicator).map(([, indicator]) => find({ indicator })),
    ...PART_DIMENSIONS.filter((name) => name in figure.dimensions).map((name) => {
      const { [name]: _, ...dimensions } = figure.dimensions;
      return find({ dimensions });
    }),
  ];
  const parts = [
    ...PARTS.filter(([, whole]) => whole === figure.indicator).map(([indicator]) => find({ indicator })),
    ...listParts(known, figure, PART_DIMENSIONS)
      .filter(isTold)
      .map(({ value }) => value),
  ];
  return (
    wholes.some((whole) => whole !== null && figure.value > whole) ||
    parts.some((part) => part !== null && part > figure.value)
  );
}

/**
 * True of a value far from all its measures: that of the same period a year before (the season), and the median of the
 * last ones (the trend). Near one of them, it is a season or a trend. Without a measure nothing can be said.
 */
function isJump(indicator: Indicator, figure: Told, known: KnownFigures): boolean {
  const isFar = farBy(indicator);
  if (isFar === null) return false;
  const season = findKnown(known, { ...figure, ...yearBefore(figure) });
  const last = listBefore(known, figure).filter(isTold).take(LAST_PERIODS.most).toArray();
  const measures = [
    ...(season === undefined || !isTold(season) ? [] : [season.value]),
    ...(last.length < LAST_PERIODS.least ? [] : [medianOf(last.map(({ value }) => value))]),
  ];
  return measures.length > 0 && measures.every((measure) => isFar(figure.value, measure));
}

/** How a value of an indicator is far from another; null where no jump is a doubt (ranks, growth, changes). */
function farBy(indicator: Indicator): ((one: number, other: number) => boolean) | null {
  if (isCount(indicator)) {
    return (one, other) => {
      const [least, most] = [Math.min(one, other), Math.max(one, other)];
      return most > least * JUMP_FACTOR && most - least > JUMP_FLOOR;
    };
  }
  const { unit, plausible } = indicator;
  if (plausible === null || (unit !== 'share' && unit !== 'mark' && unit !== 'index')) return null;
  const [low, high] = plausible;
  return (one, other) => Math.abs(one - other) > JUMP_OF_SCALE * (high - low);
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const [before = 0, at = 0] = [sorted[middle - 1], sorted[middle]];
  return sorted.length % 2 === 1 ? at : (before + at) / 2;
}
