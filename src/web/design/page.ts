import { LOCALES, type Locale, type Localisation } from '../i18n/index.ts';
import { breadcrumb } from './breadcrumb.ts';
import { type Html, html, type Link, type MarkedLink } from './html.ts';
import { type PageData, pageData } from './page-data.ts';
import { structuredData } from './structured-data.ts';

/** What all the pages of one audience share. */
export type Shell = {
  /** Scheme, host and port of the site, without a final slash: canonical and alternate addresses are absolute. */
  origin: string;
  stylesheet: string;
  icon: string;
  /** The modules that enhance a page; every page is complete without them. */
  scripts: readonly string[];
  home: string;
  navigation: readonly Link[];
  /** Feeds of the whole site. */
  feeds: readonly Link[];
  footer: readonly { title: string; links: readonly Link[] }[];
};

/** What one answer adds to a page that is the same for all. */
export type Visit = {
  /** What the reader asked of this page ("?tri=nom"), kept when the language changes; canonical addresses go without. */
  query: string;
  /** Day of the answer, `YYYY-MM-DD`. */
  today: string;
  /** True while the store holds invented figures. */
  isDemonstration: boolean;
};

export type PageContent = {
  title: string;
  /** The title as the end of the breadcrumb, where some of its words are in another language. */
  here?: Html;
  description: string;
  /** The path of this page in each language. */
  paths: Readonly<Record<Locale, string>>;
  /** From the home page to the parent of this page. */
  breadcrumb?: readonly MarkedLink[];
  /** True for pages that are a large table: the text column's width does not bound them. */
  wide?: boolean;
  /** What of it is data, where it is. */
  data?: PageData;
  /** The page as schema.org describes it, without its context; its `url` is that of the page unless it says another. */
  structured?: Readonly<Record<string, unknown>>;
  /** False keeps the page out of search engines. */
  indexed?: boolean;
  main: Html;
};

/** A whole document. `main` must hold the page's one `h1`. */
export function page(l: Localisation, shell: Shell, content: PageContent, visit: Visit): Html {
  const { shell: words } = l.messages;
  const path = content.paths[l.locale];
  const bounds = content.wide ? 'bounded wide' : 'bounded';
  const isHome = path === shell.home && content.indexed !== false;
  return html`<!doctype html>
<html lang="${l.locale}">
<head>
<meta charset="utf-8">
<title>${isHome ? `${words.siteName} · ${words.tagline}` : `${content.title} · ${words.siteName}`}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="${content.description}">
<meta name="color-scheme" content="light dark">
${content.indexed === false || visit.isDemonstration ? html`<meta name="robots" content="noindex">` : ''}
<link rel="canonical" href="${shell.origin}${path}">
${LOCALES.map((locale) => html`<link rel="alternate" hreflang="${locale}" href="${shell.origin}${content.paths[locale]}">`)}
${shell.feeds.map(({ href, label }) => html`<link rel="alternate" type="application/atom+xml" title="${label}" href="${href}">`)}
<link rel="icon" type="image/svg+xml" href="${shell.icon}">
<link rel="stylesheet" href="${shell.stylesheet}">
${shell.scripts.map((src) => html`<script type="module" src="${src}"></script>`)}
${structuredData(`${shell.origin}${path}`, content.structured)}
</head>
<body>
<a class="skip" href="#content">${words.skipToContent}</a>
${visit.isDemonstration ? html`<aside class="demonstration" aria-label="${words.demonstration.label}"><p class="${bounds}"><strong>${words.demonstration.label}</strong> ${words.demonstration.meaning}</p></aside>` : ''}
<header class="site-header">
<div class="${bounds}">
<a class="brand" href="${shell.home}"${isHome ? html` aria-current="page"` : ''}>${mark()}<span class="brand-name">${words.siteName}</span></a>
<nav class="site-nav" aria-label="${words.mainNavigation}"><ul>${shell.navigation.map(
    (link) => html`<li><a href="${link.href}"${currentMark(link.href, path)}>${link.label}</a></li>`,
  )}</ul></nav>
</div>
</header>
<main id="content" class="${bounds}" tabindex="-1">
${content.breadcrumb ? breadcrumb(l, content.breadcrumb, content.here ?? content.title) : ''}
${content.main}
${content.data ? pageData(l, content.data, { origin: shell.origin, path, query: visit.query, today: visit.today }) : ''}
</main>
<footer class="site-footer">
<div class="${bounds}">
<p class="footer-note">${words.footerNote}</p>
<nav class="footer-nav" aria-label="${words.footerNavigation}">${shell.footer.map(
    ({ title, links }, i) =>
      html`<div><h2 id="footer-${i}">${title}</h2><ul aria-labelledby="footer-${i}">${links.map(
        (link) => html`<li><a href="${link.href}"${currentMark(link.href, path)}>${link.label}</a></li>`,
      )}</ul></div>`,
  )}</nav>
${languageSwitch(l, content, visit)}
</div>
</footer>
</body>
</html>`;
}

function currentMark(href: string, path: string): Html | '' {
  if (href === path) return html` aria-current="page"`;
  return path.startsWith(`${href}/`) ? html` aria-current="true"` : '';
}

function languageSwitch(l: Localisation, content: PageContent, { query }: Visit): Html {
  const other: Locale = l.locale === 'fr' ? 'en' : 'fr';
  return html`<p class="language" data-live="language"><a href="${content.paths[other]}${query}" lang="${other}" hreflang="${other}">${l.messages.shell.otherLanguage}</a></p>`;
}

/** A lookout's lamp: the sign beside the name. */
function mark(): Html {
  return html`<svg class="brand-mark" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true" focusable="false"><path class="beam" d="M14 12 31 5v14z"/><path d="M10 9a4 4 0 0 1 8 0v6h-8z"/><path d="M9 17h10l3 13H6z"/></svg>`;
}
