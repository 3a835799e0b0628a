/** Usage as files: the year, an indicator, who is late, a procedure. */
import { findProcedure, type Procedure } from '../../catalogue/index.ts';
import { VigieError } from '../../core/errors.ts';
import type { App } from '../../core/http/context.ts';
import { guard } from '../../core/http/guard.ts';
import type { SiteContext } from '../server.ts';
import { parseProcedureRef } from '../urls.ts';
import { readCoverage } from '../usage-coverage.ts';
import { readProcedureUsage } from '../usage-of-procedure.ts';
import { readUsageIndicator, readUsageYear } from '../usage-pages.ts';
import { sendCsv } from './csv-answer.ts';
import { coverageJson, indicatorJson, procedureUsageJson, usagesJson } from './usage-json.ts';
import {
  coverageRows,
  indicatorRows,
  procedureUsageRows,
  USAGE_COLUMNS,
  USAGE_COVERAGE_COLUMNS,
  yearRows,
} from './usage-rows.ts';

export function usageData(app: App, site: SiteContext, prefix: string): void {
  app.get(`${prefix}/usages.json`, guard('live'), async (c) => {
    const { record, shown } = await readUsageYear(site, c.req.query());
    return c.json(usagesJson(shown, record));
  });
  app.get(`${prefix}/usages.csv`, guard('live'), async (c) => {
    const { record, shown } = await readUsageYear(site, c.req.query());
    return sendCsv(c, USAGE_COLUMNS, shown === null ? [] : yearRows(shown, record));
  });
  app.get(`${prefix}/usages/couverture.json`, guard('public'), async (c) =>
    c.json(coverageJson(await readCoverage(site))),
  );
  app.get(`${prefix}/usages/couverture.csv`, guard('public'), async (c) =>
    sendCsv(c, USAGE_COVERAGE_COLUMNS, coverageRows(await readCoverage(site))),
  );
  for (const format of ['json', 'csv'] as const) {
    app.get(`${prefix}/usages/:file{[a-z_]+\\.${format}}`, guard('live'), async (c) => {
      const { record, report } = await readUsageIndicator(
        site,
        c.req.param('file').slice(0, -format.length - 1),
      );
      return format === 'json'
        ? c.json(indicatorJson(report, record))
        : sendCsv(c, USAGE_COLUMNS, indicatorRows(report, record));
    });
  }
  app.get(`${prefix}/demarches/:ref{[a-z0-9-]+}/usages.json`, guard('live'), async (c) => {
    const procedure = await getProcedure(site, c.req.param('ref'));
    return c.json(procedureUsageJson(procedure, await readProcedureUsage(site, procedure, c.req.query())));
  });
  app.get(`${prefix}/demarches/:ref{[a-z0-9-]+}/usages.csv`, guard('live'), async (c) => {
    const procedure = await getProcedure(site, c.req.param('ref'));
    const { subjectId, name, slug } = procedure;
    const subject = { kind: 'procedure' as const, subjectId, name, slug, procedure, isDescribed: false };
    const usage = await readProcedureUsage(site, procedure, c.req.query());
    return sendCsv(c, USAGE_COLUMNS, procedureUsageRows(subject, usage));
  });
}

async function getProcedure({ db }: Pick<SiteContext, 'db'>, segment: string): Promise<Procedure> {
  const ref = parseProcedureRef(segment);
  const history = ref && (await findProcedure(db, ref.publicId));
  if (!history) throw new VigieError('NotFound', 'There is no procedure at this address.');
  return history.current;
}
