/** The page of any error, in the language of the address that was asked. */
import type { ShownError } from '../core/http/errors.ts';
import { html, page } from './design/index.ts';
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
<p>${words.reference} <code>${error.requestId}</code></p>
<p><a href="${home}">${words.backHome}</a></p>`,
  });
  return (await document).toString();
}
