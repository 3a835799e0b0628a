import { createHash } from 'node:crypto';
import { type CsvValue, writeCsv } from '../core/csv.ts';
import type { Interval, Origin, Status } from '../core/figure.ts';
import type { CriterionId, Level, Result, Unit } from '../criteria/index.ts';
import type { ReadingNote } from './source-row.ts';

/**
 * An edition as published: the contract of `/editions/{slug}.json` (keys are added, never renamed). Pages are drawn
 * from this object, read back from the stored bytes, so that they cannot say anything else than the file.
 */
export type PublishedEdition = {
  readonly edition: {
    readonly slug: string;
    readonly label: string;
    readonly published_at: string;
    readonly cutoff_on: string;
    readonly methodology: string;
    readonly selection: Selection;
    readonly revision: number;
    readonly reconstructed: boolean;
    readonly source: { readonly name: string; readonly sha256: string } | null;
    readonly notes: readonly ReadingNote[];
  };
  readonly procedures: readonly PublishedProcedure[];
};

/** How the procedures of the edition were chosen. */
export type Selection = { readonly rule: 'as_published' | 'as_scanned' };

export type PublishedProcedure = {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly organisation: string | null;
  readonly ministry: string | null;
  readonly perimeter: string | null;
  readonly audiences: readonly string[];
  /** The address exactly as the source gives it. */
  readonly url: string | null;
  readonly url_normalised: string | null;
  readonly volume_online: number | null;
  readonly volume_total: number | null;
  readonly results: Readonly<Partial<Record<CriterionId, PublishedResult>>>;
};

export type PublishedResult = {
  readonly status: Status;
  readonly value: number | string | null;
  readonly level: Level;
  readonly borderline: boolean | null;
  readonly n: number | null;
  readonly interval: Interval | null;
  readonly unit: Unit;
  readonly source: string;
  readonly source_precision: number | null;
  readonly as_of: string;
  readonly reason: string | null;
  readonly origin: Origin;
  readonly period_start: string;
  /** The source's own verdict, where it gives one; a divergence when it differs from `level`. */
  readonly stated_level: Level | null;
};

/** A judged result in the words of the contract. */
export function publishResult(result: Result): PublishedResult {
  return {
    status: result.status,
    value: result.value,
    level: result.level,
    borderline: result.borderline,
    n: result.n,
    interval: result.interval,
    unit: result.unit,
    source: result.source,
    source_precision: result.sourcePrecision,
    as_of: result.asOf,
    reason: result.reason,
    origin: result.origin,
    period_start: result.periodStart,
    stated_level: result.statedLevel,
  };
}

/** True when the source's own verdict is not the level that the methodology gives. */
export function isDivergent(result: Pick<PublishedResult, 'stated_level' | 'level'>): boolean {
  return result.stated_level !== null && result.stated_level !== result.level;
}

export type Divergence = {
  readonly procedure: PublishedProcedure;
  readonly criterion: CriterionId;
  readonly result: PublishedResult;
};

/** Every result of an edition whose source states another level than the methodology gives. */
export function listDivergences(published: PublishedEdition): Divergence[] {
  return published.procedures.flatMap((procedure) =>
    Object.entries(procedure.results)
      .filter(([, result]) => isDivergent(result))
      .map(([criterion, result]) => ({ procedure, criterion: criterion as CriterionId, result })),
  );
}

/** The bytes of `/editions/{slug}.json`. */
export function editionJson(published: PublishedEdition): Buffer {
  return Buffer.from(`${JSON.stringify(published)}\n`);
}

/** The edition that JSON bytes hold. */
export function parseEditionJson(bytes: Uint8Array): PublishedEdition {
  return JSON.parse(Buffer.from(bytes).toString('utf8')) as PublishedEdition;
}

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
] as const;

/** The columns of `/editions/{slug}.csv`: one line a procedure and criterion (docs/open-data.md). */
export const EDITION_COLUMNS = [
  'edition',
  'revision',
  'methode',
  'id',
  'demarche',
  'administration',
  'ministere',
  'perimetre',
  'usagers',
  'adresse',
  'volume_en_ligne',
  'volume_total',
  'critere',
  ...RESULT_COLUMNS,
] as const;
type EditionColumn = (typeof EDITION_COLUMNS)[number];

/** The bytes of `/editions/{slug}.csv`. */
export function editionCsv(published: PublishedEdition): Buffer {
  return Buffer.from(writeCsv(EDITION_COLUMNS, editionCsvRows(published)));
}

/** The lines of the CSV, for its other variants. */
export function editionCsvRows({ edition, procedures }: PublishedEdition): Record<EditionColumn, CsvValue>[] {
  return procedures.flatMap((procedure) =>
    Object.entries(procedure.results).map(([criterion, result]) => ({
      edition: edition.slug,
      revision: edition.revision,
      methode: edition.methodology,
      id: procedure.id,
      demarche: procedure.name,
      administration: procedure.organisation,
      ministere: procedure.ministry,
      perimetre: procedure.perimeter,
      usagers: procedure.audiences.join('; '),
      adresse: procedure.url,
      volume_en_ligne: procedure.volume_online,
      volume_total: procedure.volume_total,
      critere: criterion,
      ...resultCells(result),
    })),
  );
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
  };
}

/** SHA-256 of bytes, in hexadecimal. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
