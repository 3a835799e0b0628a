/**
 * Tables that people write for Vigie, read strictly: the columns are known, each line is read whole, and every fault
 * is told at once with its line, its column and its remedy.
 */
import { readCsv } from './csv.ts';
import { type FieldError, VigieError } from './errors.ts';

/** One line of such a table. What cannot be understood is refused, which refuses the table, and reads as null. */
export type FormRow = {
  /** Where it stands in the file. */
  readonly line: number;
  /** The cell, trimmed; empty when it is blank, or its column is not there. */
  cell(column: string): string;
  /** A text of one line, of at most `longest` characters. */
  text(column: string, longest: number): string | null;
  /** One of the words of a list, written as it is there. */
  word<Word extends string>(column: string, words: readonly Word[]): Word | null;
  /** Says what is wrong with a cell, and the remedy. */
  refuse(column: string, message: string): null;
};

/** The columns of a table: those that must be there, and those that may. */
export type FormColumns = { readonly needed: readonly string[]; readonly optional: readonly string[] };

/**
 * Reads a table line by line.
 *
 * @param read what a line says, or null once it has refused a cell of it; it may look at the other lines
 * @throws VigieError InvalidInput with every fault: of the columns, else of the lines; and for a table without lines
 */
export function readForm<Line>(
  bytes: Uint8Array,
  columns: FormColumns,
  read: (row: FormRow, rows: readonly FormRow[]) => Line | null,
): Line[] {
  const faults: FieldError[] = [];
  const { header, rows } = readCsv(bytes, ({ line, message }) =>
    faults.push({ path: `line ${line}`, message }),
  );
  refuseHeader(header, columns);
  if (rows.length + faults.length === 0)
    faults.push({ path: 'line 2', message: 'the file holds no line below its header' });
  const tell = (fault: FieldError) => void faults.push(fault);
  const lines = rows
    .map(({ line, cells }) => formRow(line, (column) => cells[column] ?? '', tell))
    .map((row, _, all) => read(row, all));
  if (faults.length > 0) throw refusal(faults);
  return lines.filter((line) => line !== null);
}

/**
 * A line of a table.
 *
 * @param cellOf what is written in a column; empty where there is none of this name
 * @param tell told of each fault
 */
export function formRow(
  line: number,
  cellOf: (column: string) => string,
  tell: (fault: FieldError) => void,
): FormRow {
  const cell = (column: string) => cellOf(column).trim();
  const refuse = (column: string, message: string) => {
    tell({ path: `line ${line}, column "${column}"`, message });
    return null;
  };
  return {
    line,
    cell,
    refuse,
    text(column, longest) {
      const text = cell(column);
      if (text === '') return refuse(column, 'is blank; fill it in');
      if (/\p{Cc}/u.test(text)) return refuse(column, 'holds a line break or a control character; remove it');
      const isLong = text.length > longest;
      return isLong ? refuse(column, `has ${text.length} characters; write at most ${longest}`) : text;
    },
    word(column, words) {
      const written = cell(column);
      const known = words.find((word) => word === written);
      const fault = written === '' ? 'is blank' : `"${written}" is not known here`;
      return known ?? refuse(column, `${fault}; write ${words.join(', ')}`.replace(/, ([^,]+)$/, ' or $1'));
    },
  };
}

/** Refuses a header that lacks a column, or has one that is not known: VigieError InvalidInput. */
export function refuseHeader(header: readonly string[], { needed, optional }: FormColumns): void {
  const known = [...needed, ...optional];
  const path = (column: string) => `line 1, column "${column}"`;
  const faults = [
    ...needed
      .filter((column) => !header.includes(column))
      .map((column) => ({ path: path(column), message: 'is missing; add it' })),
    ...header
      .filter((column) => !known.includes(column))
      .map((column) => ({
        path: path(column),
        message: `is not one of ${known.join(', ')}; rename it or remove it`,
      })),
  ];
  if (faults.length > 0)
    throw new VigieError('InvalidInput', 'The first line does not name the right columns.', faults);
}

/** The refusal of a table, with its faults, or the first ones of all those `found`. */
export function refusal(faults: readonly FieldError[], found: number = faults.length): VigieError {
  const count = found === 1 ? 'one cell or line is' : `${found} cells or lines are`;
  const more = found > faults.length ? `, of which the first ${faults.length} follow` : '';
  return new VigieError(
    'InvalidInput',
    `Nothing was written: ${count} wrong${more}. Correct and import again.`,
    faults,
  );
}
