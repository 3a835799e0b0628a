import { type CsvValue, writeCsv } from '../../core/csv.ts';
import { VigieError } from '../../core/errors.ts';
import type { HttpContext } from '../../core/http/context.ts';

export const CSV = 'text/csv; charset=utf-8';

/** Name of the parameter that asks for the CSV that French spreadsheets open as it is. */
const EXCEL = 'excel';

/**
 * Answers rows as CSV, with these columns in this order; with `?excel=1`, as the file of a spreadsheet.
 * @throws VigieError InvalidInput for any other value of `excel`
 */
export function sendCsv(
  c: HttpContext,
  columns: readonly string[],
  rows: readonly Readonly<Record<string, CsvValue>>[],
) {
  if (!asksForExcel(c)) return c.body(writeCsv(columns, rows), 200, { 'content-type': CSV });
  return c.body(writeCsv(columns, rows, { excel: true }), 200, {
    'content-type': CSV,
    'content-disposition': `attachment; filename="${spreadsheetName(c.req.path)}"`,
  });
}

/** @throws VigieError InvalidInput when the parameter is there with another value than 1 */
export function asksForExcel(c: HttpContext): boolean {
  const asked = c.req.query(EXCEL);
  if (asked === undefined || asked === '1') return asked === '1';
  throw new VigieError('InvalidInput', 'The address asks for a form of CSV that does not exist.', [
    { path: EXCEL, message: 'the only value is 1; leave it out for plain CSV' },
  ]);
}

/** "vigie-editions-2025-10-tableur.csv" from "/en/editions/2025-10.csv": only what any disk takes. */
function spreadsheetName(path: string): string {
  const words = path
    .replace(/^\/en(?=\/)/, '')
    .replace(/\.csv$/, '')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, 100);
  return `vigie-${words}-tableur.csv`;
}
