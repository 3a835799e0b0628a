/** How many reviews came within short windows of time: beside an incident, they say whether users could still answer. */
import type { Queryable } from '../core/database.ts';
import { FORM_LIFE_MS, newReviewId } from './form-token.ts';

export type ReviewWindow = { readonly subjectId: number; readonly from: Date; readonly to: Date };

/** Reviews are read one by one: a window is bounded. */
export const LONGEST_WINDOW_MS = 7 * 86_400_000;

const [LOWEST, HIGHEST] = [new Uint8Array(10), new Uint8Array(10).fill(0xff)];

/**
 * How many reviews of each window were received in it, its end left out, in the order of the windows: those that figures count.
 * Ids tell when a form was opened, so that only those opened in time are read. Reviews of an earlier service have no instant,
 * and are not among them.
 *
 * @throws RangeError for a window longer than `LONGEST_WINDOW_MS`
 */
export async function countReceived(db: Queryable, windows: readonly ReviewWindow[]): Promise<number[]> {
  if (windows.length === 0) return [];
  if (windows.some(({ from, to }) => to.getTime() - from.getTime() > LONGEST_WINDOW_MS)) {
    throw new RangeError('a window of reviews is too long');
  }
  const rows = await db.query<{ n: number }>(
    `select count(review.id) as n
     from unnest($1::bigint[], $2::timestamptz[], $3::timestamptz[], $4::uuid[], $5::uuid[])
       with ordinality as asked (subject_id, starts_at, ends_at, first_id, last_id, place)
     left join feedback.review on review.subject_id = asked.subject_id and review.id between first_id and last_id
       and received_at >= starts_at and received_at < ends_at and state in ('counted', 'released')
     group by place order by place`,
    [
      windows.map(({ subjectId }) => subjectId),
      windows.map(({ from }) => from),
      windows.map(({ to }) => to),
      windows.map(({ from }) => newReviewId(from.getTime() - FORM_LIFE_MS, LOWEST)),
      windows.map(({ to }) => newReviewId(to.getTime(), HIGHEST)),
    ],
  );
  return rows.map(({ n }) => n);
}
