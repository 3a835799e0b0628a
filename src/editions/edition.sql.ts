import type { Queryable } from '../core/database.ts';
import type { CriterionId } from '../criteria/index.ts';
import {
  editionCsv,
  editionJson,
  type PublishedEdition,
  type PublishedResult,
  parseEditionJson,
  sha256,
} from './published-edition.ts';

/** What lists of editions show. */
export type EditionSummary = {
  readonly slug: string;
  readonly label: string;
  readonly methodology: string;
  readonly cutoffOn: string;
  readonly publishedAt: Date;
  readonly reconstructed: boolean;
  /** The last published revision. */
  readonly revision: number;
  readonly procedures: number;
};

export type EditionFormat = 'json' | 'csv';

/** Bytes of a published edition, as stored when it was published. */
export type EditionFile = { readonly format: EditionFormat; readonly sha256: string; readonly bytes: Buffer };

/** Makes other writers of editions wait until this transaction ends. */
export async function lockEditions(tx: Queryable): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('vigie.editions'))`);
}

/**
 * Writes the first revision of an edition, its bytes included, and publishes it. All in the given transaction: it is
 * whole or it is not there.
 */
export async function publishEdition(
  tx: Queryable,
  published: PublishedEdition,
  by: { subjectIds: ReadonlyMap<string, number>; author: string; recordedAt: Date },
): Promise<void> {
  const { edition } = published;
  const [created] = await tx.query<{ id: number }>(
    `insert into editions.edition (slug, label, methodology, cutoff_on, reconstructed, selection)
     values ($1, $2, $3, $4, $5, $6) returning id`,
    [
      edition.slug,
      edition.label,
      edition.methodology,
      edition.cutoff_on,
      edition.reconstructed,
      JSON.stringify(edition.selection),
    ],
  );
  const key = [created?.id, edition.revision];
  await tx.query(
    `insert into editions.revision
       (edition_id, number, state, author, published_at, recorded_at, source_name, source_sha256, report)
     values ($1, $2, 'draft', $3, $4, $5, $6, $7, $8)`,
    [
      ...key,
      by.author,
      edition.published_at,
      by.recordedAt,
      edition.source?.name ?? null,
      edition.source?.sha256 ?? null,
      JSON.stringify(edition.notes),
    ],
  );
  await tx.query(INSERT_ENTRIES, [...key, JSON.stringify(entryRows(published, by.subjectIds))]);
  await tx.query(INSERT_RESULTS, [...key, JSON.stringify(resultRows(published, by.subjectIds))]);
  for (const [format, bytes] of [
    ['json', editionJson(published)],
    ['csv', editionCsv(published)],
  ] as const) {
    await tx.query(
      'insert into editions.file (edition_id, revision, format, bytes, sha256) values ($1, $2, $3, $4, $5)',
      [...key, format, bytes, sha256(bytes)],
    );
  }
  await tx.query(
    `update editions.revision set state = 'published' where edition_id = $1 and number = $2`,
    key,
  );
}

const INSERT_ENTRIES = `
insert into editions.entry (edition_id, revision, subject_id, position, public_id, name, organisation, ministry,
  perimeter, url, audiences, volume_online, volume_total)
select $1, $2, subject_id, position, id, name, organisation, ministry, perimeter, url, audiences, volume_online,
  volume_total
from jsonb_to_recordset($3::jsonb) as given(
  subject_id bigint, position integer, id text, name text, organisation text, ministry text, perimeter text,
  url text, audiences text[], volume_online numeric, volume_total numeric)`;

const INSERT_RESULTS = `
insert into editions.result (edition_id, revision, subject_id, criterion, status, value, category, level, borderline,
  n, interval_low, interval_high, unit, source, origin, source_precision, period_start, as_of, reason, stated_level)
select $1, $2, subject_id, criterion, status, number, category, level, borderline, n, (interval->>0)::numeric,
  (interval->>1)::numeric, unit, source, origin, source_precision, period_start, as_of, reason, stated_level
from jsonb_to_recordset($3::jsonb) as given(
  subject_id bigint, criterion text, status text, number numeric, category text, level text, borderline boolean,
  n bigint, interval jsonb, unit text, source text, origin text, source_precision numeric, period_start date,
  as_of date, reason text, stated_level text)`;

function entryRows({ procedures }: PublishedEdition, subjectIds: ReadonlyMap<string, number>) {
  return procedures.map(({ results, ...entry }, at) => ({
    ...entry,
    subject_id: subjectIds.get(entry.id),
    position: at + 1,
  }));
}

function resultRows({ procedures }: PublishedEdition, subjectIds: ReadonlyMap<string, number>) {
  return procedures.flatMap(({ id, results }) =>
    Object.entries(results).map(([criterion, { value, ...result }]) => ({
      ...result,
      subject_id: subjectIds.get(id),
      criterion,
      number: typeof value === 'number' ? value : null,
      category: typeof value === 'string' ? value : null,
    })),
  );
}

/** Every published edition, the one that speaks of the latest day first. */
export async function listEditions(db: Queryable): Promise<EditionSummary[]> {
  return db.query<EditionSummary>(
    `select e.slug, e.label, e.methodology, e.cutoff_on as "cutoffOn", e.reconstructed,
       r.number as revision, r.published_at as "publishedAt",
       (select count(*) from editions.entry n where n.edition_id = e.id and n.revision = r.number) as procedures
     from editions.edition e
     join lateral (
       select number, published_at from editions.revision
       where edition_id = e.id and state = 'published' order by number desc limit 1
     ) r on true
     order by e.cutoff_on desc, r.published_at desc, e.slug desc`,
  );
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
  const rows = await db.query<ResultRow>(
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
    result: {
      status: row.status,
      value: row.value ?? row.category,
      level: row.level,
      borderline: row.borderline,
      n: row.n,
      interval:
        row.interval_low === null || row.interval_high === null
          ? null
          : [row.interval_low, row.interval_high],
      unit: row.unit,
      source: row.source,
      source_precision: row.source_precision,
      as_of: row.as_of,
      reason: row.reason,
      origin: row.origin,
      period_start: row.period_start,
      stated_level: row.stated_level,
    },
  }));
}

type ResultRow = {
  slug: string;
  label: string;
  methodology: string;
  cutoff_on: string;
  reconstructed: boolean;
  criterion: CriterionId;
  value: number | null;
  category: string | null;
  interval_low: number | null;
  interval_high: number | null;
} & Omit<PublishedResult, 'value' | 'interval'>;
