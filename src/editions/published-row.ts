import type { Fact } from '../core/figure.ts';
import type { CriterionId, Methodology } from '../criteria/index.ts';
import { readCell, readDeclarationDay, windowStart } from './published-cell.ts';
import type { Column, Columns } from './published-columns.ts';
import { absentFact, type ReadingNote, type SourceRow, sourceOf } from './source-row.ts';

/** Marks of the published file are rounded to a tenth before publication. */
const MARK_PRECISION = 0.1;
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
    volume_online: readNumber(row, 'volumeOnline', 'declared', VOLUME_MONTHS),
    volume_total: readNumber(row, 'volumeTotal', 'declared', VOLUME_MONTHS),
  };
  return {
    line,
    publicId: cell('id').trim(),
    foreignIds: [{ scheme: 'jdma', value: cell('id').trim() }],
    name: cell('name').trim(),
    perimeter: text('perimeter'),
    ministry: text('ministry'),
    organisation: text('organisation'),
    audiences: cell('audiences')
      .split(';')
      .map((word) => word.trim())
      .filter((word) => word !== ''),
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
    once_only: readNumber(row, 'onceOnly', 'declared', 0),
    digital_share: readDigitalShare(row, online, total),
  };
  for (const [criterion, column] of entries(MARKS)) {
    const fact = readNumber(row, column, 'measured', windowMonths(row, criterion));
    facts[criterion] = fact.value === null ? fact : { ...fact, sourcePrecision: MARK_PRECISION };
  }
  for (const [criterion, column] of entries(MEASURES)) {
    facts[criterion] = readNumber(row, column, 'measured', windowMonths(row, criterion));
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

function readNumber(row: RowContext, column: Column, status: 'measured' | 'declared', months: number): Fact {
  const where = whereabouts(row, months);
  const cell = readCell(row.cell(column));
  if (cell.kind === 'absent') return { ...absentFact(cell.status, where), reason: cell.reason };
  if (cell.kind === 'word') return unreadable(row, column, months);
  return { ...absentFact('not_reported', where), status, value: cell.value };
}

function readWord(row: RowContext, column: Column, words: readonly string[]): Fact {
  const where = whereabouts(row, 0);
  const text = row.cell(column).normalize('NFC').trim().toLowerCase();
  const word = words.find((known) => known.toLowerCase() === text);
  if (word !== undefined) return { ...absentFact('not_reported', where), status: 'declared', value: word };
  const cell = readCell(text);
  if (cell.kind !== 'absent') return unreadable(row, column, 0);
  return { ...absentFact(cell.status, where), reason: cell.reason };
}

function unreadable(row: RowContext, column: Column, months: number): Fact {
  const { line, columns, notes, cell } = row;
  notes.push({ line, code: 'unreadable', column: columns[column], value: cell(column), reason: null });
  return { ...absentFact('not_reported', whereabouts(row, months)), reason: 'unreadable' };
}

/**
 * The rate of the declaration, at the declaration's day. The word "Non" says that no valid rate is published: a
 * declared fact without a value, whose reason tells an expired declaration, one without rate, or none at all.
 */
function readAccessibility(row: RowContext): Fact {
  const verdict = row.cell('accessibilityVerdict').normalize('NFC').trim().toLowerCase();
  const dayCell = row.cell('declarationDay');
  const day = readDeclarationDay(dayCell);
  if (day === undefined) unreadable(row, 'declarationDay', 0);
  const saysNone = row.cell('accessibilityRate').trim().toLowerCase() === 'non';
  const rate: Fact = saysNone
    ? {
        ...absentFact('not_reported', whereabouts(row, 0)),
        status: 'declared',
        reason: whyNoRate(day, dayCell),
      }
    : readNumber(row, 'accessibilityRate', 'declared', 0);
  const dated = day ? { ...rate, periodStart: day, periodEnd: day } : rate;
  return { ...dated, statedLevel: VERDICTS[verdict] ?? null };
}

function whyNoRate(day: string | null | undefined, dayCell: string): string {
  if (!day) return 'no_declaration';
  return /périmée/i.test(dayCell.normalize('NFC')) ? 'declaration_expired' : 'declaration_without_rate';
}

function readDigitalShare(row: RowContext, online: Fact, total: Fact): Fact {
  const share = readNumber(row, 'digitalShare', 'declared', VOLUME_MONTHS);
  const [numerator, denominator] = [online.value, total.value];
  if (typeof share.value !== 'number' || typeof numerator !== 'number' || typeof denominator !== 'number') {
    return share;
  }
  const agree = denominator > 0 && Math.abs(numerator / denominator - share.value) < 1e-6;
  return agree ? { ...share, numerator, denominator } : share;
}

function entries<Key extends string, Value>(record: Readonly<Record<Key, Value>>): [Key, Value][] {
  return Object.entries(record) as [Key, Value][];
}
