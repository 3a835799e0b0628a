/** The number or word of a figure, in the unit of its indicator. */
import { Decimal } from 'decimal.js';
import { parseDecimal } from '../core/csv.ts';
import type { Indicator } from './indicator-definition.ts';

/** Beyond it a number no longer counts by ones. */
const MOST = Number.MAX_SAFE_INTEGER;
const LONGEST_WORD = 200;
/** Between a rate as given and its two sides: what rounding to a percent explains. */
const ROUNDING = 0.005;

type Tell = (path: string, message: string) => void;

/**
 * The value of a figure: a number as it is, a text as people write numbers ("1 234,5", "40 %").
 * @returns null once a fault is told
 */
export function readValue(
  { id, unit }: Indicator,
  given: number | string,
  tell: Tell,
): number | string | null {
  if (unit === 'word') return readWord(given, tell);
  const value = typeof given === 'string' ? parseDecimal(given) : given;
  const refuse = (message: string) => {
    tell('value', message);
    return null;
  };
  if (value === null || !Number.isFinite(value)) return refuse(`"${given}" is not a number; write digits`);
  if (Math.abs(value) > MOST) return refuse('is too large to be counted by ones; look for digits too many');
  const isPercent = typeof given === 'string' && given.includes('%');
  if (isPercent && unit !== 'share' && unit !== 'growth') {
    return refuse(`${id} is not told in percent; write a plain number`);
  }
  if (typeof given === 'string' && unit === 'share' && !isPercent && value > 1) {
    return refuse(`"${given}" is more than 1; write a share, such as 0.4, or 40 %`);
  }
  return value;
}

function readWord(given: number | string, tell: Tell): string | null {
  const word = String(given).trim();
  const isPlain = typeof given === 'string' && word !== '' && !/\p{Cc}/u.test(word);
  if (isPlain && word.length <= LONGEST_WORD) return word;
  tell('value', `is a word of the source; write one line of at most ${LONGEST_WORD} characters`);
  return null;
}

export type Sides = { readonly numerator: number; readonly denominator: number };

/**
 * The two sides of a rate, where they are given.
 * @returns null when there are none, or once a fault is told
 */
export function readSides(
  { id, ratio }: Indicator,
  {
    numerator,
    denominator,
  }: { readonly numerator?: number | undefined; readonly denominator?: number | undefined },
  tell: Tell,
): Sides | null {
  if (numerator === undefined && denominator === undefined) return null;
  if (ratio === null) tell('numerator', `${id} is no quotient; give its value alone`);
  else if (numerator === undefined) tell('numerator', 'is missing; a denominator goes with a numerator');
  else if (denominator === undefined) tell('denominator', 'is missing; a numerator goes with a denominator');
  else if (!isNumber(numerator)) tell('numerator', 'is not a number that can be kept; write one');
  else if (!isNumber(denominator) || denominator < 0) tell('denominator', 'is not a count; write 0 or more');
  else return { numerator, denominator };
  return null;
}

function isNumber(value: number): boolean {
  return Number.isFinite(value) && Math.abs(value) <= MOST;
}

/** The rate that two sides make; null when there is nothing to divide by. */
export function rateOf({ numerator, denominator }: Sides): number | null {
  return denominator === 0 ? null : new Decimal(numerator).div(denominator).toNumber();
}

/** True when a rate as given is what its two sides make, but for its rounding. */
export function agrees(value: number, sides: Sides): boolean {
  const rate = rateOf(sides);
  return rate !== null && Math.abs(rate - value) <= ROUNDING * Math.max(1, Math.abs(rate));
}
