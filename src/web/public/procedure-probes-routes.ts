/** The page of probes of one procedure. */
import type { App } from '../../core/http/context.ts';
import { readProcedureProbes } from '../procedure-probes.ts';
import { procedureProbesPage } from './procedure-probes.page.ts';
import { routeProcedureTopic } from './procedure-route.ts';
import type { SitePart } from './site-part.ts';

export function procedureProbesRoutes(app: App, part: SitePart): void {
  const { site, context } = part;
  routeProcedureTopic(app, part, {
    segment: 'disponibilite',
    address: context.urls.procedureAvailability,
    tell: (key, _, parameters) => readProcedureProbes(site, key, parameters),
    page: (procedure, probes) => procedureProbesPage(context, procedure, probes),
  });
}
