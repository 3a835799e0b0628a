/**
 * Reads the edition file as the observatory publishes it ("Vos démarches essentielles", 23 columns), with its
 * untidiness; docs/edition-files.md lists each oddity and what becomes of it.
 */
import { type MisshapenRecord, readCsv } from '../core/csv.ts';
import type { Methodology } from '../criteria/index.ts';
import { type Column, findColumns } from './published-columns.ts';
import { readPublishedRow } from './published-row.ts';
import type { ReadingNote, SourceReading, SourceRow } from './source-row.ts';

/**
 * Reads a published edition file.
 *
 * @param fileName the file's own name, kept as the source of each figure
 * @returns one row a procedure, and a note for each row left out or cell not understood
 * @throws VigieError InvalidInput when the file is not CSV or lacks a column
 */
export function readPublishedEdition(
  bytes: Uint8Array,
  fileName: string,
  methodology: Methodology,
  cutoffOn: string,
): SourceReading {
  const misshapen: MisshapenRecord[] = [];
  const csv = readCsv(bytes, (record) => misshapen.push(record));
  const { columns, unused } = findColumns(csv.header);
  const rows: SourceRow[] = [];
  const notes = unused.map(
    (column): ReadingNote => ({ line: 1, code: 'unused_column', column, value: '', reason: null }),
  );
  for (const { line } of misshapen) {
    notes.push({ line, code: 'left_out', column: columns.id, value: '', reason: 'wrong_cells' });
  }
  const seen = new Set<string>();
  for (const { line, cells } of csv.rows) {
    const cell = (column: Column): string => cells[columns[column]] ?? '';
    const leftOut = whyLeftOut(cell('id').trim(), cell('name').trim(), seen);
    if (leftOut !== null) {
      const column = columns[leftOut === 'no_name' ? 'name' : 'id'];
      notes.push({ line, code: 'left_out', column, value: cells[column] ?? '', reason: leftOut });
      continue;
    }
    seen.add(cell('id').trim());
    rows.push(readPublishedRow({ line, cell, columns, fileName, methodology, cutoffOn, notes }));
  }
  return { rows, notes };
}

function whyLeftOut(id: string, name: string, seen: Set<string>): ReadingNote['reason'] {
  if (id === '') return 'no_id';
  if (!/^[1-9]\d{0,11}$/.test(id)) return 'bad_id';
  if (seen.has(id)) return 'repeated_id';
  return name === '' ? 'no_name' : null;
}
