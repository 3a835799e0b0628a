/** The reads of the catalogue. `onDay` absent means the latest known, days to come included. */
import type { Queryable } from '../core/database.ts';
import { VigieError } from '../core/errors.ts';
import type { History } from './history.ts';
import {
  ancestorsOf,
  closestOfLevel,
  findById,
  LATEST,
  ministryOf,
  type OrganisationHistories,
  type OrganisationNode,
  type Organisations,
  organisationsOn,
  treeOf,
} from './organisation-tree.ts';
import { loadHistories } from './snapshot.sql.ts';
import type { Families } from './snapshot.ts';
import type {
  ForeignId,
  Organisation,
  OtherKind,
  OtherSubject,
  Procedure,
  ProcedureAttributes,
  Site,
} from './subject.ts';
import type { SubjectKind } from './vocabulary.ts';

export type ListingOptions = { readonly onDay?: string | undefined };

/** `versions` newest first, each with the names that its organisations bore when it began. */
export type ProcedureHistory = {
  readonly current: Procedure;
  readonly versions: readonly Procedure[];
  readonly foreignIds: readonly ForeignId[];
};

/** `moved`: the slug asked for is a former one, `current.slug` is the address. */
export type OrganisationHistory = {
  readonly current: Organisation;
  readonly moved: boolean;
  readonly versions: readonly Organisation[];
  /** The closest first. */
  readonly ancestors: readonly Organisation[];
  readonly children: readonly OrganisationNode[];
};

/** As OrganisationHistory. */
export type SiteHistory = {
  readonly current: Site;
  readonly moved: boolean;
  readonly versions: readonly Site[];
};

const byName = new Intl.Collator('fr').compare;

function sortByName<Named extends { name: string; subjectId: number }>(list: Named[]): Named[] {
  return list.sort((one, other) => byName(one.name, other.name) || one.subjectId - other.subjectId);
}

/** All procedures in force on the day, by name. */
export async function listProcedures(
  db: Queryable,
  { onDay = LATEST }: ListingOptions = {},
): Promise<Procedure[]> {
  // What is named is read after what names it: an import that commits in between leaves no name unknown.
  const procedures = await loadHistories(db, 'procedure', { onDay });
  const [publicIds, histories] = await Promise.all([
    publicIdsBySubject(db),
    loadHistories(db, 'organisation'),
  ]);
  const organisations = organisationsOn(histories, onDay);
  const list = [...procedures].flatMap(([id, history]) =>
    toProcedures(id, publicIds.get(id) ?? '', history, () => organisations),
  );
  return sortByName(list);
}

/** A procedure as lists and files name it. */
export type BriefProcedure = Pick<Procedure, 'subjectId' | 'publicId' | 'slug' | 'name' | 'ministry'>;

/** All procedures by their names and ministries alone, the first recorded first: a thousand are read in a third of the time. */
export async function listBriefProcedures(db: Queryable): Promise<BriefProcedure[]> {
  type Row = Omit<BriefProcedure, 'ministry'> & Pick<ProcedureAttributes, 'organisationId' | 'ministryId'>;
  const rows = await db.query<Row>(
    `select distinct on (subject_id) subject_id as "subjectId", public_id as "publicId", slug, name,
            organisation_id as "organisationId", ministry_id as "ministryId"
     from catalogue.procedure_version join catalogue.procedure using (subject_id)
     order by subject_id, valid_from desc`,
  );
  // Read after what they are named in, as in `listProcedures`.
  const organisations = organisationsOn(await loadHistories(db, 'organisation'), LATEST);
  return rows.map(({ organisationId, ministryId, ...named }) => ({
    ...named,
    ministry: ministryOf(organisations, { organisationId, ministryId }),
  }));
}

/** By what a procedure is found in addresses, of today, and in the store. */
export type ProcedureKey = Pick<Procedure, 'subjectId' | 'publicId' | 'slug'>;

/**
 * A procedure with all its versions, by its public id, else by the product id (`jdma`) that links of others use;
 * null when there is none.
 */
export async function findProcedure(db: Queryable, sought: string): Promise<ProcedureHistory | null> {
  const key = await findProcedureKey(db, sought);
  return key && getProcedureHistory(db, key);
}

/** Of a procedure what all that is told of it is read by, likewise: one statement, where its history takes three more. */
export async function findProcedureKey(db: Queryable, sought: string): Promise<ProcedureKey | null> {
  const [found] = await db.query<ProcedureKey>(
    `select subject_id as "subjectId", public_id as "publicId", slug
     from catalogue.procedure join catalogue.procedure_version using (subject_id)
     where public_id = $1
        or subject_id = (select subject_id from catalogue.foreign_id where scheme = 'jdma' and value = $1)
     order by public_id = $1 desc, valid_from desc limit 1`,
    [sought],
  );
  return found ?? null;
}

/** A procedure with all its versions. @throws VigieError NotFound where it has none */
export async function getProcedureHistory(
  db: Queryable,
  { subjectId, publicId }: ProcedureKey,
): Promise<ProcedureHistory> {
  const history = (await loadHistories(db, 'procedure', { subjectId })).get(subjectId) ?? [];
  const organisations = await loadHistories(db, 'organisation');
  const latest = organisationsOn(organisations, LATEST);
  const [current] = toProcedures(subjectId, publicId, history.slice(-1), () => latest);
  if (!current) throw new VigieError('NotFound', `There is no procedure ${publicId}.`);
  const versions = toProcedures(subjectId, publicId, history, (day) => organisationsOn(organisations, day));
  const foreignIds = await db.query<ForeignId>(
    'select scheme, value from catalogue.foreign_id where subject_id = $1 order by scheme, value',
    [subjectId],
  );
  return { current, versions: versions.reverse(), foreignIds };
}

function toProcedures(
  subjectId: number,
  publicId: string,
  history: History<ProcedureAttributes>,
  treeOn: (day: string) => Organisations,
): Procedure[] {
  return history.map(({ validFrom, attributes }) => {
    const tree = treeOn(validFrom);
    const organisation = findById(tree, attributes.organisationId);
    const ministry = ministryOf(tree, attributes);
    const perimeter =
      closestOfLevel(tree, ministry, 'perimeter') ?? closestOfLevel(tree, organisation, 'perimeter');
    return { ...attributes, subjectId, publicId, validFrom, organisation, ministry, perimeter };
  });
}

async function publicIdsBySubject(db: Queryable): Promise<Map<number, string>> {
  return new Map([...(await subjectIdsByPublicId(db))].map(([publicId, id]) => [id, publicId]));
}

/** The subject of every public id. */
export async function subjectIdsByPublicId(db: Queryable): Promise<Map<string, number>> {
  const rows = await db.query<{ publicId: string; id: number }>(
    'select public_id as "publicId", subject_id as id from catalogue.procedure order by subject_id',
  );
  return new Map(rows.map(({ publicId, id }) => [publicId, id]));
}

/** The ids that others gave to each subject, by subject id. */
export async function listForeignIds(db: Queryable): Promise<Map<number, ForeignId[]>> {
  const rows = await db.query<ForeignId & { id: number }>(
    'select subject_id as id, scheme, value from catalogue.foreign_id order by subject_id, scheme, value',
  );
  const ids = new Map<number, ForeignId[]>();
  for (const { id, scheme, value } of rows) ids.set(id, [...(ids.get(id) ?? []), { scheme, value }]);
  return ids;
}

/** The subject that this id of others names; null when none. */
export async function findSubjectByForeignId(
  db: Queryable,
  { scheme, value }: ForeignId,
): Promise<number | null> {
  const [found] = await db.query<{ id: number }>(
    'select subject_id as id from catalogue.foreign_id where scheme = $1 and value = $2',
    [scheme, value],
  );
  return found?.id ?? null;
}

/** The organisations as a tree: its roots, by name. */
export async function listOrganisations(
  db: Queryable,
  { onDay = LATEST }: ListingOptions = {},
): Promise<OrganisationNode[]> {
  const histories = await loadHistories(db, 'organisation');
  return treeOf(organisationsOn(begunBy(histories, onDay), onDay));
}

function begunBy(histories: OrganisationHistories, day: string): OrganisationHistories {
  return new Map([...histories].filter(([, history]) => (history[0]?.validFrom ?? day) <= day));
}

/** The subject of a kind that bears or bore this slug; null when there is none. */
export async function findSubjectBySlug(
  db: Queryable,
  kind: SubjectKind,
  slug: string,
): Promise<number | null> {
  const [found] = await db.query<{ id: number }>(
    'select subject_id as id from catalogue.slug where kind = $1 and slug = $2',
    [kind, slug],
  );
  return found?.id ?? null;
}

/** An organisation by its slug, present or former; null when there is none. */
export async function findOrganisationBySlug(
  db: Queryable,
  slug: string,
): Promise<OrganisationHistory | null> {
  const id = await findSubjectBySlug(db, 'organisation', slug);
  if (id === null) return null;
  const histories = await loadHistories(db, 'organisation');
  const latest = organisationsOn(histories, LATEST);
  const current = latest.get(id);
  if (!current) return null;
  return {
    current,
    moved: current.slug !== slug,
    versions: withIds(id, histories.get(id) ?? []).reverse(),
    ancestors: ancestorsOf(latest, id),
    children: childrenOf(treeOf(latest), id),
  };
}

function childrenOf(nodes: readonly OrganisationNode[], id: number): readonly OrganisationNode[] {
  for (const node of nodes) {
    if (node.subjectId === id) return node.children;
    const below = childrenOf(node.children, id);
    if (below.length > 0) return below;
  }
  return [];
}

function withIds<Attributes extends object>(subjectId: number, history: History<Attributes>) {
  return history.map(({ validFrom, attributes }) => ({ ...attributes, subjectId, validFrom }));
}

/** All reception sites in force on the day, by name. */
export async function listSites(db: Queryable, { onDay = LATEST }: ListingOptions = {}): Promise<Site[]> {
  const sites = await loadHistories(db, 'site', { onDay });
  const tree = organisationsOn(await loadHistories(db, 'organisation'), onDay);
  return sortByName([...sites].flatMap(([id, history]) => toSites(id, history, () => tree)));
}

/** A reception site by its slug, present or former; null when there is none. */
export async function findSiteBySlug(db: Queryable, slug: string): Promise<SiteHistory | null> {
  const id = await findSubjectBySlug(db, 'site', slug);
  return id === null ? null : findSiteHistory(db, id, slug);
}

/** A reception site, by the slug that it was found by; null when it has no name. */
export async function findSiteHistory(db: Queryable, id: number, slug: string): Promise<SiteHistory | null> {
  const history = (await loadHistories(db, 'site', { subjectId: id })).get(id) ?? [];
  const organisations = await loadHistories(db, 'organisation');
  const [current] = toSites(id, history.slice(-1), () => organisationsOn(organisations, LATEST));
  if (!current) return null;
  const versions = toSites(id, history, (day) => organisationsOn(organisations, day));
  return { current, moved: current.slug !== slug, versions: versions.reverse() };
}

function toSites(
  id: number,
  history: History<Families['site']>,
  treeOn: (day: string) => Organisations,
): Site[] {
  return withIds(id, history).map((site) => ({
    ...site,
    organisation: findById(treeOn(site.validFrom), site.organisationId),
  }));
}

/** All subjects of the other kinds in force on the day, by name. */
export async function listOthers(
  db: Queryable,
  { onDay = LATEST }: ListingOptions = {},
): Promise<OtherSubject[]> {
  const kinds = await db.query<{ id: number; kind: OtherKind }>(
    `select id, kind from catalogue.subject where kind not in ('organisation', 'procedure', 'site')`,
  );
  const others = await loadHistories(db, 'other', { onDay });
  const list = kinds.flatMap(({ id, kind }) =>
    withIds(id, others.get(id) ?? []).map((one) => ({ ...one, kind })),
  );
  return sortByName(list);
}
