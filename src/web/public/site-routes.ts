/** The pages of reception sites. */
import { VigieError } from '../../core/errors.ts';
import type { App } from '../../core/http/context.ts';
import { guard } from '../../core/http/guard.ts';
import { readSite, readSiteList } from '../site-figures.ts';
import { parseSiteView } from '../site-query.ts';
import { withQuery } from '../urls.ts';
import { sitePage } from './site.page.ts';
import type { SitePart } from './site-part.ts';
import { sitesPage } from './sites.page.ts';

export function siteRoutes(app: App, { site, context, prefix, show }: SitePart): void {
  const { urls } = context;
  app.get(`${prefix}/lieux`, guard('live'), async (c) => {
    const list = await readSiteList(site);
    return show(c, sitesPage(context, list, parseSiteView(c.req.query(), list)));
  });
  app.get(`${prefix}/lieux/:slug{[a-z0-9-]+}`, guard('live'), async (c) => {
    const slug = c.req.param('slug');
    const found = await readSite(site, slug, c.req.query());
    if (found === null) throw new VigieError('NotFound', `There is no reception site ${slug}.`);
    const { moved, current } = found.history;
    if (moved) return c.redirect(withQuery(urls.site(current.slug), c.req.query()), 301);
    return show(c, sitePage(context, found));
  });
}
