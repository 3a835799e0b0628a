/** The pages that end a form: thanks, closed, too old, and what cannot be shown or read. */
import { type Clock, dayOf } from '../../core/clock.ts';
import type { Notice } from '../../feedback/index.ts';
import { html } from '../design/index.ts';
import { localisation } from '../i18n/index.ts';
import { contactLine, serviceLink } from './contact.page.ts';
import type { FormAddresses } from './form-address.ts';
import { type FormFrame, type FormView, firstQuestion } from './form-view.ts';
import { formPage, langMark, siteLink } from './frame.page.ts';

/** Said only of what is on disk: the caller has read so in a signed form. */
export function thanksPage(view: FormView, token: string): Promise<string> {
  const { thanks, contact, tooOld } = view.language.words;
  return formPage(view, {
    title: thanks.title,
    view,
    inLanguage: (addresses) => addresses.thanks({ token }),
    main: html`<h1 id="question" class="thanks" tabindex="-1">${thanks.title}</h1>
<p>${thanks.text}</p>
${isShared(view) ? html`<p><a href="${view.addresses.opening()}">${tooOld.again}</a></p>` : ''}
<p>${serviceLink(view, thanks.figures)}</p>
${contactLine(view, contact.instead)}`,
  });
}

/** The screen of a counter has somebody else before it next. */
const isShared = ({ placed }: FormView) => placed.button.channel === 'counter';

/** A button that accepts nothing any more: since when, why, and where to go. */
export function closedPage(view: FormView): Promise<string> {
  const { closed } = view.language.words;
  const { closedAt, closedReason, language } = view.placed.button;
  return formPage(view, {
    title: closed.title,
    view,
    inLanguage: (addresses) => addresses.opening(),
    main: html`<h1 id="question" tabindex="-1">${closed.title}</h1>
${closedAt === null ? '' : html`<p>${closed.since(dayIn(view.language.code, closedAt))}</p>`}
${closedReason === null ? '' : html`<p>${closed.reason} <bdi${langMark(view, language)}>${closedReason}</bdi></p>`}
<p>${closed.kept}</p>
${contactLine(view, closed.reach)}`,
  });
}

/** The day of an instant, as readers of a language write it. */
function dayIn(language: string, instant: ReturnType<Clock['now']>): string {
  if (language === 'fr' || language === 'en') return localisation(language).day(dayOf(instant));
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'Europe/Paris' }).format(instant);
}

/**
 * A form that was opened more than a day ago and answered since: it is kept, and cannot go on. Another is opened from its
 * `token`, which tells of the same journey.
 */
export function tooOldPage(view: FormView, token: string): Promise<string> {
  const { tooOld } = view.language.words;
  const again = (addresses: FormAddresses) =>
    addresses.question(firstQuestion(view.questionnaire).id, { token });
  return formPage(view, {
    title: tooOld.title,
    view,
    inLanguage: again,
    main: html`<h1 id="question" tabindex="-1">${tooOld.title}</h1>
<p>${tooOld.text}</p>
<p><a href="${again(view.addresses)}">${tooOld.again}</a></p>`,
  });
}

/**
 * What cannot be shown or read, of a form that is not known. A script that gets it for an answer says so beside that answer.
 *
 * @param isOfAnswer whether it is about something that was filled in
 */
export function noticePage(frame: FormFrame, { title, text }: Notice, isOfAnswer = false): Promise<string> {
  const { words } = frame.language;
  return formPage(frame, {
    title,
    main: html`<h1 id="question" tabindex="-1">${title}</h1>
<p${isOfAnswer ? html` data-refused="${title}. ${text}"` : ''}>${text}</p>
${isOfAnswer ? html`<p>${words.back}</p>` : ''}
<p>${siteLink(frame, words.home, (urls) => urls.home())}</p>`,
  });
}
