/** The pages of editions: lists, tables, summaries, articles, comparisons. */
import { VigieError } from '../../core/errors.ts';
import type { App } from '../../core/http/context.ts';
import { guard } from '../../core/http/guard.ts';
import { CRITERIA } from '../../criteria/index.ts';
import {
  type EditionReader,
  type EditionSummary,
  type EditionView,
  findAggregates,
  findComparison,
  listEditions,
  listNotes,
  listRevisions,
  listTrajectories,
  type PublishedEdition,
} from '../../editions/index.ts';
import { parseComparisonQuery, SAME_EDITION } from '../comparison-query.ts';
import { PARAMETERS, parseEditionQuery, requireCriterion } from '../edition-query.ts';
import type { SiteContext } from '../server.ts';
import { structuredEdition } from '../structured-edition.ts';
import { articlePage } from './article.page.ts';
import { comparisonPage } from './comparison.page.ts';
import { type EditionPlace, editionPage } from './edition.page.ts';
import { editionSummaryPage, parseSummaryQuery } from './edition-summary.page.ts';
import { COMPARING, editionsPage, parseComparing } from './editions.page.ts';
import type { SitePart } from './site-part.ts';

export function editionRoutes(app: App, { site, context, prefix, show }: SitePart): void {
  const { db, editions } = site;
  const { urls } = context;
  const pageOf = (published: PublishedEdition, parameters: Record<string, string>, place: EditionPlace) => ({
    ...editionPage(context, published, viewOf(published, parameters), place),
    structured: structuredEdition(context, published, site, place.addressIn(urls)),
  });

  app.get(`${prefix}/editions`, guard('public'), async (c) => {
    const all = await listEditions(db);
    const compared = parseComparing(c.req.query(), all);
    if (compared !== null) return c.redirect(urls.editionComparison(...compared), 302);
    return show(c, editionsPage(context, all));
  });
  app.get(`${prefix}/editions/:slug{[a-z0-9-]+}`, guard('public'), async (c) => {
    const published = await getEdition(editions, c.req.param('slug'));
    const place = await placeOf(db, published, ({ edition: at }) => at(published.edition.slug));
    return show(c, pageOf(published, c.req.query(), place));
  });
  app.get(
    `${prefix}/editions/:slug{[a-z0-9-]+}/revisions/:revision{[1-9][0-9]{0,4}}`,
    guard('public'),
    async (c) => {
      const [slug, revision] = [c.req.param('slug'), Number(c.req.param('revision'))];
      const published = await getEdition(editions, slug, revision);
      const place = await placeOf(db, published, ({ editionRevision: at }) => at(slug, revision));
      return show(c, pageOf(published, c.req.query(), place));
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

export async function getEdition(
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
