/** The words of files of usage for statuses and for how a source words a value, in French or as codes. */
import { findCode, type Vocabulary } from '../catalogue/index.ts';
import { parseDimensions } from './dimension.ts';
import { findIndicator, INDICATORS } from './indicator.ts';
import { type Indicator, words } from './indicator-definition.ts';
import type { Qualifier } from './observation.ts';
import type { SENT_STATUSES } from './read-figure.ts';

export const STATUS_WORDS: Vocabulary<(typeof SENT_STATUSES)[number]> = {
  declared: words('Déclaré', 'Declared'),
  measured: words('Mesuré', 'Measured'),
  not_reported: words('Non communiqué', 'Not reported'),
  not_applicable: words('Sans objet', 'Not applicable'),
  insufficient: words('Insuffisant', 'Insufficient'),
};

export const QUALIFIER_WORDS: Vocabulary<Qualifier> = {
  exact: words('Exact', 'Exact'),
  nearly: words('Près de', 'Nearly'),
  more_than: words('Plus de', 'More than'),
  less_than: words('Moins de', 'Less than'),
  at_least: words('Au moins', 'At least'),
  at_most: words('Au plus', 'At most'),
};

const LABELS: Vocabulary = Object.fromEntries(INDICATORS.map(({ id, label }) => [id, label]));

/** The indicator that a cell names: by its id, or by its French label, whatever the case and accents. */
export function findIndicatorNamed(text: string): Indicator | undefined {
  return findIndicator(findCode(LABELS, text) ?? '');
}

/** A column of a wide file: `visits`, or `visits [device=mobile]` for a part of it; undefined for any other name. */
export function findIndicatorColumn(
  name: string,
): { readonly indicator: Indicator; readonly dimensions: Readonly<Record<string, string>> } | undefined {
  const [, named = '', inside = ''] = /^([^[\]]+?)\s*(?:\[([^[\]]*)\])?$/.exec(name.trim()) ?? [];
  const indicator = findIndicatorNamed(named);
  const dimensions = parseDimensions(inside, () => {});
  return indicator === undefined || dimensions === null ? undefined : { indicator, dimensions };
}
