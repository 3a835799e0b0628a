/** Which procedures of each edition count for each organisation of a tree. Pure. */
import type { OrganisationNode } from '../catalogue/index.ts';
import type { OwnedEntry } from './organisation-entries.sql.ts';

/** Public ids of procedures by the slug of the edition, as `listMembers` gives them. */
export type Members = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * The procedures of every organisation of the tree, by its subject id: those that it or an organisation below it
 * answered for, as organisation or as ministry, by what each edition said then.
 */
export function membersByOrganisation(
  tree: readonly OrganisationNode[],
  entries: readonly OwnedEntry[],
): ReadonlyMap<number, Members> {
  const owned = new Map<number, OwnedEntry[]>();
  const own = (owner: number | null, entry: OwnedEntry) => {
    if (owner === null) return;
    const list = owned.get(owner);
    if (list === undefined) owned.set(owner, [entry]);
    else list.push(entry);
  };
  for (const entry of entries) {
    own(entry.organisationId, entry);
    own(entry.ministryId, entry);
  }
  const members = new Map<number, Members>();
  const gather = ({ subjectId, children }: OrganisationNode): Members => {
    const gathered = new Map<string, Set<string>>();
    const idsOf = (edition: string) => {
      const ids = gathered.get(edition) ?? new Set();
      gathered.set(edition, ids);
      return ids;
    };
    for (const { edition, publicId } of owned.get(subjectId) ?? []) idsOf(edition).add(publicId);
    for (const child of children) {
      for (const [edition, ids] of gather(child)) for (const id of ids) idsOf(edition).add(id);
    }
    members.set(subjectId, gathered);
    return gathered;
  };
  for (const root of tree) gather(root);
  return members;
}

/** The subject ids of an organisation and of all those below it. */
export function withDescendants({
  subjectId,
  children,
}: Pick<OrganisationNode, 'subjectId' | 'children'>): number[] {
  return [subjectId, ...children.flatMap(withDescendants)];
}
