/** Figures of an article as both languages write them. */
import { displayDecimal, findCriterion, getMethodology } from '../criteria/index.ts';
import type { PublishedResult, Total } from '../editions/index.ts';
import { valueText } from './figures.ts';
import type { Localisation } from './i18n/index.ts';
import { shareText, totalText } from './shares.ts';

/** A share (0 to 1) as pages show it, without a last zero: a sentence says 72 %, as its source may, and not 72,0 %. */
export function shareInProse(l: Localisation, share: number): string {
  return (shareText(l, share) ?? '').replace(/[.,]0(?!\d)/u, '');
}

/** A figure as its source words it, in a sentence: "plus de 900 000 avis". */
export function totalInProse(l: Localisation, total: Total, one = '', other = one): string {
  const figure = totalText(l, total).replace(/[.,]0(?!\d)/u, '');
  return `${figure} ${l.plural(total.value, { one, other })}`.trim();
}

/** A difference in points of percentage, unsigned, to the nearest tenth. */
export function pointsText(points: number): string {
  return displayDecimal(Math.abs(points), { decimals: 1, direction: 'none', scale: 1 }).replace(/\.0$/u, '');
}

/** A simple fraction that a share rounds to, in whole percents; null when there is none. */
export function simpleFraction(share: number): readonly [numerator: number, denominator: number] | null {
  return (
    FRACTIONS.find(([top, bottom]) => Math.round((100 * top) / bottom) === Math.round(100 * share)) ?? null
  );
}
const FRACTIONS = [
  [1, 2],
  [1, 3],
  [2, 3],
  [1, 4],
  [3, 4],
  [1, 5],
] as const;

/** The label of a criterion, in the words of the methodology that judges it. */
export function criterionLabel(l: Localisation, methodology: string, criterion: string): string {
  return findCriterion(getMethodology(methodology), criterion)?.label[l.locale] ?? criterion;
}

/** A value as its criterion shows it, or the empty text when it has none. */
export function resultText(
  l: Localisation,
  methodology: string,
  criterion: string,
  result: PublishedResult,
): string {
  const definition = findCriterion(getMethodology(methodology), criterion);
  return (definition && valueText(l, definition, result)) ?? '';
}
