/** What robots are told: which pages there are, and that a demonstration is not for them. */
import type { App } from '../../core/http/context.ts';
import { guard } from '../../core/http/guard.ts';
import { listPublicPages } from '../public-pages.ts';
import type { SiteContext } from '../server.ts';
import { SITEMAP } from '../urls.ts';
import { sitemap } from './sitemap.ts';

export function crawlerRoutes(app: App, site: SiteContext): void {
  const { db, editions, origin } = site;
  app.get(SITEMAP, guard('public'), async (c) => {
    const pages = (await site.isDemonstration()) ? [] : await listPublicPages(db, editions);
    const document = await sitemap(origin, pages);
    return c.body(document.toString(), 200, { 'content-type': 'application/xml; charset=utf-8' });
  });
  app.get('/robots.txt', guard('public'), async (c) => {
    const refused = (await site.isDemonstration()) ? ' /' : '';
    return c.text(`User-agent: *\nDisallow:${refused}\nSitemap: ${origin}${SITEMAP}\n`);
  });
}
