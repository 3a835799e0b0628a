import { LOCALES, type Locale, type Localisation } from '../i18n/index.ts';
import { breadcrumb } from './breadcrumb.ts';
import { type Html, html, type Link } from './html.ts';

/** What all the pages of one audience share. */
export type Shell = {
  /** Scheme, host and port of the site, without a final slash: canonical and alternate addresses are absolute. */
  origin: string;
  stylesheet: string;
  icon: string;
  home: string;
  navigation: readonly Link[];
  footer: readonly Link[];
};

export type PageContent = {
  title: string;
  description: string;
  /** The path of this page in each language. */
  paths: Readonly<Record<Locale, string>>;
  /** What the reader asked of this page ("?tri=nom"), kept when the language changes; canonical addresses go without. */
  query?: string;
  /** From the home page to the parent of this page. */
  breadcrumb?: readonly Link[];
  /** True for pages that are a large table: the text column's width does not bound them. */
  wide?: boolean;
  /** A feed that tells what is new on this page. */
  feed?: Link;
  /** False keeps the page out of search engines. */
  indexed?: boolean;
  main: Html;
};

/** A whole document. `main` must hold the page's one `h1`. */
export function page(l: Localisation, shell: Shell, content: PageContent): Html {
  const { shell: words } = l.messages;
  const path = content.paths[l.locale];
  const bounds = content.wide ? 'bounded wide' : 'bounded';
  const isHome = path === shell.home;
  return html`<!doctype html>
<html lang="${l.locale}">
<head>
<meta charset="utf-8">
<title>${isHome ? `${words.siteName} · ${words.tagline}` : `${content.title} · ${words.siteName}`}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="${content.description}">
<meta name="color-scheme" content="light dark">
${content.indexed === false ? html`<meta name="robots" content="noindex">` : ''}
<link rel="canonical" href="${shell.origin}${path}">
${LOCALES.map((locale) => html`<link rel="alternate" hreflang="${locale}" href="${shell.origin}${content.paths[locale]}">`)}
${content.feed ? html`<link rel="alternate" type="application/atom+xml" title="${content.feed.label}" href="${content.feed.href}">` : ''}
<link rel="icon" type="image/svg+xml" href="${shell.icon}">
<link rel="stylesheet" href="${shell.stylesheet}">
</head>
<body>
<a class="skip" href="#content">${words.skipToContent}</a>
<header class="site-header">
<div class="${bounds}">
<a class="brand" href="${shell.home}"${isHome ? html` aria-current="page"` : ''}>${mark()}<span class="brand-name">${words.siteName}</span></a>
<nav class="site-nav" aria-label="${words.mainNavigation}"><ul>${shell.navigation.map(
    (link) => html`<li><a href="${link.href}"${currentMark(link.href, path)}>${link.label}</a></li>`,
  )}</ul></nav>
</div>
</header>
<main id="content" class="${bounds}" tabindex="-1">
${content.breadcrumb ? breadcrumb(l, content.breadcrumb, content.title) : ''}
${content.main}
</main>
<footer class="site-footer">
<div class="${bounds}">
<p class="footer-note">${words.footerNote}</p>
<nav aria-label="${words.footerNavigation}"><ul>${shell.footer.map(
    (link) => html`<li><a href="${link.href}"${currentMark(link.href, path)}>${link.label}</a></li>`,
  )}</ul></nav>
${languageSwitch(l, content)}
</div>
</footer>
</body>
</html>`;
}

function currentMark(href: string, path: string): Html | '' {
  if (href === path) return html` aria-current="page"`;
  return path.startsWith(`${href}/`) ? html` aria-current="true"` : '';
}

function languageSwitch(l: Localisation, content: PageContent): Html {
  const other: Locale = l.locale === 'fr' ? 'en' : 'fr';
  return html`<p class="language"><a href="${content.paths[other]}${content.query ?? ''}" lang="${other}" hreflang="${other}">${l.messages.shell.otherLanguage}</a></p>`;
}

/** A lookout's lamp: the sign beside the name. */
function mark(): Html {
  return html`<svg class="brand-mark" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true" focusable="false"><path class="beam" d="M14 12 31 5v14z"/><path d="M10 9a4 4 0 0 1 8 0v6h-8z"/><path d="M9 17h10l3 13H6z"/></svg>`;
}
