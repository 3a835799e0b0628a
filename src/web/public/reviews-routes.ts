/** The pages of reviews: of one procedure, and of all together. */
import type { App } from '../../core/http/context.ts';
import { guard } from '../../core/http/guard.ts';
import { readNationalReviews } from '../national-reviews.ts';
import { readProcedureAt } from '../procedure-at.ts';
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
    const { history, told, isMoved } = await readProcedureAt(site.db, c.req.param('ref'), (key) =>
      readProcedureReport(site, key, c.req.query()),
    );
    const { current } = history;
    return isMoved
      ? c.redirect(withQuery(urls.procedureReviews(current), c.req.query()), 301)
      : show(c, procedureReviewsPage(context, current, told));
  });
}
