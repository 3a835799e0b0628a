/** The list of procedures as files. */
import type { CsvValue } from '../../core/csv.ts';
import type { App, HttpContext } from '../../core/http/context.ts';
import { guard } from '../../core/http/guard.ts';
import type { CriterionId } from '../../criteria/index.ts';
import { type DirectoryEntry, readDirectory } from '../procedure-directory.ts';
import { readProcedureView, selectProcedures } from '../procedure-selection.ts';
import type { SiteContext } from '../server.ts';
import { sendCsv } from './csv-answer.ts';
import { procedureJson } from './procedure-json.ts';

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
  'edition',
  'volume_total',
  'volume_en_ligne',
  'en_ligne',
  'satisfaction',
  'satisfaction_n',
  'accessibilite',
  'disponibilite',
] as const;

export function procedureListData(app: App, site: SiteContext, prefix: string): void {
  /** All that the page would show from its first to its last page, in its order. */
  const select = async (c: HttpContext) => {
    const directory = await site.remembered(readDirectory);
    const view = await readProcedureView(site.db, directory, c.req.query());
    const { entries } = selectProcedures(directory, view);
    return entries.map((entry) => toJson(entry, directory.edition?.edition.slug ?? null));
  };
  app.get(`${prefix}/demarches.json`, guard('public'), async (c) => c.json({ procedures: await select(c) }));
  app.get(`${prefix}/demarches.csv`, guard('public'), async (c) =>
    sendCsv(c, PROCEDURE_COLUMNS, (await select(c)).map(toRow)),
  );
}

/** A procedure and what the latest edition says of it: null throughout when it is not in it. */
function toJson({ procedure, published }: DirectoryEntry, edition: string | null) {
  return {
    ...procedureJson(procedure),
    edition: published && edition,
    volume_total: published?.volume_total ?? null,
    volume_online: published?.volume_online ?? null,
    results: published?.results ?? null,
  };
}

function toRow(json: ReturnType<typeof toJson>): Record<(typeof PROCEDURE_COLUMNS)[number], CsvValue> {
  const publishedValue = (criterion: CriterionId) => json.results?.[criterion]?.value ?? null;
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
    edition: json.edition,
    volume_total: json.volume_total,
    volume_en_ligne: json.volume_online,
    en_ligne: publishedValue('online'),
    satisfaction: publishedValue('satisfaction'),
    satisfaction_n: json.results?.satisfaction?.n ?? null,
    accessibilite: publishedValue('accessibility'),
    disponibilite: publishedValue('availability'),
  };
}
