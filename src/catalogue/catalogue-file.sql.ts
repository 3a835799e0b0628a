/** The catalogue as one CSV file: read in, written out (docs/catalogue-csv.md). */
import { readCsv, writeCsv } from '../core/csv.ts';
import type { Queryable } from '../core/database.ts';
import { VigieError } from '../core/errors.ts';
import { CATALOGUE_COLUMNS } from './catalogue-columns.ts';
import { type CatalogueLine, type LineFault, readCatalogueLine } from './catalogue-line.ts';
import { type DeclaredOnlineStatus, keyOf, planImport } from './catalogue-plan.ts';
import { catalogueRows } from './catalogue-rows.ts';
import { changesBetween } from './history.ts';
import { checkTree } from './organisation-tree.ts';
import { loadSnapshot, lockCatalogue, saveDraft } from './snapshot.sql.ts';
import type { Histories, Snapshot } from './snapshot.ts';
import { findCode, SUBJECT_KINDS } from './vocabulary.ts';

export type CatalogueImport = {
  /** Lines of the file, its header apart. */
  readonly lines: number;
  readonly subjectsCreated: number;
  /** Versions added or corrected; none when the file says what is known already. */
  readonly versionsWritten: number;
  /** Lines left out (with `skipBad`), in the order of the file. */
  readonly leftOut: readonly LineFault[];
  /** What the column `statut_en_ligne` declares: for the caller to record as observations. */
  readonly onlineStatuses: readonly DeclaredOnlineStatus[];
};

export type ImportOptions = {
  /** The day from which a line without `valable_depuis` holds. */
  readonly today: string;
  /** Write the good lines and list the others, instead of refusing the whole file. */
  readonly skipBad?: boolean;
};

/**
 * Reads a catalogue file into the store.
 * @throws VigieError InvalidInput with every fault of every line (nothing is written then), or one of the header
 */
export async function importCatalogue(
  tx: Queryable,
  bytes: Uint8Array,
  { today, skipBad = false }: ImportOptions,
): Promise<CatalogueImport> {
  const misshapen: LineFault[] = [];
  const { header, rows } = readCsv(bytes, ({ line, message }) => {
    misshapen.push({ line, column: null, value: '', message, dependsOn: null });
  });
  checkHeader(header);
  const readings = rows.map((row) => readCatalogueLine(row, today));
  const unread = rows.filter((_, index) => readings[index]?.line === undefined);
  const keys = unread.flatMap(({ line, cells }) => {
    const kind = findCode(SUBJECT_KINDS, cells.genre ?? '');
    return kind === undefined
      ? []
      : [[keyOf({ kind, identifier: cells.identifiant?.trim() ?? '' }), line] as const];
  });
  const lines = readings.flatMap(({ line }): CatalogueLine[] => (line === undefined ? [] : [line]));
  await lockCatalogue(tx);
  const stored = await loadSnapshot(tx);
  const plan = planImport(stored, lines, new Map(keys));
  const faults = [...misshapen, ...readings.flatMap((reading) => reading.faults), ...plan.faults];
  if (faults.length > 0 && !skipBad) throw refusal(faults);
  checkTree(plan.draft.histories.organisation);
  const savedIds = await saveDraft(tx, stored, plan.draft);
  return {
    lines: rows.length + misshapen.length,
    ...countChanges(stored, plan.draft),
    leftOut: faults.sort((one, other) => one.line - other.line),
    onlineStatuses: plan.onlineStatuses.map((one) => ({ ...one, subjectId: savedIds(one.subjectId) })),
  };
}

/**
 * The whole catalogue, history included, in an order that depends on its contents alone.
 * @param tx a transaction, so that no import is half seen
 * @param statuses what was declared of procedures being online, kept elsewhere
 */
export async function exportCatalogue(
  tx: Queryable,
  statuses: readonly DeclaredOnlineStatus[] = [],
): Promise<Uint8Array> {
  await lockCatalogue(tx);
  const rows = catalogueRows(await loadSnapshot(tx), statuses);
  return new TextEncoder().encode(writeCsv(CATALOGUE_COLUMNS, rows));
}

function checkHeader(header: readonly string[]): void {
  const columns = CATALOGUE_COLUMNS.join(', ');
  const unknown = header
    .filter((column) => !CATALOGUE_COLUMNS.includes(column))
    .map((column) => ({
      path: `line 1, column "${column}"`,
      message: `is not a column of the catalogue; rename it or remove it (the columns are ${columns})`,
    }));
  const missing = ['genre', 'identifiant']
    .filter((column) => !header.includes(column))
    .map((column) => ({ path: `line 1, column "${column}"`, message: 'is missing; add it' }));
  const fields = [...missing, ...unknown];
  if (fields.length > 0)
    throw new VigieError('InvalidInput', 'The first line does not name the right columns.', fields);
}

/** All faults, but those of lines that only lack a line at fault: they will stand once it is corrected. */
function refusal(faults: readonly LineFault[]): VigieError {
  const own = faults
    .filter(({ dependsOn }) => dependsOn === null)
    .sort((one, other) => one.line - other.line);
  const lines = new Set(own.map(({ line }) => line)).size;
  return new VigieError(
    'InvalidInput',
    `Nothing was written: ${lines === 1 ? 'one line is' : `${lines} lines are`} wrong. Correct and import again.`,
    own.map(({ line, column, message }) => ({
      path: column === null ? `line ${line}` : `line ${line}, column "${column}"`,
      message,
    })),
  );
}

function countChanges(
  stored: Snapshot,
  draft: Snapshot,
): { subjectsCreated: number; versionsWritten: number } {
  const families = ['organisation', 'procedure', 'site', 'other'] as const;
  const written = families.map((family) => countPut(stored.histories[family], draft.histories[family]));
  return {
    subjectsCreated: draft.kinds.size - stored.kinds.size,
    versionsWritten: written.reduce((sum, count) => sum + count, 0),
  };
}

function countPut(before: Histories[keyof Histories], after: Histories[keyof Histories]): number {
  let count = 0;
  for (const [id, history] of after)
    count += changesBetween<object>(before.get(id) ?? [], history).put.length;
  return count;
}
