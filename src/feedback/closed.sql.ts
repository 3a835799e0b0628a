/** What a server that was cut off from the store took for a button that was closed meanwhile. */
import type { Queryable } from '../core/database.ts';
import { columnsOf, rowsOf } from './columns.ts';
import type { Contribution } from './review.ts';

/**
 * Leaves out of the figures the reviews that begin with one of these contributions, at a button that was closed before it was
 * received. Nothing is lost of what was acknowledged. Further answers to a review that was begun in time stand.
 */
export async function leaveOutClosed(
  db: Queryable,
  contributions: readonly Contribution[],
): Promise<Contribution[]> {
  const begun = contributions.filter(({ isNew }) => isNew === true);
  if (begun.length === 0) return [...contributions];
  const rows = begun.map(({ review, receivedAtMs }) => [
    review.subjectId,
    review.id,
    review.buttonId,
    receivedAtMs,
  ]);
  const late = await db.query<{ id: string }>(
    `select given.id from ${rowsOf(['bigint', 'uuid', 'text', 'float8'])} as given (subject_id, id, button_id, ms)
       join feedback.button on button.id = given.button_id
     where closed_at <= to_timestamp(ms / 1000) and not exists (
       select from feedback.review where review.subject_id = given.subject_id and review.id = given.id)`,
    columnsOf(rows, 4),
  );
  const ids = new Set(late.map(({ id }) => id));
  return contributions.map((one) =>
    one.isNew === true && ids.has(one.review.id) ? { ...one, outReason: 'closed' } : one,
  );
}
