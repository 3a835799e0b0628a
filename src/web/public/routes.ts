/** The public site: each address parses what it is asked, reads one feature, and hands the result to a page. */
import { findProcedure, listProcedures } from '../../catalogue/index.ts';
import { VigieError } from '../../core/errors.ts';
import type { App, HttpContext } from '../../core/http/context.ts';
import { guard } from '../../core/http/guard.ts';
import { CRITERIA, getMethodology } from '../../criteria/index.ts';
import {
  type EditionReader,
  type EditionSummary,
  type EditionView,
  findAggregates,
  findComparison,
  listEditions,
  listNotes,
  listResultsOfSubject,
  listRevisions,
  listTrajectories,
  type PublishedEdition,
} from '../../editions/index.ts';
import { parseComparisonQuery, SAME_EDITION } from '../comparison-query.ts';
import { type PageContent, page } from '../design/index.ts';
import { PARAMETERS, parseEditionQuery, requireCriterion } from '../edition-query.ts';
import { LOCALES, type Locale, localisation } from '../i18n/index.ts';
import type { PageContext } from '../page-context.ts';
import type { SiteContext } from '../server.ts';
import { siteShell } from '../shell.ts';
import { LOCALE_PREFIXES, parseProcedureRef, urlsIn } from '../urls.ts';
import { accessibilityPage } from './accessibility.page.ts';
import { articlePage } from './article.page.ts';
import { comparisonPage } from './comparison.page.ts';
import { componentsPage } from './components.page.ts';
import { type EditionPlace, editionPage } from './edition.page.ts';
import { editionSummaryPage, parseSummaryQuery } from './edition-summary.page.ts';
import { COMPARING, editionsPage, parseComparing } from './editions.page.ts';
import { homePage } from './home.page.ts';
import { methodologiesPage, methodologyPage } from './methodology.page.ts';
import { procedurePage } from './procedure.page.ts';
import { parseProcedureQuery, proceduresPage, selectProcedures } from './procedures.page.ts';

/** The pages of the public site, in each language. */
export function publicSite(app: App, site: SiteContext): void {
  for (const locale of LOCALES) localisedSite(app, site, locale);
}

function localisedSite(app: App, site: SiteContext, locale: Locale): void {
  const { db, editions } = site;
  const l = localisation(locale);
  const urls = urlsIn(locale);
  const context: PageContext = { l, urls };
  const shell = siteShell(l, site);
  const prefix = LOCALE_PREFIXES[locale];
  const show: Show = (c, content) => c.html(page(l, shell, { ...content, query: new URL(c.req.url).search }));

  app.get(urls.home(), guard('public'), async (c) => {
    const all = await listEditions(db);
    const latest = all.find(({ knownBy }) => knownBy === 'procedures') ?? all[0];
    return show(c, homePage(context, latest === undefined ? null : await getEdition(editions, latest.slug)));
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
    const latest = results[0] && (await getEdition(editions, results[0].edition));
    const ids = [publicId, ...history.foreignIds.map(({ value }) => value)];
    const entry = latest?.procedures.find(({ id }) => ids.includes(id)) ?? null;
    return show(c, procedurePage(context, { history, entry, results }));
  });
  editionRoutes(app, { site, context, editions, prefix, show });
  app.get(`${prefix}/methodologie`, guard('public'), (c) => show(c, methodologiesPage(context)));
  app.get(`${prefix}/methodologie/:version{[a-z0-9-]+}`, guard('public'), (c) =>
    show(c, methodologyPage(context, getMethodology(c.req.param('version')))),
  );
  app.get(`${prefix}/accessibilite`, guard('public'), (c) => show(c, accessibilityPage(context)));
  if (site.mode === 'development') {
    app.get(`${prefix}/composants`, guard('public'), (c) => show(c, componentsPage(context)));
  }
}

type Show = (c: HttpContext, content: PageContent) => Response | Promise<Response>;

/** What the pages of editions are made with. */
type EditionSite = {
  readonly site: SiteContext;
  readonly context: PageContext;
  readonly editions: EditionReader;
  readonly prefix: string;
  readonly show: Show;
};

function editionRoutes(app: App, { site: { db }, context, editions, prefix, show }: EditionSite): void {
  const { urls } = context;

  app.get(`${prefix}/editions`, guard('public'), async (c) => {
    const all = await listEditions(db);
    const compared = parseComparing(c.req.query(), all);
    if (compared !== null) return c.redirect(urls.editionComparison(...compared), 302);
    return show(c, editionsPage(context, all));
  });
  app.get(`${prefix}/editions/:slug{[a-z0-9-]+}`, guard('public'), async (c) => {
    const published = await getEdition(editions, c.req.param('slug'));
    const place = await placeOf(db, published, ({ edition: at }) => at(published.edition.slug));
    return show(c, editionPage(context, published, viewOf(published, c.req.query()), place));
  });
  app.get(
    `${prefix}/editions/:slug{[a-z0-9-]+}/revisions/:revision{[1-9][0-9]{0,4}}`,
    guard('public'),
    async (c) => {
      const [slug, revision] = [c.req.param('slug'), Number(c.req.param('revision'))];
      const published = await getEdition(editions, slug, revision);
      const place = await placeOf(db, published, ({ editionRevision: at }) => at(slug, revision));
      return show(c, editionPage(context, published, viewOf(published, c.req.query()), place));
    },
  );
  app.get(`${prefix}/editions/:slug{[a-z0-9-]+}/synthese`, guard('public'), async (c) => {
    const published = await getEdition(editions, c.req.param('slug'));
    const criterion = parseSummaryQuery(c.req.query());
    requireCriterion(criterion, [published.edition.methodology]);
    const aggregates = findAggregates(published);
    if (aggregates === null) return c.redirect(urls.edition(published.edition.slug), 302);
    const trajectories = await listTrajectories(db, editions, published);
    return show(c, editionSummaryPage(context, { ...published, aggregates }, { criterion, trajectories }));
  });
  app.get(`${prefix}/editions/:slug{[a-z0-9-]+}/article`, guard('public'), async (c) => {
    const published = await getEdition(editions, c.req.param('slug'));
    const { slug } = published.edition;
    const previous = await findPrevious(db, slug);
    const pair = previous && (await findComparison(db, editions, slug, previous.slug));
    const facts = { published, previous: pair?.before ?? null, comparison: pair?.comparison ?? null };
    return show(c, articlePage(context, facts, await listNotes(db, slug)));
  });
  app.get(
    `${prefix}/editions/:slug{[a-z0-9-]+}/comparaison/:other{[a-z0-9-]+}`,
    guard('public'),
    async (c) => {
      const [slug, other] = [c.req.param('slug'), c.req.param('other')];
      if (slug === other)
        throw new VigieError('InvalidInput', 'Two different editions are compared.', [
          { path: COMPARING.other, message: SAME_EDITION },
        ]);
      const pair = await findComparison(db, editions, slug, other);
      if (pair === null) throw new VigieError('NotFound', 'One of these two editions does not exist.');
      const view = parseComparisonQuery(c.req.query());
      const { before, after } = pair.comparison;
      requireCriterion(view?.criterion ?? null, [before.methodology, after.methodology]);
      return show(c, comparisonPage(context, pair, view));
    },
  );
}

/** The view that an address asks for, of criteria that the edition has. */
function viewOf({ edition }: PublishedEdition, parameters: Readonly<Record<string, string>>): EditionView {
  const view = parseEditionQuery(parameters);
  requireCriterion(view.criterion, [edition.methodology]);
  const { by } = view.sort;
  requireCriterion(CRITERIA.find((id) => id === by) ?? null, [edition.methodology], PARAMETERS.sort);
  return view;
}

async function getEdition(
  editions: EditionReader,
  slug: string,
  revision?: number,
): Promise<PublishedEdition> {
  const found = await editions.find(slug, revision);
  if (found === null) throw new VigieError('NotFound', `There is no edition ${slug}.`);
  return found.published;
}

/** An edition among others: its revisions, and the one before it. */
async function placeOf(
  db: SiteContext['db'],
  { edition }: PublishedEdition,
  addressIn: EditionPlace['addressIn'],
): Promise<EditionPlace> {
  const previous = await findPrevious(db, edition.slug);
  return { addressIn, previous, revisions: await listRevisions(db, edition.slug) };
}

/** The edition of the cut-off before; null for the first one. */
async function findPrevious(db: SiteContext['db'], edition: string): Promise<EditionSummary | null> {
  const all = await listEditions(db);
  return all[all.findIndex(({ slug }) => slug === edition) + 1] ?? null;
}
