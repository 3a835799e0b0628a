/** The targets of a file come into the store. */
import { subjectIdsByPublicId } from '../catalogue/index.ts';
import { refusal } from '../core/csv-form.ts';
import type { Queryable } from '../core/database.ts';
import { type FieldError, VigieError } from '../core/errors.ts';
import { addTarget, type UseOutcome } from './target.sql.ts';
import { readTargetFile } from './target-file.ts';

/** How many lines of the file did what. */
export type TargetImport = Readonly<Record<UseOutcome, number>>;

/**
 * Reads a file of targets and keeps them: what is there already is left as it is, and what the file does not tell too. Read
 * twice, it changes nothing the second time.
 *
 * @throws VigieError InvalidInput with every fault at once: those of the lines, else the targets that the store has at
 *   another pace
 */
export async function importTargets(
  tx: Queryable,
  bytes: Uint8Array,
  { author, now }: { readonly author: string; readonly now: Date },
): Promise<TargetImport> {
  const subjects = await subjectIdsByPublicId(tx);
  const lines = readTargetFile(bytes, (id) => subjects.get(id));
  const counts = { created: 0, shared: 0, changed: 0, unchanged: 0 };
  const faults: FieldError[] = [];
  for (const { line, ...asked } of lines) {
    try {
      const { outcome } = await addTarget(tx, { ...asked, author }, now);
      counts[outcome] += 1;
    } catch (error) {
      if (!(error instanceof VigieError && error.code === 'Conflict')) throw error;
      faults.push({ path: `line ${line}, column "intervalle"`, message: error.message });
    }
  }
  if (faults.length > 0) throw refusal(faults);
  return counts;
}
