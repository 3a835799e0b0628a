/** Figures of many procedures together in the words of a reader: shares, sums over sums, totals as worded. */
import { Decimal } from 'decimal.js';
import { type CriterionDefinition, displayDecimal, displayedValue } from '../criteria/index.ts';
import type { CountedShare, Total } from '../editions/index.ts';
import { unitText } from './figures.ts';
import type { Localisation } from './i18n/index.ts';

const DECIMALS = 1;

/**
 * A share as percent: cut at one decimal, never rounded up to the next. "100 %" and "0 %" are said of nothing else:
 * what is above zero shows a digit of it.
 *
 * @param value 0 to 1; null gives null
 */
export function shareText(l: Localisation, value: number | null): string | null {
  if (value === null) return null;
  if (value === 0 || value === 1) return l.percentText(value * 100);
  for (let decimals = DECIMALS; ; decimals += 1) {
    const text = displayDecimal(value, { decimals, direction: 'more', scale: 100 });
    if (Number(text) !== 0) return l.percentText(text);
  }
}

/** The two sides of a share: "147 sur 155". What a partly online procedure counts for has its decimals. */
export function ratioText(l: Localisation, { numerator, denominator }: CountedShare): string {
  return l.messages.summary.ratio(l.number(numerator), l.number(denominator));
}

/** The value of a criterion over all answers together, with its unit; null over nothing. */
export function pooledText(
  l: Localisation,
  definition: CriterionDefinition,
  { value }: Pick<CountedShare, 'value'>,
): string | null {
  if (value === null || definition.unit === 'category') return null;
  const { text, decimals, unit } = displayedValue(definition, value);
  const written = unit === 'percent' ? l.percentText(text, { decimals }) : l.number(text, { decimals });
  return `${written} ${unitText(l, definition)}`.trim();
}

/** What that value rests on: how many answers, or the two sums; and of how many procedures. */
export function pooledDetail(
  l: Localisation,
  definition: CriterionDefinition,
  { numerator, denominator, procedures }: CountedShare,
): string {
  const words = l.messages.summary;
  if (definition.sampling !== 'none') return words.pooledAnswers(denominator, procedures);
  return words.pooledSum(l.number(numerator), l.number(denominator), procedures);
}

/** A total as its source words it: "plus de 900 000". */
export function totalText(
  l: Localisation,
  { value, unit, qualifier }: Pick<Total, 'value' | 'unit' | 'qualifier'>,
): string {
  const written = unit === 'share' ? l.percentText(new Decimal(value).times(100).toFixed()) : l.number(value);
  return l.messages.totals.qualifiers[qualifier](written);
}
