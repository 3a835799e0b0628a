/** The page of probes of one procedure. */
import { findProcedure } from '../../catalogue/index.ts';
import { VigieError } from '../../core/errors.ts';
import type { App } from '../../core/http/context.ts';
import { guard } from '../../core/http/guard.ts';
import { readProcedureProbes } from '../procedure-probes.ts';
import { parseProcedureRef, withQuery } from '../urls.ts';
import { procedureProbesPage } from './procedure-probes.page.ts';
import type { SitePart } from './site-part.ts';

/** The state of the moment is told: nothing is kept. */
export function procedureProbesRoutes(app: App, { site, context, prefix, show }: SitePart): void {
  const { urls } = context;
  app.get(`${prefix}/demarches/:ref{[a-z0-9-]+}/disponibilite`, guard('live'), async (c) => {
    const ref = parseProcedureRef(c.req.param('ref'));
    const history = ref && (await findProcedure(site.db, ref.publicId));
    if (!history) throw new VigieError('NotFound', 'There is no procedure at this address.');
    const { current } = history;
    if (ref.publicId !== current.publicId || ref.slug !== current.slug)
      return c.redirect(withQuery(urls.procedureAvailability(current), c.req.query()), 301);
    return show(
      c,
      procedureProbesPage(context, current, await readProcedureProbes(site, current, c.req.query())),
    );
  });
}
