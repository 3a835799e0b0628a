/** The pages of reviews: of one procedure, and of all together. */
import { getProcedureHistory } from '../../catalogue/index.ts';
import type { App } from '../../core/http/context.ts';
import { guard } from '../../core/http/guard.ts';
import { readNationalReviews } from '../national-reviews.ts';
import { getProcedureAt } from '../procedure-at.ts';
import { readProcedureReport } from '../procedure-reviews.ts';
import { withQuery } from '../urls.ts';
import { procedureReviewsPage } from './procedure-reviews.page.ts';
import { reviewsPage } from './reviews.page.ts';
import type { SitePart } from './site-part.ts';

export function reviewRoutes(app: App, { site, context, prefix, show }: SitePart): void {
  const { urls } = context;
  app.get(`${prefix}/avis`, guard('live'), async (c) =>
    show(c, reviewsPage(context, await readNationalReviews(site, c.req.query()))),
  );
  app.get(`${prefix}/demarches/:ref{[a-z0-9-]+}/avis`, guard('live'), async (c) => {
    const { key, isMoved } = await getProcedureAt(site.db, c.req.param('ref'));
    if (isMoved) return c.redirect(withQuery(urls.procedureReviews(key), c.req.query()), 301);
    const [{ current }, report] = await Promise.all([
      getProcedureHistory(site.db, key),
      readProcedureReport(site, key, c.req.query()),
    ]);
    return show(c, procedureReviewsPage(context, current, report));
  });
}
