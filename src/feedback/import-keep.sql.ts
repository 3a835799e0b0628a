/**
 * Writes earlier reviews by thousands, to the same rows and counts as `keepContributions`: what is there is compared here,
 * so that only what differs is sent, and what is new is copied. Nobody else writes reviews of these buttons meanwhile.
 */
import type { Queryable, Transaction } from '../core/database.ts';
import { columnsOf } from './columns.ts';
import { createCopy } from './import-copy.sql.ts';
import type { MonthTally } from './month-tally.ts';
import { type Answer, type Contribution, isCounted, type ReviewHead, type ReviewState } from './review.ts';

export type EarlierKept = { readonly created: number; readonly updated: number; readonly unchanged: number };

type Known = {
  readonly head: ReviewHead;
  readonly state: ReviewState;
  /** Whether its comment was erased (erase.sql.ts): no file brings it back. */
  readonly isErased: boolean;
  readonly answers: Map<string, Answer>;
};
/** An answer to write, as of a contribution. */
type Given = { readonly of: Contribution; readonly answer: Answer };

/**
 * Waits until nobody else imports earlier reviews, or erases what one of them says: until the end of the transaction, what is
 * read of them stays as it is.
 */
export async function lockEarlierReviews(tx: Queryable): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('vigie.earlier-reviews'))`);
}

/**
 * Compares earlier reviews, each of which comes once, with what is kept: that gives way, its day included.
 *
 * @param counts takes what they change; counts are right once that is packed in the same transaction
 * @param mayBeThere false of the subjects of which none of these reviews can be there: looking for them is dear
 * @returns what becomes of them, once `write` has been called
 */
export async function compareEarlier(
  tx: Transaction,
  contributions: readonly Contribution[],
  counts: MonthTally,
  mayBeThere: (subjectId: number) => boolean = () => true,
): Promise<{ kept: EarlierKept; write(): Promise<void> }> {
  const known = await readKnown(
    tx,
    contributions.filter(({ review }) => mayBeThere(review.subjectId)),
  );
  const added = createCopy();
  const moved: Contribution[] = [];
  const changed: Given[] = [];
  let [created, updated] = [0, 0];
  for (const one of contributions) {
    const earlier = known.get(one.review.id);
    const isMoved = earlier !== undefined && isElsewhere(earlier.head, one.review);
    const changes = one.answers.filter(
      (answer) =>
        !(earlier?.isErased === true && answer.comment !== null) &&
        changesOf(earlier?.answers.get(answer.question), answer, isMoved),
    );
    if (earlier === undefined) {
      created += 1;
      added.add(one, changes);
      for (const answer of changes) counts.add(one.review, answer, 1);
      continue;
    }
    for (const answer of changes) changed.push({ of: one, answer });
    if (isMoved) moved.push(one);
    if (isMoved || changes.length > 0) {
      updated += 1;
      if (isCounted(earlier.state)) recount(counts, earlier, one.review, changes);
    }
  }
  const writeAdded = added.end();
  return {
    kept: { created, updated, unchanged: contributions.length - created - updated },
    async write() {
      await writeAdded(tx);
      await moveReviews(tx, moved);
      await writeAnswers(tx, changed);
    },
  };
}

/**
 * Whether an answer is to be written over the one that is held. None withdraws what was never given: no journal holds any
 * answer to these reviews, so that no row need say since when it is blank.
 */
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
function recount(
  counts: MonthTally,
  { head, answers }: Known,
  now: ReviewHead,
  changes: readonly Answer[],
): void {
  for (const answer of answers.values()) counts.add(head, answer, -1);
  const after = new Map(answers);
  for (const answer of changes) after.set(answer.question, answer);
  for (const answer of after.values()) counts.add(now, answer, 1);
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

type KnownRow = ReviewHead & Pick<Known, 'state' | 'isErased'>;

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
              service_version as "serviceVersion", language, opened_on as "openedOn", state,
              exists (select from feedback.erasure
                      where erasure.subject_id = review.subject_id and erasure.review_id = review.id) as "isErased"
       from feedback.review where review.subject_id = given.subject_id and review.id = given.id offset 0) as held`,
    keys,
  );
  const known = new Map<string, Known>(
    rows.map(({ state, isErased, ...head }) => [head.id, { head, state, isErased, answers: new Map() }]),
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

/** What is new of reviews that are kept. Instants are sent in ms: as text they would take longer than the rest. */
async function moveReviews(tx: Queryable, moved: readonly Contribution[]): Promise<void> {
  if (moved.length === 0) return;
  const rows = moved.map(({ review, receivedAtMs }) => {
    const { subjectId, id, buttonId, channel, ending, language, openedOn } = review;
    return [subjectId, id, buttonId, channel, ending, language, openedOn, receivedAtMs];
  });
  await tx.query(
    `update feedback.review as held
     set button_id = given.button_id, channel = given.channel, ending = given.ending, language = given.language,
         opened_on = given.opened_on, received_at = to_timestamp(ms / 1000)
     from unnest($1::bigint[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::date[], $8::float8[])
       as given (subject_id, id, button_id, channel, ending, language, opened_on, ms)
     where held.subject_id = given.subject_id and held.id = given.id`,
    columnsOf(rows, 8),
  );
}

/** Writes answers over those that are held; one that is withdrawn stays as a row without grades. */
async function writeAnswers(tx: Queryable, given: readonly Given[]): Promise<void> {
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
     order by 1, 2, 3
     on conflict (subject_id, review_id, question) do update
     set version = excluded.version, language = excluded.language, grades = excluded.grades,
         comment = excluded.comment, answered_at = excluded.answered_at`,
    columnsOf(rows, 8),
  );
}
