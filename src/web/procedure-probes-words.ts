/** Measures of probes in the words of a reader. */
import { displayDecimal } from '../criteria/index.ts';
import type { Ratio } from '../probes/index.ts';
import { AVAILABILITY } from './availability-judged.ts';
import { valueText } from './figures.ts';
import type { Localisation } from './i18n/index.ts';

/** A duration in whole ms, raised: less is better. Null gives null. */
export function msText(l: Localisation, ms: number | null): string | null {
  if (ms === null) return null;
  const text = displayDecimal(ms, { decimals: 0, direction: 'less', scale: 1 });
  return `${l.number(text)} ${l.messages.units.milliseconds}`;
}

/** An availability as the criterion shows it: cut, and never over a threshold. Null without anything seen. */
export function availabilityText(l: Localisation, { share }: Pick<Ratio, 'share'>): string | null {
  if (share === null) return null;
  return valueText(l, AVAILABILITY, { status: 'measured', value: share, level: 'none' });
}

/** An index from 0 to 1 with two decimals, cut: more is better. */
export function indexText(l: Localisation, value: number | null): string | null {
  return value === null
    ? null
    : l.number(displayDecimal(value, { decimals: 2, direction: 'more', scale: 1 }));
}

/** The words of a state as the beginning of a sentence. */
export function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
