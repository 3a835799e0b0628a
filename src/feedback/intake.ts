/**
 * The intake of answers: a list of steps, each of which enriches what came in or drops it with a reason of a closed list.
 * Nothing is kept of who sent it.
 */
import { type Clock, dayTeller } from '../core/clock.ts';
import { VigieError } from '../core/errors.ts';
import { type FieldFault, type FormFields, readAnswers } from './answer-form.ts';
import { isTrial } from './button.ts';
import { type OpenForm, openedAt, readForm } from './form-token.ts';
import type { Limits } from './limits.ts';
import { type ContactMeans, type Question, type Questionnaire, questionAfter } from './questionnaire.ts';
import { redact } from './redaction.ts';
import { type PlacedButton, questionnaireKey, type Registry } from './registry.ts';
import type { Answer, OutReason, ReviewHead } from './review.ts';
import type { ReviewWriter } from './review-writer.ts';
import type { ComparedText, SimilarTexts } from './similar-texts.ts';

/** Why what came in is not kept. */
export const DROP_REASONS = [
  'malformed',
  'trap',
  'unknown_button',
  'closed',
  'bad_token',
  'expired',
  'invalid_answer',
  'unavailable',
  'trial',
] as const;
export type DropReason = (typeof DROP_REASONS)[number];

/** The names of fields that are not answers. */
export const FORM_FIELDS = {
  /** What the server signed when it opened the form. */
  token: 'f',
  /** Seen by nobody, filled by robots. */
  trap: 'ne_pas_remplir',
  /** The signature of a review that only tries the form: see `signTrial`. */
  trial: 'essai',
  /** The help that was named, or nothing, from a page that shows what was sent from it: what it leaves blank is withdrawn. */
  shown: 'deja',
} as const;

export type Submission = {
  readonly buttonId: string;
  /** Id of the question that is answered. */
  readonly questionId: string;
  readonly fields: FormFields;
  /** Address that the request comes from, as far as it can be trusted; never kept. */
  readonly clientAddress: string;
};

export type Kept = {
  readonly outcome: 'kept';
  readonly placed: PlacedButton;
  readonly questionnaire: Questionnaire;
  readonly form: OpenForm;
  /** The form, signed again as one of which something is kept; as it came where nothing is said yet. */
  readonly token: string;
  /** The question to ask next; null at the end. */
  readonly next: Question | null;
  /** What the next question may ask about. */
  readonly meansTried: readonly ContactMeans[];
};

export type Dropped = {
  readonly outcome: 'dropped';
  readonly reason: DropReason;
  /** What is wrong with each field, for `invalid_answer`. */
  readonly faults: readonly FieldFault[];
  /** As far as they could be known. */
  readonly placed: PlacedButton | null;
  readonly questionnaire: Questionnaire | null;
  readonly question: Question | null;
  readonly form: OpenForm | null;
};

export type Intake = {
  receive(submission: Submission): Promise<Kept | Dropped>;
  /** Counts what came in and could not even be read as a submission. */
  drop(reason: DropReason): void;
};

export type IntakeTools = {
  /** What forms are known; asked at each submission. */
  readonly registry: () => Registry | Promise<Registry>;
  readonly writer: Pick<ReviewWriter, 'write'>;
  readonly limits: Limits;
  readonly similarTexts: SimilarTexts;
  readonly clock: Clock;
  /** Told of each submission that is dropped. */
  readonly onDrop: (reason: DropReason) => void;
};

/** What is known of a submission, filled in step by step. */
type Draft = {
  readonly submission: Submission;
  readonly registry: Registry;
  readonly nowMs: number;
  placed: PlacedButton | null;
  form: OpenForm | null;
  /** Text of the form once it is kept. */
  keptText: string;
  questionnaire: Questionnaire | null;
  question: Question | null;
  head: ReviewHead | null;
  answers: readonly Answer[];
  meansTried: readonly ContactMeans[];
  network: string;
  outReason: OutReason | null;
  /** Comments as sent, while they are compared. */
  readonly compared: ComparedText[];
};

type Drop = { readonly reason: DropReason; readonly faults?: readonly FieldFault[] };

/** A step writes what it finds in the draft, or drops it. */
type StepTools = IntakeTools & { readonly tellDay: (instantMs: number) => string };
type Step = (draft: Draft, tools: StepTools) => Drop | undefined | Promise<Drop | undefined>;

/** Every step, in order. */
const STEPS: readonly Step[] = [
  parse,
  readToken,
  readJourney,
  readGiven,
  limit,
  compareTexts,
  redactComments,
  leaveTrial,
  write,
];

/** What of the journey and of the form belongs to the request: its button and its question. */
function parse(draft: Draft): Drop | undefined {
  const { submission, registry } = draft;
  draft.placed = registry.buttons.get(submission.buttonId) ?? null;
  if (draft.placed === null) return { reason: 'unknown_button' };
  if (draft.placed.button.closedAt !== null) return { reason: 'closed' };
  return undefined;
}

/** The form that the server opened, for this button and a questionnaire that is known. */
function readToken(draft: Draft): Drop | undefined {
  const { submission, registry, nowMs } = draft;
  const read = readForm(submission.fields.get(FORM_FIELDS.token) ?? '', registry.keys, nowMs);
  if (read.form?.buttonId !== submission.buttonId) return { reason: 'bad_token' };
  draft.form = read.form;
  if (read.fault !== null) return { reason: read.fault };
  const { form, keptText } = read;
  const questionnaire = registry.questionnaires.get(questionnaireKey(form.questionnaire, form.version));
  if (questionnaire === undefined) return { reason: 'bad_token' };
  draft.keptText = keptText;
  draft.questionnaire = questionnaire;
  draft.question = questionnaire.questions.find(({ id }) => id === submission.questionId) ?? null;
  if (draft.question === null) return { reason: 'malformed' };
  // Only now, so that who is taken for a robot is told of it on the page that was filled in.
  return submission.fields.get(FORM_FIELDS.trap) ? { reason: 'trap' } : undefined;
}

/** Under what the answers are counted: all of it signed, none of it said by the browser. */
function readJourney(draft: Draft, { tellDay }: StepTools): undefined {
  const { placed, form } = draft;
  if (placed === null || form === null) return;
  draft.head = {
    subjectId: placed.button.subjectId,
    id: form.reviewId,
    buttonId: form.buttonId,
    channel: placed.button.channel,
    ending: form.ending,
    step: form.step ?? placed.button.step,
    serviceVersion: form.serviceVersion,
    language: form.language,
    openedOn: tellDay(openedAt(form.reviewId)),
  };
}

function readGiven(draft: Draft): Drop | undefined {
  const { question, questionnaire, submission } = draft;
  if (question === null) return { reason: 'malformed' };
  const isFirst = question.id === questionnaire?.questions[0]?.id;
  const shown = submission.fields.get(FORM_FIELDS.shown);
  const read = readAnswers(question, submission.fields, {
    isRequired: isFirst,
    withdraws: shown !== null,
    namedBefore: shown?.split('.') ?? [],
  });
  if ('faults' in read) return { reason: 'invalid_answer', faults: read.faults };
  draft.answers = read.answers;
  draft.meansTried = read.meansTried;
  return undefined;
}

/** A review counts once towards the limit, with its first answer. */
function limit(draft: Draft, { limits }: IntakeTools): undefined {
  const { submission, form, nowMs } = draft;
  draft.network = limits.networkOf(submission.clientAddress, nowMs);
  if (form?.isKept !== false) return;
  const { reviewId, buttonId } = form;
  if (limits.isBurst({ reviewId, buttonId, network: draft.network, nowMs })) draft.outReason = 'burst';
}

function compareTexts(draft: Draft, { similarTexts, limits }: IntakeTools): undefined {
  const { submission, answers, form, network, nowMs } = draft;
  for (const { comment } of answers) {
    if (comment === null || form === null) continue;
    const { buttonId, reviewId } = form;
    const formerNetwork = limits.formerNetworkOf(submission.clientAddress, nowMs);
    const text = { buttonId, network, formerNetwork, reviewId, text: comment, nowMs };
    draft.outReason ??= similarTexts.check(text);
    draft.compared.push(text);
  }
}

function redactComments(draft: Draft): undefined {
  draft.answers = draft.answers.map((answer) =>
    answer.comment === null ? answer : { ...answer, comment: redact(answer.comment).text },
  );
}

/** What tries the form went through all that an opinion goes through, and nothing is kept of it. */
function leaveTrial({ placed, submission: { fields } }: Draft): Drop | undefined {
  const isOne =
    placed !== null &&
    isTrial(placed.button, fields.get(FORM_FIELDS.token) ?? '', fields.get(FORM_FIELDS.trial));
  return isOne ? { reason: 'trial' } : undefined;
}

async function write(draft: Draft, { writer, similarTexts }: IntakeTools): Promise<Drop | undefined> {
  const { head: review, form, answers, outReason, nowMs: receivedAtMs, registry } = draft;
  if (review === null) return { reason: 'malformed' };
  const isNew = form?.isKept === false;
  if (isNew && answers.every(({ grades }) => grades.length === 0)) {
    // Nothing is said, and nothing was: its form goes on as one of which nothing is kept.
    draft.keptText = draft.submission.fields.get(FORM_FIELDS.token) ?? '';
    return undefined;
  }
  try {
    const mayBeClosed = registry.isStale === true;
    await writer.write({ review, isNew, mayBeClosed, answers, outReason, receivedAtMs });
    if (form !== null) draft.form = { ...form, isKept: true };
    return undefined;
  } catch (error) {
    for (const text of draft.compared) similarTexts.forget(text);
    if (error instanceof VigieError && error.code === 'Unavailable') return { reason: 'unavailable' };
    throw error;
  }
}

/** An intake on these tools. */
export function createIntake(given: IntakeTools): Intake {
  const tools: StepTools = { ...given, tellDay: dayTeller() };
  return {
    async receive(submission) {
      const registry = tools.registry();
      const draft: Draft = {
        submission,
        // Waiting for what is there already, here and at each step, would take as long as the steps.
        registry: registry instanceof Promise ? await registry : registry,
        nowMs: tools.clock.now().getTime(),
        placed: null,
        form: null,
        keptText: '',
        questionnaire: null,
        question: null,
        head: null,
        answers: [],
        meansTried: [],
        network: '',
        outReason: null,
        compared: [],
      };
      for (const step of STEPS) {
        const told = step(draft, tools);
        const drop = told instanceof Promise ? await told : told;
        if (drop !== undefined) return dropped(draft, drop, tools);
      }
      return kept(draft);
    },
    drop: tools.onDrop,
  };
}

function dropped(draft: Draft, { reason, faults = [] }: Drop, { onDrop }: IntakeTools): Dropped {
  onDrop(reason);
  const { placed, questionnaire, question, form } = draft;
  return { outcome: 'dropped', reason, faults, placed, questionnaire, question, form };
}

function kept({ placed, questionnaire, question, form, keptText: token, meansTried }: Draft): Kept {
  if (placed === null || questionnaire === null || question === null || form === null) {
    throw new Error('an answer was kept of which the form is not known');
  }
  const next = questionAfter(questionnaire, question, meansTried);
  return { outcome: 'kept', placed, questionnaire, form, token, next, meansTried };
}
