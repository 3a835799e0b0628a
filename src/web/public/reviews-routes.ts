/** The pages of reviews: of one procedure, and of all together. */
import { findProcedure } from '../../catalogue/index.ts';
import { VigieError } from '../../core/errors.ts';
import type { App } from '../../core/http/context.ts';
import { guard } from '../../core/http/guard.ts';
import { readNationalReviews } from '../national-reviews.ts';
import { readProcedureReport } from '../procedure-reviews.ts';
import { parseProcedureRef, withQuery } from '../urls.ts';
import { procedureReviewsPage } from './procedure-reviews.page.ts';
import { reviewsPage } from './reviews.page.ts';
import type { SitePart } from './site-part.ts';

export function reviewRoutes(app: App, { site, context, prefix, show }: SitePart): void {
  const { urls } = context;
  app.get(`${prefix}/avis`, guard('live'), async (c) =>
    show(c, reviewsPage(context, await readNationalReviews(site, c.req.query()))),
  );
  app.get(`${prefix}/demarches/:ref{[a-z0-9-]+}/avis`, guard('live'), async (c) => {
    const ref = parseProcedureRef(c.req.param('ref'));
    const history = ref && (await findProcedure(site.db, ref.publicId));
    if (!history) throw new VigieError('NotFound', 'There is no procedure at this address.');
    const { current } = history;
    if (ref.publicId !== current.publicId || ref.slug !== current.slug)
      return c.redirect(withQuery(urls.procedureReviews(current), c.req.query()), 301);
    return show(
      c,
      procedureReviewsPage(context, current, await readProcedureReport(site, current, c.req.query())),
    );
  });
}
