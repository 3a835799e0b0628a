/** The probes of a procedure as files. */
import type { App } from '../../core/http/context.ts';
import { guard } from '../../core/http/guard.ts';
import { readProcedureAt } from '../procedure-at.ts';
import { readProcedureProbes } from '../procedure-probes.ts';
import type { SiteContext } from '../server.ts';
import { sendCsv } from './csv-answer.ts';
import { procedureProbesJson } from './procedure-probes-json.ts';
import { PROCEDURE_PROBES_COLUMNS, procedureProbesRows } from './procedure-probes-rows.ts';

export function procedureProbesData(app: App, site: SiteContext, prefix: string): void {
  app.get(`${prefix}/demarches/:ref{[a-z0-9-]+}/disponibilite.json`, guard('live'), async (c) => {
    const { procedure, told } = await readProbesAt(site, c.req.param('ref'), c.req.query());
    return c.json(procedureProbesJson(procedure, told));
  });
  app.get(`${prefix}/demarches/:ref{[a-z0-9-]+}/disponibilite.csv`, guard('live'), async (c) => {
    const { procedure, told } = await readProbesAt(site, c.req.param('ref'), c.req.query());
    return sendCsv(c, PROCEDURE_PROBES_COLUMNS, procedureProbesRows(procedure, told));
  });
}

function readProbesAt(site: SiteContext, segment: string, parameters: Readonly<Record<string, string>>) {
  return readProcedureAt(site.db, segment, (key) => readProcedureProbes(site, key, parameters));
}
