import { Decimal } from 'decimal.js';
import { addMonths } from '../core/clock.ts';
import { type CsvRow, parseDecimal } from '../core/csv.ts';
import type { Fact, GradeCounts } from '../core/figure.ts';
import { type CriterionId, meanFromCounts } from '../criteria/index.ts';
import { windowStart } from './published-cell.ts';
import { absentFact, type ReadingNote, type SourceRow, sourceOf } from './source-row.ts';

/** What the rows of a quarter share. */
export type QuarterContext = {
  readonly quarterEnd: string;
  readonly fileName: string;
  readonly jdmaIds: ReadonlyMap<string, string>;
  /** Most decimals each column shows in the quarter: what the source rounded it to. */
  readonly decimals: ReadonlyMap<string, number>;
};

type Note = (code: ReadingNote['code'], column: string, reason?: ReadingNote['reason']) => void;
type Where = Pick<Fact, 'periodStart' | 'periodEnd' | 'source'>;

const REVIEW_MONTHS = 12;
const PROBE_MONTHS = 3;

/** Reads one row of the quarterly file; null, with a note, when it cannot be a procedure. */
export function readQuarterlyRow(row: CsvRow, quarter: QuarterContext, note: Note): SourceRow | null {
  const cell = (column: string) => row.cells[column]?.trim() ?? '';
  const identity = readIdentity(cell, quarter.jdmaIds);
  if (identity === null) {
    note('left_out', 'id', cell('id') === '' ? 'no_id' : 'bad_id');
    return null;
  }
  if (cell('nom') === '' && cell('url') === '') {
    note('left_out', 'nom', 'no_name');
    return null;
  }
  if (cell('nom') === '') note('unnamed', 'url');
  const reader = { row, quarter, note };
  const reviews = reviewWindow(reader);
  const probes = {
    source: sourceOf(quarter.fileName, row.line),
    periodStart: windowStart(quarter.quarterEnd, PROBE_MONTHS),
    periodEnd: quarter.quarterEnd,
  };
  const samples = readCount(reader, 'probes');
  const told = readReviewFacts(reader, reviews);
  const isAnswered = Object.values(told).some(({ n }) => n !== null && n > 0);
  return {
    line: row.line,
    ...identity,
    name: cell('nom') || null,
    perimeter: cell('perimetre') || null,
    ministry: cell('ministere') || null,
    organisation: cell('administration') || null,
    publishedUrl: row.cells.url || null,
    facts: { ...told, ...readProbeFacts(reader, probes, { samples, isAnswered }) },
    measures: {
      ease: readFigure(reader, 'easy', reviews, readCount(reader, 'easy_n')),
      apdex: readFigure(reader, 'apdex', probes, samples),
      load_time: readFigure(reader, 'total_ms', probes, samples),
    },
  };
}

/** True when a window ends a month or more before the quarter does. */
function isStaleWindow(windowEnd: string, quarterEnd: string): boolean {
  return windowEnd <= addMonths(quarterEnd, -1);
}

/** The product id where any row knows it, else the older id behind its own prefix: the two spaces overlap. */
function readIdentity(
  cell: (column: string) => string,
  jdmaIds: ReadonlyMap<string, string>,
): Pick<SourceRow, 'publicId' | 'foreignIds'> | null {
  const [id, space] = [cell('id'), cell('id_space')];
  if (!/^\d{1,12}$/.test(id) || (space !== 'xwiki' && space !== 'jdma')) return null;
  const jdma = space === 'jdma' ? id : (jdmaIds.get(id) ?? null);
  const foreignIds = [
    ...(jdma === null ? [] : [{ scheme: 'jdma', value: jdma }]),
    ...(space === 'xwiki' ? [{ scheme: 'xwiki', value: id }] : []),
  ];
  return { publicId: jdma ?? `xwiki${id}`, foreignIds };
}

type Reader = { row: CsvRow; quarter: QuarterContext; note: Note };

function reviewWindow({ row, quarter, note }: Reader): Where {
  const { cells, line } = row;
  const periodEnd = cells.window_end?.trim() || quarter.quarterEnd;
  if (isStaleWindow(periodEnd, quarter.quarterEnd)) note('stale_window', 'window_end');
  return {
    source: sourceOf(quarter.fileName, line),
    periodStart: cells.window_start?.trim() || windowStart(periodEnd, REVIEW_MONTHS),
    periodEnd,
  };
}

function readReviewFacts(reader: Reader, window: Where): Partial<Record<CriterionId, Fact>> {
  const figure = (column: string) => readFigure(reader, column, window, readCount(reader, `${column}_n`));
  const n = readCount(reader, 'satisfaction_n');
  const satisfaction = withCounts(readFigure(reader, 'satisfaction', window, n), readCounts(reader, n));
  return {
    satisfaction: markStale(satisfaction, reader.quarter.quarterEnd),
    clarity: figure('clarity'),
    autonomy: figure('autonomy'),
    help_reachable: figure('help_reachable'),
    help_effective: figure('help_efficient'),
  };
}

/** A mark whose interval needs no other reason says that its window is past. */
function markStale(fact: Fact, quarterEnd: string): Fact {
  const isMarked = fact.counts !== null && isStaleWindow(fact.periodEnd, quarterEnd);
  return isMarked ? { ...fact, reason: 'stale_window' } : fact;
}

/** @param isAnswered whether users answered a question on the procedure, which contradicts a probe that hardly reached it */
function readProbeFacts(
  reader: Reader,
  window: Where,
  { samples, isAnswered }: { samples: number | null; isAnswered: boolean },
): Partial<Record<CriterionId, Fact>> {
  const uptime = readFigure(reader, 'uptime_pct', window, samples, 2);
  const isFlagged = reader.row.cells.probe_suspect?.trim() === '1';
  const blocked = isFlagged && isAnswered && uptime.value !== null;
  return {
    availability: blocked ? { ...uptime, status: 'suspect', reason: 'probe_blocked' } : uptime,
    response_time: readFigure(reader, 'response_ms', window, samples),
  };
}

/**
 * One figure with its n. Nothing was measured when n is 0, nor when n is blank beside a zero: the file writes 0 for
 * "no review".
 *
 * @param shift places the decimal point moves left to reach our unit: 2 from percent to share
 */
function readFigure(
  { row, quarter, note }: Reader,
  column: string,
  where: Where,
  n: number | null,
  shift = 0,
): Fact {
  const { source, periodStart, periodEnd } = where;
  const absent = absentFact('not_reported', { source, periodStart, periodEnd });
  const text = row.cells[column]?.trim() ?? '';
  const value = parseDecimal(text);
  if (text !== '' && value === null) note('unreadable', column);
  if (value === null || n === 0 || (n === null && value === 0)) return absent;
  const decimals = quarter.decimals.get(column) ?? 0;
  return {
    ...absent,
    status: 'measured',
    value: new Decimal(value).times(`1e-${shift}`).toNumber(),
    n,
    sourcePrecision: decimals === 0 ? null : Number(`1e-${decimals + shift}`),
  };
}

/** A number of answers or of samples; null when the cell is blank, or, with a note, when it holds no such number. */
function readCount({ row, note }: Reader, column: string): number | null {
  const text = row.cells[column]?.trim() ?? '';
  if (text === '') return null;
  const count = parseDecimal(text);
  if (count !== null && Number.isSafeInteger(count) && count >= 0 && !text.includes('%')) return count;
  note('unreadable', column);
  return null;
}

/** Answers by grade, in grades of 0 to 10, where the file has them all and they are the n answers that it tells. */
function readCounts(reader: Reader, n: number | null): GradeCounts | null {
  const [bad, medium, good] = ['sat_neg', 'sat_neu', 'sat_pos'].map((column) => readCount(reader, column));
  if (bad == null || medium == null || good == null) return null;
  if (n === null || bad + medium + good === n) return { '0': bad, '5': medium, '10': good };
  reader.note('contradiction', 'satisfaction_n');
  return null;
}

/** A mark with its answers by grade: the mark is then recomputed from them, unrounded. */
function withCounts(fact: Fact, counts: GradeCounts | null): Fact {
  if (fact.value === null || counts === null) return fact;
  return { ...fact, counts, value: meanFromCounts(counts), sourcePrecision: null };
}
