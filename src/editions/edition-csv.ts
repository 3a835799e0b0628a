import { type CsvValue, parseDecimal, writeCsv } from '../core/csv.ts';
import type { GradeCounts } from '../core/figure.ts';
import { clustersText, parseClusters } from './published-clusters.ts';
import type { DraftEdition, PublishedEdition } from './published-edition.ts';
import type { PublishedProcedure, PublishedResult } from './published-result.ts';

/** The columns of one result, the same in every file of results. */
export const RESULT_COLUMNS = [
  'statut',
  'valeur',
  'niveau',
  'limite',
  'n',
  'intervalle_bas',
  'intervalle_haut',
  'unite',
  'source',
  'origine',
  'precision_source',
  'periode_debut',
  'periode_fin',
  'motif',
  'niveau_source',
  'effectifs',
  'numerateur',
  'denominateur',
  'repete',
  'grappes',
] as const;

/** The columns of a procedure, its id and figures apart. */
export const WHO_COLUMNS = [
  'demarche',
  'administration',
  'ministere',
  'perimetre',
  'usagers',
  'adresse',
  'volume_en_ligne',
  'volume_total',
] as const;

/** The columns of `/editions/{slug}.csv`: one line a procedure and criterion (docs/open-data.md). */
export const EDITION_COLUMNS = [
  'edition',
  'revision',
  'methode',
  'id',
  ...WHO_COLUMNS,
  'critere',
  ...RESULT_COLUMNS,
  'arrete_au',
  'motif_selection',
] as const;
type EditionColumn = (typeof EDITION_COLUMNS)[number];

/** The bytes of `/editions/{slug}.csv`. */
export function editionCsv(published: PublishedEdition | DraftEdition): Buffer {
  return Buffer.from(writeCsv(EDITION_COLUMNS, editionCsvRows(published)));
}

/** The lines of the CSV, for its other variants. */
export function editionCsvRows({
  edition,
  procedures,
}: PublishedEdition | DraftEdition): Record<EditionColumn, CsvValue>[] {
  return procedures.flatMap((procedure) =>
    Object.entries(procedure.results).map(([criterion, result]) => ({
      edition: edition.slug,
      revision: edition.revision,
      methode: edition.methodology,
      id: procedure.id,
      ...procedureCells(procedure),
      critere: criterion,
      ...resultCells(result),
      arrete_au: edition.cutoff_on,
      motif_selection: procedure.selection_reason,
    })),
  );
}

/** The cells of a procedure, its id and figures apart. */
export function procedureCells(
  procedure: PublishedProcedure,
): Record<(typeof WHO_COLUMNS)[number], CsvValue> {
  return {
    demarche: procedure.name,
    administration: procedure.organisation,
    ministere: procedure.ministry,
    perimetre: procedure.perimeter,
    usagers: procedure.audiences.join('; '),
    adresse: procedure.url,
    volume_en_ligne: procedure.volume_online,
    volume_total: procedure.volume_total,
  };
}

/** The cells of one result. */
export function resultCells(result: PublishedResult): Record<(typeof RESULT_COLUMNS)[number], CsvValue> {
  return {
    statut: result.status,
    valeur: result.value,
    niveau: result.level,
    limite: result.borderline,
    n: result.n,
    intervalle_bas: result.interval?.[0] ?? null,
    intervalle_haut: result.interval?.[1] ?? null,
    unite: result.unit,
    source: result.source,
    origine: result.origin,
    precision_source: result.source_precision,
    periode_debut: result.period_start,
    periode_fin: result.as_of,
    motif: result.reason,
    niveau_source: result.stated_level,
    effectifs: result.counts === null ? null : countsText(result.counts),
    numerateur: result.numerator,
    denominateur: result.denominator,
    repete: result.stale,
    grappes: result.clusters === null ? null : clustersText(result.clusters),
  };
}

/** The result that the cells of a line write; what is not understood is given as it stands. */
export function parseResultCells(cells: Readonly<Record<string, string>>): Record<string, unknown> {
  const text = (column: (typeof RESULT_COLUMNS)[number]) => cells[column]?.trim() || null;
  const number = (column: (typeof RESULT_COLUMNS)[number]) => {
    const written = text(column);
    return written === null ? null : (parseDecimal(written) ?? written);
  };
  const flag = (column: (typeof RESULT_COLUMNS)[number]) => {
    const written = text(column);
    return written === 'true' ? true : written === 'false' ? false : written;
  };
  const low = number('intervalle_bas');
  return {
    status: text('statut'),
    value: text('unite') === 'category' ? text('valeur') : number('valeur'),
    level: text('niveau'),
    borderline: flag('limite'),
    n: number('n'),
    interval: low === null ? null : [low, number('intervalle_haut')],
    unit: text('unite'),
    source: text('source'),
    source_precision: number('precision_source'),
    as_of: text('periode_fin'),
    reason: text('motif'),
    origin: text('origine'),
    period_start: text('periode_debut'),
    stated_level: text('niveau_source'),
    counts: text('effectifs') && (parseCounts(text('effectifs') ?? '') ?? text('effectifs')),
    numerator: number('numerateur'),
    denominator: number('denominateur'),
    parts: null,
    stale: flag('repete'),
    clusters: text('grappes') && (parseClusters(text('grappes') ?? '') ?? text('grappes')),
  };
}

/**
 * Answers by grade as one cell writes them, `0:50;5:100;10:850`: whole numbers of answers, at grades of 0 to 10, each
 * once.
 * @returns null when it is not written so
 */
export function parseCounts(text: string): GradeCounts | null {
  const pairs = text.split(';').map((pair): [string, number] | null => {
    const [grade, count, ...rest] = pair.split(':').map((part) => parseDecimal(part));
    if (grade == null || count == null || rest.length > 0 || pair.includes('%')) return null;
    const isGrade = grade >= 0 && grade <= 10;
    return isGrade && Number.isSafeInteger(count) && count >= 0 ? [String(grade), count] : null;
  });
  const known = pairs.filter((pair) => pair !== null);
  const counts = Object.fromEntries(known);
  return known.length === pairs.length && Object.keys(counts).length === known.length ? counts : null;
}

/** Answers by grade as one cell: `0:50;5:100;10:850`. */
function countsText(counts: GradeCounts): string {
  return Object.entries(counts)
    .map(([grade, count]) => `${grade}:${count}`)
    .join(';');
}
