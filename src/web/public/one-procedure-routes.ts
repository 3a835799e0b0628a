/** The page of one procedure. */
import { findProcedureLinks, type ProcedureHistory, type ProcedureKey } from '../../catalogue/index.ts';
import type { App } from '../../core/http/context.ts';
import { guard } from '../../core/http/guard.ts';
import { listEntriesOfSubject, listNotesOfSubject, listResultsOfSubject } from '../../editions/index.ts';
import { readProcedureAt } from '../procedure-at.ts';
import { findProbeSummary } from '../procedure-probes-summary.ts';
import { findReviewSummary } from '../procedure-reviews.ts';
import type { SiteContext } from '../server.ts';
import { readProcedureUsage } from '../usage-of-procedure.ts';
import { type ProcedureView, procedurePage } from './procedure.page.ts';
import type { SitePart } from './site-part.ts';

export function oneProcedureRoutes(app: App, { site, context, prefix, show }: SitePart): void {
  const { urls } = context;
  app.get(`${prefix}/demarches/:ref{[a-z0-9-]+}`, guard('public'), async (c) => {
    const { history, told, isMoved } = await readProcedureAt(site.db, c.req.param('ref'), (key, named) =>
      readTold(site, key, named),
    );
    if (isMoved) return c.redirect(urls.procedure(history.current), 301);
    // The state of the moment cannot be kept.
    if (told.probes !== null) c.set('guard', 'live');
    return show(c, procedurePage(context, { history, ...told }, site.origin));
  });
}

/** By subject, in SQL: the page of a procedure of forty editions parses none of them. */
async function readTold(
  site: SiteContext,
  key: ProcedureKey,
  named: Promise<ProcedureHistory>,
): Promise<Omit<ProcedureView, 'history'>> {
  const { db } = site;
  const { subjectId, publicId } = key;
  const [entries, results, notes, links, reviews, usage, probes] = await Promise.all([
    listEntriesOfSubject(db, subjectId),
    listResultsOfSubject(db, subjectId),
    listNotesOfSubject(db, subjectId),
    findProcedureLinks(db, publicId),
    findReviewSummary(site, key),
    readProcedureUsage(site, key, named),
    findProbeSummary(site, key),
  ]);
  return { entries, results, notes, links, reviews, usage, probes };
}
