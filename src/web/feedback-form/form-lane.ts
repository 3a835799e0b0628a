/** Takes the answer to a question: leads on when it is kept, else shows it again with what was typed and why. */
import { ERROR_CODES, type VigieError } from '../../core/errors.ts';
import type { Lane, LaneAnswer, LaneRequest } from '../../core/http/lane.ts';
import {
  type Dropped,
  FORM_FIELDS,
  type FormFields,
  type Kept,
  latestQuestionnaire,
  type Notice,
  UNKNOWN_JOURNEY,
} from '../../feedback/index.ts';
import type { Locale } from '../i18n/index.ts';
import { closedPage, noticePage } from './ending.page.ts';
import { type AddressLanguage, formAddresses } from './form-address.ts';
import { askedLanguage, frameLanguage, signAnew } from './form-pages.ts';
import { type FormReply, htmlReply, leadTo } from './form-reply.ts';
import type { FormSite } from './form-site.ts';
import { readMeans, viewForm } from './form-view.ts';
import { MEANS_FIELD, questionPage, type SendingProblem } from './question.page.ts';

const ADDRESS = /^(?:\/en)?\/avis\/([a-z0-9]{10})\/([a-z][a-z0-9_]{0,39})\/?$/;
/** Holds the longest comment in any script, percent signs included: 5,000 characters of nine bytes. */
const BODY_LIMIT_BYTES = 64 * 1024;
const RETRY_AFTER_S = '10';
const FORM_TYPE = 'application/x-www-form-urlencoded';

const UNPROCESSABLE = 422;
const CONFLICT = 409;
const GONE = 410;
const CONTENT_TOO_LARGE = 413;

/** What a trial of the form is answered: it would have been kept. */
const TRIAL_TAKEN: LaneAnswer = { status: 204, headers: {}, body: '' };

/** An answer as sent, with where to. */
type Sent = {
  readonly buttonId: string;
  readonly questionId: string;
  readonly language: AddressLanguage;
  readonly fields: FormFields;
};

export function formLane(site: FormSite): Lane {
  return {
    route: '/avis/:button/:question',
    method: 'POST',
    pattern: ADDRESS,
    bodyLimitBytes: BODY_LIMIT_BYTES,
    async answer(request) {
      const sent = readSent(request);
      if (sent === null) {
        site.intake.drop('malformed');
        return notice(site, languageOf(request), ERROR_CODES.InvalidInput, 'malformed');
      }
      const { buttonId, questionId, fields, language } = sent;
      const clientAddress = site.trustedAddress(request.remoteAddress, forwardedFor(request));
      const result = await site.intake.receive({ buttonId, questionId, fields, clientAddress });
      if (result.outcome === 'kept') {
        // A form of which something is kept for the first time is signed anew.
        const isFirst = result.token !== fields.get(FORM_FIELDS.token);
        if (isFirst && !result.form.isCounted) site.countOpening(result.placed.button, 'opened');
        return leadTo(nextAddress(result, language, fields));
      }
      return result.reason === 'trial' ? TRIAL_TAKEN : again(site, sent, result);
    },
    refuse: (error, request) => refuse(site, error, request),
  };
}

function readSent({ path, query, headers, body }: LaneRequest): Sent | null {
  const [, buttonId, questionId] = ADDRESS.exec(path) ?? [];
  const isForm = headers['content-type']?.toLowerCase().startsWith(FORM_TYPE) ?? false;
  if (buttonId === undefined || questionId === undefined || !isForm) return null;
  const language = languageOf({ path, query });
  return { buttonId, questionId, language, fields: new URLSearchParams(body.toString()) };
}

/** Several headers of the name are one list. */
function forwardedFor({ headers }: LaneRequest): string | undefined {
  const given = headers['x-forwarded-for'];
  return Array.isArray(given) ? given.join(',') : given;
}

function languageOf({ path, query }: Pick<LaneRequest, 'path' | 'query'>): AddressLanguage {
  const locale: Locale = path.startsWith('/en/') ? 'en' : 'fr';
  return askedLanguage({ locale, parameters: new URLSearchParams(query) });
}

function nextAddress(
  { form, next, token, meansTried }: Kept,
  language: AddressLanguage,
  fields: FormFields,
): string {
  const addresses = formAddresses(form.buttonId, language);
  const means = meansTried.length > 0 ? meansTried : readMeans(fields.get(MEANS_FIELD));
  return next === null ? addresses.thanks({ token }) : addresses.question(next.id, { token, means });
}

type Again = { readonly status: number; readonly problem: SendingProblem | null; readonly isFresh: boolean };

/** How each question is shown again whose answer is not kept. */
const AGAIN: Readonly<Partial<Record<Dropped['reason'], Again>>> = {
  invalid_answer: { status: UNPROCESSABLE, problem: null, isFresh: false },
  trap: { status: UNPROCESSABLE, problem: 'trapped', isFresh: false },
  unavailable: { status: ERROR_CODES.Unavailable, problem: 'unavailable', isFresh: false },
  expired: { status: CONFLICT, problem: 'expired', isFresh: true },
  bad_token: { status: CONFLICT, problem: 'expired', isFresh: true },
};

async function again(site: FormSite, sent: Sent, dropped: Dropped): Promise<FormReply> {
  const { placed, reason } = dropped;
  if (placed === null) return notice(site, sent.language, ERROR_CODES.NotFound, 'unknown');
  const registry = await site.registry();
  const questionnaire = dropped.questionnaire ?? latestQuestionnaire(registry, placed.button.questionnaire);
  const question = questionnaire?.questions.find(({ id }) => id === sent.questionId);
  if (questionnaire === null) return notice(site, sent.language, ERROR_CODES.Unavailable, 'broken');
  const view = viewForm({ ...site, placed, questionnaire }, sent.language);
  if (reason === 'closed') return htmlReply(GONE, await closedPage(view));
  const how = AGAIN[reason];
  if (how === undefined || question === undefined) {
    return notice(site, sent.language, ERROR_CODES.InvalidInput, 'malformed');
  }
  const page = await questionPage({
    view,
    question,
    token: how.isFresh
      ? signAnew(site, registry, view, { ...(dropped.form ?? UNKNOWN_JOURNEY), isCounted: false })
      : (sent.fields.get(FORM_FIELDS.token) ?? ''),
    onward: sent.fields.get(FORM_FIELDS.token) ?? '',
    isKept: !how.isFresh && dropped.form?.isKept === true,
    means: readMeans(sent.fields.get(MEANS_FIELD)),
    typed: sent.fields,
    faults: dropped.faults,
    problem: how.problem,
  });
  return withRetry(htmlReply(how.status, page));
}

/** Who meets a failure of ours is told when to come back. */
function withRetry(reply: LaneAnswer): LaneAnswer {
  if (reply.status !== ERROR_CODES.Unavailable) return reply;
  return { ...reply, headers: { ...reply.headers, 'retry-after': RETRY_AFTER_S } };
}

type NoticeName = 'unknown' | 'malformed' | 'tooLong' | 'broken';

async function notice(
  site: FormSite,
  asked: AddressLanguage,
  status: number,
  name: NoticeName,
): Promise<FormReply> {
  const language = frameLanguage(site, asked);
  const words: Notice = language.words[name];
  return withRetry(
    htmlReply(status, await noticePage({ language, assets: site.assets }, words, name !== 'unknown')),
  );
}

/** What could not be read is told as too long a text, the one reason that a browser gives; the rest is our failure. */
function refuse(
  site: FormSite,
  { code }: VigieError,
  request: Pick<LaneRequest, 'path' | 'query'>,
): Promise<FormReply> {
  const isOurs = code === 'Unavailable';
  site.intake.drop(isOurs ? 'unavailable' : 'malformed');
  const status = isOurs ? ERROR_CODES.Unavailable : CONTENT_TOO_LARGE;
  return notice(site, languageOf(request), status, isOurs ? 'broken' : 'tooLong');
}
