/**
 * Writes contributions: one statement a table, whatever their number, in one transaction. Every writer locks the rows of
 * reviews first, in the order of their keys, then those of counts in the order of theirs: none waits in a circle.
 *
 * Of reviews that are new nothing was there to compare with: one statement for all three tables. Where one of them was
 * there after all, its key refuses it, and the whole is written as the others are.
 */
import type { Queryable, Transactional } from '../core/database.ts';
import { addCounts, countColumns, insertCounts } from './add-counts.sql.ts';
import { type Batch, mergeBatch } from './batch.ts';
import { columnsOf, rowsOf } from './columns.ts';
import { ordered, type Tally, tally } from './counts.ts';
import {
  type Answer,
  type Contribution,
  isCounted,
  type ReviewHead,
  type ReviewState,
  stateFor,
} from './review.ts';

function reviewKey({ subjectId, id }: Pick<ReviewHead, 'subjectId' | 'id'>): string {
  return `${subjectId} ${id}`;
}

function answerKey(review: string, question: string): string {
  return `${review} ${question}`;
}

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
  if (batch.length === 0) return;
  if (!batch.every(({ isNew }) => isNew)) return keepAny(db, batch);
  try {
    await keepNew(db, batch);
  } catch (error) {
    if ((error as { code?: string }).code !== UNIQUE_VIOLATION) throw error;
    await keepAny(db, batch);
  }
}

const UNIQUE_VIOLATION = '23505';

/** Keeps reviews that are not there. @throws an error of `UNIQUE_VIOLATION` where one is */
async function keepNew(db: Transactional, batch: Batch): Promise<void> {
  const counts: Tally = [];
  for (const { head, outReason, answers } of batch) {
    if (!isCounted(stateFor(outReason))) continue;
    for (const { answer } of answers) tally(counts, head, answer, 1);
  }
  const given = [...reviewColumns(batch), ...answerColumns(batch), ...countColumns(ordered(counts))];
  await db.query(KEEP_NEW, given);
}

/** Keeps contributions to reviews that may be there. */
async function keepAny(db: Transactional, batch: Batch): Promise<void> {
  await db.transaction(async (tx) => {
    const isNew = await insertReviews(tx, batch);
    const known = await lockReviews(tx, batch, isNew);
    const before = await readAnswers(tx, known);
    const counts: Tally = [];
    const left = await leaveFigures(tx, batch, known);
    for (const [key, { head }] of left) {
      for (const answer of before.get(key)?.values() ?? []) tally(counts, head, answer, -1);
    }
    const written = await writeAnswers(tx, batch);
    for (const { head: given, outReason, answers } of batch) {
      const key = reviewKey(given);
      const { head, state } = known.get(key) ?? { head: given, state: stateFor(outReason) };
      if (!isCounted(state) || left.has(key)) continue;
      for (const { answer } of answers) {
        if (!written.has(answerKey(key, answer.question))) continue;
        const replaced = before.get(key)?.get(answer.question);
        if (replaced !== undefined) tally(counts, head, replaced, -1);
        tally(counts, head, answer, 1);
      }
    }
    await addCounts(tx, ordered(counts));
  });
}

/** Instants are sent in ms: PostgreSQL reads a number faster than a date, and so is it written. */
const REVIEW_TYPES = ['bigint', 'uuid', ...Array<'text'>(6).fill('text'), 'date', 'float8', 'text', 'text'];
const INSERT_REVIEWS = `
  insert into feedback.review (subject_id, id, button_id, channel, ending, step, service_version, language,
    opened_on, received_at, state, reason)
  select subject_id, id, button_id, channel, ending, step, service_version, language, opened_on,
         to_timestamp(ms / 1000), state, reason
  from ${rowsOf(REVIEW_TYPES)}
    as given (subject_id, id, button_id, channel, ending, step, service_version, language, opened_on, ms, state,
      reason)
  order by subject_id, id`;

function reviewColumns(batch: Batch): string[] {
  const rows = batch.map(({ head, outReason, receivedAtMs }) => [
    head.subjectId,
    head.id,
    head.buttonId,
    head.channel,
    head.ending,
    head.step,
    head.serviceVersion,
    head.language,
    head.openedOn,
    receivedAtMs,
    stateFor(outReason),
    outReason,
  ]);
  return columnsOf(rows, REVIEW_TYPES.length);
}

/** The reviews that were not there, by key; the others are left as they are. */
async function insertReviews(tx: Queryable, batch: Batch): Promise<Set<string>> {
  const inserted = await tx.query<{ subjectId: number; id: string }>(
    `${INSERT_REVIEWS} on conflict (subject_id, id) do nothing returning subject_id as "subjectId", id`,
    reviewColumns(batch),
  );
  return new Set(inserted.map(reviewKey));
}

type ReviewRow = ReviewHead & { readonly state: ReviewState };

/** The reviews of the batch that were there, which no one else writes before the end of the transaction. */
async function lockReviews(
  tx: Queryable,
  batch: Batch,
  isNew: ReadonlySet<string>,
): Promise<Map<string, Known>> {
  const heads = batch.map(({ head }) => head).filter((head) => !isNew.has(reviewKey(head)));
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
  return new Map(rows.map(({ state, ...head }) => [reviewKey(head), { head, state }]));
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
  const byReview = Map.groupBy(rows, ({ subjectId, reviewId: id }) => reviewKey({ subjectId, id }));
  return new Map(
    [...byReview].map(([key, answers]) => [key, new Map(answers.map((one) => [one.question, one]))]),
  );
}

/** The reviews that were counted until this batch, which says that they must not be; by key. */
async function leaveFigures(
  tx: Queryable,
  batch: Batch,
  known: ReadonlyMap<string, Known>,
): Promise<Map<string, Known>> {
  const left = new Map<string, Known>();
  const rows = batch.flatMap(({ head, outReason }) => {
    const key = reviewKey(head);
    const earlier = known.get(key);
    if (outReason === null || earlier?.state !== 'counted') return [];
    left.set(key, earlier);
    return [[head.subjectId, head.id, stateFor(outReason), outReason]];
  });
  if (rows.length === 0) return left;
  await tx.query(
    `update feedback.review as review set state = given.state, reason = given.reason
     from unnest($1::bigint[], $2::uuid[], $3::text[], $4::text[]) as given (subject_id, id, state, reason)
     where review.subject_id = given.subject_id and review.id = given.id`,
    columnsOf(rows, 4),
  );
  return left;
}

const ANSWER_TYPES = ['bigint', 'uuid', 'text', 'text', 'text', 'text', 'text', 'float8'];

/** What inserts the answers of `answerColumns`, whose parameters they are from `first` on. */
const insertAnswers = (first = 1) => `
  insert into feedback.answer as kept
    (subject_id, review_id, question, version, language, grades, comment, answered_at)
  select subject_id, review_id, question, version, language, string_to_array(grades, ' '), comment,
         to_timestamp(ms / 1000)
  from ${rowsOf(ANSWER_TYPES, first)}
    as given (subject_id, review_id, question, version, language, grades, comment, ms)`;

/** New reviews with their answers and counts: one statement is one transaction, one message and one commit. */
const KEEP_NEW = `
  with answered as (${insertAnswers(REVIEW_TYPES.length + 1)}
  ), counted as (${insertCounts(REVIEW_TYPES.length + ANSWER_TYPES.length + 1)}
  )
  ${INSERT_REVIEWS}`;

/** An answer left blank has its row too: what was said before it may still wait in the journal of another process. */
function answerColumns(batch: Batch): string[] {
  const rows = batch.flatMap(({ head, answers }) =>
    answers.map(({ answer, answeredAtMs }) => [
      head.subjectId,
      head.id,
      answer.question,
      answer.version,
      head.language,
      answer.grades.join(' '),
      answer.comment,
      answeredAtMs,
    ]),
  );
  return columnsOf(rows, ANSWER_TYPES.length);
}

/** The keys of the answers that changed something. */
async function writeAnswers(tx: Queryable, batch: Batch): Promise<Set<string>> {
  if (batch.every(({ answers }) => answers.length === 0)) return new Set();
  const written = await tx.query<{ subjectId: number; reviewId: string; question: string }>(
    `${insertAnswers()}
     on conflict (subject_id, review_id, question) do update
     set version = excluded.version, language = excluded.language, grades = excluded.grades,
         comment = excluded.comment, answered_at = excluded.answered_at
     where kept.answered_at < excluded.answered_at
        or kept.answered_at = excluded.answered_at
           and (kept.version, kept.grades, kept.comment)
               is distinct from (excluded.version, excluded.grades, excluded.comment)
     returning subject_id as "subjectId", review_id as "reviewId", question`,
    answerColumns(batch),
  );
  return new Set(
    written.map(({ subjectId, reviewId: id, question }) => answerKey(reviewKey({ subjectId, id }), question)),
  );
}
