/** Data as files: the same addresses as the pages, with `.json` and `.csv` (docs/open-data.md). */
import {
  findProcedure,
  listProcedures,
  type Procedure,
  type ProcedureHistory,
} from '../../catalogue/index.ts';
import type { CsvValue } from '../../core/csv.ts';
import { VigieError } from '../../core/errors.ts';
import type { App, HttpContext } from '../../core/http/context.ts';
import { guard } from '../../core/http/guard.ts';
import { getMethodology, METHODOLOGIES } from '../../criteria/index.ts';
import {
  type EditionFormat,
  type EditionSummary,
  findEditionFile,
  listEditionFiles,
  listEditions,
  listResultsOfSubject,
  RESULT_COLUMNS,
  type ResultInEdition,
  resultCells,
} from '../../editions/index.ts';
import { LOCALES } from '../i18n/index.ts';
import type { SiteContext } from '../server.ts';
import { LOCALE_PREFIXES, parseProcedureRef, urlsIn } from '../urls.ts';
import { CSV, sendCsv } from './csv-answer.ts';
import { editionRoutes } from './edition-routes.ts';

/** The data addresses of the site, under each language's prefix: data have no language of their own. */
export function openData(app: App, site: SiteContext): void {
  for (const locale of LOCALES) {
    procedureData(app, site, LOCALE_PREFIXES[locale]);
    editionData(app, site, LOCALE_PREFIXES[locale]);
    editionRoutes(app, site, locale);
    methodologyData(app, LOCALE_PREFIXES[locale]);
  }
}

const CONTENT_TYPES: Readonly<Record<EditionFormat, string>> = {
  json: 'application/json; charset=utf-8',
  csv: CSV,
};

/** Columns of `/demarches.csv`. */
export const PROCEDURE_COLUMNS = [
  'id',
  'slug',
  'demarche',
  'type',
  'administration',
  'ministere',
  'perimetre',
  'usagers',
  'adresse',
  'adresse_normalisee',
] as const;

/** Columns of `/demarches/{id}-{slug}.csv`: one line an edition and criterion. */
export const PROCEDURE_RESULT_COLUMNS = ['id', 'edition', 'methode', 'critere', ...RESULT_COLUMNS] as const;

function procedureData(app: App, { db }: SiteContext, prefix: string): void {
  app.get(`${prefix}/demarches.json`, guard('public'), async (c) =>
    c.json({ procedures: (await listProcedures(db)).map(toJson) }),
  );
  app.get(`${prefix}/demarches.csv`, guard('public'), async (c) =>
    sendCsv(c, PROCEDURE_COLUMNS, (await listProcedures(db)).map(toRow)),
  );
  const read = async (ref: string) => {
    const history = await getProcedure(db, ref);
    return { history, results: await listResultsOfSubject(db, history.current.subjectId) };
  };
  app.get(`${prefix}/demarches/:file{[a-z0-9-]+\\.json}`, guard('public'), async (c) => {
    const { history, results } = await read(c.req.param('file').replace(/\.json$/, ''));
    return c.json({
      procedure: toJson(history.current),
      versions: history.versions.map(toVersionJson),
      results: results.map(snakeKeys),
    });
  });
  app.get(`${prefix}/demarches/:file{[a-z0-9-]+\\.csv}`, guard('public'), async (c) => {
    const { history, results } = await read(c.req.param('file').replace(/\.csv$/, ''));
    return sendCsv(
      c,
      PROCEDURE_RESULT_COLUMNS,
      results.map((one) => toResultRow(history.current.publicId, one)),
    );
  });
}

async function getProcedure(db: SiteContext['db'], ref: string): Promise<ProcedureHistory> {
  const parsed = parseProcedureRef(ref);
  const history = parsed && (await findProcedure(db, parsed.publicId));
  if (!history) throw new VigieError('NotFound', 'There is no procedure at this address.');
  return history;
}

function toJson(procedure: Procedure) {
  return {
    id: procedure.publicId,
    slug: procedure.slug,
    name: procedure.name,
    kind: procedure.kind,
    organisation: procedure.organisation?.acronym ?? procedure.organisation?.name ?? null,
    ministry: procedure.ministry?.name ?? null,
    perimeter: procedure.perimeter?.name ?? null,
    audiences: procedure.audiences,
    life_events: procedure.lifeEvents,
    url: procedure.publishedUrl,
    url_normalised: procedure.url,
    online_only_since: procedure.onlineOnlySince,
    planned_opening_on: procedure.plannedOpeningOn,
  };
}

function toVersionJson(version: Procedure) {
  return { valid_from: version.validFrom, ...toJson(version) };
}

function toRow(procedure: Procedure): Record<(typeof PROCEDURE_COLUMNS)[number], CsvValue> {
  const json = toJson(procedure);
  return {
    id: json.id,
    slug: json.slug,
    demarche: json.name,
    type: json.kind,
    administration: json.organisation,
    ministere: json.ministry,
    perimetre: json.perimeter,
    usagers: json.audiences.join('; '),
    adresse: json.url,
    adresse_normalisee: json.url_normalised,
  };
}

function toResultRow(
  id: string,
  { edition, methodology, criterion, result }: ResultInEdition,
): Record<(typeof PROCEDURE_RESULT_COLUMNS)[number], CsvValue> {
  return { id, edition, methode: methodology, critere: criterion, ...resultCells(result) };
}

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

function editionData(app: App, { db }: SiteContext, prefix: string): void {
  app.get(`${prefix}/editions.json`, guard('public'), async (c) =>
    c.json({ editions: (await listEditions(db)).map(toEditionJson) }),
  );
  app.get(`${prefix}/editions.csv`, guard('public'), async (c) =>
    sendCsv(c, EDITION_LIST_COLUMNS, (await listEditions(db)).map(toEditionRow)),
  );
  const send = async (c: HttpContext, slug: string, format: EditionFormat, revision?: number) => {
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

function methodologyData(app: App, prefix: string): void {
  app.get(`${prefix}/methodologie.json`, guard('public'), (c) =>
    c.json({ methodologies: METHODOLOGIES.map(({ id, label, period }) => ({ id, label, period })) }),
  );
  app.get(`${prefix}/methodologie/:file{[a-z0-9-]+\\.json}`, guard('public'), (c) =>
    c.json(snakeKeys(getMethodology(c.req.param('file').replace(/\.json$/, ''))) as object),
  );
}

/** Names of fields are snake_case in public JSON, at every depth; keys that are words of the data stay as they are. */
function snakeKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(snakeKeys);
  if (typeof value !== 'object' || value === null) return value;
  const snake = (key: string) =>
    /^[a-z]+([A-Z][a-z]*)+$/.test(key)
      ? key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
      : key;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [snake(key), snakeKeys(inner)]));
}
