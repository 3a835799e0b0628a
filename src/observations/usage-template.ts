/** A file of usage to fill in. */
import { VigieError } from '../core/errors.ts';
import { LONG_COLUMNS, WIDE_COLUMNS } from './usage-file.ts';
import { findIndicatorNamed } from './usage-words.ts';

/** What most services are asked for. */
export const TEMPLATE_INDICATORS = [
  'visits',
  'starts',
  'completed',
  'volume_online',
  'volume_total',
] as const;

/** The columns of a file of usage, and the lines that it begins with. */
export type UsageTemplate = {
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, string>>[];
};

/**
 * The template of a file of usage: long, with one line an indicator to copy down, or wide, with one column each.
 * @param indicators their ids or French labels
 * @throws VigieError InvalidInput that names the indicators that the registry does not have
 */
export function makeUsageTemplate({
  indicators,
  wide,
}: {
  readonly indicators: readonly string[];
  readonly wide: boolean;
}): UsageTemplate {
  const found = indicators.map((name) => ({ name, indicator: findIndicatorNamed(name) }));
  const unknown = found.filter(({ indicator }) => indicator === undefined);
  if (unknown.length > 0) {
    const names = unknown.map(({ name }) => `"${name}"`).join(', ');
    const message = `${names}: not in the registry (docs/usage-csv.md); write ids, such as visits`;
    throw new VigieError('InvalidInput', 'The template asks for indicators that do not exist.', [
      { path: 'indicateurs', message },
    ]);
  }
  const ids = [...new Set(found.map(({ indicator }) => indicator?.id ?? ''))];
  if (wide) return { columns: [...WIDE_COLUMNS.needed, ...ids, ...WIDE_COLUMNS.optional], rows: [] };
  const rows = ids.map((indicateur) => ({ indicateur }));
  return { columns: [...LONG_COLUMNS.needed, ...LONG_COLUMNS.optional], rows };
}
