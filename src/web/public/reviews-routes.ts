/** The pages of reviews: of one procedure, and of all together. */
import type { App } from '../../core/http/context.ts';
import { guard } from '../../core/http/guard.ts';
import { readNationalReviews } from '../national-reviews.ts';
import { readProcedureReport } from '../procedure-reviews.ts';
import { procedureReviewsPage } from './procedure-reviews.page.ts';
import { routeProcedureTopic } from './procedure-route.ts';
import { reviewsPage } from './reviews.page.ts';
import type { SitePart } from './site-part.ts';

export function reviewRoutes(app: App, part: SitePart): void {
  const { site, context, prefix, show } = part;
  app.get(`${prefix}/avis`, guard('live'), async (c) =>
    show(c, reviewsPage(context, await readNationalReviews(site, c.req.query()))),
  );
  routeProcedureTopic(app, part, {
    segment: 'avis',
    address: context.urls.procedureReviews,
    tell: (key, _, parameters) => readProcedureReport(site, key, parameters),
    page: (procedure, report) => procedureReviewsPage(context, procedure, report),
  });
}
