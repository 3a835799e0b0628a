/** The writes of editions: drafts, and publication, whole in the transaction that is given. */
import type { Queryable } from '../core/database.ts';
import { editionCsv } from './edition-csv.ts';
import {
  type DraftEdition,
  type EditionHead,
  editionJson,
  type PublishedEdition,
  sha256,
} from './published-edition.ts';

/** The subjects behind a procedure of an edition. */
export type EntrySubjects = {
  readonly subjectId: number;
  readonly organisationId: number | null;
  readonly ministryId: number | null;
};

/** Who publishes, when it is written down, and the subject of each procedure by its public id. */
export type Publication = {
  readonly author: string;
  readonly recordedAt: Date;
  readonly subjects: ReadonlyMap<string, EntrySubjects>;
};

/** Makes other writers of editions wait until this transaction ends. */
export async function lockEditions(tx: Queryable): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('vigie.editions'))`);
}

/**
 * Writes a revision of an edition, its bytes included, and publishes it; a frozen draft of the same number gives its
 * place. All in the given transaction: it is whole or it is not there. The caller holds the lock and has checked that
 * the revision may be published.
 */
export async function publishRevision(
  tx: Queryable,
  published: PublishedEdition,
  by: Publication,
): Promise<void> {
  const { edition } = published;
  const editionId = await putEdition(tx, edition, published.totals === null ? 'procedures' : 'totals');
  const key = [editionId, edition.revision];
  await putRevision(tx, editionId, published, { state: 'draft', ...by });
  await tx.query('delete from editions.file where edition_id = $1 and revision = $2', key);
  await tx.query(INSERT_ENTRIES, [...key, JSON.stringify(entryRows(published, by.subjects))]);
  await tx.query(INSERT_RESULTS, [...key, JSON.stringify(resultRows(published, by.subjects))]);
  await putFile(tx, editionId, edition.revision, 'json', editionJson(published));
  await putFile(tx, editionId, edition.revision, 'csv', editionCsv(published));
  await tx.query(
    `update editions.revision set state = 'published' where edition_id = $1 and number = $2`,
    key,
  );
}

/** Writes the draft of a first revision, in place of the one there was. */
export async function writeDraft(tx: Queryable, draft: DraftEdition, by: Publication): Promise<void> {
  const editionId = await putEdition(tx, draft.edition, 'procedures');
  await putRevision(tx, editionId, draft, { state: 'draft', ...by });
  await tx.query('update editions.revision set subjects = $3 where edition_id = $1 and number = $2', [
    editionId,
    draft.edition.revision,
    JSON.stringify(Object.fromEntries(by.subjects)),
  ]);
  await tx.query('delete from editions.file where edition_id = $1 and revision = $2', [
    editionId,
    draft.edition.revision,
  ]);
  await putFile(tx, editionId, draft.edition.revision, 'json', editionJson(draft));
}

/** A draft or frozen edition as stored; null when there is none of this slug. */
export type StoredDraft = {
  readonly state: 'draft' | 'frozen';
  readonly draft: DraftEdition;
  readonly sha256: string;
  readonly frozenSha256: string | null;
  readonly frozenAt: Date | null;
  readonly author: string;
  readonly recordedAt: Date;
  /** The subjects behind its procedures when it was built, by public id. */
  readonly subjects: ReadonlyMap<string, EntrySubjects>;
};

/** The draft of an edition, frozen or not; null when there is none. */
export async function findDraft(db: Queryable, slug: string): Promise<StoredDraft | null> {
  type Row = Omit<StoredDraft, 'draft' | 'subjects'> & {
    text: string;
    subjects: Record<string, EntrySubjects> | null;
  };
  const [row] = await db.query<Row>(
    `select r.state, convert_from(f.bytes, 'UTF8') as text, f.sha256, r.frozen_sha256 as "frozenSha256", r.frozen_at as "frozenAt", r.author,
       r.recorded_at as "recordedAt", r.subjects
     from editions.edition e
     join editions.revision r on r.edition_id = e.id and r.state <> 'published'
     join editions.file f on f.edition_id = e.id and f.revision = r.number and f.format = 'json'
     where e.slug = $1`,
    [slug],
  );
  if (row === undefined) return null;
  const { text, subjects, ...rest } = row;
  return {
    ...rest,
    draft: JSON.parse(text) as DraftEdition,
    subjects: new Map(Object.entries(subjects ?? {})),
  };
}

/** What drafts there are, the latest cut-off first. */
export async function listDrafts(
  db: Queryable,
): Promise<{ slug: string; label: string; state: 'draft' | 'frozen'; cutoffOn: string }[]> {
  return db.query(
    `select e.slug, e.label, r.state, e.cutoff_on as "cutoffOn"
     from editions.edition e join editions.revision r on r.edition_id = e.id and r.state <> 'published'
     order by e.cutoff_on desc, e.slug`,
  );
}

/** Freezes the draft of an edition: its document can only be published or discarded from then on. */
export async function freezeDraft(
  tx: Queryable,
  slug: string,
  frozen: { sha256: string; at: Date },
): Promise<void> {
  await tx.query(
    `update editions.revision r set state = 'frozen', frozen_sha256 = $2, frozen_at = $3
     from editions.edition e where e.id = r.edition_id and e.slug = $1 and r.state = 'draft'`,
    [slug, frozen.sha256, frozen.at],
  );
}

/** Removes the draft of an edition, frozen or not. */
export async function deleteDraft(tx: Queryable, slug: string): Promise<void> {
  const draft = `from editions.edition e join editions.revision r on r.edition_id = e.id
    where e.slug = $1 and r.state <> 'published'`;
  await tx.query(
    `delete from editions.file f using editions.edition e, editions.revision r
     where e.slug = $1 and r.edition_id = e.id and r.state <> 'published'
       and f.edition_id = e.id and f.revision = r.number`,
    [slug],
  );
  await tx.query(
    `delete from editions.revision d where (d.edition_id, d.number) in (select r.edition_id, r.number ${draft})`,
    [slug],
  );
}

/** The row of an edition, written for the first time or as the draft now words it. */
async function putEdition(
  tx: Queryable,
  edition: EditionHead,
  knownBy: 'procedures' | 'totals',
): Promise<number> {
  const [known] = await tx.query<{ id: number }>('select id from editions.edition where slug = $1', [
    edition.slug,
  ]);
  if (known !== undefined && edition.revision > 1) return known.id;
  const [row] = await tx.query<{ id: number }>(
    `insert into editions.edition (slug, label, methodology, cutoff_on, reconstructed, selection, known_by)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (slug) do update set label = $2, methodology = $3, cutoff_on = $4, reconstructed = $5, selection = $6,
       known_by = $7
     returning id`,
    [
      edition.slug,
      edition.label,
      edition.methodology,
      edition.cutoff_on,
      edition.reconstructed,
      JSON.stringify(edition.selection),
      knownBy,
    ],
  );
  return row?.id ?? 0;
}

async function putRevision(
  tx: Queryable,
  editionId: number,
  { edition, totals }: PublishedEdition | DraftEdition,
  by: { state: 'draft'; author: string; recordedAt: Date },
): Promise<void> {
  await tx.query(
    `insert into editions.revision (edition_id, number, state, author, reason, published_at, recorded_at, source_name,
       source_sha256, report, stated_procedures)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict (edition_id, number) do update set state = $3, author = $4, published_at = $6, recorded_at = $7,
       source_name = $8, source_sha256 = $9, report = $10`,
    [
      editionId,
      edition.revision,
      by.state,
      by.author,
      edition.correction?.reason ?? null,
      edition.revised_at ?? edition.published_at,
      by.recordedAt,
      edition.source?.name ?? null,
      edition.source?.sha256 ?? null,
      JSON.stringify(edition.notes),
      totals?.find(({ indicator }) => indicator === 'procedures')?.value ?? null,
    ],
  );
}

async function putFile(
  tx: Queryable,
  editionId: number,
  revision: number,
  format: 'json' | 'csv',
  bytes: Buffer,
): Promise<void> {
  await tx.query(
    'insert into editions.file (edition_id, revision, format, bytes, sha256) values ($1, $2, $3, $4, $5)',
    [editionId, revision, format, bytes, sha256(bytes)],
  );
}

const INSERT_ENTRIES = `
insert into editions.entry (edition_id, revision, subject_id, position, public_id, name, organisation, ministry,
  perimeter, url, audiences, volume_online, volume_total, selection_reason, organisation_id, ministry_id)
select $1, $2, subject_id, position, id, name, organisation, ministry, perimeter, url, audiences, volume_online,
  volume_total, selection_reason, organisation_id, ministry_id
from jsonb_to_recordset($3::jsonb) as given(
  subject_id bigint, position integer, id text, name text, organisation text, ministry text, perimeter text,
  url text, audiences text[], volume_online numeric, volume_total numeric, selection_reason text,
  organisation_id bigint, ministry_id bigint)`;

const INSERT_RESULTS = `
insert into editions.result (edition_id, revision, subject_id, criterion, status, value, category, level, borderline,
  n, interval_low, interval_high, unit, source, origin, source_precision, period_start, as_of, reason, stated_level,
  counts, numerator, denominator, parts, stale, clusters)
select $1, $2, subject_id, criterion, status, number, category, level, borderline, n, (interval->>0)::numeric,
  (interval->>1)::numeric, unit, source, origin, source_precision, period_start, as_of, reason, stated_level,
  nullif(counts, 'null'), numerator, denominator, nullif(parts, 'null'), stale, nullif(clusters, 'null')
from jsonb_to_recordset($3::jsonb) as given(
  subject_id bigint, criterion text, status text, number numeric, category text, level text, borderline boolean,
  n bigint, interval jsonb, unit text, source text, origin text, source_precision numeric, period_start date,
  as_of date, reason text, stated_level text, counts jsonb, numerator numeric, denominator numeric, parts jsonb,
  stale boolean, clusters jsonb)`;

function entryRows({ procedures }: PublishedEdition, subjects: Publication['subjects']) {
  return procedures.map(({ results, ...entry }, at) => {
    const who = subjects.get(entry.id);
    return {
      ...entry,
      subject_id: who?.subjectId,
      organisation_id: entry.organisation === null ? null : who?.organisationId,
      ministry_id: entry.ministry === null ? null : who?.ministryId,
      position: at + 1,
    };
  });
}

function resultRows({ procedures }: PublishedEdition, subjects: Publication['subjects']) {
  return procedures.flatMap(({ id, results }) =>
    Object.entries(results).map(([criterion, { value, ...result }]) => ({
      ...result,
      subject_id: subjects.get(id)?.subjectId,
      criterion,
      number: typeof value === 'number' ? value : null,
      category: typeof value === 'string' ? value : null,
    })),
  );
}
