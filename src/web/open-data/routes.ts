import type { CsvValue } from '../../core/csv.ts';
import { VigieError } from '../../core/errors.ts';
import type { App, HttpContext } from '../../core/http/context.ts';
import { guard } from '../../core/http/guard.ts';
import {
  EDITION_COLUMNS,
  type EditionFormat,
  type EditionSummary,
  editionCsvRows,
  findEditionFile,
  listEditionFiles,
  listEditions,
} from '../../editions/index.ts';
import { LOCALES } from '../i18n/index.ts';
import type { SiteContext } from '../server.ts';
import { LOCALE_PREFIXES, urlsIn } from '../urls.ts';
import { availabilityData } from './availability-routes.ts';
import { crawlerRoutes } from './crawler-routes.ts';
import { criterionData } from './criterion-routes.ts';
import { asksForExcel, CSV, sendCsv } from './csv-answer.ts';
import { editionRoutes } from './edition-routes.ts';
import { methodologyData } from './methodology-routes.ts';
import { organisationData } from './organisation-routes.ts';
import { probeApi } from './probe-api.ts';
import { procedureListData } from './procedure-list-routes.ts';
import { procedureProbesData } from './procedure-probes-routes.ts';
import { procedureData } from './procedure-routes.ts';
import { reviewData } from './review-routes.ts';
import { siteData } from './site-routes.ts';
import { surveyData } from './survey-routes.ts';
import { usageApi } from './usage-api.ts';
import { usageData } from './usage-routes.ts';
import { usageTemplate } from './usage-template-routes.ts';

/** The data addresses of the site, under each language's prefix: data have no language of their own. */
export function openData(app: App, site: SiteContext): void {
  for (const locale of LOCALES) {
    procedureListData(app, site, LOCALE_PREFIXES[locale]);
    procedureData(app, site, LOCALE_PREFIXES[locale]);
    reviewData(app, site, LOCALE_PREFIXES[locale]);
    organisationData(app, site, LOCALE_PREFIXES[locale]);
    siteData(app, site, LOCALE_PREFIXES[locale]);
    criterionData(app, site, LOCALE_PREFIXES[locale]);
    usageData(app, site, LOCALE_PREFIXES[locale]);
    availabilityData(app, site, locale);
    procedureProbesData(app, site, LOCALE_PREFIXES[locale]);
    surveyData(app, site, LOCALE_PREFIXES[locale]);
    editionData(app, site, LOCALE_PREFIXES[locale]);
    editionRoutes(app, site, locale);
    methodologyData(app, LOCALE_PREFIXES[locale]);
    usageTemplate(app, LOCALE_PREFIXES[locale]);
  }
  usageApi(app, site);
  probeApi(app, site);
  crawlerRoutes(app, site);
}

const CONTENT_TYPES: Readonly<Record<EditionFormat, string>> = {
  json: 'application/json; charset=utf-8',
  csv: CSV,
};

/** Columns of `/editions.csv`. */
export const EDITION_LIST_COLUMNS = [
  'edition',
  'libelle',
  'methode',
  'arrete_au',
  'publie_le',
  'revision',
  'reconstituee',
  'demarches',
  'revisee_le',
  'connue_par',
] as const;

function editionData(app: App, { db, editions }: SiteContext, prefix: string): void {
  app.get(`${prefix}/editions.json`, guard('public'), async (c) =>
    c.json({ editions: (await listEditions(db)).map(toEditionJson) }),
  );
  app.get(`${prefix}/editions.csv`, guard('public'), async (c) =>
    sendCsv(c, EDITION_LIST_COLUMNS, (await listEditions(db)).map(toEditionRow)),
  );
  const send = async (c: HttpContext, slug: string, format: EditionFormat, revision?: number) => {
    if (format === 'csv' && asksForExcel(c)) {
      const found = await editions.find(slug, revision);
      if (found === null) throw new VigieError('NotFound', `There is no edition ${slug}.`);
      return sendCsv(c, EDITION_COLUMNS, editionCsvRows(found.published));
    }
    const file = await findEditionFile(db, slug, format, revision);
    if (file === null) throw new VigieError('NotFound', `There is no edition ${slug}.`);
    return c.body(new Uint8Array(file.bytes), 200, { 'content-type': CONTENT_TYPES[format] });
  };
  app.get(`${prefix}/editions/:slug{[a-z0-9-]+}/manifest.json`, guard('public'), async (c) =>
    c.json(await manifestOf(db, c.req.param('slug'))),
  );
  for (const format of ['json', 'csv'] as const) {
    const suffix = new RegExp(`\\.${format}$`);
    app.get(`${prefix}/editions/:file{[a-z0-9-]+\\.${format}}`, guard('public'), (c) =>
      send(c, c.req.param('file').replace(suffix, ''), format),
    );
    app.get(
      `${prefix}/editions/:slug{[a-z0-9-]+}/revisions/:file{[1-9][0-9]{0,4}\\.${format}}`,
      guard('public'),
      (c) => send(c, c.req.param('slug'), format, Number(c.req.param('file').replace(suffix, ''))),
    );
  }
}

/** The files of each revision with their SHA-256, so that anyone can check what they downloaded. */
async function manifestOf(db: SiteContext['db'], slug: string) {
  const files = await listEditionFiles(db, slug);
  if (files.length === 0) throw new VigieError('NotFound', `There is no edition ${slug}.`);
  const urls = urlsIn('fr');
  return {
    edition: slug,
    files: files.map(({ revision, format, sha256, size }) => ({
      revision,
      path: `${urls.editionRevision(slug, revision)}.${format}`,
      bytes: size,
      sha256,
    })),
  };
}

function toEditionJson(edition: EditionSummary) {
  return {
    slug: edition.slug,
    label: edition.label,
    published_at: edition.publishedAt.toISOString(),
    cutoff_on: edition.cutoffOn,
    methodology: edition.methodology,
    revision: edition.revision,
    reconstructed: edition.reconstructed,
    procedures: edition.procedures,
    revised_at: edition.revisedAt?.toISOString() ?? null,
    known_by: edition.knownBy,
  };
}

function toEditionRow(edition: EditionSummary): Record<(typeof EDITION_LIST_COLUMNS)[number], CsvValue> {
  return {
    edition: edition.slug,
    libelle: edition.label,
    methode: edition.methodology,
    arrete_au: edition.cutoffOn,
    publie_le: edition.publishedAt.toISOString(),
    revision: edition.revision,
    reconstituee: edition.reconstructed,
    demarches: edition.procedures,
    revisee_le: edition.revisedAt?.toISOString() ?? null,
    connue_par: edition.knownBy,
  };
}
