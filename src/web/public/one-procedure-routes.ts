/** The page of one procedure. */
import { findProcedureLinks, getProcedureHistory, type ProcedureKey } from '../../catalogue/index.ts';
import type { App } from '../../core/http/context.ts';
import { guard } from '../../core/http/guard.ts';
import { listEntriesOfSubject, listNotesOfSubject, listResultsOfSubject } from '../../editions/index.ts';
import { getProcedureAt } from '../procedure-at.ts';
import { findProbeSummary } from '../procedure-probes-summary.ts';
import { findReviewSummary } from '../procedure-reviews.ts';
import type { SiteContext } from '../server.ts';
import { readProcedureUsage } from '../usage-of-procedure.ts';
import { type ProcedureView, procedurePage } from './procedure.page.ts';
import type { SitePart } from './site-part.ts';

export function oneProcedureRoutes(app: App, { site, context, prefix, show }: SitePart): void {
  const { urls } = context;
  app.get(`${prefix}/demarches/:ref{[a-z0-9-]+}`, guard('public'), async (c) => {
    const { key, isMoved } = await getProcedureAt(site.db, c.req.param('ref'));
    if (isMoved) return c.redirect(urls.procedure(key), 301);
    const view = await readProcedure(site, key);
    // The state of the moment cannot be kept.
    if (view.probes !== null) c.set('guard', 'live');
    return show(c, procedurePage(context, view, site.origin));
  });
}

/** By subject, in SQL: the page of a procedure of forty editions parses none of them. */
async function readProcedure(site: SiteContext, key: ProcedureKey): Promise<ProcedureView> {
  const { db } = site;
  const { subjectId, publicId } = key;
  const named = getProcedureHistory(db, key);
  const [history, entries, results, notes, links, reviews, usage, probes] = await Promise.all([
    named,
    listEntriesOfSubject(db, subjectId),
    listResultsOfSubject(db, subjectId),
    listNotesOfSubject(db, subjectId),
    findProcedureLinks(db, publicId),
    findReviewSummary(site, key),
    named.then(({ current }) => readProcedureUsage(site, current)),
    findProbeSummary(site, key),
  ]);
  return { history, entries, results, notes, links, reviews, usage, probes };
}
