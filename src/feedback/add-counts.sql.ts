/** Changes the counts that figures are made of, beside the rows of answers that they count. */
import type { Queryable } from '../core/database.ts';
import { columnsOf, rowsOf } from './columns.ts';
import type { Count } from './counts.ts';

/**
 * Adds to the counts of days what answers change, negative numbers included: what is packed stays as it is, and figures are
 * the sum of both.
 *
 * @param counts each key once, in the order in which every process locks rows
 */
export async function addCounts(tx: Queryable, counts: readonly Count[]): Promise<void> {
  if (counts.length > 0) await tx.query(insertCounts(), countColumns(counts));
}

/** What adds the counts of `countColumns`, as a statement or as part of one whose parameters they are from `first` on. */
export function insertCounts(first = 1): string {
  return `
    insert into feedback.daily as held (subject_id, question, day, button_id, channel, ending, version, grade, n)
    select * from ${rowsOf(['bigint', 'text', 'date', 'text', 'text', 'text', 'text', 'text', 'integer'], first)}
    on conflict (subject_id, question, day, button_id, channel, ending, version, grade)
    do update set n = held.n + excluded.n`;
}

export function countColumns(counts: readonly Count[]): string[] {
  const rows = counts.map((one) => [
    one.subjectId,
    one.question,
    one.on,
    one.buttonId,
    one.channel,
    one.ending,
    one.version,
    one.grade,
    one.n,
  ]);
  return columnsOf(rows, 9);
}
