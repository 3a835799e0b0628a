/**
 * Numbers as they are shown, without lying (design §5, rule 3). All in decimal arithmetic: in binary, 7.985 rounds to
 * 7.99.
 *
 * A value is cut at the displayed decimals where more is better, raised where less is better, and rounded to the
 * nearest where neither is. That alone would still lie now and then: 399.5 ms, raised, shows 400, which is no longer
 * "under 400", and 99.96 % shows as 100.0 %. So decimals are added until the shown number takes the level of the
 * real one, and touches an end of the scale only if the real one does: 399.5 ms shows as 399.5, 99.96 % as itself.
 * A number is its own exact decimal in the end, so this always stops.
 */
import { Decimal } from 'decimal.js';
import type { Interval } from '../core/figure.ts';
import { type CriterionDefinition, type Direction, levelOf, type Unit } from './criterion.ts';
import { RANGES } from './plausibility.ts';

/**
 * A number ready for `Intl.NumberFormat`, which takes decimal strings. Set both its minimum and maximum of
 * fraction digits to `decimals`: left alone, it rounds at three and undoes all of the above.
 */
export type DisplayedValue = {
  readonly text: string;
  readonly decimals: number;
  readonly unit: Exclude<Unit, 'share' | 'category'> | 'percent';
};

const ROUNDINGS = {
  more: Decimal.ROUND_FLOOR,
  less: Decimal.ROUND_CEIL,
  none: Decimal.ROUND_HALF_UP,
} as const;

/** `value` times `scale` (100 to show a share in percent), cut, raised or rounded, as a decimal string with a point. */
export function displayDecimal(
  value: number,
  rule: { readonly decimals: number; readonly direction: Direction; readonly scale: number },
): string {
  const shown = new Decimal(value)
    .times(rule.scale)
    .toDecimalPlaces(rule.decimals, ROUNDINGS[rule.direction]);
  return (shown.isZero() ? new Decimal(0) : shown).toFixed(rule.decimals);
}

/**
 * The value of a criterion as it is shown.
 * @param value unrounded, in the unit of the definition (a share is 0 to 1 and shows as percent)
 * @param sourcePrecision step to which the source had rounded it: no decimal is shown that the source did not give
 * @throws TypeError when the criterion is a word, which is shown as it is
 */
export function displayedValue(
  definition: CriterionDefinition,
  value: number,
  sourcePrecision: number | null = null,
): DisplayedValue {
  return display(definition, value, definition.direction, sourcePrecision);
}

/** Both bounds of an interval as they are shown: widened to the displayed decimals, never narrowed. */
export function displayedInterval(
  definition: CriterionDefinition,
  [low, high]: Interval,
): readonly [DisplayedValue, DisplayedValue] {
  return [display(definition, low, 'more', null), display(definition, high, 'less', null)];
}

function display(
  definition: CriterionDefinition,
  value: number,
  direction: Direction,
  sourcePrecision: number | null,
): DisplayedValue {
  const { unit } = definition;
  if (unit === 'category') throw new TypeError(`${definition.id} is a word, not a number`);
  const scale = unit === 'share' ? 100 : 1;
  const precision = sourcePrecision === null ? null : new Decimal(sourcePrecision).times(scale);
  const fewest = Math.min(definition.decimals, precision?.decimalPlaces() ?? definition.decimals);
  for (let decimals = fewest; ; decimals += 1) {
    const text = displayDecimal(value, { decimals, direction, scale });
    const shown = new Decimal(text).div(scale).toNumber();
    if (tellsTheSame(definition, unit, shown, value)) {
      return { text, decimals, unit: unit === 'share' ? 'percent' : unit };
    }
  }
}

function tellsTheSame(
  definition: CriterionDefinition,
  unit: Exclude<Unit, 'category'>,
  shown: number,
  value: number,
): boolean {
  const keepsEnds = RANGES[unit].every((end) => Math.sign(shown - end) === Math.sign(value - end));
  return keepsEnds && levelOf(definition, shown) === levelOf(definition, value);
}
