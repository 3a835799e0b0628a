/** The page of probes of one procedure. */
import type { App } from '../../core/http/context.ts';
import { guard } from '../../core/http/guard.ts';
import { readProcedureAt } from '../procedure-at.ts';
import { readProcedureProbes } from '../procedure-probes.ts';
import { withQuery } from '../urls.ts';
import { procedureProbesPage } from './procedure-probes.page.ts';
import type { SitePart } from './site-part.ts';

/** The state of the moment is told: nothing is kept. */
export function procedureProbesRoutes(app: App, { site, context, prefix, show }: SitePart): void {
  const { urls } = context;
  app.get(`${prefix}/demarches/:ref{[a-z0-9-]+}/disponibilite`, guard('live'), async (c) => {
    const { history, told, isMoved } = await readProcedureAt(site.db, c.req.param('ref'), (key) =>
      readProcedureProbes(site, key, c.req.query()),
    );
    const { current } = history;
    return isMoved
      ? c.redirect(withQuery(urls.procedureAvailability(current), c.req.query()), 301)
      : show(c, procedureProbesPage(context, current, told));
  });
}
