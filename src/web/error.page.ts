/** The page of any error, in the language of the address that was asked. */
import type { ShownError } from '../core/http/errors.ts';
import { type Html, html, page } from './design/index.ts';
import { localisation } from './i18n/index.ts';
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
${faults(error)}
<p>${words.reference} <code>${error.requestId}</code></p>
${error.fields.length === 0 ? '' : html`<p><a href="${error.path}">${words.withoutParameters}</a></p>`}
<p><a href="${home}">${words.backHome}</a></p>`,
  });
  return (await document).toString();
}

/** The faulty fields by name; what is wrong with each is told in the words of the machine's answer. */
function faults({ fields }: ShownError): Html | '' {
  if (fields.length === 0) return '';
  return html`<ul>${fields.map(({ path, message }) => html`<li><code>${path}</code> <span lang="en">${message}</span></li>`)}</ul>`;
}
