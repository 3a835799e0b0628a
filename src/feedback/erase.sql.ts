/** Comments that are erased at somebody's request, who recognised themselves in them, or another. */
import type { Queryable, Transactional } from '../core/database.ts';
import { VigieError } from '../core/errors.ts';
import { addCounts } from './add-counts.sql.ts';
import { ordered, type Tally, tally } from './counts.ts';
import { lockEarlierReviews } from './import-keep.sql.ts';
import { type Answer, isCounted, type ReviewHead, type ReviewState } from './review.ts';

/** A comment as it is kept. */
export type KeptComment = {
  readonly reviewId: string;
  /** Day on which its form was opened. */
  readonly openedOn: string;
  readonly text: string;
};

/** By whom something is done to reviews, why and when. */
export type Decision = { readonly author: string; readonly reason: string; readonly now: Date };

/**
 * The comments of a subject: of one review, or of those given on a day in France (their form may have been opened the day
 * before); the oldest first. Reviews out of the figures are among them.
 */
export function listComments(
  db: Queryable,
  subjectId: number,
  { reviewId = null, day = null }: { reviewId?: string | null; day?: string | null },
): Promise<KeptComment[]> {
  return db.query<KeptComment>(
    `select review.id as "reviewId", review.opened_on as "openedOn", comment as text
     from feedback.review join feedback.answer
       on answer.subject_id = review.subject_id and answer.review_id = review.id
     where review.subject_id = $1 and comment is not null and ($2::uuid is null or review.id = $2)
       and ($3::date is null or review.opened_on = $3 or (answered_at at time zone 'Europe/Paris')::date = $3)
     order by answered_at, review.id, question`,
    [subjectId, reviewId, day],
  );
}

/**
 * Erases what a review says in its own words, and no other of its answers: it has no comment from then on, in the counts
 * either. What was sent before and still waits in a journal does not bring it back, nor does a file imported again. Author,
 * reason and instant are kept, without the text. Waits for the end of an import of earlier reviews.
 *
 * @throws VigieError NotFound when the subject has no such review, or it has no comment
 */
export async function eraseComment(
  db: Transactional,
  { subjectId, reviewId }: { readonly subjectId: number; readonly reviewId: string },
  { author, reason, now }: Decision,
): Promise<void> {
  await db.transaction(async (tx) => {
    await lockEarlierReviews(tx);
    const [review] = await tx.query<ReviewHead & { readonly state: ReviewState }>(
      `select subject_id as "subjectId", id, button_id as "buttonId", channel, ending, step,
              service_version as "serviceVersion", language, opened_on as "openedOn", state
       from feedback.review where subject_id = $1 and id = $2 for update`,
      [subjectId, reviewId],
    );
    const comments = await tx.query<Pick<Answer, 'question' | 'version' | 'grades'>>(
      `select question, version, grades from feedback.answer
       where subject_id = $1 and review_id = $2 and comment is not null`,
      [subjectId, reviewId],
    );
    if (review === undefined || comments.length === 0) {
      throw new VigieError('NotFound', `There is no comment in a review "${reviewId}" there.`);
    }
    // A blank answer, later than any that waits elsewhere: of two answers to a question the later one stands.
    await tx.query(
      `update feedback.answer set grades = '{}', comment = null, answered_at = greatest(answered_at, $3)
       where subject_id = $1 and review_id = $2 and comment is not null`,
      [subjectId, reviewId, now],
    );
    const counts: Tally = [];
    if (isCounted(review.state)) for (const one of comments) tally(counts, review, one, -1);
    await addCounts(tx, ordered(counts));
    await tx.query(
      `insert into feedback.erasure (subject_id, review_id, author, reason, erased_at)
       values ($1, $2, $3, $4, $5)`,
      [subjectId, reviewId, author, reason, now],
    );
  });
}
