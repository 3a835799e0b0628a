/** What is made of editions, as files: the summary of one, the comparison of two, the feeds of all. */

import { VigieError } from '../../core/errors.ts';
import type { App } from '../../core/http/context.ts';
import { guard } from '../../core/http/guard.ts';
import {
  COMPARISON_COLUMNS,
  comparisonCsvRows,
  type EditionReader,
  findAggregates,
  findComparison,
  listEditions,
  listRevisions,
  listTrajectories,
  type RevisionSummary,
  SUMMARY_COLUMNS,
  summaryCsvRows,
} from '../../editions/index.ts';
import type { Locale } from '../i18n/index.ts';
import type { SiteContext } from '../server.ts';
import { LOCALE_PREFIXES } from '../urls.ts';
import { sendCsv } from './csv-answer.ts';
import { ATOM, atomFeed, FEEDS, type FeedEntry, revisionsOf } from './feed.ts';

/** The addresses under one language's prefix; the feeds alone speak that language. */
export function editionRoutes(app: App, site: SiteContext, locale: Locale): void {
  summaryData(app, site, LOCALE_PREFIXES[locale], site.editions);
  comparisonData(app, site, LOCALE_PREFIXES[locale], site.editions);
  feeds(app, site, locale);
}

function feeds(app: App, { db, editions, origin }: SiteContext, locale: Locale): void {
  for (const kind of FEEDS) {
    app.get(`${LOCALE_PREFIXES[locale]}/${kind}.atom`, guard('public'), async (c) => {
      const told = revisionsOf(kind, await listRevisions(db));
      const summaries = await listEditions(db);
      const isReconstructed = ({ edition }: RevisionSummary) =>
        summaries.some(({ slug, reconstructed }) => slug === edition && reconstructed);
      const entries = await Promise.all(told.map((one) => toEntry(editions, one, isReconstructed(one))));
      const document = await atomFeed(kind, locale, origin, entries);
      return c.body(document.toString(), 200, { 'content-type': ATOM });
    });
  }
}

function summaryData(app: App, { db }: SiteContext, prefix: string, editions: EditionReader): void {
  const read = async (slug: string) => {
    const found = await editions.find(slug);
    if (found === null) throw new VigieError('NotFound', `There is no edition ${slug}.`);
    return found.published;
  };
  app.get(`${prefix}/editions/:slug{[a-z0-9-]+}/synthese.json`, guard('public'), async (c) => {
    const published = await read(c.req.param('slug'));
    const { edition, totals } = published;
    const targets = await listTrajectories(db, editions, published);
    return c.json({ edition, aggregates: findAggregates(published), totals, targets });
  });
  app.get(`${prefix}/editions/:slug{[a-z0-9-]+}/synthese.csv`, guard('public'), async (c) =>
    sendCsv(c, SUMMARY_COLUMNS, summaryCsvRows(await read(c.req.param('slug')))),
  );
}

function comparisonData(app: App, { db }: SiteContext, prefix: string, editions: EditionReader): void {
  const read = async (slug: string, file: string) => {
    const pair = await findComparison(db, editions, slug, file.replace(/\.[a-z]+$/, ''));
    if (pair === null) throw new VigieError('NotFound', 'One of these two editions does not exist.');
    return pair;
  };
  app.get(
    `${prefix}/editions/:slug{[a-z0-9-]+}/comparaison/:file{[a-z0-9-]+\\.json}`,
    guard('public'),
    async (c) => {
      const { before, after, comparison } = await read(c.req.param('slug'), c.req.param('file'));
      return c.json({ ...comparison, totals: { before: before.totals, after: after.totals } });
    },
  );
  app.get(
    `${prefix}/editions/:slug{[a-z0-9-]+}/comparaison/:file{[a-z0-9-]+\\.csv}`,
    guard('public'),
    async (c) => {
      const { comparison } = await read(c.req.param('slug'), c.req.param('file'));
      return sendCsv(c, COMPARISON_COLUMNS, comparisonCsvRows(comparison));
    },
  );
}

/** A revision as the feed tells it; a correction with the count of what it changed. */
async function toEntry(
  editions: EditionReader,
  revision: RevisionSummary,
  reconstructed: boolean,
): Promise<FeedEntry> {
  const { edition, label, number, publishedAt, author, reason } = revision;
  const entry = { edition, label, revision: number, publishedAt, author, reconstructed };
  if (reason === null) return { ...entry, correction: null };
  const found = await editions.find(edition, number);
  const differences = found?.published.edition.correction?.differences.length ?? 0;
  return { ...entry, correction: { reason, differences } };
}
