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
  return {
    line: row.line,
    ...identity,
    name: cell('nom') || null,
    perimeter: cell('perimetre') || null,
    ministry: cell('ministere') || null,
    organisation: cell('administration') || null,
    publishedUrl: row.cells.url || null,
    facts: { ...readReviewFacts(reader, reviews), ...readProbeFacts(reader, probes) },
    measures: {
      ease: readFigure(reader, 'easy', reviews, 'easy_n'),
      apdex: readFigure(reader, 'apdex', probes, 'probes'),
      load_time: readFigure(reader, 'total_ms', probes, 'probes'),
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
  return {
    satisfaction: markStale(
      withCounts(readFigure(reader, 'satisfaction', window, 'satisfaction_n'), readCounts(reader)),
      reader.quarter.quarterEnd,
    ),
    clarity: readFigure(reader, 'clarity', window, 'clarity_n'),
    autonomy: readFigure(reader, 'autonomy', window, 'autonomy_n'),
    help_reachable: readFigure(reader, 'help_reachable', window, 'help_reachable_n'),
    help_effective: readFigure(reader, 'help_efficient', window, 'help_efficient_n'),
  };
}

/** A mark whose interval needs no other reason says that its window is past. */
function markStale(fact: Fact, quarterEnd: string): Fact {
  const isMarked = fact.counts !== null && isStaleWindow(fact.periodEnd, quarterEnd);
  return isMarked ? { ...fact, reason: 'stale_window' } : fact;
}

function readProbeFacts(reader: Reader, window: Where): Partial<Record<CriterionId, Fact>> {
  const uptime = readFigure(reader, 'uptime_pct', window, 'probes', 2);
  const blocked = reader.row.cells.probe_suspect?.trim() === '1' && uptime.value !== null;
  return {
    availability: blocked ? { ...uptime, status: 'suspect', reason: 'probe_blocked' } : uptime,
    response_time: readFigure(reader, 'response_ms', window, 'probes'),
  };
}

/**
 * One figure with its n. Nothing was measured when n is 0, nor when n is blank beside a zero: the file writes 0 for
 * "no review".
 *
 * @param shift places the decimal point moves left to reach our unit: 2 from percent to share
 */
function readFigure(reader: Reader, column: string, where: Where, nColumn: string, shift = 0): Fact {
  const { row, quarter, note } = reader;
  const { source, periodStart, periodEnd } = where;
  const absent = absentFact('not_reported', { source, periodStart, periodEnd });
  const text = row.cells[column]?.trim() ?? '';
  const nText = row.cells[nColumn]?.trim() ?? '';
  const value = parseDecimal(text);
  const n = parseDecimal(nText);
  if (text !== '' && value === null) note('unreadable', column);
  if (nText !== '' && !Number.isInteger(n)) note('unreadable', nColumn);
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

/** Answers by grade, in grades of 0 to 10, where the file has them. */
function readCounts({ row }: Reader): GradeCounts | null {
  const [bad, medium, good] = [row.cells.sat_neg, row.cells.sat_neu, row.cells.sat_pos].map((text) =>
    text?.trim() ? parseDecimal(text) : null,
  );
  return bad == null || medium == null || good == null ? null : { '0': bad, '5': medium, '10': good };
}

/** A mark with its answers by grade: the mark is then recomputed from them, unrounded. */
function withCounts(fact: Fact, counts: GradeCounts | null): Fact {
  if (fact.value === null || counts === null) return fact;
  return { ...fact, counts, value: meanFromCounts(counts), sourcePrecision: null };
}
