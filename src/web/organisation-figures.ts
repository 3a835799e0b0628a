/** What the pages and the files of organisations are made from. */
import {
  findOrganisationBySlug,
  listOrganisations,
  listProcedures,
  type Organisation,
  type OrganisationHistory,
  type OrganisationNode,
  type Procedure,
} from '../catalogue/index.ts';
import {
  changesOfMembers,
  type EditionHistory,
  findComparison,
  listEntryIdentities,
  listMembers,
  listOwnedEntries,
  type Members,
  membersByOrganisation,
  type OrganisationChanges,
  type OrganisationFigures,
  organisationFigures,
  readEditionHistory,
  type SeriesPoint,
  seriesOf,
  withDescendants,
} from '../editions/index.ts';
import type { SiteContext } from './server.ts';
import { readSites } from './site-figures.ts';

/** An organisation as lists and comparisons show it. */
export type ShownOrganisation = {
  readonly organisation: Organisation;
  /** Those above it, the closest first. */
  readonly ancestors: readonly Organisation[];
  /** Procedures of the catalogue that it or an organisation below it answers for. */
  readonly followed: number;
  readonly figures: OrganisationFigures;
};

export type OrganisationList = {
  /** The latest edition known by its procedures; null when there is none. */
  readonly latest: EditionHistory[number]['edition'] | null;
  /** All procedures together. */
  readonly whole: Pick<ShownOrganisation, 'followed' | 'figures'>;
  /** As a tree: each after the one above it. */
  readonly rows: readonly ShownOrganisation[];
};

/** An organisation as its own page shows it. */
export type DescribedOrganisation = {
  readonly history: OrganisationHistory;
  /** All organisations, as a tree. */
  readonly tree: readonly OrganisationNode[];
  readonly latest: OrganisationList['latest'];
  readonly figures: OrganisationFigures;
  /** The procedures of the catalogue, and those of them that the edition told does not have. */
  readonly followed: readonly Procedure[];
  readonly others: readonly Procedure[];
  /** How many reception sites it or an organisation below it answers for. */
  readonly sites: number;
  readonly series: readonly SeriesPoint[];
  /** Since the edition before the one told; null when there is none. */
  readonly changes: OrganisationChanges | null;
};

export type OrganisationReader = {
  list(): Promise<OrganisationList>;
  /** An organisation by its slug, present or former; null when there is none. */
  find(slug: string): Promise<DescribedOrganisation | null>;
  /** The same as lists show it. */
  findShown(slug: string): Promise<ShownOrganisation | null>;
};

/** Reads what is told of organisations, and keeps what they share until public data change. */
export function organisationReader(site: Site): OrganisationReader {
  const { db } = site;
  const list = () => site.remembered(readList);

  return {
    list,
    async find(slug) {
      const found = await findOrganisationBySlug(db, slug);
      if (found === null) return null;
      const ids = new Set(withDescendants({ ...found.current, children: found.children }));
      const [members, told, all, sites] = await Promise.all([
        listMembers(db, [...ids]),
        site.remembered(readHistory),
        site.remembered(readProcedures),
        site.remembered(readSites),
      ]);
      const figures = organisationFigures(told, members);
      const at = told.findIndex(({ edition }) => edition.slug === figures.told?.edition.slug);
      const [pair, identities] = await Promise.all([
        at === 0 ? site.remembered(readLatestPair) : compareLast(site, told, at),
        figures.told && listEntryIdentities(db, figures.told.edition.slug),
      ]);
      const followed = all.filter((one) => ownersOf(one).some((owner) => ids.has(owner)));
      const inEdition = new Set(
        figures.told?.procedures.map(({ id }) => identities?.get(id)?.subjectId ?? null),
      );
      return {
        history: found,
        tree: await site.remembered(readTree),
        latest: told[0]?.edition ?? null,
        figures,
        followed,
        sites: sites.filter(({ organisationId }) => organisationId !== null && ids.has(organisationId))
          .length,
        others: followed.filter(({ subjectId }) => !inEdition.has(subjectId)),
        series: seriesOf(told, members),
        changes: pair && changesOfMembers(pair.comparison, members),
      };
    },
    async findShown(slug) {
      const { rows } = await list();
      const present = rows.find(({ organisation }) => organisation.slug === slug);
      if (present !== undefined) return present;
      const id = (await findOrganisationBySlug(db, slug))?.current.subjectId;
      return rows.find(({ organisation }) => organisation.subjectId === id) ?? null;
    },
  };
}

type Site = Pick<SiteContext, 'db' | 'editions' | 'remembered'>;

const readHistory = ({ db, editions }: Site) => readEditionHistory(db, editions);
const readProcedures = ({ db }: Site) => listProcedures(db);
const readTree = ({ db }: Site) => listOrganisations(db);
const readLatestPair = async (site: Site) => compareLast(site, await site.remembered(readHistory), 0);

async function readList(site: Site): Promise<OrganisationList> {
  const [history, tree, procedures] = await Promise.all([
    site.remembered(readHistory),
    site.remembered(readTree),
    site.remembered(readProcedures),
  ]);
  return composeList(history, tree, procedures, await listOwnedEntries(site.db));
}

/** The edition at a place of the history compared with the one before it; null when there is none. */
async function compareLast({ db, editions }: Site, history: EditionHistory, at: number) {
  const [after, before] = at < 0 ? [] : [history[at], history[at + 1]];
  if (after === undefined || before === undefined) return null;
  return findComparison(db, editions, after.edition.slug, before.edition.slug);
}

/** The catalogue as if it were an edition: who answers for each of its procedures now. */
const CATALOGUE = 'catalogue';

function composeList(
  history: EditionHistory,
  tree: readonly OrganisationNode[],
  procedures: readonly Procedure[],
  entries: Awaited<ReturnType<typeof listOwnedEntries>>,
): OrganisationList {
  const members = membersByOrganisation(tree, entries);
  const followed = membersByOrganisation(
    tree,
    procedures.map(({ publicId, organisation, ministry }) => ({
      edition: CATALOGUE,
      publicId,
      organisationId: organisation?.subjectId ?? null,
      ministryId: ministry?.subjectId ?? null,
    })),
  );
  const none: Members = new Map();
  const rowsUnder = (
    nodes: readonly OrganisationNode[],
    ancestors: readonly Organisation[],
  ): ShownOrganisation[] =>
    nodes.flatMap((node) => [
      {
        organisation: node,
        ancestors,
        followed: followed.get(node.subjectId)?.get(CATALOGUE)?.size ?? 0,
        figures: organisationFigures(history, members.get(node.subjectId) ?? none),
      },
      ...rowsUnder(node.children, [node, ...ancestors]),
    ]);
  return {
    latest: history[0]?.edition ?? null,
    whole: { followed: procedures.length, figures: organisationFigures(history) },
    rows: rowsUnder(tree, []),
  };
}

function ownersOf({ organisation, ministry }: Procedure): number[] {
  return [organisation, ministry].flatMap((one) => one?.subjectId ?? []);
}
