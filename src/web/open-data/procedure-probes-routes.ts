/** The probes of a procedure as files. */
import { findProcedure, type Procedure } from '../../catalogue/index.ts';
import { VigieError } from '../../core/errors.ts';
import type { App } from '../../core/http/context.ts';
import { guard } from '../../core/http/guard.ts';
import { readProcedureProbes } from '../procedure-probes.ts';
import type { SiteContext } from '../server.ts';
import { parseProcedureRef } from '../urls.ts';
import { sendCsv } from './csv-answer.ts';
import { procedureProbesJson } from './procedure-probes-json.ts';
import { PROCEDURE_PROBES_COLUMNS, procedureProbesRows } from './procedure-probes-rows.ts';

export function procedureProbesData(app: App, site: SiteContext, prefix: string): void {
  app.get(`${prefix}/demarches/:ref{[a-z0-9-]+}/disponibilite.json`, guard('live'), async (c) => {
    const procedure = await getProcedure(site, c.req.param('ref'));
    return c.json(procedureProbesJson(procedure, await readProcedureProbes(site, procedure, c.req.query())));
  });
  app.get(`${prefix}/demarches/:ref{[a-z0-9-]+}/disponibilite.csv`, guard('live'), async (c) => {
    const procedure = await getProcedure(site, c.req.param('ref'));
    const probes = await readProcedureProbes(site, procedure, c.req.query());
    return sendCsv(c, PROCEDURE_PROBES_COLUMNS, procedureProbesRows(procedure, probes));
  });
}

async function getProcedure({ db }: Pick<SiteContext, 'db'>, segment: string): Promise<Procedure> {
  const ref = parseProcedureRef(segment);
  const history = ref && (await findProcedure(db, ref.publicId));
  if (!history) throw new VigieError('NotFound', 'There is no procedure at this address.');
  return history.current;
}
