/**
 * Writes earlier reviews by thousands, to the same rows and counts as `keepContributions`: what is there is compared here,
 * so that only what differs is sent. One import runs at a time, and no one else writes reviews of its buttons.
 */
import type { Queryable } from '../core/database.ts';
import { columnsOf } from './columns.ts';
import { type Tally, tally } from './counts.ts';
import { type Answer, type Contribution, isCounted, type ReviewHead, type ReviewState } from './review.ts';

export type EarlierKept = { readonly created: number; readonly updated: number; readonly unchanged: number };

type Known = {
  readonly head: ReviewHead;
  readonly state: ReviewState;
  readonly answers: Map<string, Answer>;
};
/** An answer to write, as of a contribution. */
type Given = { readonly of: Contribution; readonly answer: Answer };

/**
 * Keeps earlier reviews, each of which comes once. What was kept of a review before gives way, its day included.
 *
 * @param counts takes what they change; they are right once `addCounts` has written it in the same transaction
 * @param mayBeThere false of the subjects of which none of these reviews can be there: looking for them is dear
 */
export async function keepEarlier(
  tx: Queryable,
  contributions: readonly Contribution[],
  counts: Tally,
  mayBeThere: (subjectId: number) => boolean = () => true,
): Promise<EarlierKept> {
  const known = await readKnown(
    tx,
    contributions.filter(({ review }) => mayBeThere(review.subjectId)),
  );
  const created: Contribution[] = [];
  const moved: Contribution[] = [];
  const added: Given[] = [];
  const changed: Given[] = [];
  let updated = 0;
  for (const one of contributions) {
    const earlier = known.get(one.review.id);
    const isMoved = earlier !== undefined && isElsewhere(earlier.head, one.review);
    const changes = one.answers.filter((answer) =>
      changesOf(earlier?.answers.get(answer.question), answer, isMoved),
    );
    const into = earlier === undefined ? added : changed;
    for (const answer of changes) into.push({ of: one, answer });
    if (earlier === undefined) {
      created.push(one);
      for (const answer of changes) tally(counts, one.review, answer, 1);
      continue;
    }
    if (isMoved) moved.push(one);
    if (isMoved || changes.length > 0) {
      updated += 1;
      if (isCounted(earlier.state)) recount(counts, earlier, one.review, changes);
    }
  }
  await insertReviews(tx, created);
  await moveReviews(tx, moved);
  await writeAnswers(tx, added);
  await writeAnswers(tx, changed, OVER_WHAT_IS_HELD);
  return { created: created.length, updated, unchanged: contributions.length - created.length - updated };
}

/** Whether an answer is to be written over the one that is held. None withdraws what was never given. */
function changesOf(held: Answer | undefined, answer: Answer, isMoved: boolean): boolean {
  if (held === undefined) return answer.grades.length > 0 || answer.comment !== null;
  return (
    isMoved ||
    held.version !== answer.version ||
    held.comment !== answer.comment ||
    held.grades.join(' ') !== answer.grades.join(' ')
  );
}

/** Takes away what a review counted for, and adds what it counts for now. */
function recount(counts: Tally, { head, answers }: Known, now: ReviewHead, changes: readonly Answer[]): void {
  for (const answer of answers.values()) tally(counts, head, answer, -1);
  const after = new Map(answers);
  for (const answer of changes) after.set(answer.question, answer);
  for (const answer of after.values()) tally(counts, now, answer, 1);
}

const HEAD = [
  'buttonId',
  'channel',
  'ending',
  'language',
  'openedOn',
] as const satisfies (keyof ReviewHead)[];

function isElsewhere(held: ReviewHead, given: ReviewHead): boolean {
  return HEAD.some((key) => held[key] !== given[key]);
}

type KnownRow = ReviewHead & { readonly state: ReviewState };

async function readKnown(tx: Queryable, contributions: readonly Contribution[]): Promise<Map<string, Known>> {
  if (contributions.length === 0) return new Map();
  const keys = columnsOf(
    contributions.map(({ review }) => [review.subjectId, review.id]),
    2,
  );
  // One look in the key each, whatever the planner thinks of thousands: it would read the whole table instead.
  const rows = await tx.query<KnownRow>(
    `select held.* from unnest($1::bigint[], $2::uuid[]) as given (subject_id, id), lateral (
       select review.subject_id as "subjectId", review.id, button_id as "buttonId", channel, ending, step,
              service_version as "serviceVersion", language, opened_on as "openedOn", state
       from feedback.review where review.subject_id = given.subject_id and review.id = given.id offset 0) as held`,
    keys,
  );
  const known = new Map<string, Known>(
    rows.map(({ state, ...head }) => [head.id, { head, state, answers: new Map() }]),
  );
  if (known.size === 0) return known;
  const answers = await tx.query<Answer & { reviewId: string }>(
    `select held.* from unnest($1::bigint[], $2::uuid[]) as given (subject_id, id), lateral (
       select review_id as "reviewId", question, version, grades, comment from feedback.answer
       where answer.subject_id = given.subject_id and answer.review_id = given.id offset 0) as held`,
    keys,
  );
  for (const { reviewId, ...answer } of answers) known.get(reviewId)?.answers.set(answer.question, answer);
  return known;
}

/** The rows of `reviewRow`. Instants are sent in ms: as text they would take longer than the rest. */
const GIVEN_REVIEWS = `(
  select subject_id, id, button_id, channel, ending, language, opened_on, to_timestamp(ms / 1000) as received_at
  from unnest($1::bigint[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::date[], $8::float8[])
    as sent (subject_id, id, button_id, channel, ending, language, opened_on, ms)) as given`;

async function insertReviews(tx: Queryable, created: readonly Contribution[]): Promise<void> {
  if (created.length === 0) return;
  await tx.query(
    `insert into feedback.review (subject_id, id, button_id, channel, ending, language, opened_on, received_at, state)
     select subject_id, id, button_id, channel, ending, language, opened_on, received_at, 'counted'
     from ${GIVEN_REVIEWS} order by 1, 2`,
    columnsOf(created.map(reviewRow), 8),
  );
}

/** What is new of reviews that are kept. */
async function moveReviews(tx: Queryable, moved: readonly Contribution[]): Promise<void> {
  if (moved.length === 0) return;
  await tx.query(
    `update feedback.review as held
     set button_id = given.button_id, channel = given.channel, ending = given.ending, language = given.language,
         opened_on = given.opened_on, received_at = given.received_at
     from ${GIVEN_REVIEWS}
     where held.subject_id = given.subject_id and held.id = given.id`,
    columnsOf(moved.map(reviewRow), 8),
  );
}

function reviewRow({ review, receivedAtMs }: Contribution) {
  const { subjectId, id, buttonId, channel, ending, language, openedOn } = review;
  return [subjectId, id, buttonId, channel, ending, language, openedOn, receivedAtMs];
}

const OVER_WHAT_IS_HELD = `
  on conflict (subject_id, review_id, question) do update
  set version = excluded.version, language = excluded.language, grades = excluded.grades,
      comment = excluded.comment, answered_at = excluded.answered_at`;

/** Answers of new reviews are written as such: looking for conflicts takes as long again. */
async function writeAnswers(tx: Queryable, given: readonly Given[], onConflict = ''): Promise<void> {
  if (given.length === 0) return;
  const rows = given.map(
    ({ of: { review, receivedAtMs }, answer: { question, version, grades, comment } }) => [
      review.subjectId,
      review.id,
      question,
      version,
      review.language,
      grades.join(' '),
      comment,
      receivedAtMs,
    ],
  );
  await tx.query(
    `insert into feedback.answer
       (subject_id, review_id, question, version, language, grades, comment, answered_at)
     select subject_id, review_id, question, version, language, string_to_array(grades, ' '), comment,
            to_timestamp(ms / 1000)
     from unnest($1::bigint[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
       $8::float8[])
       as given (subject_id, review_id, question, version, language, grades, comment, ms)
     order by 1, 2, 3 ${onConflict}`,
    columnsOf(rows, 8),
  );
}
