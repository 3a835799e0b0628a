/** Reviews and answers as they are kept, and what each adds to the counts. Pure. */

/** How a journey ended, as the service signed it; `unknown` when it did not, or wrongly. */
export const ENDINGS = [
  'unknown',
  'success',
  'refused',
  'not_eligible',
  'error',
  'abandoned',
  'assisted',
  'counter',
] as const;
export type Ending = (typeof ENDINGS)[number];

/** Where a button stands. */
export const BUTTON_CHANNELS = ['web', 'counter', 'phone', 'paper', 'email'] as const;
export type ButtonChannel = (typeof BUTTON_CHANNELS)[number];

/**
 * Whether a review is in the figures. `quarantined`: it looks like one of many by few hands, and a person may release
 * it; `released`: that was done; `excluded`: it is no opinion of its own.
 */
export const REVIEW_STATES = ['counted', 'quarantined', 'excluded', 'released'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

/**
 * Why a review is out of the figures: the first two are quarantined; a duplicate, and what was begun at a button that was
 * closed already, are excluded.
 */
export const OUT_REASONS = ['burst', 'similar_text', 'duplicate', 'closed'] as const;
export type OutReason = (typeof OUT_REASONS)[number];

/** The state that a reason puts a review in. */
export function stateFor(reason: OutReason | null): ReviewState {
  if (reason === null) return 'counted';
  return reason === 'duplicate' || reason === 'closed' ? 'excluded' : 'quarantined';
}

export function isCounted(state: ReviewState): boolean {
  return state === 'counted' || state === 'released';
}

/** What is known of a review by its form: the same whichever of its answers comes first. */
export type ReviewHead = {
  readonly subjectId: number;
  /** UUID of version 7 that the server signed. */
  readonly id: string;
  readonly buttonId: string;
  readonly channel: ButtonChannel;
  readonly ending: Ending;
  /** Of the procedure, as the service signed it or the button says. */
  readonly step: string | null;
  readonly serviceVersion: string | null;
  readonly language: string;
  /** Day the form was opened, `YYYY-MM-DD`: its answers are counted under it. */
  readonly openedOn: string;
};

/** The answer to one question. An empty list of grades withdraws what was answered before. */
export type Answer = {
  readonly question: string;
  /** Version of the question's wording and scale. */
  readonly version: string;
  /** What is counted: `7.5`, `none`, `phone=yes`. No grade holds a space. */
  readonly grades: readonly string[];
  /** The redacted text of a comment. */
  readonly comment: string | null;
};

/** What one request of a citizen brings to the store, or to the journal. */
export type Contribution = {
  readonly review: ReviewHead;
  /** True when its form said that nothing of the review was kept: nearly always so, but it may have been sent twice. */
  readonly isNew?: boolean;
  /** True when its button may have been closed before, unheard of where it was taken: the store is asked. */
  readonly mayBeClosed?: boolean;
  readonly outReason: OutReason | null;
  readonly answers: readonly Answer[];
  /** Instant of the request, ms since 1970. Of two answers to a question the later one stands. */
  readonly receivedAtMs: number;
};
