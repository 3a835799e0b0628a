/**
 * CSV as it comes and as it goes: RFC 4180 in UTF-8, and what Excel reads and writes (byte order mark, `;` or
 * tab, Windows-1252, UTF-16, decimal comma). Cells are kept as written; only column names are trimmed.
 */
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { Decimal } from 'decimal.js';
import { type FieldError, VigieError } from './errors.ts';

export type CsvRow = {
  /** Line of the file where the record starts, the first one being 1. */
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
};

export type CsvTable = {
  readonly header: readonly string[];
  readonly rows: readonly CsvRow[];
  readonly delimiter: ',' | ';' | '\t';
};

export type CsvRecord = { line: number; cells: readonly string[] };

const MOST_FAULTS_TOLD = 50;

/** A record whose number of cells is not the header's. */
export type MisshapenRecord = { readonly line: number; readonly message: string };

/**
 * Reads a table whose first record names the columns. Blank lines are skipped.
 *
 * @param onMisshapen told of each record with a wrong number of cells, which is then left out; without it, such a
 *   record refuses the file
 * @throws VigieError InvalidInput with line and remedy: empty file, unclosed quote, wrong number of cells,
 *   column without name or named twice.
 */
export function readCsv(bytes: Uint8Array, onMisshapen?: (record: MisshapenRecord) => void): CsvTable {
  const text = decode(bytes);
  if (text.trim() === '') throw invalid(1, 'the file is empty; its first line must name the columns');
  const delimiter = detectDelimiter(text);
  const [first, ...others] = parseRecords(text, delimiter);
  if (!first) throw invalid(1, 'the file is empty; its first line must name the columns');
  const records = others.filter(
    ({ cells }) => cells.length === 1 || cells.some((cell) => cell.trim() !== ''),
  );
  const header = readHeader(first);
  const misshapen = records.flatMap((record) => describeShape(header, record) ?? []);
  if (onMisshapen === undefined) refuseMisshapen(misshapen);
  else misshapen.forEach(onMisshapen);
  const left = new Set(misshapen.map(({ line }) => line));
  const rows = records
    .filter(({ line }) => !left.has(line))
    .map(({ line, cells }) => ({
      line,
      cells: Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ''])),
    }));
  return { header, rows, delimiter };
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The delimiter that occurs most in the first record, outside quotes; a comma when there is none. */
export function detectDelimiter(text: string): CsvTable['delimiter'] {
  const counts = { ',': 0, ';': 0, '\t': 0 };
  let quoted = false;
  for (const character of text.replace(/^[\r\n]+/, '')) {
    if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character === '\n' || character === '\r') break;
    else if (character === ',' || character === ';' || character === '\t') counts[character] += 1;
  }
  const most = Math.max(...Object.values(counts));
  return counts[','] === most ? ',' : counts[';'] === most ? ';' : '\t';
}

function parseRecords(text: string, delimiter: string): CsvRecord[] {
  const records: CsvRecord[] = [];
  const source = Buffer.from(text);
  const place = linePlaces(source);
  let end = 0;
  try {
    parse(source, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: (cells: string[], { bytes }) => {
        records.push({ line: place(end), cells });
        end = bytes;
        return null;
      },
    });
  } catch (error) {
    throw invalid(place(end), describeFault((error as { code?: string }).code), error);
  }
  return records;
}

/** What a fault of csv-parse is, and the remedy. */
export function describeFault(code: string | undefined): string {
  return code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE'
    ? 'a quote opened in this record is never closed; close it, or write a quote inside a cell twice ("")'
    : 'a quote stands inside a cell; put the whole cell between quotes and write the inner quote twice ("")';
}

const LF = 10;
const CR = 13;

/** Tells the line of the first character at or after growing offsets that is not a line break. */
function linePlaces(source: Uint8Array): (offset: number) => number {
  let line = 1;
  let at = 0;
  const step = () => {
    const breaks = source[at] === LF || (source[at] === CR && source[at + 1] !== LF);
    if (breaks) line += 1;
    at += 1;
  };
  return (offset) => {
    while (at < offset) step();
    while (source[at] === LF || source[at] === CR) step();
    return line;
  };
}

/** The names of the columns; VigieError InvalidInput for one without name or named twice. */
export function readHeader({ line, cells }: CsvRecord): string[] {
  const names = cells.map((name) => name.trim());
  while (names.length > 1 && names.at(-1) === '') names.pop();
  for (const [index, name] of names.entries()) {
    if (name === '') throw invalid(line, `column ${index + 1} has no name; name it or remove it`);
    if (names.indexOf(name) < index)
      throw invalid(line, `two columns are named "${name}"; rename one of them`);
  }
  return names;
}

/** What is wrong with the number of cells of a record; empty cells at its end do not count. */
export function describeShape(header: readonly string[], { line, cells }: CsvRecord): MisshapenRecord | null {
  const filled = cells.findLastIndex((cell) => cell !== '') + 1;
  const count = Math.max(Math.min(cells.length, header.length), filled);
  if (count === header.length) return null;
  const remedy = 'look for a missing or spare delimiter, or a cell that needs quotes';
  return { line, message: `${count} cells where the header has ${header.length}; ${remedy}` };
}

function refuseMisshapen(records: readonly MisshapenRecord[]): void {
  const [first] = records;
  if (!first) return;
  const faults = records.map(({ line, message }): FieldError => ({ path: `line ${line}`, message }));
  const others = faults.length > 1 ? ` (and ${faults.length - 1} other lines)` : '';
  const message = `The CSV file cannot be read: line ${first.line}: ${first.message}${others}.`;
  throw new VigieError('InvalidInput', message, faults.slice(0, MOST_FAULTS_TOLD));
}

/** The refusal of a file for what stands on one of its lines. */
export function invalid(line: number, message: string, cause?: unknown): VigieError {
  const path = `line ${line}`;
  const fields = [{ path, message }];
  return new VigieError('InvalidInput', `The CSV file cannot be read: ${path}: ${message}.`, fields, cause);
}

/** Digits, grouped by three with spaces or not, with a decimal point or comma, and a percent sign or not. */
const DECIMAL = /^([+\-−]?)(\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+)(?:[.,](\d+))?[ \u00a0\u202f]?(%?)$/;

/**
 * The number that `text` writes: "0,85", "1 234,5" (any kind of space), "85 %" (0.85).
 * Null for anything else: no exponent, no hexadecimal, no trailing letters, nothing infinite.
 */
export function parseDecimal(text: string): number | null {
  const match = DECIMAL.exec(text.trim());
  if (!match) return null;
  const [, sign = '', whole = '', fraction = '', percent] = match;
  const digits = `${sign === '−' ? '-' : sign}${whole.replace(/\D/g, '')}.${fraction}`;
  // The exponent is read with the digits: 99.85 / 100 in binary floats is not 0.9985.
  const value = Number(`${digits}${percent ? 'e-2' : ''}`);
  return Number.isFinite(value) ? value : null;
}

export type CsvValue = string | number | boolean | null;

/** Characters that make a spreadsheet take a text for a formula (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * Writes a table: RFC 4180, null as an empty cell. With `excel`: byte order mark, `;`, decimal comma, and a quote
 * before any text that a spreadsheet would run as a formula.
 *
 * @param columns their names, without comma, `;` nor tab: readers know the delimiter by the first record
 */
export function writeCsv(
  columns: readonly string[],
  rows: readonly Readonly<Record<string, CsvValue>>[],
  { excel = false }: { excel?: boolean } = {},
): string {
  const toCell = excel ? excelCell : plainCell;
  const records = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? null))];
  return stringify(
    records.map((cells) => cells.map(toCell)),
    {
      delimiter: excel ? ';' : ',',
      record_delimiter: '\r\n',
      bom: excel,
      quoted_empty: columns.length === 1,
      quoted_match: /[\r\n]/,
    },
  );
}

function plainCell(value: CsvValue): string {
  if (value === null) return '';
  return typeof value === 'number' ? writeNumber(value) : String(value);
}

function excelCell(value: CsvValue): string {
  if (typeof value === 'number') return writeNumber(value).replace('.', ',');
  const text = plainCell(value);
  return FORMULA.test(text) && parseDecimal(text) === null ? `'${text}` : text;
}

/** A number without exponent, with all its digits. */
function writeNumber(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`not a number that a cell can hold: ${value}`);
  return /e/.test(String(value)) ? new Decimal(value).toFixed() : String(value);
}
