/** How the values of one criterion spread, in stretches that no threshold cuts. */
import { type CriterionDefinition, type Level, levelOf, type Unit } from '../criteria/index.ts';
import { isJudged } from './aggregate.ts';
import type { PublishedResult } from './published-result.ts';

/** A stretch of values. `to` null is open: `from` and all that is above. `from` equal to `to` is that value alone. */
export type ValueBin = {
  readonly from: number;
  readonly to: number | null;
  readonly includesFrom: boolean;
  readonly includesTo: boolean;
  /** The level of the values in it, by the thresholds alone. */
  readonly level: Level;
  readonly count: number;
};

export type Distribution = {
  /** From the first stretch that holds a value to the last one. */
  readonly bins: readonly ValueBin[];
  /** How many values there are. */
  readonly values: number;
  /** Implausible values, which are in no stretch. */
  readonly suspect: number;
  /** Results that are judged good, medium or poor without a value: no declaration, for one. */
  readonly withoutValue: number;
  /** Values whose level is not that of the thresholds: a declaration too old, for one. */
  readonly otherwiseJudged: number;
};

/** Where a stretch begins; the value itself belongs to it, or ends the one below. */
type Edge = { readonly at: number; readonly belongs: 'above' | 'below' };

/** The scale on which values of each unit are told: its step, and its end where it has one. */
const SCALES: Readonly<Record<Exclude<Unit, 'category'>, { step: number; top: number | null }>> = {
  mark: { step: 1, top: 10 },
  points: { step: 1, top: 10 },
  share: { step: 0.1, top: 1 },
  ms: { step: 100, top: null },
  count: { step: 1, top: null },
};
/** Where a scale has no end: so many stretches at least, and so many after the last threshold. */
const FEWEST_STEPS = 10;
const STEPS_AFTER = 2;

/**
 * The numeric values of a criterion by stretches. Absent values are nowhere: they are not zero.
 * @returns null for a criterion whose values are words
 */
export function distributeValues(
  definition: CriterionDefinition,
  results: readonly PublishedResult[],
): Distribution | null {
  if (definition.unit === 'category') return null;
  const told = results.flatMap(({ status, value, level }) =>
    typeof value === 'number' ? [{ status, value, level }] : [],
  );
  const withoutValue = results.filter(({ value, level }) => value === null && isJudged(level)).length;
  const kept = told.filter(({ status }) => status !== 'suspect');
  const isCounted = definition.unit === 'count' && kept.every(({ value }) => Number.isInteger(value));
  const edges = edgesOf(definition, SCALES[definition.unit], isCounted);
  const counts = edges.map(() => 0);
  for (const { value } of kept) {
    const index = indexOf(edges, value);
    counts[index] = (counts[index] ?? 0) + 1;
  }
  const [first, last] = [counts.findIndex((count) => count > 0), counts.findLastIndex((count) => count > 0)];
  const bins = counts.flatMap((count, index) =>
    index < first || index > last ? [] : [{ ...binAt(definition, edges, index, isCounted), count }],
  );
  const otherwiseJudged = kept.filter(
    ({ value, level }) => level !== 'none' && level !== levelOf(definition, value),
  ).length;
  const suspect = told.length - kept.length;
  return { bins, values: kept.length, suspect, withoutValue, otherwiseJudged };
}

/** Every place where a stretch begins, ascending: those of the scale, and the thresholds. */
function edgesOf(
  { legend }: CriterionDefinition,
  { step, top }: { step: number; top: number | null },
  isCounted: boolean,
): Edge[] {
  const thresholds = legend.flatMap(({ when }): Edge[] => {
    if (!('bound' in when)) return [];
    if (when.kind !== 'at_most') return [{ at: when.bound, belongs: 'above' }];
    // Of whole numbers, "at most 1" is "below 2": each number then has a stretch of its own.
    if (isCounted) return [{ at: Math.floor(when.bound) + 1, belongs: 'above' }];
    return [{ at: when.bound, belongs: 'below' }];
  });
  const highest = Math.max(0, ...thresholds.map(({ at }) => at));
  const steps =
    top === null
      ? Math.max(FEWEST_STEPS, Math.ceil(highest / step) + STEPS_AFTER)
      : Math.round(top / step) - 1;
  const edges = new Map<number, Edge>();
  for (let index = 0; index <= steps; index += 1) {
    // Written as a decimal fraction is: 0.3, not 0.30000000000000004.
    const at = Number((index * step).toFixed(6));
    edges.set(at, { at, belongs: 'above' });
  }
  for (const edge of thresholds) edges.set(edge.at, edge);
  return [...edges.values()].sort((a, b) => a.at - b.at);
}

/** The stretch of a value: the last one that it reaches. */
function indexOf(edges: readonly Edge[], value: number): number {
  const reached = edges.findLastIndex(
    ({ at, belongs }) => value > at || (value === at && belongs === 'above'),
  );
  return Math.max(0, reached);
}

function binAt(
  definition: CriterionDefinition,
  edges: readonly Edge[],
  index: number,
  isCounted: boolean,
): Omit<ValueBin, 'count'> {
  const [edge, next] = [edges[index], edges[index + 1]];
  const from = edge?.at ?? 0;
  const top = definition.unit === 'category' ? null : SCALES[definition.unit].top;
  const to = next?.at ?? top;
  const isAlone = isCounted && to !== null;
  const within = to === null ? from + 1 : (from + to) / 2;
  return {
    from,
    to: isAlone ? from : to,
    includesFrom: index === 0 || edge?.belongs === 'above',
    includesTo: isAlone || next === undefined || next.belongs === 'below',
    level: levelOf(definition, isAlone ? from : within) ?? 'none',
  };
}
