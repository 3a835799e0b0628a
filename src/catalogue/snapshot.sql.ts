/** Loads the catalogue into memory and saves what changed there: a few statements, however many rows. */
import type { Queryable } from '../core/database.ts';
import { changesBetween, type History, type Version } from './history.ts';
import {
  emptySnapshot,
  type Families,
  type Family,
  familyOf,
  foreignIdOf,
  foreignKey,
  type Histories,
  type Snapshot,
  slugKey,
} from './snapshot.ts';
import type { ForeignId } from './subject.ts';
import { codesOf, SUBJECT_KINDS, type SubjectKind } from './vocabulary.ts';

type Columns<Attributes> = { readonly [Name in keyof Attributes]: string };

/** The column of each attribute, in `catalogue.<family>_version`. */
const COLUMNS: { readonly [F in Family]: Columns<Families[F]> } = {
  organisation: { slug: 'slug', name: 'name', acronym: 'acronym', level: 'level', parentId: 'parent_id' },
  procedure: {
    slug: 'slug',
    name: 'name',
    kind: 'kind',
    publishedUrl: 'published_url',
    url: 'url',
    organisationId: 'organisation_id',
    ministryId: 'ministry_id',
    audiences: 'audiences',
    lifeEvents: 'life_events',
    onlineOnlySince: 'online_only_since',
    plannedOpeningOn: 'planned_opening_on',
    nextSteps: 'next_steps',
    related: 'related',
    contactUrl: 'contact_url',
    contactPhone: 'contact_phone',
    contactEmail: 'contact_email',
    otherChannels: 'other_channels',
  },
  site: {
    slug: 'slug',
    name: 'name',
    network: 'network',
    organisationId: 'organisation_id',
    street: 'street',
    postcode: 'postcode',
    municipality: 'municipality',
    latitude: 'latitude',
    longitude: 'longitude',
    openingHours: 'opening_hours',
    premisesAccessibility: 'premises_accessibility',
  },
  other: { slug: 'slug', name: 'name', organisationId: 'organisation_id' },
};

/** Waits for any other writer of the catalogue; held until the transaction ends, so that no subject is made twice. */
export async function lockCatalogue(tx: Queryable): Promise<void> {
  await tx.query("select pg_advisory_xact_lock(hashtext('vigie.catalogue'))");
}

/** What is stored of the subjects of these kinds; slugs and foreign ids whole, for they must stay unique. */
export async function loadSnapshot(
  db: Queryable,
  kinds: readonly SubjectKind[] = codesOf(SUBJECT_KINDS),
): Promise<Snapshot> {
  const snapshot = emptySnapshot();
  const subjects = await db.query<{ id: number; kind: SubjectKind }>(
    'select id, kind from catalogue.subject where kind = any($1) order by id',
    [kinds],
  );
  for (const { id, kind } of subjects) snapshot.kinds.set(id, kind);
  const slugs = await db.query<{ kind: SubjectKind; slug: string; id: number }>(
    'select kind, slug, subject_id as id from catalogue.slug where kind = any($1)',
    [kinds],
  );
  for (const { kind, slug, id } of slugs) snapshot.slugs.set(slugKey(kind, slug), id);
  const foreignIds = await db.query<ForeignId & { id: number }>(
    'select scheme, value, subject_id as id from catalogue.foreign_id',
  );
  for (const { id, ...foreignId } of foreignIds) snapshot.foreignIds.set(foreignKey(foreignId), id);
  if (kinds.includes('procedure')) {
    const procedures = await db.query<{ publicId: string; id: number }>(
      'select public_id as "publicId", subject_id as id from catalogue.procedure',
    );
    for (const { publicId, id } of procedures) snapshot.publicIds.set(publicId, id);
  }
  const families = new Set(kinds.map(familyOf));
  return {
    ...snapshot,
    histories: {
      organisation: families.has('organisation') ? await loadHistories(db, 'organisation') : new Map(),
      procedure: families.has('procedure') ? await loadHistories(db, 'procedure') : new Map(),
      site: families.has('site') ? await loadHistories(db, 'site') : new Map(),
      other: families.has('other') ? await loadHistories(db, 'other') : new Map(),
    },
  };
}

/** The histories of a family: of all its subjects, or of one; whole, or only the version in force on a day. */
export async function loadHistories<F extends Family>(
  db: Queryable,
  family: F,
  { subjectId = null, onDay = null }: { subjectId?: number | null; onDay?: string | null } = {},
): Promise<Map<number, History<Families[F]>>> {
  const columns = Object.entries(COLUMNS[family]).map(([name, column]) => `${column} as "${name}"`);
  const rows = await db.query<Families[F] & { subjectId: number; validFrom: string }>(
    `select ${onDay === null ? '' : 'distinct on (subject_id)'}
            subject_id as "subjectId", valid_from as "validFrom", ${columns.join(', ')}
     from catalogue.${family}_version
     where ($1::bigint is null or subject_id = $1) and ($2::date is null or valid_from <= $2)
     order by subject_id, valid_from ${onDay === null ? '' : 'desc'}`,
    [subjectId, onDay],
  );
  const histories = new Map<number, Version<Families[F]>[]>();
  for (const { subjectId: id, validFrom, ...attributes } of rows) {
    const history = histories.get(id) ?? [];
    history.push({ validFrom, attributes: attributes as unknown as Families[F] });
    histories.set(id, history);
  }
  return histories;
}

/** Which ids the subjects created on a draft got. */
export type SavedIds = (draftId: number) => number;

/**
 * Writes the difference between what was loaded and the draft made of it, under `lockCatalogue`.
 * Rows that did not change are not touched.
 */
export async function saveDraft(tx: Queryable, stored: Snapshot, draft: Snapshot): Promise<SavedIds> {
  const savedIds = await insertSubjects(tx, draft);
  const publicIds = added(stored.publicIds, draft.publicIds);
  if (publicIds.length > 0) {
    await tx.query(
      'insert into catalogue.procedure (public_id, subject_id) select * from unnest($1::text[], $2::bigint[])',
      [publicIds.map(([publicId]) => publicId), publicIds.map(([, id]) => savedIds(id))],
    );
  }
  await insertSlugs(tx, added(stored.slugs, draft.slugs), savedIds);
  await insertForeignIds(tx, added(stored.foreignIds, draft.foreignIds), savedIds);
  await saveHistories(tx, 'organisation', stored.histories, draft.histories, savedIds);
  await saveHistories(tx, 'procedure', stored.histories, draft.histories, savedIds);
  await saveHistories(tx, 'site', stored.histories, draft.histories, savedIds);
  await saveHistories(tx, 'other', stored.histories, draft.histories, savedIds);
  return savedIds;
}

async function insertSubjects(tx: Queryable, draft: Snapshot): Promise<SavedIds> {
  const created = [...draft.kinds].filter(([id]) => id < 0);
  const ids = new Map<number, number>();
  if (created.length > 0) {
    // The draft's id travels as the order of insertion: `returning` gives rows in that order, and ids grow with it.
    const rows = await tx.query<{ id: number }>(
      `insert into catalogue.subject (kind)
       select kind from unnest($1::text[]) with ordinality as made (kind, position) order by position
       returning id`,
      [created.map(([, kind]) => kind)],
    );
    const inserted = rows.map(({ id }) => id).sort((one, other) => one - other);
    for (const [index, [draftId]] of created.entries()) ids.set(draftId, inserted[index] ?? draftId);
  }
  return (draftId) => ids.get(draftId) ?? draftId;
}

async function insertSlugs(tx: Queryable, slugs: [string, number][], savedIds: SavedIds): Promise<void> {
  if (slugs.length === 0) return;
  await tx.query(
    'insert into catalogue.slug (kind, slug, subject_id) select * from unnest($1::text[], $2::text[], $3::bigint[])',
    [
      slugs.map(([key]) => key.slice(0, key.indexOf('/'))),
      slugs.map(([key]) => key.slice(key.indexOf('/') + 1)),
      slugs.map(([, id]) => savedIds(id)),
    ],
  );
}

async function insertForeignIds(tx: Queryable, keys: [string, number][], savedIds: SavedIds): Promise<void> {
  if (keys.length === 0) return;
  const ids = keys.map(([key]) => foreignIdOf(key));
  await tx.query(
    `insert into catalogue.foreign_id (scheme, value, subject_id)
     select * from unnest($1::text[], $2::text[], $3::bigint[])`,
    [ids.map(({ scheme }) => scheme), ids.map(({ value }) => value), keys.map(([, id]) => savedIds(id))],
  );
}

async function saveHistories<F extends Family>(
  tx: Queryable,
  family: F,
  stored: Histories,
  draft: Histories,
  savedIds: SavedIds,
): Promise<void> {
  const before: ReadonlyMap<number, History<Families[F]>> = stored[family];
  const after: ReadonlyMap<number, History<Families[F]>> = draft[family];
  const rows: Record<string, unknown>[] = [];
  const replaced: [number, string][] = [];
  for (const [draftId, history] of after) {
    if (before.get(draftId) === history) continue;
    const { put, drop } = changesBetween(before.get(draftId) ?? [], history);
    const id = savedIds(draftId);
    for (const version of put) rows.push(rowOf(family, id, version, savedIds));
    for (const day of [...drop, ...put.map(({ validFrom }) => validFrom)]) replaced.push([id, day]);
  }
  if (replaced.length === 0) return;
  const table = `catalogue.${family}_version`;
  await tx.query(
    `delete from ${table} as version using unnest($1::bigint[], $2::date[]) as gone (subject_id, valid_from)
     where version.subject_id = gone.subject_id and version.valid_from = gone.valid_from`,
    [replaced.map(([id]) => id), replaced.map(([, day]) => day)],
  );
  const text = JSON.stringify(rows);
  await tx.query(`insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [
    text,
  ]);
}

function rowOf<F extends Family>(
  family: F,
  id: number,
  { validFrom, attributes }: Version<Families[F]>,
  savedIds: SavedIds,
): Record<string, unknown> {
  const columns = Object.entries(COLUMNS[family]).map(([name, column]) => {
    const value = attributes[name as keyof Families[F]];
    return [column, column.endsWith('_id') && typeof value === 'number' ? savedIds(value) : value];
  });
  return { subject_id: id, valid_from: validFrom, ...Object.fromEntries(columns) };
}

function added(stored: ReadonlyMap<string, number>, draft: ReadonlyMap<string, number>): [string, number][] {
  return [...draft].filter(([key]) => !stored.has(key));
}
