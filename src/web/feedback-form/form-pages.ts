/** What each page of a form answers to who asks for it. */
import { isbot } from 'isbot';
import { VigieError } from '../../core/errors.ts';
import {
  type Button,
  FORM_FIELDS,
  type FormLanguage,
  type JourneyContext,
  latestQuestionnaire,
  newReviewId,
  type OpenForm,
  type OpeningKind,
  type PlacedButton,
  type Questionnaire,
  questionnaireKey,
  type Registry,
  readContext,
  readForm,
  signForm,
} from '../../feedback/index.ts';
import type { Locale } from '../i18n/index.ts';
import { closedPage, noticePage, thanksPage, tooOldPage } from './ending.page.ts';
import type { AddressLanguage } from './form-address.ts';
import { type FormReply, htmlReply, leadTo } from './form-reply.ts';
import type { FormSite } from './form-site.ts';
import { type FormView, firstQuestion, NOTHING_TYPED, progressOf, readMeans, viewForm } from './form-view.ts';
import { MEANS_FIELD, questionPage } from './question.page.ts';

export type PageRequest = {
  readonly button: string;
  readonly locale: Locale;
  readonly parameters: URLSearchParams;
  readonly method: string;
  readonly userAgent: string | undefined;
};

/** The language that a request asks for. */
export function askedLanguage({
  locale,
  parameters,
}: Pick<PageRequest, 'locale' | 'parameters'>): AddressLanguage {
  return { locale, asked: parameters.get('langue') ?? undefined };
}

/** The language of a page that is about no known form. */
export function frameLanguage({ languages }: FormSite, { locale, asked }: AddressLanguage): FormLanguage {
  const found = languages.find(({ code }) => code === (asked ?? locale)) ?? languages[0];
  if (found === undefined) throw new Error('forms are in no language');
  return found;
}

/** What a page shows, or where it leads instead. */
type Met = {
  readonly registry: Registry;
  readonly placed: PlacedButton;
  readonly questionnaire: Questionnaire;
};

/** The open button of an address with its questionnaire; the answer where there is none. */
async function meetButton(site: FormSite, request: PageRequest): Promise<Met | FormReply> {
  const language = askedLanguage(request);
  const registry = await site.registry();
  const placed = registry.buttons.get(request.button);
  if (placed === undefined) {
    const frame = { language: frameLanguage(site, language), assets: site.assets };
    return htmlReply(404, await noticePage(frame, frame.language.words.unknown));
  }
  const questionnaire = latestQuestionnaire(registry, placed.button.questionnaire);
  if (questionnaire === null) {
    throw new VigieError('Unavailable', 'The questionnaire of this button is not known.');
  }
  if (placed.button.closedAt === null) return { registry, placed, questionnaire };
  count(site, placed.button, 'closed', request);
  return htmlReply(410, await closedPage(viewForm({ ...site, placed, questionnaire }, language)));
}

/** A robot opens no form, and who only asks whether a page is there (HEAD) sees none. */
function count(site: FormSite, button: Button, kind: OpeningKind, request: PageRequest): boolean {
  const { method, userAgent } = request;
  const isPerson = method === 'GET' && userAgent !== undefined && !isbot(userAgent);
  if (isPerson) site.countOpening(button, kind);
  return isPerson;
}

/** Opens a form: leads to its first question under a token of its own. */
export async function openForm(site: FormSite, request: PageRequest): Promise<FormReply> {
  const met = await meetButton(site, request);
  return 'status' in met ? met : openAnew(site, met, request, signedJourney(met.placed.button, request));
}

/** What a service signed of the journey, in the address. */
function signedJourney(button: PlacedButton['button'], { parameters }: PageRequest): JourneyContext {
  const given = (name: string) => parameters.get(name) ?? undefined;
  const context = { fin: given('fin'), etape: given('etape'), version: given('version') };
  return readContext(button, { ...context, signature: given('signature') });
}

function openAnew(
  site: FormSite,
  { placed, questionnaire, registry }: Met,
  request: PageRequest,
  journey: JourneyContext,
): FormReply {
  const view = viewForm({ ...site, placed, questionnaire }, askedLanguage(request));
  const isCounted = count(site, placed.button, 'opened', request);
  const token = signAnew(site, registry, view, { ...journey, isCounted });
  return leadTo(view.addresses.question(firstQuestion(questionnaire).id, { token }));
}

/** A form of which nothing is kept yet, about a journey. */
export function signAnew(
  { clock, random }: Pick<FormSite, 'clock' | 'random'>,
  registry: Registry,
  { placed: { button }, questionnaire, wordingLanguage: language }: FormView,
  { ending, step, serviceVersion, isCounted }: JourneyContext & Pick<OpenForm, 'isCounted'>,
): string {
  return signWith(registry, {
    ending,
    step,
    serviceVersion,
    reviewId: newReviewId(clock.now().getTime(), random()),
    buttonId: button.id,
    questionnaire: questionnaire.id,
    version: questionnaire.version,
    language,
    isCounted,
    isKept: false,
  });
}

/** @throws VigieError Unavailable when no key is known */
function signWith({ keys: [key] }: Registry, form: OpenForm): string {
  if (key === undefined) throw new VigieError('Unavailable', 'No key is known to sign forms with.');
  return signForm(form, key);
}

/** A question of a form that was opened, or its thanks; what is signed decides what is said to be kept. */
export async function showQuestion(
  site: FormSite,
  request: PageRequest & { readonly question: string },
): Promise<FormReply> {
  const met = await meetButton(site, request);
  if ('status' in met) return met;
  const { registry, placed } = met;
  const language = askedLanguage(request);
  const latest = viewForm({ ...site, ...met }, language);
  const text = request.parameters.get(FORM_FIELDS.token) ?? '';
  const { fault, form } = readForm(text, registry.keys, site.clock.now().getTime());
  if (form?.buttonId !== placed.button.id) return leadTo(latest.addresses.opening());
  if (fault === 'expired') {
    // The journey ended as it did: a form that is opened again is about the same.
    const isFirst = request.question === firstQuestion(met.questionnaire).id;
    return isFirst ? openAnew(site, met, request, form) : htmlReply(410, await tooOldPage(latest, text));
  }
  const questionnaire = registry.questionnaires.get(questionnaireKey(form.questionnaire, form.version));
  if (questionnaire === undefined) return leadTo(latest.addresses.opening());
  const view = viewForm({ ...site, placed, questionnaire }, language);
  const isSame = form.language === view.wordingLanguage;
  const token = isSame ? text : signWith(registry, { ...form, language: view.wordingLanguage });
  return htmlOrStep(view, form, token, request);
}

async function htmlOrStep(
  view: FormView,
  { isKept }: OpenForm,
  token: string,
  { question: asked, parameters }: PageRequest & { readonly question: string },
): Promise<FormReply> {
  const { questionnaire, addresses } = view;
  const first = firstQuestion(questionnaire);
  if (!isKept && asked !== first.id) return leadTo(addresses.question(first.id, { token }));
  const question = questionnaire.questions.find(({ id }) => id === asked);
  if (question === undefined) {
    return asked === 'merci'
      ? htmlReply(200, await thanksPage(view, token))
      : leadTo(addresses.question(first.id, { token }));
  }
  const means = readMeans(parameters.get(MEANS_FIELD));
  if (question.kind === 'help_outcome' && means.length === 0) {
    const { next } = progressOf(questionnaire, question, means);
    return leadTo(next === null ? addresses.thanks({ token }) : addresses.question(next.id, { token }));
  }
  const page = {
    view,
    question,
    token,
    onward: token,
    isKept,
    means,
    typed: NOTHING_TYPED,
    faults: [],
    problem: null,
  };
  return htmlReply(200, await questionPage(page));
}
