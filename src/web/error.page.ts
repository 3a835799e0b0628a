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
${faults(error, words.unknownValue)}
<p>${words.reference} <code>${error.requestId}</code></p>
${error.fields.length === 0 ? '' : html`<p><a href="${error.path}">${words.withoutParameters}</a></p>`}
<p><a href="${home}">${words.backHome}</a></p>
${error.code === 'NotFound' ? html`<p><a href="${urlsIn(l.locale).procedures()}">${l.messages.home.searchProcedure}</a></p>` : ''}`,
  });
  return (await document).toString();
}

/** The faulty parameters by name; a machine is told more, in its own answer. */
function faults({ fields }: ShownError, unknownValue: string): Html | '' {
  if (fields.length === 0) return '';
  return html`<ul>${fields.map(({ path }) => html`<li><code>${path}</code> ${unknownValue}</li>`)}</ul>`;
}
