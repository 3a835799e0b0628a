/** The pages of text: what Vigie is, how to use it, who answers for it. */
import { listOrganisations, listProcedures, listSites } from '../../catalogue/index.ts';
import type { App } from '../../core/http/context.ts';
import { guard } from '../../core/http/guard.ts';
import { listEditions } from '../../editions/index.ts';
import type { PageContent } from '../design/index.ts';
import { aboutPage } from './about.page.ts';
import { accessibilityPage } from './accessibility.page.ts';
import { contactPage } from './contact.page.ts';
import { dataPage } from './data.page.ts';
import { glossaryPage } from './glossary.page.ts';
import { helpPage } from './help.page.ts';
import { legalPage } from './legal.page.ts';
import { privacyPage } from './privacy.page.ts';
import type { SitePart } from './site-part.ts';
import { sitePlanPage } from './site-plan.page.ts';

export function textRoutes(app: App, { site, context, show }: SitePart): void {
  const { urls } = context;
  const { db, origin, operator } = site;
  const text = (address: string, pageOf: () => PageContent) =>
    app.get(address, guard('public'), (c) => show(c, pageOf()));
  text(urls.about(), () => aboutPage(context));
  text(urls.help(), () => helpPage(context));
  text(urls.glossary(), () => glossaryPage(context, origin));
  text(urls.contact(), () => contactPage(context, operator));
  text(urls.legal(), () => legalPage(context, operator));
  text(urls.privacy(), () => privacyPage(context, operator));
  text(urls.accessibility(), () => accessibilityPage(context, site));
  app.get(urls.sitePlan(), guard('public'), async (c) =>
    show(c, sitePlanPage(context, await listEditions(db))),
  );
  app.get(urls.data(), guard('public'), async (c) => {
    const [procedure = null] = await listProcedures(db);
    const [organisation] = await listOrganisations(db);
    const [place] = await listSites(db);
    const editions = await listEditions(db);
    return show(
      c,
      dataPage(context, origin, {
        editions,
        procedure,
        organisation: organisation?.slug ?? null,
        site: place?.slug ?? null,
      }),
    );
  });
}
