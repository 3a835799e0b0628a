/** The frame of the pages of forms: light, alone, without the navigation of the site. */
import { type Html, html } from '../design/index.ts';
import { urlsIn } from '../urls.ts';
import type { FormAddresses } from './form-address.ts';
import { type FormFrame, type FormView, otherLanguage, PLACE_LANGUAGE } from './form-view.ts';

export type FormPage = {
  readonly title: string;
  /** True when it says that something is wrong. */
  readonly isWrong?: boolean;
  readonly main: Html;
  /** Who the form is about. */
  readonly view?: FormView;
  /** The same page by the addresses of another language; absent where it is not in others. */
  readonly inLanguage?: (addresses: FormAddresses) => string;
};

/** An attribute that says the language of a text where it is not that of the page. */
export function langMark(frame: FormFrame, code: string): Html | '' {
  const lang = otherLanguage(frame, code);
  return lang === undefined ? '' : html` lang="${lang}"`;
}

/** A whole document. `main` must hold the page's one `h1`. */
export async function formPage(frame: FormFrame, page: FormPage): Promise<string> {
  const { language, assets } = frame;
  const { code, direction, words } = language;
  const { view } = page;
  const urls = urlsIn(code === 'en' ? 'en' : 'fr');
  const named = [page.title, view?.wording.title, view?.placed.place.name].filter(
    (part) => part !== undefined,
  );
  const title = named.join(' · ');
  const document = await html`<!doctype html>
<html lang="${code}" dir="${direction}">
<head>
<meta charset="utf-8">
<title>${page.isWrong ? words.titleWithError(title) : title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
${view ? html`<link rel="canonical" href="${view.origin}${view.addresses.opening()}">` : ''}
<link rel="icon" type="image/svg+xml" href="${assets.href('vigie.svg')}">
<link rel="stylesheet" href="${assets.href('form.css')}">
<script type="module" src="${assets.href('form.js')}"></script>
</head>
<body>
<a class="skip" href="#content">${words.toContent}</a>
<header>${view ? about(view) : ''}${languageSwitch(frame, page)}</header>
<main id="content" data-form tabindex="-1">
${page.main}
</main>
<footer>
<p>${words.anonymous}</p>
<ul><li><a href="${urls.privacy()}">${words.privacy}</a></li><li><a href="${urls.accessibility()}">${words.accessibility}</a></li></ul>
</footer>
</body>
</html>`;
  return document.toString();
}

function about(view: FormView): Html {
  const { name, organisation } = view.placed.place;
  const lang = langMark(view, PLACE_LANGUAGE);
  return html`<p class="form-title"${langMark(view, view.wordingLanguage)}>${view.wording.title}</p>
<p class="service"${lang}><strong><bdi>${name}</bdi></strong>${organisation === null ? '' : html` <span><bdi>${organisation}</bdi></span>`}</p>`;
}

function languageSwitch({ language: { words } }: FormFrame, { view, inLanguage }: FormPage): Html | '' {
  if (view === undefined || inLanguage === undefined || view.others.length === 0) return '';
  return html`<nav aria-label="${words.languages}"><ul>${view.others.map(
    ({ language: { code, name }, addresses }) =>
      html`<li><a href="${inLanguage(addresses)}" lang="${code}" hreflang="${code}">${name}</a></li>`,
  )}</ul></nav>`;
}
