/** One line of the catalogue file, read on its own: every fault told, references not yet looked up. Pure. */
import type { CsvRow } from '../core/csv.ts';
import {
  type Cell,
  itemsOf,
  type Reading,
  readDay,
  readPublicId,
  readSlug,
  readWord,
} from './catalogue-cell.ts';
import { ATTRIBUTE_COLUMNS, CATALOGUE_COLUMNS } from './catalogue-columns.ts';
import { familyOf, foreignIdOf } from './snapshot.ts';
import type { ForeignId } from './subject.ts';
import { ONLINE_STATUSES, type OnlineStatus, SUBJECT_KINDS, type SubjectKind } from './vocabulary.ts';

/** What is wrong with a line, and the remedy. `column` is null when the whole line is concerned. */
export type LineFault = {
  readonly line: number;
  readonly column: string | null;
  readonly value: string;
  readonly message: string;
  /** The line at fault without which this one cannot stand; null for a fault of its own. */
  readonly dependsOn: number | null;
};

export type CatalogueLine = {
  readonly line: number;
  readonly kind: SubjectKind;
  /** The public id of a procedure, a slug of any other subject. */
  readonly identifier: string;
  readonly validFrom: string;
  /** By attribute, references apart. */
  readonly said: Readonly<Record<string, unknown>>;
  readonly references: readonly { attribute: string; column: string; slug: string }[];
  /** The procedures named, by their public ids; they are in `said` too. */
  readonly procedures: readonly { column: string; publicId: string }[];
  readonly foreignIds: readonly ForeignId[];
  readonly formerSlugs: readonly string[];
  readonly onlineStatus: OnlineStatus | undefined;
  readonly cells: CsvRow['cells'];
};

type Report = (column: string, message: string) => void;

/** Reads a line; `today` is the day of a line without `valable_depuis`. Undefined when it has faults. */
export function readCatalogueLine(
  row: CsvRow,
  today: string,
): { line: CatalogueLine | undefined; faults: LineFault[] } {
  const faults: LineFault[] = [];
  const report: Report = (column, message) => {
    const value = row.cells[column] ?? '';
    faults.push({
      line: row.line,
      column,
      value,
      message: value === '' ? message : `"${value}" ${message}`,
      dependsOn: null,
    });
  };
  const kind = readCell(row, 'genre', report, (cell) => readWord(SUBJECT_KINDS, cell));
  if (kind === undefined) {
    if (isBlank(row, 'genre')) report('genre', 'is needed: say what kind of subject the line is about');
    return { line: undefined, faults };
  }
  const line = readFields(row, kind, today, report);
  return { line: faults.length === 0 ? line : undefined, faults };
}

function readFields(row: CsvRow, kind: SubjectKind, today: string, report: Report): CatalogueLine {
  const columns: readonly (Cell & { column: string; attribute: string })[] =
    ATTRIBUTE_COLUMNS[familyOf(kind)];
  const said: Record<string, unknown> = {};
  const references: { attribute: string; column: string; slug: string }[] = [];
  const procedures: { column: string; publicId: string }[] = [];
  for (const { attribute, column, read, blank, isReference, namesProcedures } of columns) {
    if (row.cells[column] === undefined) continue;
    const value = readCell(row, column, report, read);
    if (namesProcedures && Array.isArray(value)) {
      procedures.push(...value.map((publicId: string) => ({ column, publicId })));
    }
    if (isReference && value !== undefined) references.push({ attribute, column, slug: String(value) });
    else said[attribute] = isBlank(row, column) ? blank : value;
  }
  checkApplies(row, kind, columns, report);
  return {
    line: row.line,
    kind,
    identifier: readIdentifier(row, kind, report),
    validFrom: readCell(row, 'valable_depuis', report, readDay) ?? today,
    said,
    references,
    procedures,
    foreignIds: readList(row, 'identifiants_externes', report, readForeignId),
    formerSlugs: readList(row, 'anciens_slugs', report, readSlug),
    onlineStatus: readCell(row, 'statut_en_ligne', report, (cell) => readWord(ONLINE_STATUSES, cell)),
    cells: row.cells,
  };
}

function isBlank(row: CsvRow, column: string): boolean {
  return (row.cells[column] ?? '').trim() === '';
}

function readCell<Value>(
  row: CsvRow,
  column: string,
  report: Report,
  read: (cell: string) => Reading<Value>,
): Value | undefined {
  if (isBlank(row, column)) return undefined;
  const cell = row.cells[column] ?? '';
  if (cell.includes('\0')) {
    report(column, 'holds a null character; remove it');
    return undefined;
  }
  const reading = read(cell);
  if ('value' in reading) return reading.value;
  report(column, reading.fault);
  return undefined;
}

function readIdentifier(row: CsvRow, kind: SubjectKind, report: Report): string {
  if (isBlank(row, 'identifiant')) report('identifiant', 'is needed: say which subject the line is about');
  const read = kind === 'procedure' ? readPublicId : readSlug;
  return readCell(row, 'identifiant', report, read) ?? '';
}

function readForeignId(cell: string): Reading<ForeignId> {
  const well = /^[a-z][a-z0-9_-]*:[^\s:]/.test(cell);
  return well
    ? { value: foreignIdOf(cell) }
    : { fault: 'is not a list of ids; write scheme:value, as jdma:1775' };
}

function readList<Value>(
  row: CsvRow,
  column: string,
  report: Report,
  read: (cell: string) => Reading<Value>,
): Value[] {
  const readings = itemsOf(row.cells[column] ?? '').map(read);
  const fault = readings.find((reading) => 'fault' in reading);
  if (fault && 'fault' in fault) report(column, fault.fault);
  return readings.flatMap((reading) => ('value' in reading ? [reading.value] : []));
}

const FOR_EVERY_KIND = ['genre', 'identifiant', 'valable_depuis', 'identifiants_externes'];

/** A value that would be lost is a fault, not a silence. */
function checkApplies(
  row: CsvRow,
  kind: SubjectKind,
  columns: readonly { column: string }[],
  report: Report,
): void {
  const own = kind === 'procedure' ? 'statut_en_ligne' : 'anciens_slugs';
  const allowed = new Set([...FOR_EVERY_KIND, own, ...columns.map(({ column }) => column)]);
  for (const column of CATALOGUE_COLUMNS) {
    if (!allowed.has(column) && !isBlank(row, column)) {
      report(column, `does not apply to the kind "${SUBJECT_KINDS[kind].fr}"; leave the cell blank`);
    }
  }
}
