/** The public site: each address parses what it is asked, reads one feature, and hands the result to a page. */
import type { App } from '../../core/http/context.ts';
import { guard } from '../../core/http/guard.ts';
import { getMethodology } from '../../criteria/index.ts';
import { page } from '../design/index.ts';
import { LOCALES, type Locale, localisation } from '../i18n/index.ts';
import type { SiteContext } from '../server.ts';
import { siteShell, visitOf } from '../shell.ts';
import { LOCALE_PREFIXES, urlsIn } from '../urls.ts';
import { availabilityRoutes } from './availability-routes.ts';
import { componentsPage } from './components.page.ts';
import { criterionRoutes } from './criterion-routes.ts';
import { editionRoutes } from './edition-routes.ts';
import { homeRoutes } from './home-routes.ts';
import { methodologiesPage, methodologyPage } from './methodology.page.ts';
import { oneProcedureRoutes } from './one-procedure-routes.ts';
import { organisationRoutes } from './organisation-routes.ts';
import { procedureProbesRoutes } from './procedure-probes-routes.ts';
import { procedureRoutes } from './procedure-routes.ts';
import { reviewRoutes } from './reviews-routes.ts';
import type { SitePart } from './site-part.ts';
import { siteRoutes } from './site-routes.ts';
import { surveyRoutes } from './survey-routes.ts';
import { textRoutes } from './text-routes.ts';
import { usageRoutes } from './usage-routes.ts';

/** The pages of the public site, in each language. */
export function publicSite(app: App, site: SiteContext): void {
  for (const locale of LOCALES) localisedSite(app, site, locale);
}

function localisedSite(app: App, site: SiteContext, locale: Locale): void {
  const l = localisation(locale);
  const shell = siteShell(l, site);
  const prefix = LOCALE_PREFIXES[locale];
  const context = { l, urls: urlsIn(locale) };
  const show: SitePart['show'] = async (c, content) =>
    c.html(page(l, shell, content, await visitOf(c.req.url, site)));
  const part: SitePart = { site, context, prefix, show };

  homeRoutes(app, part);
  procedureRoutes(app, part);
  oneProcedureRoutes(app, part);
  reviewRoutes(app, part);
  organisationRoutes(app, part);
  siteRoutes(app, part);
  criterionRoutes(app, part);
  surveyRoutes(app, part);
  usageRoutes(app, part);
  availabilityRoutes(app, part);
  procedureProbesRoutes(app, part);
  editionRoutes(app, part);
  app.get(`${prefix}/methodologie`, guard('public'), (c) => show(c, methodologiesPage(context)));
  app.get(`${prefix}/methodologie/:version{[a-z0-9-]+}`, guard('public'), (c) =>
    show(c, methodologyPage(context, getMethodology(c.req.param('version')))),
  );
  textRoutes(app, part);
  if (site.mode === 'development') {
    app.get(`${prefix}/composants`, guard('public'), (c) => show(c, componentsPage(context)));
  }
}
