/** The frame of the pages of forms: light, alone, without the navigation of the site. */
import { type Html, html } from '../design/index.ts';
import { urlsIn } from '../urls.ts';
import type { FormAddresses } from './form-address.ts';
import { type FormFrame, type FormView, PLACE_LANGUAGE, siteLocale } from './form-view.ts';

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

/** Attributes that say the language of a text where it is not that of the page, and which way it is then read. */
export function langMark({ language: { code: own } }: FormFrame, code: string): Html | '' {
  if (code === own) return '';
  const direction = directionOf(code);
  return html` lang="${code}"${direction === directionOf(own) ? '' : html` dir="${direction}"`}`;
}

const directionOf = (language: string) => new Intl.Locale(language).getTextInfo().direction;

/** A link to a page of the site, which is not in all the languages of forms. */
export function siteLink(
  frame: FormFrame,
  words: string,
  address: (urls: ReturnType<typeof urlsIn>) => string,
): Html {
  const locale = siteLocale(frame);
  const other = locale === frame.language.code ? '' : html` hreflang="${locale}"`;
  return html`<a href="${address(urlsIn(locale))}"${other}>${words}</a>`;
}

/** A whole document. `main` must hold the page's one `h1`. */
export async function formPage(frame: FormFrame, page: FormPage): Promise<string> {
  const { language, assets } = frame;
  const { code, words } = language;
  const { view } = page;
  const named = [page.title, view?.wording.title, view?.placed.place.name].filter(
    (part) => part !== undefined,
  );
  const title = named.join(' · ');
  const document = await html`<!doctype html>
<html lang="${code}" dir="${directionOf(code)}">
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
<ul><li>${siteLink(frame, words.privacy, (urls) => urls.privacy())}</li><li>${siteLink(frame, words.accessibility, (urls) => urls.accessibility())}</li></ul>
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
