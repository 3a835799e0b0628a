/**
 * Reads the quarterly file rebuilt from public scans: ten quarters, marks with their n, counts by grade before
 * July 2024, probes from December 2024. docs/edition-files.md lists its traps.
 */
import { isDay } from '../core/clock.ts';
import { type CsvRow, readCsv } from '../core/csv.ts';
import { type FieldError, VigieError } from '../core/errors.ts';
import { EARLIEST_DAY } from './edition-words.ts';
import { type QuarterContext, readQuarterlyRow } from './quarterly-row.ts';
import type { ReadingNote, SourceReading } from './source-row.ts';

/** The columns that a quarterly file must have; others are left alone. */
export const QUARTERLY_COLUMNS = [
  'quarter_end',
  'id_space',
  'id',
  'id_jdma',
  'nom',
  'perimetre',
  'ministere',
  'administration',
  'url',
  'window_start',
  'window_end',
  'satisfaction',
  'satisfaction_n',
  'sat_neg',
  'sat_neu',
  'sat_pos',
  'clarity',
  'clarity_n',
  'easy',
  'easy_n',
  'autonomy',
  'autonomy_n',
  'help_reachable',
  'help_reachable_n',
  'help_efficient',
  'help_efficient_n',
  'uptime_pct',
  'apdex',
  'response_ms',
  'total_ms',
  'probes',
  'probe_suspect',
];

/** The rows of one quarter, judged at its last day. */
export type Quarter = { readonly quarterEnd: string; readonly reading: SourceReading };

/**
 * Reads a quarterly file.
 *
 * @returns the quarters, oldest first
 * @throws VigieError InvalidInput when the file is not CSV, lacks a column, a day does not exist, or a window does not
 *   run forward to the end of its quarter at most
 */
export function readQuarterly(bytes: Uint8Array, fileName: string): Quarter[] {
  const csv = readCsv(bytes);
  const missing = QUARTERLY_COLUMNS.filter((column) => !csv.header.includes(column));
  if (missing.length > 0) {
    throw new VigieError(
      'InvalidInput',
      `The file lacks ${missing.length} of the ${QUARTERLY_COLUMNS.length} columns of a quarterly file.`,
      missing.map((path) => ({
        path,
        message: 'column missing; add it, with empty cells where nothing is known',
      })),
    );
  }
  checkDays(csv.rows);
  const jdmaIds = knownJdmaIds(csv.rows);
  const byQuarter = Map.groupBy(csv.rows, ({ cells }) => cells.quarter_end?.trim() ?? '');
  return [...byQuarter.keys()].sort().map((quarterEnd) => {
    const rows = byQuarter.get(quarterEnd) ?? [];
    return {
      quarterEnd,
      reading: readQuarter(rows, { quarterEnd, fileName, jdmaIds, decimals: mostDecimals(rows) }),
    };
  });
}

function readQuarter(rows: readonly CsvRow[], quarter: QuarterContext): SourceReading {
  const reading: SourceReading = { rows: [], notes: [] };
  const seen = new Set<string>();
  for (const row of rows) {
    const note = (code: ReadingNote['code'], column: string, reason: ReadingNote['reason'] = null) =>
      reading.notes.push({ line: row.line, code, column, value: row.cells[column] ?? '', reason });
    const found = readQuarterlyRow(row, quarter, note);
    if (found === null) continue;
    if (seen.has(found.publicId)) {
      note('left_out', 'id', 'repeated_id');
      continue;
    }
    seen.add(found.publicId);
    reading.rows.push(found);
  }
  return reading;
}

function checkDays(rows: readonly CsvRow[]): void {
  const faults = rows.flatMap(dayFaults);
  if (faults.length > 0) throw new VigieError('InvalidInput', 'The file has days that cannot be.', faults);
}

const DAY_COLUMNS = ['quarter_end', 'window_start', 'window_end'] as const;

function dayFaults({ line, cells }: CsvRow): FieldError[] {
  const day = (column: (typeof DAY_COLUMNS)[number]) => cells[column]?.trim() ?? '';
  const fault = (column: string, message: string) => [{ path: `line ${line}, column ${column}`, message }];
  const unread = DAY_COLUMNS.filter(
    (column) => !isDay(day(column)) && (column === 'quarter_end' || day(column) !== ''),
  );
  if (unread.length > 0) {
    return unread.flatMap((column) => fault(column, `"${day(column)}" is not a day; write YYYY-MM-DD`));
  }
  const quarterEnd = day('quarter_end');
  const [start, end] = [day('window_start'), day('window_end') || quarterEnd];
  return [
    ...(end > quarterEnd ? fault('window_end', `${end} is after the end of its quarter, ${quarterEnd}`) : []),
    ...(end < EARLIEST_DAY && end !== quarterEnd
      ? fault('window_end', `${end} is before ${EARLIEST_DAY}`)
      : []),
    ...(start > end ? fault('window_start', `${start} is after the end of its window, ${end}`) : []),
  ];
}

/** The older id space → the product id, wherever any row of the file knows it. */
function knownJdmaIds(rows: readonly CsvRow[]): ReadonlyMap<string, string> {
  return new Map(
    rows.flatMap(({ cells }) =>
      cells.id_space === 'xwiki' && cells.id && cells.id_jdma ? [[cells.id, cells.id_jdma]] : [],
    ),
  );
}

function mostDecimals(rows: readonly CsvRow[]): ReadonlyMap<string, number> {
  const decimalsOf = (text: string | undefined) => text?.split('.')[1]?.length ?? 0;
  return new Map(
    QUARTERLY_COLUMNS.map((column) => [
      column,
      Math.max(0, ...rows.map(({ cells }) => decimalsOf(cells[column]))),
    ]),
  );
}
