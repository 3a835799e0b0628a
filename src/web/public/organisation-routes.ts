/** The pages of organisations: the list of all, one of them, several side by side. */
import { VigieError } from '../../core/errors.ts';
import type { App } from '../../core/http/context.ts';
import { guard } from '../../core/http/guard.ts';
import { organisationReader } from '../organisation-figures.ts';
import { COMPARED, parseCompared, parseListQuery } from '../organisation-query.ts';
import { readOrganisationUsage } from '../organisation-usage.ts';
import { withQuery } from '../urls.ts';
import { organisationPage } from './organisation.page.ts';
import { organisationComparisonPage } from './organisation-comparison.page.ts';
import { organisationsPage } from './organisations.page.ts';
import type { SitePart } from './site-part.ts';

export function organisationRoutes(app: App, { site, context, prefix, show }: SitePart): void {
  const reader = organisationReader(site);
  const { urls } = context;

  app.get(`${prefix}/administrations`, guard('public'), async (c) => {
    const view = parseListQuery(c.req.query());
    return show(c, organisationsPage(context, await reader.list(), view));
  });
  app.get(`${prefix}/administrations/comparaison`, guard('public'), async (c) => {
    const compared = await parseCompared(c.req.queries(COMPARED) ?? [], reader.findShown);
    return show(c, organisationComparisonPage(context, await reader.list(), compared));
  });
  // It tells counts, which move at any moment: it is not kept.
  app.get(`${prefix}/administrations/:slug{[a-z0-9-]+}`, guard('live'), async (c) => {
    const slug = c.req.param('slug');
    const found = await reader.find(slug);
    if (found === null) throw new VigieError('NotFound', `There is no organisation ${slug}.`);
    const { moved, current } = found.history;
    if (moved) return c.redirect(withQuery(urls.organisation(current.slug), c.req.query()), 301);
    const usage = await readOrganisationUsage(site, found.followed, c.req.query());
    return show(c, organisationPage(context, found, usage));
  });
}
