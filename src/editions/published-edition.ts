import { createHash } from 'node:crypto';
import type { CriterionId } from '../criteria/index.ts';
import type { Aggregates } from './aggregate.ts';
import type { PublishedProcedure, PublishedResult } from './published-result.ts';
import type { ReadingNote } from './source-row.ts';

/**
 * An edition as published: the contract of `/editions/{slug}.json` (keys are added, never renamed). Pages are drawn
 * from this object, read back from the stored bytes, so that they cannot say anything else than the file.
 */
export type PublishedEdition = {
  readonly edition: EditionHead & { readonly published_at: string };
  readonly procedures: readonly PublishedProcedure[];
  /** Null for an edition known by its totals only. */
  readonly aggregates: Aggregates | null;
  /** What the source of such an edition says of the whole; null for every other edition. */
  readonly totals: readonly Total[] | null;
};

/** An edition that is not published yet. */
export type DraftEdition = Omit<PublishedEdition, 'edition'> & {
  readonly edition: EditionHead & { readonly published_at: null };
};

export type EditionHead = {
  readonly slug: string;
  readonly label: string;
  /** Instant of the first publication. */
  readonly published_at: string | null;
  readonly cutoff_on: string;
  readonly methodology: string;
  readonly selection: Selection;
  readonly revision: number;
  readonly reconstructed: boolean;
  readonly source: { readonly name: string; readonly sha256: string } | null;
  readonly notes: readonly ReadingNote[];
  /** Instant at which this revision was published; null for the first one. */
  readonly revised_at: string | null;
  readonly correction: Correction | null;
  /** The edition with which values were compared to tell those that were not updated; null when there was none. */
  readonly previous: { readonly slug: string; readonly revision: number; readonly sha256: string } | null;
};

/**
 * How the procedures of the edition were chosen.
 *
 * - `as_published`, `as_scanned`, `as_announced`: those of a published file, of public scans, of an announcement;
 * - `top`: the `count` most used of the `candidates` whose volume is known, all channels, of the year to the cut-off;
 *   `without_volume` procedures could not be ranked;
 * - `list`: a list, with a reason for each procedure (`selection_reason`).
 */
export type Selection =
  | { readonly rule: 'as_published' | 'as_scanned' | 'as_announced' }
  | {
      readonly rule: 'top';
      readonly count: number;
      readonly measure: 'volume_total';
      readonly candidates: number;
      readonly without_volume: number;
    }
  | { readonly rule: 'list'; readonly source: { readonly name: string; readonly sha256: string } };

/** What a revision changes of the one before. */
export type Correction = {
  readonly corrects: number;
  readonly author: string;
  readonly reason: string;
  readonly differences: readonly Difference[];
};

/**
 * One thing that differs between two revisions: a result, or a word of a procedure. A procedure that is only in one of
 * them differs as a whole: its `field` is `procedure`, and the side where it is missing is null.
 */
export type Difference = {
  /** Public id. */
  readonly procedure: string;
  readonly name: string;
  readonly field: CriterionId | 'procedure' | (typeof PROCEDURE_WORDS)[number];
  readonly before: DifferenceSide | null;
  readonly after: DifferenceSide | null;
};
export type DifferenceSide =
  | Pick<PublishedResult, 'status' | 'value' | 'level' | 'n' | 'interval' | 'reason' | 'as_of'>
  | { readonly value: string | number | null };

/** What of a procedure, its results apart, a correction can change. */
export const PROCEDURE_WORDS = [
  'name',
  'organisation',
  'ministry',
  'perimeter',
  'audiences',
  'url',
  'volume_online',
  'volume_total',
] as const;

/** One figure of the whole as a source tells it, without the procedures behind it. */
export type Total = {
  readonly indicator: TotalIndicator;
  readonly value: number;
  /** As worded: "more than 900,000" is `more_than`. */
  readonly qualifier: 'exact' | 'nearly' | 'more_than' | 'less_than' | 'at_least' | 'at_most';
  readonly unit: 'count' | 'share';
  /** What the figure is counted over, where it is a share or a part: an indicator of the same list, or null. */
  readonly of: TotalIndicator | null;
  /** Where the figure was told, in words for readers; null where the file alone is named. */
  readonly source: string | null;
};

export const TOTAL_INDICATORS = [
  'procedures',
  'online_rate',
  'new_online',
  'reviews',
  'equipped',
  'very_good_rate',
] as const;
export type TotalIndicator = (typeof TOTAL_INDICATORS)[number];

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
export function editionJson(published: PublishedEdition | DraftEdition): Buffer {
  return Buffer.from(`${JSON.stringify(published)}\n`);
}

/** The edition that JSON bytes hold. Keys that earlier versions did not write are there, and null. */
export function parseEditionJson(written: Uint8Array | string): PublishedEdition {
  const text = typeof written === 'string' ? written : Buffer.from(written).toString('utf8');
  return completeEdition(JSON.parse(text) as PublishedEdition);
}

/** An edition as it was written, with the keys added since: null, which they all mean "not known" by. */
export function completeEdition(written: PublishedEdition): PublishedEdition {
  const { edition, procedures, aggregates = null, totals = null } = written;
  return {
    edition: { ...HEAD_ADDED, ...edition },
    procedures: procedures.map(completeProcedure),
    aggregates,
    totals,
  };
}

/** What is whole already is not made again: it is most of the time that reading an edition takes, after its parsing. */
function completeProcedure(procedure: PublishedProcedure): PublishedProcedure {
  const results = Object.entries(procedure.results);
  const isWhole = 'selection_reason' in procedure && results.every(([, result]) => 'clusters' in result);
  if (isWhole) return procedure;
  return {
    ...PROCEDURE_ADDED,
    ...(procedure as object as PublishedProcedure),
    results: Object.fromEntries(
      results.map(([criterion, result]) => [
        criterion,
        'clusters' in result ? result : { ...RESULT_ADDED, ...(result as object) },
      ]),
    ) as PublishedProcedure['results'],
  };
}

const HEAD_ADDED = { revised_at: null, correction: null, previous: null };
const PROCEDURE_ADDED = { selection_reason: null };
const RESULT_ADDED = {
  counts: null,
  numerator: null,
  denominator: null,
  parts: null,
  stale: null,
  clusters: null,
};

/** SHA-256 of bytes, in hexadecimal. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
