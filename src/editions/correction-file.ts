/** What a correction sets, as the command line or a file writes it: one figure of one procedure. Pure. */
import { type CsvRow, parseDecimal, readCsv } from '../core/csv.ts';
import { type FieldError, VigieError } from '../core/errors.ts';
import type { GradeCounts, Status } from '../core/figure.ts';
import { type CriterionDefinition, isOutOfRange, levelOf, type ReasonCode } from '../criteria/index.ts';
import { parseCounts, WHO_COLUMNS } from './edition-csv.ts';
import { readCell } from './published-cell.ts';

/** One figure to set. What is undefined stays as published; null takes it away. */
export type Setting = {
  /** Where it was written, for faults and as the source of the figure. */
  readonly where: string;
  readonly procedure: string;
  readonly criterion: string;
  readonly value: string;
  /** The status that goes with a value, where the file gives it; else that of the published figure. */
  readonly status?: string;
  /** Last day the figure speaks of, where the file gives it. */
  readonly day?: string;
  /** Other cells of the line, by the column of the edition's CSV: they cannot be corrected so. */
  readonly others?: Readonly<Record<string, string>>;
  readonly n?: number | null;
  readonly counts?: GradeCounts | null;
  readonly numerator?: number | null;
  readonly denominator?: number | null;
};

/**
 * A setting of the command line: `1764.satisfaction=8.2`.
 * @throws VigieError InvalidInput when it is not written so
 */
export function parseSetting(text: string): Setting {
  const [, procedure = '', criterion = '', value = ''] = /^([^.=]+)\.([a-z_]+)=(.*)$/s.exec(text) ?? [];
  if (procedure.trim() === '' || criterion === '' || value.trim() === '') {
    throw new VigieError('InvalidInput', `--set: "${text}" is not written PROCEDURE.CRITERION=VALUE.`, [
      { path: '--set', message: 'write for example 1764.satisfaction=8.2 or 1764.online=Partiel' },
    ]);
  }
  return {
    where: `--set ${procedure.trim()}.${criterion}`,
    procedure: procedure.trim(),
    criterion,
    value: value.trim(),
  };
}

/** The columns that a file of figures must have, and those it may have: the names of the edition's own CSV. */
const NEEDED = ['id', 'critere', 'valeur'] as const;

/** True when a file holds one figure a line, as the CSV of an edition does. */
export function isFigureFile(header: readonly string[]): boolean {
  return NEEDED.every((column) => header.includes(column));
}

/** The edition that a file of figures corrects. */
export type CorrectedEdition = {
  readonly slug: string;
  readonly revision: number;
  readonly methodology: string;
};

/**
 * Reads a file of figures: the CSV of an edition, whole or only the lines that change. An empty value is read with the
 * status of its line.
 *
 * @param edition the last revision, which the file must have been made from where it says
 * @throws VigieError InvalidInput with every fault at once
 */
export function readFigureFile(bytes: Uint8Array, fileName: string, edition: CorrectedEdition): Setting[] {
  const { header, rows } = readCsv(bytes);
  const faults: FieldError[] = [];
  const settings = rows.map((row): Setting => {
    const read = cellReader(row, header, faults);
    faults.push(...headFaults(row, edition));
    const value = row.cells.valeur?.trim() ?? '';
    const said = value === '' ? absenceOf(row) : value;
    if (said === '') {
      const message = 'is blank; write a value, or the status in the column statut';
      faults.push({ path: `line ${row.line}, column valeur`, message });
    }
    const [status, day] = [row.cells.statut?.trim() ?? '', row.cells.periode_fin?.trim() ?? ''];
    return {
      where: `${fileName}#L${row.line}`,
      procedure: row.cells.id?.trim() ?? '',
      criterion: row.cells.critere?.trim() ?? '',
      value: said,
      ...(value === '' || status === '' ? {} : { status }),
      ...(day === '' ? {} : { day }),
      others: Object.fromEntries(
        WHO_COLUMNS.filter((column) => header.includes(column)).map((column) => [
          column,
          row.cells[column] ?? '',
        ]),
      ),
      ...read('n', 'n', readInteger),
      ...read('counts', 'effectifs', parseCounts),
      ...read('numerator', 'numerateur', parseDecimal),
      ...read('denominator', 'denominateur', parseDecimal),
    };
  });
  if (faults.length > 0) throw new VigieError('InvalidInput', 'The correction cannot be read.', faults);
  return settings;
}

/** A line of another edition, or of an earlier revision, would undo what was done since. */
function headFaults(
  { line, cells }: CsvRow,
  { slug, revision, methodology }: CorrectedEdition,
): FieldError[] {
  const expected = { edition: slug, revision: String(revision), methode: methodology };
  return Object.entries(expected).flatMap(([column, value]) => {
    const written = cells[column]?.trim() ?? '';
    if (written === '' || written === value) return [];
    const message = `is "${written}", and the last revision has "${value}"; correct the CSV of that one`;
    return [{ path: `line ${line}, column ${column}`, message }];
  });
}

/** What a line without a value says: the reason of a declaration without rate, else its status. */
function absenceOf({ cells }: CsvRow): string {
  return (cells.statut?.trim() === 'declared' ? cells.motif : cells.statut)?.trim() ?? '';
}

function cellReader({ line, cells }: CsvRow, header: readonly string[], faults: FieldError[]) {
  return <Value>(key: string, column: string, read: (text: string) => Value | null) => {
    if (!header.includes(column)) return {};
    const text = cells[column]?.trim() ?? '';
    if (text === '') return { [key]: null };
    const value = read(text);
    if (value === null) {
      faults.push({ path: `line ${line}, column ${column}`, message: `"${text}" is not understood` });
    }
    return { [key]: value };
  };
}

function readInteger(text: string): number | null {
  const value = parseDecimal(text);
  return value !== null && Number.isSafeInteger(value) && value >= 0 ? value : null;
}

/** What a value says of a criterion: a figure, or that there is none and why. */
export type SetValue = {
  readonly status: Extract<Status, 'not_reported' | 'not_applicable' | 'insufficient' | 'declared'> | null;
  readonly value: number | string | null;
  /** Of a declaration without a rate. */
  readonly reason: ReasonCode | null;
};

const ABSENT_STATUSES = ['not_reported', 'not_applicable', 'insufficient'] as const;
/** Verdicts on a declaration that gives no rate. */
const DECLARATION_REASONS = [
  'no_declaration',
  'declaration_without_rate',
  'declaration_rejected',
  'declaration_expired',
] as const;

/**
 * Reads a value in the unit of a criterion: a number (`0.85` or `85 %` of a share), a word of its legend, a status, one
 * of the words by which published files say that there is no figure, or why a declaration gives no rate
 * (`no_declaration`).
 * @returns the value, or what is wrong with it and the remedy
 */
export function readSetValue(definition: CriterionDefinition, text: string): SetValue | string {
  const status = ABSENT_STATUSES.find((one) => one === text);
  if (status !== undefined) return { status, value: null, reason: null };
  const verdict = definition.declaration && DECLARATION_REASONS.find((one) => one === text);
  if (verdict) return { status: 'declared', value: null, reason: verdict };
  const cell = readCell(text);
  if (cell.kind === 'absent' && levelOf(definition, text) === null)
    return { status: cell.status, value: null, reason: null };
  if (definition.unit === 'category') {
    if (levelOf(definition, text) !== null) return { status: null, value: text, reason: null };
    return `"${text}" is no word of this criterion; write one of ${wordsOf(definition).join(', ')}, or a status`;
  }
  if (cell.kind !== 'number') return `"${text}" is not a number; write one, or a status such as not_reported`;
  if (isOutOfRange(definition.unit, cell.value))
    return `${text} is outside the range of a ${definition.unit}`;
  return { status: null, value: cell.value, reason: null };
}

function wordsOf({ legend }: CriterionDefinition): string[] {
  return legend.flatMap(({ when }) => (when.kind === 'one_of' ? when.words : []));
}
