/** The pages of usage: a year, an indicator, who is late, a procedure. */
import { getProcedureHistory } from '../../catalogue/index.ts';
import { addDays, dayOf } from '../../core/clock.ts';
import type { App } from '../../core/http/context.ts';
import { guard } from '../../core/http/guard.ts';
import { CRITERIA } from '../../criteria/index.ts';
import { getProcedureAt } from '../procedure-at.ts';
import { withQuery } from '../urls.ts';
import { readCoverage } from '../usage-coverage.ts';
import { isOfEditions } from '../usage-indicators.ts';
import { readProcedureUsage } from '../usage-of-procedure.ts';
import { readUsageIndicator, readUsageYear } from '../usage-pages.ts';
import type { SitePart } from './site-part.ts';
import { usagePage } from './usage.page.ts';
import { usageCoveragePage } from './usage-coverage.page.ts';
import { usageOfProcedurePage } from './usage-procedure.page.ts';
import { usagesPage } from './usages.page.ts';

/** Counts move at any moment: pages that tell some are not kept. */
export function usageRoutes(app: App, { site, context, prefix, show }: SitePart): void {
  const { urls } = context;
  app.get(`${prefix}/usages`, guard('live'), async (c) => {
    const { record, shown } = await readUsageYear(site, c.req.query());
    return show(c, usagesPage(context, record, shown));
  });
  app.get(`${prefix}/usages/couverture`, guard('public'), async (c) =>
    show(c, usageCoveragePage(context, await readCoverage(site))),
  );
  app.get(`${prefix}/usages/:indicator{[a-z_]+}`, guard('live'), async (c) => {
    const id = c.req.param('indicator');
    if (isOfEditions(id) && CRITERIA.some((one) => one === id)) return c.redirect(urls.criterion(id), 302);
    const { record, report } = await readUsageIndicator(site, id);
    return show(c, usagePage(context, report, record.subjects));
  });
  app.get(`${prefix}/demarches/:ref{[a-z0-9-]+}/usages`, guard('live'), async (c) => {
    const { key, isMoved } = await getProcedureAt(site.db, c.req.param('ref'));
    if (isMoved) return c.redirect(withQuery(urls.procedureUsage(key), c.req.query()), 301);
    const { current } = await getProcedureHistory(site.db, key);
    const usage = await readProcedureUsage(site, current, c.req.query());
    const yesterday = addDays(dayOf(site.clock.now()), -1);
    return show(c, usageOfProcedurePage(context, current, usage, yesterday));
  });
}
