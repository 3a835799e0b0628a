/** Adding values up, and refusing what must not be added. Pure. */
import { Decimal } from 'decimal.js';
import { VigieError } from '../core/errors.ts';
import { findIndicator } from './indicator.ts';
import { AXES, type Axis, type Indicator } from './indicator-definition.ts';
import { whyNotAdded } from './not-added.ts';
import type { Observation, Qualifier } from './observation.ts';

/** What of an observation an addition looks at. */
export type Addend = Pick<
  Observation,
  | 'subjectId'
  | 'status'
  | 'value'
  | 'qualifier'
  | 'numerator'
  | 'denominator'
  | 'periodStart'
  | 'periodEnd'
  | 'dimensions'
>;

/** A total always says of how many: `k` of the `n` that there should be. */
export type Aggregate = {
  /** Null when nothing is known (`k` 0), or there is nothing to divide by. */
  readonly value: number | null;
  /** How the total is to be worded: above what is known when a part of it is "more than". */
  readonly qualifier: Qualifier;
  /** The two sums of a rate; null for what is no rate. */
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly k: number;
  readonly n: number;
};

/** The part of a figure that each axis adds: the other dimensions must be the same. */
const DEVICE = 'device';
/** A figure counted since a date holds the earlier ones. */
const CUMULATIVE = 'cumulative_since';

/**
 * Adds values of one indicator up: Σ of counts, Σn/Σd of rates. Values that are missing, not reported, insufficient or
 * suspect are in no sum, and are not among the `k`.
 *
 * @param over along what: periods of one subject, devices of one figure, subjects over one period
 * @param among how many values there would be if none were missing
 * @throws VigieError InvalidInput that says why: an indicator that does not add up, rates without both sides, periods that
 *   overlap, figures that speak of different things, no `among`
 */
export function addUp(
  indicatorId: string,
  values: readonly Addend[],
  { over, among }: { readonly over: Axis; readonly among: number },
): Aggregate {
  const indicator = findIndicator(indicatorId);
  if (indicator === undefined) throw refused(`There is no indicator ${indicatorId}.`);
  if (!AXES.includes(over)) throw refused(`Values are added up along ${AXES.join(', ')}.`);
  const why = whyNotAdded(indicator, over);
  if (why !== null) throw refused(`${indicatorId} cannot be added up over ${over}: ${why.en}.`);
  if (!Number.isInteger(among) || among < values.length) {
    throw refused(
      `A total says of how many it is: give among how many, at least the ${values.length} given.`,
    );
  }
  checkAlike(values, over);
  const known = values.filter(isKnown);
  const sums = indicator.nature === 'rate' ? addSides(indicator, known) : addValues(known);
  return { ...sums, k: known.length, n: among };
}

type Known = Addend & { readonly value: number };

function isKnown(one: Addend): one is Known {
  return (one.status === 'measured' || one.status === 'declared') && typeof one.value === 'number';
}

function addValues(known: readonly Known[]): Omit<Aggregate, 'k' | 'n'> {
  const value = known.length === 0 ? null : sum(known.map((one) => one.value));
  return { value, qualifier: qualifierOfSum(known), numerator: null, denominator: null };
}

function addSides({ id }: Indicator, known: readonly Known[]): Omit<Aggregate, 'k' | 'n'> {
  const sides = known.map(({ numerator, denominator }) => {
    if (numerator !== null && denominator !== null) return { numerator, denominator };
    throw refused(
      `${id} is a rate: one without its numerator and denominator can be neither added nor averaged.`,
    );
  });
  if (sides.length === 0) return { value: null, qualifier: 'exact', numerator: null, denominator: null };
  const numerator = sum(sides.map((one) => one.numerator));
  const denominator = sum(sides.map((one) => one.denominator));
  const isExact = known.every(({ qualifier }) => qualifier === 'exact');
  return {
    value: denominator === 0 ? null : new Decimal(numerator).div(denominator).toNumber(),
    qualifier: isExact ? 'exact' : 'nearly',
    numerator,
    denominator,
  };
}

/** In decimal arithmetic: a tenth and two tenths are three tenths. */
function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total.plus(one), new Decimal(0)).toNumber();
}

/** "More than 20" and 3 are more than 23; more than something and less than something else are about their sum. */
function qualifierOfSum(known: readonly Known[]): Qualifier {
  const found = new Set(known.map(({ qualifier }) => qualifier));
  found.delete('exact');
  const is = (...allowed: Qualifier[]) => [...found].every((one) => allowed.includes(one));
  if (found.size === 0) return 'exact';
  if (is('more_than', 'at_least')) return found.has('more_than') ? 'more_than' : 'at_least';
  if (is('less_than', 'at_most')) return found.has('less_than') ? 'less_than' : 'at_most';
  return 'nearly';
}

/** Refuses values that are not the parts of one thing: a sum of them would be a sum of nothing. */
function checkAlike(values: readonly Addend[], over: Axis): void {
  const places = values.map((one) => placeOf(one, over));
  const [first] = places;
  if (places.some(({ common }) => common !== first?.common)) {
    throw refused(`These figures are not of one thing: over ${over}, all the rest must be the same.`);
  }
  if (over === 'time') checkPeriods(values);
  if (over === 'devices' && values.some(({ dimensions }) => dimensions[DEVICE] === undefined)) {
    throw refused('A figure without a device is the whole: it is not added to its parts.');
  }
  const owns = places.map(({ own }) => own);
  if (new Set(owns).size < owns.length) throw refused(`One of these figures is given twice over ${over}.`);
}

/** What must be the same in all the values added along an axis, and what must differ. */
function placeOf(one: Addend, over: Axis): { readonly common: string; readonly own: string } {
  const { subjectId, periodStart, periodEnd, dimensions } = one;
  const period = `${periodStart}/${periodEnd}`;
  const rest = Object.entries(dimensions)
    .filter(([name]) => over !== 'devices' || name !== DEVICE)
    .sort(([name], [other]) => (name < other ? -1 : 1));
  const own = { time: period, devices: dimensions[DEVICE] ?? '', subjects: String(subjectId) };
  const common = {
    time: [subjectId, rest],
    devices: [subjectId, period, rest],
    subjects: [period, rest],
  };
  return { common: JSON.stringify(common[over]), own: own[over] };
}

function checkPeriods(values: readonly Addend[]): void {
  if (values.some(({ dimensions }) => dimensions[CUMULATIVE] !== undefined)) {
    throw refused('A figure counted since a date holds the earlier ones: take the last one.');
  }
  const periods = values.toSorted((one, other) => (one.periodStart < other.periodStart ? -1 : 1));
  for (const [at, { periodStart }] of periods.entries()) {
    const before = periods[at - 1];
    if (before !== undefined && before.periodEnd >= periodStart) {
      throw refused(`Periods overlap: one ends on ${before.periodEnd}, another begins on ${periodStart}.`);
    }
  }
}

function refused(message: string): VigieError {
  return new VigieError('InvalidInput', message);
}
