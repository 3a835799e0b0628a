import type { Queryable } from '../core/database.ts';
import type { CriterionId } from '../criteria/index.ts';
import { type PublishedEdition, parseEditionJson } from './published-edition.ts';
import type { PublishedResult } from './published-result.ts';

/** What lists of editions show. */
export type EditionSummary = {
  readonly slug: string;
  readonly label: string;
  readonly methodology: string;
  readonly cutoffOn: string;
  /** Instant of the first publication. */
  readonly publishedAt: Date;
  /** Instant at which the last revision was published; null when it is the first one. */
  readonly revisedAt: Date | null;
  readonly reconstructed: boolean;
  /** The last published revision. */
  readonly revision: number;
  /** `totals` for an edition whose procedures are not known one by one. */
  readonly knownBy: 'procedures' | 'totals';
  /** How many it has; null when the source of an edition known by its totals does not say. */
  readonly procedures: number | null;
};

export type EditionFormat = 'json' | 'csv';

/** Bytes of a published edition, as stored when it was published. */
export type EditionFile = { readonly format: EditionFormat; readonly sha256: string; readonly bytes: Buffer };

/** Every published edition, the one that speaks of the latest day first. */
export async function listEditions(db: Queryable): Promise<EditionSummary[]> {
  return db.query<EditionSummary>(
    `select e.slug, e.label, e.methodology, e.cutoff_on as "cutoffOn", e.reconstructed, e.known_by as "knownBy",
       r.number as revision, f.published_at as "publishedAt",
       case when r.number > 1 then r.published_at end as "revisedAt",
       case when e.known_by = 'totals' then r.stated_procedures
         else (select count(*) from editions.entry n where n.edition_id = e.id and n.revision = r.number)
       end as procedures
     from editions.edition e
     join lateral (
       select number, published_at, stated_procedures from editions.revision
       where edition_id = e.id and state = 'published' order by number desc limit 1
     ) r on true
     join editions.revision f on f.edition_id = e.id and f.number = 1
     order by e.cutoff_on desc, f.published_at desc, e.slug desc`,
  );
}

/** One published revision of an edition: who published it and when, and why for a correction. */
export type RevisionSummary = {
  readonly edition: string;
  readonly label: string;
  readonly number: number;
  readonly publishedAt: Date;
  readonly author: string;
  /** Null for the first one. */
  readonly reason: string | null;
};

/** Every published revision, the last published first; of one edition when it is named. */
export async function listRevisions(db: Queryable, slug?: string): Promise<RevisionSummary[]> {
  return db.query<RevisionSummary>(
    `select e.slug as edition, e.label, r.number, r.published_at as "publishedAt", r.author, r.reason
     from editions.revision r join editions.edition e on e.id = r.edition_id
     where r.state = 'published' and ($1::text is null or e.slug = $1)
     order by r.published_at desc, e.cutoff_on desc, e.slug desc, r.number desc`,
    [slug ?? null],
  );
}

/** Who a procedure of an edition is, whatever its name there. */
export type EntryIdentity = {
  readonly publicId: string;
  readonly subjectId: number;
  readonly organisationId: number | null;
  readonly ministryId: number | null;
};

/** The subjects behind the procedures of a published revision (the last one unless told), by public id. */
export async function listEntryIdentities(
  db: Queryable,
  slug: string,
  revision?: number,
): Promise<Map<string, EntryIdentity>> {
  const rows = await db.query<EntryIdentity>(
    `select n.public_id as "publicId", n.subject_id as "subjectId", n.organisation_id as "organisationId",
       n.ministry_id as "ministryId"
     from editions.edition e
     join lateral (
       select number from editions.revision
       where edition_id = e.id and state = 'published' and ($2::integer is null or number = $2)
       order by number desc limit 1
     ) r on true
     join editions.entry n on n.edition_id = e.id and n.revision = r.number
     where e.slug = $1 order by n.position`,
    [slug, revision ?? null],
  );
  return new Map(rows.map((row) => [row.publicId, row]));
}

const PUBLISHED_FILE = `
  from editions.edition e
  join editions.revision r on r.edition_id = e.id and r.state = 'published'
  join editions.file f on f.edition_id = e.id and f.revision = r.number
  where e.slug = $1 and f.format = $2 and ($3::integer is null or r.number = $3)`;

/** The hash of the JSON bytes of a published edition (its last revision, or the one named), or null. */
export async function findEditionHash(
  db: Queryable,
  slug: string,
  revision?: number,
): Promise<string | null> {
  const [row] = await db.query<{ sha256: string }>(
    `select f.sha256 ${PUBLISHED_FILE} order by r.number desc limit 1`,
    [slug, 'json', revision ?? null],
  );
  return row?.sha256 ?? null;
}

/** The stored bytes of a published edition (its last revision, or the one named); null when there is none. */
export async function findEditionFile(
  db: Queryable,
  slug: string,
  format: EditionFormat,
  revision?: number,
): Promise<EditionFile | null> {
  const [row] = await db.query<EditionFile>(
    `select f.format, f.bytes, f.sha256 ${PUBLISHED_FILE} order by r.number desc limit 1`,
    [slug, format, revision ?? null],
  );
  return row ?? null;
}

/**
 * The JSON of a published edition (its last revision, or the one named) as text, with the hash of its bytes; null when
 * there is none. Text comes twice as fast as bytes, which the protocol writes in hexadecimal.
 */
export async function findEditionJson(
  db: Queryable,
  slug: string,
  revision?: number,
): Promise<{ sha256: string; text: string } | null> {
  const [row] = await db.query<{ sha256: string; text: string }>(
    `select f.sha256, convert_from(f.bytes, 'UTF8') as text ${PUBLISHED_FILE} order by r.number desc limit 1`,
    [slug, 'json', revision ?? null],
  );
  return row ?? null;
}

/** What is stored of each published revision of an edition, the last first; empty when there is no such edition. */
export async function listEditionFiles(
  db: Queryable,
  slug: string,
): Promise<{ revision: number; format: EditionFormat; sha256: string; size: number }[]> {
  return db.query(
    `select r.number as revision, f.format, f.sha256, octet_length(f.bytes) as size
     from editions.edition e
     join editions.revision r on r.edition_id = e.id and r.state = 'published'
     join editions.file f on f.edition_id = e.id and f.revision = r.number
     where e.slug = $1 order by r.number desc, f.format desc`,
    [slug],
  );
}

/** The head of a published edition, from its stored bytes; null when there is none. */
export async function findEdition(db: Queryable, slug: string): Promise<PublishedEdition['edition'] | null> {
  const file = await findEditionFile(db, slug, 'json');
  return file === null ? null : parseEditionJson(file.bytes).edition;
}

/** One judged figure of a subject in one edition. */
export type ResultInEdition = {
  readonly edition: string;
  readonly label: string;
  readonly methodology: string;
  readonly cutoffOn: string;
  readonly reconstructed: boolean;
  readonly criterion: CriterionId;
  readonly result: PublishedResult;
};

/** Every result of one subject in the last revision of each published edition, the latest edition first. */
export async function listResultsOfSubject(db: Queryable, subjectId: number): Promise<ResultInEdition[]> {
  type Row = ResultRow & {
    slug: string;
    label: string;
    methodology: string;
    cutoff_on: string;
    reconstructed: boolean;
  };
  const rows = await db.query<Row>(
    `select e.slug, e.label, e.methodology, e.cutoff_on, e.reconstructed, s.*
     from editions.edition e
     join lateral (
       select number from editions.revision
       where edition_id = e.id and state = 'published' order by number desc limit 1
     ) r on true
     join editions.result s on s.edition_id = e.id and s.revision = r.number and s.subject_id = $1
     order by e.cutoff_on desc, e.slug desc`,
    [subjectId],
  );
  return rows.map((row) => ({
    edition: row.slug,
    label: row.label,
    methodology: row.methodology,
    cutoffOn: row.cutoff_on,
    reconstructed: row.reconstructed,
    criterion: row.criterion,
    result: toPublishedResult(row),
  }));
}

/** A row of `editions.result`. */
export type ResultRow = {
  criterion: CriterionId;
  value: number | null;
  category: string | null;
  interval_low: number | null;
  interval_high: number | null;
} & Omit<PublishedResult, 'value' | 'interval'>;

/** The result that a row holds, as it is published. */
export function toPublishedResult(row: ResultRow): PublishedResult {
  return {
    status: row.status,
    value: row.value ?? row.category,
    level: row.level,
    borderline: row.borderline,
    n: row.n,
    interval:
      row.interval_low === null || row.interval_high === null ? null : [row.interval_low, row.interval_high],
    unit: row.unit,
    source: row.source,
    source_precision: row.source_precision,
    as_of: row.as_of,
    reason: row.reason,
    origin: row.origin,
    period_start: row.period_start,
    stated_level: row.stated_level,
    counts: row.counts,
    numerator: row.numerator,
    denominator: row.denominator,
    parts: row.parts,
    stale: row.stale,
    clusters: row.clusters,
  };
}
