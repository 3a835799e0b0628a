/** The pages of usage: a year, an indicator, who is late, a procedure. */
import { addDays, dayOf } from '../../core/clock.ts';
import type { App } from '../../core/http/context.ts';
import { guard } from '../../core/http/guard.ts';
import { CRITERIA } from '../../criteria/index.ts';
import { readCoverage } from '../usage-coverage.ts';
import { isOfEditions } from '../usage-indicators.ts';
import { readProcedureUsage } from '../usage-of-procedure.ts';
import { readUsageIndicator, readUsageYear } from '../usage-pages.ts';
import { routeProcedureTopic } from './procedure-route.ts';
import type { SitePart } from './site-part.ts';
import { usagePage } from './usage.page.ts';
import { usageCoveragePage } from './usage-coverage.page.ts';
import { usageOfProcedurePage } from './usage-procedure.page.ts';
import { usagesPage } from './usages.page.ts';

/** Counts move at any moment: pages that tell some are not kept. */
export function usageRoutes(app: App, part: SitePart): void {
  const { site, context, prefix, show } = part;
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
  routeProcedureTopic(app, part, {
    segment: 'usages',
    address: urls.procedureUsage,
    tell: async (_, named, parameters) => readProcedureUsage(site, await named, parameters),
    page: (procedure, usage) =>
      usageOfProcedurePage(context, procedure, usage, addDays(dayOf(site.clock.now()), -1)),
  });
}
