import { type CsvValue, writeCsv } from '../../core/csv.ts';
import type { HttpContext } from '../../core/http/context.ts';

export const CSV = 'text/csv; charset=utf-8';

/** Answers rows as CSV, with these columns in this order. */
export function sendCsv(
  c: HttpContext,
  columns: readonly string[],
  rows: readonly Readonly<Record<string, CsvValue>>[],
) {
  return c.body(writeCsv(columns, rows), 200, { 'content-type': CSV });
}
