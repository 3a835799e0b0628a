/** The file of an edition known by its totals (docs/commands.md): CSV, one line a figure of the whole. */
import { parseDecimal } from '../core/csv.ts';
import { type FormRow, readForm } from '../core/csv-form.ts';
import { QUALIFIERS, type Qualifier } from '../observations/index.ts';
import { TOTAL_INDICATORS, type Total, type TotalIndicator } from './published-edition.ts';

const COLUMNS = { needed: ['indicateur', 'valeur', 'precision', 'unite', 'sur'], optional: ['source'] };

const LONGEST_SOURCE = 300;

const UNITS: Readonly<Record<TotalIndicator, Total['unit']>> = {
  procedures: 'count',
  online_rate: 'share',
  new_online: 'count',
  reviews: 'count',
  equipped: 'count',
  very_good_rate: 'share',
};

/**
 * Reads the totals of an edition, in the order of the file.
 * @throws VigieError InvalidInput with every fault at once, by line and column
 */
export function readTotals(bytes: Uint8Array): Total[] {
  return readForm(bytes, COLUMNS, (row, rows) => {
    const lineOf = (indicator: string) => rows.find((other) => other.cell('indicateur') === indicator);
    const total = readTotal(row);
    if (total === null) return null;
    if (lineOf(total.indicator) !== row)
      return row.refuse('indicateur', 'is on an earlier line too; keep one');
    if (total.of === null) return total;
    const whole = lineOf(total.of);
    if (whole === undefined) return row.refuse('sur', `no line tells ${total.of}; add it`);
    const most = greatestOf(whole);
    if (total.unit === 'share' || ONLY_GREATEST.includes(total.qualifier) || total.value <= most)
      return total;
    return row.refuse(
      'valeur',
      `${total.value} is more than all of ${total.of}, ${most}; correct one of them`,
    );
  });
}

/** Words after which a figure may be any smaller one. */
const ONLY_GREATEST: readonly Qualifier[] = ['less_than', 'at_most'];
/** Words after which a figure may be any greater one. */
const ONLY_LEAST: readonly string[] = ['more_than', 'at_least'] satisfies Qualifier[];

/** The greatest count that a line leaves possible; infinite when it gives the least one, or none that can be read. */
function greatestOf(row: FormRow): number {
  const value = parseDecimal(row.cell('valeur'));
  return value === null || ONLY_LEAST.includes(row.cell('precision')) ? Number.POSITIVE_INFINITY : value;
}

function readTotal(row: FormRow): Total | null {
  const indicator = row.word('indicateur', TOTAL_INDICATORS);
  const qualifier = row.word('precision', QUALIFIERS);
  const unit = row.word('unite', indicator === null ? (['count', 'share'] as const) : [UNITS[indicator]]);
  const value = unit === null ? null : readValue(row, unit);
  const of = indicator === null ? null : readWhole(row, indicator);
  const source = row.cell('source') === '' ? null : row.text('source', LONGEST_SOURCE);
  if (indicator === null || qualifier === null || unit === null || value === null) return null;
  return { indicator, value, qualifier, unit, of, source };
}

function readValue(row: FormRow, unit: Total['unit']): number | null {
  const cell = row.cell('valeur');
  const value = parseDecimal(cell);
  if (unit === 'share') {
    if (value !== null && value >= 0 && value <= 1) return value;
    return row.refuse('valeur', `"${cell}" is not a share; write 0 to 1, or 0 to 100 %`);
  }
  if (value !== null && Number.isSafeInteger(value) && value >= 0 && !cell.includes('%')) return value;
  return row.refuse('valeur', `"${cell}" is not a count; write a whole number`);
}

/** What the figure is counted over. A share says it; a count may, when it is a part of another one. */
function readWhole(row: FormRow, indicator: TotalIndicator): TotalIndicator | null {
  const counts = TOTAL_INDICATORS.filter((one) => UNITS[one] === 'count' && one !== indicator);
  if (row.cell('sur') === '' && UNITS[indicator] === 'count') return null;
  return row.word('sur', counts);
}
