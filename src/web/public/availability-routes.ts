/** The national pages of availability: what answers now, and who the robot is. */
import type { App } from '../../core/http/context.ts';
import { guard } from '../../core/http/guard.ts';
import { listVantages } from '../../probes/index.ts';
import { readNational } from '../availability-national.ts';
import { parseAvailabilityQuery } from '../availability-query.ts';
import { availabilityPage } from './availability.page.ts';
import { robotPage } from './robot.page.ts';
import type { SitePart } from './site-part.ts';

/** States move by the minute: nothing is kept beyond the ten seconds of `recent`. */
export function availabilityRoutes(app: App, { site, context, prefix, show }: SitePart): void {
  app.get(`${prefix}/disponibilite`, guard('live'), async (c) => {
    const national = await site.recent(readNational);
    return show(c, availabilityPage(context, national, parseAvailabilityQuery(c.req.query(), national)));
  });
  app.get(`${prefix}/sonde`, guard('live'), async (c) => {
    const open = (await listVantages(site.db)).filter(({ closedAt }) => closedAt === null);
    return show(c, robotPage(context, site, open));
  });
}
