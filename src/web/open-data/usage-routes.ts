/** Usage as files: the year, an indicator, who is late, a procedure. */
import type { App } from '../../core/http/context.ts';
import { guard } from '../../core/http/guard.ts';
import { readProcedureAt } from '../procedure-at.ts';
import type { SiteContext } from '../server.ts';
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
    const { procedure, told } = await readUsageAt(site, c.req.param('ref'), c.req.query());
    return c.json(procedureUsageJson(procedure, told));
  });
  app.get(`${prefix}/demarches/:ref{[a-z0-9-]+}/usages.csv`, guard('live'), async (c) => {
    const { procedure, told } = await readUsageAt(site, c.req.param('ref'), c.req.query());
    const { subjectId, name, slug } = procedure;
    const subject = { kind: 'procedure' as const, subjectId, name, slug, procedure, isDescribed: false };
    return sendCsv(c, USAGE_COLUMNS, procedureUsageRows(subject, told));
  });
}

function readUsageAt(site: SiteContext, segment: string, parameters: Readonly<Record<string, string>>) {
  return readProcedureAt(site.db, segment, async (_, named) =>
    readProcedureUsage(site, await named, parameters),
  );
}
