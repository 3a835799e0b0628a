/** Contributions that are written together: each review once, each answer once. Pure. */
import type { Answer, Contribution, OutReason, ReviewHead } from './review.ts';

export type BatchAnswer = { readonly answer: Answer; readonly answeredAtMs: number };

export type BatchReview = {
  readonly head: ReviewHead;
  readonly outReason: OutReason | null;
  readonly receivedAtMs: number;
  /** Whether nothing of it was kept before, as far as those who bring it know. */
  readonly isNew: boolean;
  /** One a question. */
  readonly answers: readonly BatchAnswer[];
};

/** Reviews in the order of their keys. */
export type Batch = readonly BatchReview[];

/**
 * Of a review, the first instant, and the first reason to leave it out of the figures; of an answer, the last one.
 *
 * Reviews are put in order rather than looked up: a map keeps each text that it is asked for, for all the process to share,
 * which is dear for ids that come once.
 */
export function mergeBatch(contributions: readonly Contribution[]): Batch {
  const batch: BatchReview[] = [];
  for (const contribution of contributions.toSorted(byReview)) {
    const last = batch.at(-1);
    const isSame =
      last?.head.id === contribution.review.id && last.head.subjectId === contribution.review.subjectId;
    if (isSame) batch.pop();
    batch.push(isSame ? merged(last, contribution) : begun(contribution));
  }
  return batch;
}

function byReview({ review: one }: Contribution, { review: other }: Contribution): number {
  if (one.subjectId !== other.subjectId) return one.subjectId - other.subjectId;
  if (one.id === other.id) return 0;
  return one.id < other.id ? -1 : 1;
}

function begun({ review: head, isNew = false, outReason, receivedAtMs, answers }: Contribution): BatchReview {
  return { head, isNew, outReason, receivedAtMs, answers: withAnswers([], answers, receivedAtMs) };
}

function merged(
  known: BatchReview,
  { review: head, isNew, outReason, receivedAtMs, answers }: Contribution,
): BatchReview {
  return {
    head,
    isNew: known.isNew && isNew === true,
    outReason: known.outReason ?? outReason,
    receivedAtMs: Math.min(known.receivedAtMs, receivedAtMs),
    answers: withAnswers(known.answers, answers, receivedAtMs),
  };
}

/** Answers with those that came at an instant, which replace earlier ones to the same questions. */
function withAnswers(
  known: readonly BatchAnswer[],
  given: readonly Answer[],
  answeredAtMs: number,
): BatchAnswer[] {
  const all = [...known];
  for (const answer of given) {
    const at = all.findIndex((one) => one.answer.question === answer.question);
    if (at < 0) all.push({ answer, answeredAtMs });
    else if ((all[at]?.answeredAtMs ?? 0) <= answeredAtMs) all[at] = { answer, answeredAtMs };
  }
  return all;
}
