/** The list of procedures. */
import type { App } from '../../core/http/context.ts';
import { guard } from '../../core/http/guard.ts';
import { readDirectory } from '../procedure-directory.ts';
import { readProcedureView } from '../procedure-selection.ts';
import { proceduresPage } from './procedures.page.ts';
import type { SitePart } from './site-part.ts';

export function procedureRoutes(app: App, { site, context, prefix, show }: SitePart): void {
  app.get(`${prefix}/demarches`, guard('public'), async (c) => {
    const directory = await site.remembered(readDirectory);
    const view = await readProcedureView(site.db, directory, c.req.query());
    return show(c, proceduresPage(context, directory, view));
  });
}
