import { type Fact, NO_FIGURE } from '../core/figure.ts';
import type { CriterionId } from '../criteria/index.ts';

export type SourceFile = { readonly bytes: Uint8Array; readonly name: string };

/** One procedure as a file of figures gives it: who it is, and what the file says of it. */
export type SourceRow = {
  readonly line: number;
  readonly publicId: string;
  readonly foreignIds: readonly { scheme: string; value: string }[];
  /** Null when the file gives none: see `nameOf`. */
  readonly name: string | null;
  readonly perimeter: string | null;
  readonly ministry: string | null;
  readonly organisation: string | null;
  /** Audiences in the words of the file; undefined when the file has no such column. */
  readonly audiences?: readonly string[];
  /** The address exactly as published, spaces included; null when the cell is empty. */
  readonly publishedUrl: string | null;
  readonly facts: Partial<Record<CriterionId, Fact>>;
  /** Figures kept as observations that no criterion judges, by indicator id. */
  readonly measures: Readonly<Record<string, Fact>>;
};

/**
 * What a file holds and the edition does not, or holds otherwise. Kept with the edition and shown on its page.
 *
 * - `left_out`: the row is not in the edition;
 * - `unreadable`: the cell is not understood, the figure is "not reported" and the cell is kept here;
 * - `unused_column`: the column is none of a published edition and is left alone;
 * - `contradiction`: the share of the row is not that of its volumes, or its answers by grade are not the n it tells;
 * - `unnamed`: the row has no name, its address stands for it;
 * - `stale_window`: the figures of the row are of an earlier window than the edition's.
 */
export type ReadingNote = {
  readonly line: number;
  readonly code: 'left_out' | 'unreadable' | 'unused_column' | 'contradiction' | 'unnamed' | 'stale_window';
  readonly column: string;
  readonly value: string;
  /** Why, for `left_out`. */
  readonly reason: 'wrong_cells' | 'no_id' | 'bad_id' | 'repeated_id' | 'no_name' | null;
};

export type SourceReading = { readonly rows: SourceRow[]; readonly notes: ReadingNote[] };

/** The name a row goes by: its own, else its address without the scheme. */
export function nameOf(row: SourceRow): string {
  return row.name ?? (row.publishedUrl ?? '').trim().replace(/^https?:\/\//, '');
}

/** Where a figure stands in a file: `edition-2025-10.csv#L12`. */
export function sourceOf(fileName: string, line: number): string {
  return `${fileName}#L${line}`;
}

/** A fact without a value; the blank that others fill in. */
export function absentFact(
  status: 'not_reported' | 'not_applicable' | 'insufficient',
  where: Pick<Fact, 'periodStart' | 'periodEnd' | 'source'>,
): Fact {
  return { ...NO_FIGURE, status, ...where, origin: 'imported' };
}
