import type { Procedure, ProcedureKey } from '../../catalogue/index.ts';
import type { App } from '../../core/http/context.ts';
import { guard } from '../../core/http/guard.ts';
import type { PageContent } from '../design/index.ts';
import { getProcedureAt, readProcedureWith } from '../procedure-at.ts';
import { withQuery } from '../urls.ts';
import type { SitePart } from './site-part.ts';

type Parameters = Readonly<Record<string, string>>;

/** A page that tells of one procedure what is true at the moment. */
export type ProcedureTopic<Told> = {
  /** What its address ends with. */
  readonly segment: string;
  readonly address: (key: ProcedureKey) => string;
  readonly tell: (key: ProcedureKey, named: Promise<Procedure>, parameters: Parameters) => Promise<Told>;
  readonly page: (procedure: Procedure, told: Told) => PageContent;
};

/** Serves such a page. A former address leads to the present one, with its parameters, before anything else is read. */
export function routeProcedureTopic<Told>(
  app: App,
  { site, prefix, show }: SitePart,
  { segment, address, tell, page }: ProcedureTopic<Told>,
): void {
  app.get(`${prefix}/demarches/:ref{[a-z0-9-]+}/${segment}`, guard('live'), async (c) => {
    const parameters = c.req.query();
    const { key, isMoved } = await getProcedureAt(site.db, c.req.param('ref'));
    if (isMoved) return c.redirect(withQuery(address(key), parameters), 301);
    const { procedure, told } = await readProcedureWith(site.db, key, (_, named) =>
      tell(key, named, parameters),
    );
    return show(c, page(procedure, told));
  });
}
