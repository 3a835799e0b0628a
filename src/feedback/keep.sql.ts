/**
 * Writes contributions: one statement a table, whatever their number, in one transaction. Every writer locks the rows of
 * reviews first, in the order of their keys, then those of counts in the order of theirs: none waits in a circle.
 */
import type { Queryable, Transactional } from '../core/database.ts';
import { addCounts } from './add-counts.sql.ts';
import { answerKey, type Batch, mergeBatch, reviewKey } from './batch.ts';
import { columnsOf } from './columns.ts';
import { ordered, type Tally, tally } from './counts.ts';
import {
  type Answer,
  type Contribution,
  isCounted,
  type OutReason,
  type ReviewHead,
  type ReviewState,
  stateFor,
} from './review.ts';

/** A review that was there before the batch, locked. */
type Known = { readonly head: ReviewHead; readonly state: ReviewState };
type KnownAnswer = Pick<Answer, 'question' | 'version' | 'grades'>;

/**
 * Keeps contributions in their order: of two answers to a question the later one stands, and what is kept already
 * changes nothing. Counts follow the rows that really changed.
 *
 * @throws VigieError Unavailable when the store does not answer; the error of a row that it refuses. Nothing is written then
 */
export async function keepContributions(
  db: Transactional,
  contributions: readonly Contribution[],
): Promise<void> {
  const batch = mergeBatch(contributions);
  if (batch.reviews.size === 0) return;
  await db.transaction(async (tx) => {
    const isNew = await insertReviews(tx, batch);
    const known = await lockReviews(tx, batch, isNew);
    const before = await readAnswers(tx, known);
    const counts: Tally = new Map();
    const left = await leaveFigures(tx, batch, known);
    for (const [key, { head }] of left) {
      for (const answer of before.get(key)?.values() ?? []) tally(counts, head, answer, -1);
    }
    for (const key of await writeAnswers(tx, batch)) {
      const written = batch.answers.get(key);
      if (written === undefined) continue;
      const { answer } = written;
      const review = reviewKey(written.head.subjectId, written.head.id);
      const earlier = known.get(review);
      const state = earlier?.state ?? stateFor(batch.reviews.get(review)?.outReason ?? null);
      if (!isCounted(state) || left.has(review)) continue;
      const head = earlier?.head ?? written.head;
      const replaced = before.get(review)?.get(answer.question);
      if (replaced !== undefined) tally(counts, head, replaced, -1);
      tally(counts, head, answer, 1);
    }
    await addCounts(tx, ordered(counts));
  });
}

/** The reviews that were not there, by key; the others are left as they are. */
async function insertReviews(tx: Queryable, { reviews }: Batch): Promise<Set<string>> {
  const rows = [...reviews.values()].map(({ head, outReason, receivedAtMs }) => [
    head.subjectId,
    head.id,
    head.buttonId,
    head.channel,
    head.ending,
    head.step,
    head.serviceVersion,
    head.language,
    head.openedOn,
    new Date(receivedAtMs).toISOString(),
    stateFor(outReason),
    outReason,
  ]);
  const inserted = await tx.query<{ subjectId: number; id: string }>(
    `insert into feedback.review (subject_id, id, button_id, channel, ending, step, service_version, language,
       opened_on, received_at, state, reason)
     select * from unnest($1::bigint[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
       $8::text[], $9::date[], $10::timestamptz[], $11::text[], $12::text[])
     order by 1, 2
     on conflict (subject_id, id) do nothing
     returning subject_id as "subjectId", id`,
    columnsOf(rows, 12),
  );
  return new Set(inserted.map(({ subjectId, id }) => reviewKey(subjectId, id)));
}

type ReviewRow = ReviewHead & { readonly state: ReviewState };

/** The reviews of the batch that were there, which no one else writes before the end of the transaction. */
async function lockReviews(
  tx: Queryable,
  { reviews }: Batch,
  isNew: ReadonlySet<string>,
): Promise<Map<string, Known>> {
  const heads = [...reviews].filter(([key]) => !isNew.has(key)).map(([, { head }]) => head);
  if (heads.length === 0) return new Map();
  const rows = await tx.query<ReviewRow>(
    `select subject_id as "subjectId", id, button_id as "buttonId", channel, ending, step,
            service_version as "serviceVersion", language, opened_on as "openedOn", state
     from feedback.review
     where (subject_id, id) in (select * from unnest($1::bigint[], $2::uuid[]))
     order by subject_id, id for update`,
    columnsOf(
      heads.map(({ subjectId, id }) => [subjectId, id]),
      2,
    ),
  );
  return new Map(rows.map(({ state, ...head }) => [reviewKey(head.subjectId, head.id), { head, state }]));
}

/** What was answered in reviews that are locked, by review, then by question. */
async function readAnswers(
  tx: Queryable,
  known: ReadonlyMap<string, Known>,
): Promise<Map<string, Map<string, KnownAnswer>>> {
  if (known.size === 0) return new Map();
  const keys = [...known.values()].map(({ head }) => [head.subjectId, head.id]);
  const rows = await tx.query<KnownAnswer & { subjectId: number; reviewId: string }>(
    `select subject_id as "subjectId", review_id as "reviewId", question, version, grades from feedback.answer
     where (subject_id, review_id) in (select * from unnest($1::bigint[], $2::uuid[]))`,
    columnsOf(keys, 2),
  );
  const byReview = Map.groupBy(rows, ({ subjectId, reviewId }) => reviewKey(subjectId, reviewId));
  return new Map(
    [...byReview].map(([key, answers]) => [key, new Map(answers.map((one) => [one.question, one]))]),
  );
}

/** The reviews that were counted until this batch, which says that they must not be; by key. */
async function leaveFigures(
  tx: Queryable,
  { reviews }: Batch,
  known: ReadonlyMap<string, Known>,
): Promise<Map<string, Known>> {
  const left = [...known].filter(
    ([key, { state }]) => state === 'counted' && (reviews.get(key)?.outReason ?? null) !== null,
  );
  if (left.length === 0) return new Map();
  const reasonOf = (key: string): OutReason => reviews.get(key)?.outReason ?? 'burst';
  await tx.query(
    `update feedback.review as review set state = given.state, reason = given.reason
     from unnest($1::bigint[], $2::uuid[], $3::text[], $4::text[]) as given (subject_id, id, state, reason)
     where review.subject_id = given.subject_id and review.id = given.id`,
    columnsOf(
      left.map(([key, { head }]) => [head.subjectId, head.id, stateFor(reasonOf(key)), reasonOf(key)]),
      4,
    ),
  );
  return new Map(left);
}

/** The keys of the answers that changed something. An answer withdrawn that was never given changes nothing. */
async function writeAnswers(tx: Queryable, { answers }: Batch): Promise<string[]> {
  const rows = [...answers.values()].map(({ head, answer, answeredAtMs }) => [
    head.subjectId,
    head.id,
    answer.question,
    answer.version,
    head.language,
    answer.grades.join(' '),
    answer.comment,
    new Date(answeredAtMs).toISOString(),
  ]);
  if (rows.length === 0) return [];
  const written = await tx.query<{ subjectId: number; reviewId: string; question: string }>(
    `insert into feedback.answer as kept
       (subject_id, review_id, question, version, language, grades, comment, answered_at)
     select subject_id, review_id, question, version, language, string_to_array(grades, ' '), comment, answered_at
     from unnest($1::bigint[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
       $8::timestamptz[])
       as given (subject_id, review_id, question, version, language, grades, comment, answered_at)
     where grades <> '' or comment is not null or exists (
       select from feedback.answer as held
       where (held.subject_id, held.review_id, held.question) = (given.subject_id, given.review_id, given.question))
     on conflict (subject_id, review_id, question) do update
     set version = excluded.version, language = excluded.language, grades = excluded.grades,
         comment = excluded.comment, answered_at = excluded.answered_at
     where kept.answered_at < excluded.answered_at
        or kept.answered_at = excluded.answered_at
           and (kept.version, kept.grades, kept.comment)
               is distinct from (excluded.version, excluded.grades, excluded.comment)
     returning subject_id as "subjectId", review_id as "reviewId", question`,
    columnsOf(rows, 8),
  );
  return written.map(({ subjectId, reviewId, question }) => answerKey(subjectId, reviewId, question));
}
