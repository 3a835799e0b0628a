/** The procedures of the catalogue, each with what the latest edition says of it: kept until public data change. */
import {
  createProcedureSearch,
  listOrganisations,
  listProcedures,
  type Organisation,
  type OrganisationNode,
  type Procedure,
  type ProcedureSearch,
} from '../catalogue/index.ts';
import {
  findLatestEdition,
  listEntryIdentities,
  type PublishedEdition,
  type PublishedProcedure,
} from '../editions/index.ts';
import type { SiteContext } from './server.ts';

export type DirectoryEntry = {
  readonly procedure: Procedure;
  /** What the edition says of it; null when it is not in it. */
  readonly published: PublishedProcedure | null;
  /** Subject ids of its organisation, its ministry, and all those above them. */
  readonly owners: ReadonlySet<number>;
};

export type ProcedureDirectory = {
  /** The latest known by procedures; null before the first. */
  readonly edition: PublishedEdition | null;
  /** By name. */
  readonly entries: readonly DirectoryEntry[];
  readonly bySubject: ReadonlyMap<number, DirectoryEntry>;
  readonly search: ProcedureSearch;
  /** Those in force, by slug. */
  readonly organisations: ReadonlyMap<string, Organisation>;
};

/** Reads the directory; ask for it by `site.remembered`. */
export async function readDirectory({ db, editions }: SiteContext): Promise<ProcedureDirectory> {
  const edition = await findLatestEdition(db, editions);
  const procedures = await listProcedures(db);
  const roots = await listOrganisations(db);
  const published = await publishedBySubject(db, edition);
  const lines = linesOf(roots);
  const above = (one: Organisation | null) => (one && lines.get(one.subjectId)) ?? [];
  const entries = procedures.map((procedure) => ({
    procedure,
    published: published.get(procedure.subjectId) ?? null,
    owners: new Set([...above(procedure.organisation), ...above(procedure.ministry)]),
  }));
  // Half of the time that a directory takes, and most readers search nothing.
  let index: ProcedureSearch | undefined;
  return {
    edition,
    entries,
    bySubject: new Map(entries.map((entry) => [entry.procedure.subjectId, entry])),
    search: (question) => {
      index ??= createProcedureSearch(procedures);
      return index(question);
    },
    organisations: new Map(flatten(roots).map((one) => [one.slug, one])),
  };
}

/** By identity: an edition names a procedure as it was called then, under an id that may have changed. */
async function publishedBySubject(
  db: SiteContext['db'],
  edition: PublishedEdition | null,
): Promise<Map<number, PublishedProcedure>> {
  if (edition === null) return new Map();
  const identities = await listEntryIdentities(db, edition.edition.slug, edition.edition.revision);
  return new Map(
    edition.procedures.flatMap((one) => {
      const subjectId = identities.get(one.id)?.subjectId;
      return subjectId === undefined ? [] : [[subjectId, one]];
    }),
  );
}

/** Each organisation with those above it, by its id. */
function linesOf(nodes: readonly OrganisationNode[], above: readonly number[] = []): Map<number, number[]> {
  return new Map(
    nodes.flatMap((node) => {
      const line = [node.subjectId, ...above];
      return [[node.subjectId, line] as const, ...linesOf(node.children, line)];
    }),
  );
}

function flatten(nodes: readonly OrganisationNode[]): OrganisationNode[] {
  return nodes.flatMap((node) => [node, ...flatten(node.children)]);
}
