/** The page of one procedure. */
import { findProcedure, findProcedureLinks, type ProcedureHistory } from '../../catalogue/index.ts';
import { VigieError } from '../../core/errors.ts';
import type { App } from '../../core/http/context.ts';
import { guard } from '../../core/http/guard.ts';
import { listEntriesOfSubject, listNotesOfSubject, listResultsOfSubject } from '../../editions/index.ts';
import { findProbeSummary } from '../procedure-probes-summary.ts';
import { findReviewSummary } from '../procedure-reviews.ts';
import type { SiteContext } from '../server.ts';
import { parseProcedureRef } from '../urls.ts';
import { readProcedureUsage } from '../usage-of-procedure.ts';
import { type ProcedureView, procedurePage } from './procedure.page.ts';
import type { SitePart } from './site-part.ts';

export function oneProcedureRoutes(app: App, { site, context, prefix, show }: SitePart): void {
  const { db, origin } = site;
  const { urls } = context;
  app.get(`${prefix}/demarches/:ref{[a-z0-9-]+}`, guard('public'), async (c) => {
    const ref = parseProcedureRef(c.req.param('ref'));
    const history = ref && (await findProcedure(db, ref.publicId));
    if (!history) throw new VigieError('NotFound', 'There is no procedure at this address.');
    const { publicId, slug } = history.current;
    if (ref.publicId !== publicId || ref.slug !== slug)
      return c.redirect(urls.procedure(history.current), 301);
    const view = await readProcedure(site, history);
    // The state of the moment cannot be kept.
    if (view.probes !== null) c.set('guard', 'live');
    return show(c, procedurePage(context, view, origin));
  });
}

/** By subject, in SQL: the page of a procedure of forty editions parses none of them. */
async function readProcedure(site: SiteContext, history: ProcedureHistory): Promise<ProcedureView> {
  const { db } = site;
  const { subjectId, publicId } = history.current;
  const [entries, results, notes, links, reviews, usage, probes] = await Promise.all([
    listEntriesOfSubject(db, subjectId),
    listResultsOfSubject(db, subjectId),
    listNotesOfSubject(db, subjectId),
    findProcedureLinks(db, publicId),
    findReviewSummary(site, history.current),
    readProcedureUsage(site, history.current),
    findProbeSummary(site, history.current),
  ]);
  return { history, entries, results, notes, links, reviews, usage, probes };
}
