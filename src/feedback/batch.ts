/** Contributions that are written together: each review once, each answer once. Pure. */
import type { Answer, Contribution, OutReason, ReviewHead } from './review.ts';

export type BatchReview = {
  readonly head: ReviewHead;
  readonly outReason: OutReason | null;
  readonly receivedAtMs: number;
  /** Whether nothing of it was kept before, as far as those who bring it know. */
  readonly isNew: boolean;
};
export type BatchAnswer = {
  readonly head: ReviewHead;
  readonly answer: Answer;
  readonly answeredAtMs: number;
};

export type Batch = {
  readonly reviews: ReadonlyMap<string, BatchReview>;
  /** By `answerKey`. */
  readonly answers: ReadonlyMap<string, BatchAnswer>;
};

export function reviewKey(subjectId: number, id: string): string {
  return `${subjectId} ${id}`;
}

export function answerKey(subjectId: number, reviewId: string, question: string): string {
  return `${subjectId} ${reviewId} ${question}`;
}

/** Of a review, the first instant, and the first reason to leave it out of the figures; of an answer, the last one. */
export function mergeBatch(contributions: readonly Contribution[]): Batch {
  const reviews = new Map<string, BatchReview>();
  const answers = new Map<string, BatchAnswer>();
  for (const { review: head, isNew = false, outReason, answers: given, receivedAtMs } of contributions) {
    const { subjectId, id } = head;
    const key = reviewKey(subjectId, id);
    const known = reviews.get(key);
    reviews.set(key, {
      head,
      outReason: known?.outReason ?? outReason,
      receivedAtMs: Math.min(known?.receivedAtMs ?? receivedAtMs, receivedAtMs),
      isNew: isNew && known?.isNew !== false,
    });
    for (const answer of given) {
      const at = answerKey(subjectId, id, answer.question);
      const earlier = answers.get(at);
      if (earlier !== undefined && earlier.answeredAtMs > receivedAtMs) continue;
      answers.set(at, { head, answer, answeredAtMs: receivedAtMs });
    }
  }
  return { reviews, answers };
}
