/**
 * Reviews made for the pages that show them, kept as those of citizens are: two buttons, several endings, two a day
 * over fourteen months, some out of the figures, a question that got another wording, and forms opened in vain.
 */
import { addDays } from '../../src/core/clock.ts';
import type { Database } from '../../src/core/database.ts';
import { newReviewId } from '../../src/feedback/form-token.ts';
import {
  type Answer,
  type Contribution,
  closeButton,
  createButton,
  type Ending,
  keepContributions,
  type OutReason,
  type SecretButton,
} from '../../src/feedback/index.ts';
import { addOpenings } from '../../src/feedback/opening.sql.ts';

/** The day on which the pages of tests are read (test/support/http.ts). */
export const TODAY = '2026-01-15';
/** Reviews come two a day, the last ones today. */
export const MADE_REVIEWS = 840;
const A_DAY = 2;
/** From this day on, clarity was asked in other words. */
export const NEW_WORDING_ON = '2025-10-01';
/** Forms opened for one that is answered. */
const OPENED_FOR_ONE = 4;

export type MadeReviews = {
  /** On the web, at the end of the procedure. */
  readonly web: SecretButton;
  /** At a counter; it is closed. */
  readonly counter: SecretButton;
  /** What was sent, the latest first. */
  readonly contributions: readonly Contribution[];
};

const CREATED = new Date('2024-11-01T09:00:00Z');
const ENDINGS_MADE = ['success', 'success', 'unknown', 'error', 'refused'] as const satisfies Ending[];

/** Fills the store with reviews of one subject. */
export async function fillReviews(db: Database, subjectId: number): Promise<MadeReviews> {
  const place = { subjectId, language: 'fr', questionnaire: 'avis', author: 'test' };
  const web = await createButton(db, { ...place, channel: 'web', step: null }, CREATED);
  const counter = await createButton(db, { ...place, channel: 'counter', step: 'accueil' }, CREATED);
  const contributions = Array.from({ length: MADE_REVIEWS }, (_, at) => reviewOf(at, { web, counter }));
  await keepContributions(db, contributions);
  const byDay = Map.groupBy(contributions, ({ review }) => `${review.openedOn} ${review.buttonId}`);
  await addOpenings(
    db,
    [...byDay].map(([key, of]) => {
      const [day = '', buttonId = ''] = key.split(' ');
      return { subjectId, buttonId, day, kind: 'opened' as const, n: of.length * OPENED_FOR_ONE };
    }),
  );
  const met = { subjectId, buttonId: counter.id, day: TODAY, kind: 'closed' as const, n: 3 };
  await addOpenings(db, [met]);
  await closeButton(db, counter.id, 'Accueil fermé pour travaux', new Date(`${TODAY}T08:00:00Z`));
  return { web, counter, contributions };
}

const dayOfReview = (at: number) => addDays(TODAY, -Math.floor(at / A_DAY));

/** The review number `at`, back from today: one in five at the counter, better since half a year. */
function reviewOf(at: number, { web, counter }: Pick<MadeReviews, 'web' | 'counter'>): Contribution {
  const openedOn = dayOfReview(at);
  const button = at % 5 === 4 ? counter : web;
  const ending: Ending = button === counter ? 'counter' : (ENDINGS_MADE[at % 5] ?? 'unknown');
  return contributionOf(button, { openedOn, ending, at, outReason: outReasonOf(at), answers: answersOf(at) });
}

function outReasonOf(at: number): OutReason | null {
  if (at % 60 === 7) return 'burst';
  return at % 60 === 21 ? 'duplicate' : null;
}

/** What a review answers: everybody the first question, two in three clarity, one in two help. */
function answersOf(at: number): Answer[] {
  const answer = (
    question: string,
    grades: readonly string[],
    version = 'v1',
    comment: string | null = null,
  ) => ({
    question,
    version,
    grades,
    comment,
  });
  const isRecent = at < 180 * A_DAY;
  const satisfaction = at % 4 === 0 ? (isRecent ? '5' : '0') : at % 9 === 1 ? '5' : '10';
  const wording = dayOfReview(at) >= NEW_WORDING_ON ? 'v2' : 'v1';
  return [
    answer('satisfaction', [satisfaction]),
    ...(at % 3 === 0 ? [] : [answer('clarity', [at % 2 === 0 ? '10' : '7.5'], wording)]),
    ...(at % 2 === 0 ? [] : helpAnswers(at, answer)),
    ...(at % 7 === 3 ? [answer('comment', ['given'], 'v1', 'Très clair, merci beaucoup.')] : []),
  ];
}

/** Who needed none, who was helped by telephone, and who tried the counter too. */
function helpAnswers(at: number, answer: (question: string, grades: readonly string[]) => Answer): Answer[] {
  if (at % 4 === 1) return [answer('help', ['none'])];
  if (at % 8 === 3) {
    return [
      answer('help', ['tried', 'phone']),
      answer('help_reached', ['phone=yes', '1/1']),
      answer('help_quality', ['phone=7.5', '7.5/1']),
    ];
  }
  return [
    answer('help', ['tried', 'counter', 'phone']),
    answer('help_reached', ['counter=yes', 'phone=no', '1/2']),
    answer('help_quality', ['counter=10', '10/1']),
  ];
}

/** One review as the intake would pass it on. */
export function contributionOf(
  button: Pick<SecretButton, 'id' | 'subjectId' | 'channel'>,
  given: {
    readonly openedOn: string;
    readonly ending?: Ending;
    readonly at?: number;
    readonly outReason?: OutReason | null;
    readonly answers?: readonly Answer[];
  },
): Contribution {
  const { openedOn, ending = 'unknown', at = 0, outReason = null, answers = answersOf(at) } = given;
  const openedMs = Date.parse(`${openedOn}T10:00:00Z`);
  return {
    review: {
      subjectId: button.subjectId,
      id: newReviewId(openedMs, crypto.getRandomValues(new Uint8Array(10))),
      buttonId: button.id,
      channel: button.channel,
      ending,
      step: null,
      serviceVersion: null,
      language: 'fr',
      openedOn,
    },
    outReason,
    answers,
    receivedAtMs: openedMs,
  };
}
