/** The public site: each address parses what it is asked, reads one feature, and hands the result to a page. */
import { findProcedure, listProcedures } from '../../catalogue/index.ts';
import { VigieError } from '../../core/errors.ts';
import type { App, HttpContext } from '../../core/http/context.ts';
import { guard } from '../../core/http/guard.ts';
import { getMethodology } from '../../criteria/index.ts';
import { createEditionReader, listEditions, listResultsOfSubject } from '../../editions/index.ts';
import { type PageContent, page } from '../design/index.ts';
import { parseEditionQuery } from '../edition-query.ts';
import { LOCALES, type Locale, localisation } from '../i18n/index.ts';
import type { PageContext } from '../page-context.ts';
import type { SiteContext } from '../server.ts';
import { siteShell } from '../shell.ts';
import { LOCALE_PREFIXES, parseProcedureRef, urlsIn } from '../urls.ts';
import { accessibilityPage } from './accessibility.page.ts';
import { componentsPage } from './components.page.ts';
import { editionPage } from './edition.page.ts';
import { editionsPage } from './editions.page.ts';
import { homePage } from './home.page.ts';
import { methodologiesPage, methodologyPage } from './methodology.page.ts';
import { procedurePage } from './procedure.page.ts';
import { parseProcedureQuery, proceduresPage, selectProcedures } from './procedures.page.ts';

/** The pages of the public site, in each language. */
export function publicSite(app: App, site: SiteContext): void {
  for (const locale of LOCALES) localisedSite(app, site, locale);
}

function localisedSite(app: App, site: SiteContext, locale: Locale): void {
  const { db } = site;
  const l = localisation(locale);
  const urls = urlsIn(locale);
  const context: PageContext = { l, urls };
  const shell = siteShell(l, site);
  const editions = createEditionReader(db);
  const prefix = LOCALE_PREFIXES[locale];
  const show = (c: HttpContext, content: PageContent) =>
    c.html(page(l, shell, { ...content, query: new URL(c.req.url).search }));

  const getEdition = async (slug: string, revision?: number) => {
    const found = await editions.find(slug, revision);
    if (found === null) throw new VigieError('NotFound', `There is no edition ${slug}.`);
    return found.published;
  };

  app.get(urls.home(), guard('public'), async (c) => {
    const [latest] = await listEditions(db);
    return show(c, homePage(context, latest === undefined ? null : await getEdition(latest.slug)));
  });
  app.get(`${prefix}/demarches`, guard('public'), async (c) => {
    const query = parseProcedureQuery(c.req.query());
    return show(c, proceduresPage(context, selectProcedures(await listProcedures(db), query)));
  });
  app.get(`${prefix}/demarches/:ref{[a-z0-9-]+}`, guard('public'), async (c) => {
    const ref = parseProcedureRef(c.req.param('ref'));
    const history = ref && (await findProcedure(db, ref.publicId));
    if (!history) throw new VigieError('NotFound', 'There is no procedure at this address.');
    const { publicId, slug } = history.current;
    if (ref.publicId !== publicId || ref.slug !== slug)
      return c.redirect(urls.procedure(history.current), 301);
    const results = await listResultsOfSubject(db, history.current.subjectId);
    const latest = results[0] && (await getEdition(results[0].edition));
    const ids = [publicId, ...history.foreignIds.map(({ value }) => value)];
    const entry = latest?.procedures.find(({ id }) => ids.includes(id)) ?? null;
    return show(c, procedurePage(context, { history, entry, results }));
  });
  app.get(`${prefix}/editions`, guard('public'), async (c) =>
    show(c, editionsPage(context, await listEditions(db))),
  );
  app.get(`${prefix}/editions/:slug{[a-z0-9-]+}`, guard('public'), async (c) => {
    const published = await getEdition(c.req.param('slug'));
    return show(c, editionPage(context, published, parseEditionQuery(c.req.query())));
  });
  app.get(
    `${prefix}/editions/:slug{[a-z0-9-]+}/revisions/:revision{[1-9][0-9]{0,4}}`,
    guard('public'),
    async (c) => {
      const [slug, revision] = [c.req.param('slug'), Number(c.req.param('revision'))];
      const published = await getEdition(slug, revision);
      const view = parseEditionQuery(c.req.query());
      return show(
        c,
        editionPage(context, published, view, (u) => u.editionRevision(slug, revision)),
      );
    },
  );
  app.get(`${prefix}/methodologie`, guard('public'), (c) => show(c, methodologiesPage(context)));
  app.get(`${prefix}/methodologie/:version{[a-z0-9-]+}`, guard('public'), (c) =>
    show(c, methodologyPage(context, getMethodology(c.req.param('version')))),
  );
  app.get(`${prefix}/accessibilite`, guard('public'), (c) => show(c, accessibilityPage(context)));
  if (site.mode === 'development') {
    app.get(`${prefix}/composants`, guard('public'), (c) => show(c, componentsPage(context)));
  }
}
