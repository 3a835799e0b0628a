/** How the procedures of an edition are chosen: the most used, or a list with a reason for each. Pure. */
import { readCsv } from '../core/csv.ts';
import { type FieldError, VigieError } from '../core/errors.ts';
import type { Selection } from './published-edition.ts';

/** A procedure that may be chosen. */
export type Candidate = {
  readonly publicId: string;
  /** Ids that others give it, any of which a list may use. */
  readonly otherIds: readonly string[];
  /** Procedures completed over 12 months, all channels; null when unknown. */
  readonly volume: number | null;
};

export type Selected<Of extends Candidate> = {
  readonly selection: Selection;
  /** In the order of the edition: the most used first, or that of the list. */
  readonly chosen: readonly { readonly candidate: Of; readonly reason: string | null }[];
};

const LONGEST_REASON = 200;

/**
 * The `count` most used candidates; equals by public id. Those whose volume is unknown cannot be ranked: the selection
 * says how many they are.
 * @throws VigieError InvalidInput when no volume is known
 */
export function selectMostUsed<Of extends Candidate>(candidates: readonly Of[], count: number): Selected<Of> {
  const ranked = candidates
    .filter(({ volume }) => volume !== null)
    .sort((a, b) => (b.volume ?? 0) - (a.volume ?? 0) || compareIds(a.publicId, b.publicId));
  if (ranked.length === 0) {
    const message = `None of the ${candidates.length} procedures of the catalogue has a known volume: import volumes, or choose by a list.`;
    throw new VigieError('InvalidInput', 'The most used procedures cannot be told.', [
      { path: 'selection', message },
    ]);
  }
  return {
    selection: {
      rule: 'top',
      count,
      measure: 'volume_total',
      candidates: ranked.length,
      without_volume: candidates.length - ranked.length,
    },
    chosen: ranked.slice(0, count).map((candidate) => ({ candidate, reason: null })),
  };
}

function compareIds(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true });
}

/** One line of a list: the id of a procedure, and why it is in the edition. */
export type ListedProcedure = { readonly line: number; readonly id: string; readonly reason: string };

/**
 * Reads a list of procedures: CSV with the columns `id` and `motif`.
 * @throws VigieError InvalidInput with every fault at once, by line
 */
export function readSelectionList(bytes: Uint8Array): ListedProcedure[] {
  const { header, rows } = readCsv(bytes);
  const missing = ['id', 'motif'].filter((column) => !header.includes(column));
  if (missing.length > 0) {
    const faults = missing.map((path) => ({ path, message: 'column missing; add it' }));
    throw new VigieError('InvalidInput', 'A list of procedures has the columns id and motif.', faults);
  }
  const listed = rows.map(({ line, cells }) => ({
    line,
    id: cells.id?.trim() ?? '',
    reason: cells.motif?.trim() ?? '',
  }));
  const faults = listed.flatMap(({ line, id, reason }): FieldError[] => [
    ...(id === ''
      ? [{ path: `line ${line}, column id`, message: 'empty; write the id of a procedure' }]
      : []),
    ...(reason === '' || reason.length > LONGEST_REASON
      ? [
          {
            path: `line ${line}, column motif`,
            message: `write why the procedure is chosen, in 1 to ${LONGEST_REASON} characters`,
          },
        ]
      : []),
  ]);
  if (listed.length === 0) faults.push({ path: 'line 2', message: 'the list is empty; name a procedure' });
  if (faults.length > 0) throw new VigieError('InvalidInput', 'The list cannot be used.', faults);
  return listed;
}

/**
 * The candidates that a list names, in its order.
 * @throws VigieError InvalidInput with every id that names none of them, or one already named
 */
export function selectListed<Of extends Candidate>(
  candidates: readonly Of[],
  listed: readonly ListedProcedure[],
  source: { name: string; sha256: string },
): Selected<Of> {
  const byId = new Map([
    ...candidates.flatMap((one) => one.otherIds.map((id): [string, Of] => [id, one])),
    ...candidates.map((one): [string, Of] => [one.publicId, one]),
  ]);
  const firstLines = new Map<Of, number>();
  const faults: FieldError[] = [];
  const chosen = listed.flatMap(({ line, id, reason }) => {
    const candidate = byId.get(id);
    const firstLine = candidate && firstLines.get(candidate);
    const fault =
      candidate === undefined
        ? `"${id}" is no procedure of the catalogue on the cut-off day`
        : firstLine === undefined
          ? null
          : `"${id}" is the procedure of line ${firstLine} again; remove one`;
    if (fault !== null) faults.push({ path: `line ${line}, column id`, message: fault });
    if (candidate === undefined) return [];
    firstLines.set(candidate, firstLine ?? line);
    return [{ candidate, reason }];
  });
  if (faults.length > 0) throw new VigieError('InvalidInput', 'The list cannot be used.', faults);
  return { selection: { rule: 'list', source }, chosen };
}
