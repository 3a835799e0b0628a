/** The pages of the site as search engines read them (sitemaps.org 0.9), each with its address in every language. */
import { type Html, html } from '../design/index.ts';
import { LOCALES } from '../i18n/index.ts';
import type { PublicPage } from '../public-pages.ts';
import { urlsIn } from '../urls.ts';

/**
 * The document: an address a language, each naming the others.
 *
 * @param origin scheme, host and port of the site, without a final slash
 * @param pages fewer than 25,000: a sitemap holds 50,000 addresses
 */
export function sitemap(origin: string, pages: readonly PublicPage[]): Html {
  return html`<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${pages.map(({ addressIn, changedAt }) => {
  const places = LOCALES.map((locale) => ({ locale, href: `${origin}${addressIn(urlsIn(locale))}` }));
  const alternates = places.map(
    ({ locale, href }) => html`<xhtml:link rel="alternate" hreflang="${locale}" href="${href}"/>`,
  );
  const changed = changedAt === null ? '' : html`<lastmod>${changedAt.toISOString()}</lastmod>`;
  return places.map(({ href }) => html`<url><loc>${href}</loc>${changed}${alternates}</url>\n`);
})}</urlset>
`;
}
