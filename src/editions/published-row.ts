import { AUDIENCES, findCodes } from '../catalogue/index.ts';
import { addMonths } from '../core/clock.ts';
import type { Fact } from '../core/figure.ts';
import { foldText } from '../core/text.ts';
import { type CriterionId, findCriterion, type Methodology } from '../criteria/index.ts';
import { readCell, readDeclarationDay, saysExpired, windowStart } from './published-cell.ts';
import type { Column, Columns } from './published-columns.ts';
import { absentFact, type ReadingNote, type SourceRow, sourceOf } from './source-row.ts';

/** Volumes are those of the year that ends at the cut-off. */
const VOLUME_MONTHS = 12;
const MARKS = { satisfaction: 'satisfaction', clarity: 'clarity', help_effective: 'helpEffective' } as const;
const MEASURES = {
  autonomy: 'autonomy',
  help_reachable: 'helpReachable',
  availability: 'availability',
  response_time: 'responseTime',
} as const;
const ONLINE_WORDS = ['Oui', 'Non', 'Partiel', 'Bêta', 'En cours de déploiement local', 'Démarche proactive'];
const AUTHENTICATION_WORDS = ['FranceConnect', 'FranceConnect+', 'FranceConnect +', 'Non'];
/** What the file writes in place of a rate when the declaration was turned down. */
const REJECTED_WORDS = ['rejetee', 'non recevable', 'irrecevable'];
/** A share rounded to a percent still agrees with its volumes. */
const AGREEMENT = 0.005;
const VERDICTS: Readonly<Record<string, string>> = {
  totale: 'good',
  partielle: 'medium',
  'non conforme': 'poor',
};

/** One record of the file, and where what is not understood in it is noted. */
type RowContext = {
  readonly line: number;
  readonly cell: (column: Column) => string;
  readonly columns: Columns;
  readonly fileName: string;
  readonly methodology: Methodology;
  readonly cutoffOn: string;
  readonly notes: ReadingNote[];
};

/** Reads one procedure of the published file; an unreadable cell is noted and its figure is "not reported". */
export function readPublishedRow(row: RowContext): SourceRow {
  const { line, cell } = row;
  const text = (column: Column) => cell(column).trim() || null;
  const volumes = {
    volume_online: readVolume(row, 'volumeOnline'),
    volume_total: readVolume(row, 'volumeTotal'),
  };
  return {
    line,
    publicId: cell('id').trim(),
    foreignIds: [{ scheme: 'jdma', value: cell('id').trim() }],
    name: cell('name').trim(),
    perimeter: text('perimeter'),
    ministry: text('ministry'),
    organisation: text('organisation'),
    audiences: readAudiences(row),
    publishedUrl: cell('url') === '' ? null : cell('url'),
    facts: readFacts(row, volumes.volume_online, volumes.volume_total),
    measures: volumes,
  };
}

function readFacts(row: RowContext, online: Fact, total: Fact): Partial<Record<CriterionId, Fact>> {
  const facts: Partial<Record<CriterionId, Fact>> = {
    online: readWord(row, 'online', ONLINE_WORDS),
    authentication: readWord(row, 'authentication', AUTHENTICATION_WORDS),
    accessibility: readAccessibility(row),
    once_only: readNumber(row, 'onceOnly', 'declared', 0, PLAIN),
    digital_share: readDigitalShare(row, online, total),
  };
  for (const [criterion, column] of entries(MARKS)) {
    const fact = readNumber(row, column, 'measured', windowMonths(row, criterion), PLAIN);
    facts[criterion] = fact.value === null ? fact : { ...fact, sourcePrecision: markPrecision(fact.value) };
  }
  for (const [criterion, column] of entries(MEASURES)) {
    const form = criterion === 'response_time' ? PLAIN : undefined;
    facts[criterion] = readNumber(row, column, 'measured', windowMonths(row, criterion), form);
  }
  return facts;
}

function windowMonths(row: RowContext, criterion: CriterionId): number {
  return row.methodology.criteria.find((one) => one.id === criterion)?.windowMonths ?? 0;
}

/** Where and when: a window of `months` to the cut-off, or the day of the cut-off when 0. */
function whereabouts({ fileName, line, cutoffOn }: RowContext, months: number) {
  return {
    source: sourceOf(fileName, line),
    periodStart: months === 0 ? cutoffOn : windowStart(cutoffOn, months),
    periodEnd: cutoffOn,
  };
}

/** Numbers that are no share: a percent sign is a mistake. */
const PLAIN = /^[^%]*$/;
/** A count of things: digits, in groups of three or not; "1,000" might be one or a thousand. */
const COUNT = /^\d+(?:\s\d{3})*(?:[.,]0)?$/;

/** @param form what the text of a number must look like, where a column is stricter than numbers are */
function readNumber(
  row: RowContext,
  column: Column,
  status: 'measured' | 'declared',
  months: number,
  form?: RegExp,
): Fact {
  const where = whereabouts(row, months);
  const cell = readCell(row.cell(column));
  if (cell.kind === 'number' && form?.test(row.cell(column).trim()) === false)
    return unreadable(row, column, months);
  if (cell.kind === 'absent') return { ...absentFact(cell.status, where), reason: cell.reason };
  if (cell.kind === 'word') return unreadable(row, column, months);
  return { ...absentFact('not_reported', where), status, value: cell.value };
}

function readWord(row: RowContext, column: Column, words: readonly string[]): Fact {
  const where = whereabouts(row, 0);
  const text = foldText(row.cell(column));
  const word = words.find((known) => foldText(known) === text);
  if (word !== undefined) return { ...absentFact('not_reported', where), status: 'declared', value: word };
  const cell = readCell(text);
  if (cell.kind !== 'absent') return unreadable(row, column, 0);
  return { ...absentFact(cell.status, where), reason: cell.reason };
}

function unreadable(row: RowContext, column: Column, months: number): Fact {
  note(row, column);
  return notUnderstood(row, months);
}

function notUnderstood(row: RowContext, months: number): Fact {
  return { ...absentFact('not_reported', whereabouts(row, months)), reason: 'unreadable' };
}

/** Tells of a cell, or of `value` in it, that is not taken as it is. */
function note(
  { line, columns, notes, cell }: RowContext,
  column: Column,
  code: ReadingNote['code'] = 'unreadable',
  value: string = cell(column),
): void {
  notes.push({ line, code, column: columns[column], value, reason: null });
}

/**
 * The rate of the declaration, at the declaration's day. A word says that no valid rate is published: a declared fact
 * without a value, whose reason tells a rejected declaration, an expired one, one without rate, or none at all. A date
 * that is not understood leaves nothing to judge, unless the file itself says that it is past.
 */
function readAccessibility(row: RowContext): Fact {
  const statedLevel = VERDICTS[foldText(row.cell('accessibilityVerdict'))] ?? null;
  const dayCell = row.cell('declarationDay');
  const day = readDay(row, dayCell);
  const word = foldText(row.cell('accessibilityRate'));
  const noRate = { ...absentFact('not_reported', whereabouts(row, 0)), status: 'declared' as const };
  const fact = REJECTED_WORDS.includes(word)
    ? { ...noRate, reason: 'declaration_rejected' }
    : word === 'non' || (day === undefined && saysExpired(dayCell))
      ? { ...noRate, reason: whyNoRate(row, day, dayCell) }
      : readNumber(row, 'accessibilityRate', 'declared', 0);
  if (day === undefined && fact.value !== null) return { ...notUnderstood(row, 0), statedLevel };
  return { ...fact, ...(day ? { periodStart: day, periodEnd: day } : {}), statedLevel };
}

/** The declaration's day; one that is not understood, or a year after the cut-off, is noted and undefined. */
function readDay(row: RowContext, dayCell: string): string | null | undefined {
  const day = readDeclarationDay(dayCell);
  if (day === null || (day !== undefined && day <= addMonths(row.cutoffOn, 12))) return day;
  note(row, 'declarationDay');
  return undefined;
}

function whyNoRate(row: RowContext, day: string | null | undefined, dayCell: string): string {
  const validMonths = findCriterion(row.methodology, 'accessibility')?.declaration?.validMonths ?? null;
  const isPast = day && validMonths !== null && addMonths(day, validMonths) < row.cutoffOn;
  if (isPast || saysExpired(dayCell)) return 'declaration_expired';
  return day === null ? 'no_declaration' : 'declaration_without_rate';
}

function readVolume(row: RowContext, column: Column): Fact {
  return readNumber(row, column, 'declared', VOLUME_MONTHS, COUNT);
}

function readAudiences(row: RowContext): string[] {
  const words = row
    .cell('audiences')
    .split(';')
    .map((word) => word.trim());
  const { unknown } = findCodes(AUDIENCES, row.cell('audiences'));
  for (const word of unknown) note(row, 'audiences', 'unreadable', word);
  return words.filter((word) => word !== '');
}

/** The take-up as published, with its volumes where they agree; over nothing it makes no sense (method.md §3). */
function readDigitalShare(row: RowContext, online: Fact, total: Fact): Fact {
  const share = readNumber(row, 'digitalShare', 'declared', VOLUME_MONTHS);
  const [numerator, denominator] = [online.value, total.value];
  if (denominator === 0) {
    return { ...absentFact('not_applicable', whereabouts(row, VOLUME_MONTHS)), reason: 'nothing_to_count' };
  }
  if (typeof numerator !== 'number' || typeof denominator !== 'number') return share;
  if (numerator > denominator) {
    return {
      ...share,
      status: 'suspect',
      value: share.value ?? numerator / denominator,
      reason: 'out_of_range',
    };
  }
  if (typeof share.value !== 'number') return share;
  if (Math.abs(numerator / denominator - share.value) < AGREEMENT)
    return { ...share, numerator, denominator };
  note(row, 'digitalShare', 'contradiction');
  return share;
}

/** Marks of the file are rounded to a tenth; one that shows more decimals is known to these. */
function markPrecision(mark: Fact['value']): number {
  const decimals = String(mark).split('.')[1]?.length ?? 0;
  return Number(`1e-${Math.max(1, decimals)}`);
}

function entries<Key extends string, Value>(record: Readonly<Record<Key, Value>>): [Key, Value][] {
  return Object.entries(record) as [Key, Value][];
}
