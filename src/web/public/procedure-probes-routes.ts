/** The page of probes of one procedure. */
import { getProcedureHistory } from '../../catalogue/index.ts';
import type { App } from '../../core/http/context.ts';
import { guard } from '../../core/http/guard.ts';
import { getProcedureAt } from '../procedure-at.ts';
import { readProcedureProbes } from '../procedure-probes.ts';
import { withQuery } from '../urls.ts';
import { procedureProbesPage } from './procedure-probes.page.ts';
import type { SitePart } from './site-part.ts';

/** The state of the moment is told: nothing is kept. */
export function procedureProbesRoutes(app: App, { site, context, prefix, show }: SitePart): void {
  const { urls } = context;
  app.get(`${prefix}/demarches/:ref{[a-z0-9-]+}/disponibilite`, guard('live'), async (c) => {
    const { key, isMoved } = await getProcedureAt(site.db, c.req.param('ref'));
    if (isMoved) return c.redirect(withQuery(urls.procedureAvailability(key), c.req.query()), 301);
    const [{ current }, probes] = await Promise.all([
      getProcedureHistory(site.db, key),
      readProcedureProbes(site, key, c.req.query()),
    ]);
    return show(c, procedureProbesPage(context, current, probes));
  });
}
