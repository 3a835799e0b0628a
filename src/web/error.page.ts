/** The page of any error, in the language of the address that was asked. */
import type { ShownError } from '../core/http/errors.ts';
import { SAME_EDITION } from './comparison-query.ts';
import { type Html, html, page } from './design/index.ts';
import { type Localisation, localisation } from './i18n/index.ts';
import { type Place, siteShell } from './shell.ts';
import { inLocale, localeOf, urlsIn } from './urls.ts';

export async function renderErrorPage(error: ShownError, place: Place): Promise<string> {
  const l = localisation(localeOf(error.path));
  const words = l.messages.errors;
  const home = urlsIn(l.locale).home();
  const document = page(l, siteShell(l, place), {
    title: words.titles[error.code],
    description: words.remedies[error.code],
    paths: { fr: inLocale(home, 'fr'), en: inLocale(home, 'en') },
    indexed: false,
    main: html`<h1>${words.titles[error.code]}</h1>
<p>${words.remedies[error.code]}</p>
${faults(l, error)}
<p>${words.reference} <code>${error.requestId}</code></p>
${error.fields.length === 0 ? '' : html`<p>${remedyLink(l, error)}</p>`}
<p><a href="${home}">${words.backHome}</a></p>
${error.code === 'NotFound' ? html`<p><a href="${urlsIn(l.locale).procedures()}">${l.messages.home.searchProcedure}</a></p>` : ''}`,
  });
  return (await document).toString();
}

/** The faulty parameters by name; a machine is told more, in its own answer. */
function faults({ messages }: Localisation, { fields }: ShownError): Html | '' {
  if (fields.length === 0) return '';
  return html`<ul>${fields.map(
    ({ path, message }) =>
      html`<li><code>${path}</code> ${message === SAME_EDITION ? messages.comparing.sameEdition : messages.errors.unknownValue}</li>`,
  )}</ul>`;
}

/** Where to go: the form that compares for one edition and itself, else the address without what it asks. */
function remedyLink({ locale, messages }: Localisation, { fields, path }: ShownError): Html {
  return fields.some(({ message }) => message === SAME_EDITION)
    ? html`<a href="${urlsIn(locale).editions()}#compare">${messages.comparing.title}</a>`
    : html`<a href="${path}">${messages.errors.withoutParameters}</a>`;
}
