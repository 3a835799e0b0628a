/** Organisations as a tree, as it stood on a day. Pure. */
import { VigieError } from '../core/errors.ts';
import { bestKnownOn, type History } from './history.ts';
import type { Organisation, OrganisationAttributes, ProcedureAttributes } from './subject.ts';
import type { OrganisationLevel } from './vocabulary.ts';

/** The histories of organisations by subject id. */
export type OrganisationHistories = ReadonlyMap<number, History<OrganisationAttributes>>;

/** Those of one day, by subject id. */
export type Organisations = ReadonlyMap<number, Organisation>;

export type OrganisationNode = Organisation & { readonly children: readonly OrganisationNode[] };

/** After every day: "the latest known". */
export const LATEST = '9999-12-31';

/** Every organisation as best known on `day`, by subject id. */
export function organisationsOn(histories: OrganisationHistories, day: string): Organisations {
  const found = new Map<number, Organisation>();
  for (const [subjectId, history] of histories) {
    const version = bestKnownOn(history, day);
    if (version) found.set(subjectId, { subjectId, validFrom: version.validFrom, ...version.attributes });
  }
  return found;
}

/** The organisations above `subjectId`, the closest first; it stops where the tree would turn in a circle. */
export function ancestorsOf(organisations: Organisations, subjectId: number): Organisation[] {
  const above: Organisation[] = [];
  const seen = new Set([subjectId]);
  let parentId = organisations.get(subjectId)?.parentId ?? null;
  while (parentId !== null && !seen.has(parentId)) {
    seen.add(parentId);
    const parent = organisations.get(parentId);
    if (parent) above.push(parent);
    parentId = parent?.parentId ?? null;
  }
  return above;
}

/** The organisation of an id; null where it is null or unknown. */
export function findById(organisations: Organisations, id: number | null): Organisation | null {
  return id === null ? null : (organisations.get(id) ?? null);
}

/** The ministry that a procedure names, else that of its organisation. */
export function ministryOf(
  organisations: Organisations,
  { organisationId, ministryId }: Pick<ProcedureAttributes, 'organisationId' | 'ministryId'>,
): Organisation | null {
  const owner = findById(organisations, organisationId);
  return findById(organisations, ministryId) ?? closestOfLevel(organisations, owner, 'ministry');
}

/** The closest organisation of `level`, from `start` itself upwards. */
export function closestOfLevel(
  organisations: Organisations,
  start: Organisation | null,
  level: OrganisationLevel,
): Organisation | null {
  if (start === null) return null;
  const line = [start, ...ancestorsOf(organisations, start.subjectId)];
  return line.find((one) => one.level === level) ?? null;
}

const byName = new Intl.Collator('fr').compare;

/** The roots, each with its children, sorted by name. */
export function treeOf(organisations: Organisations): OrganisationNode[] {
  const byParent = Map.groupBy(organisations.values(), ({ parentId }) =>
    parentId !== null && organisations.has(parentId) ? parentId : null,
  );
  const nodesUnder = (parentId: number | null): OrganisationNode[] =>
    (byParent.get(parentId) ?? [])
      .map((one) => ({ ...one, children: nodesUnder(one.subjectId) }))
      .sort((one, other) => byName(one.name, other.name) || one.subjectId - other.subjectId);
  return nodesUnder(null);
}

/**
 * The versions by which, on some day, an organisation would stand above itself. Only days on which a version begins
 * need looking at: between them the tree does not change.
 */
export function findCycles(histories: OrganisationHistories): Organisation[] {
  const days = new Set(
    [...histories.values()].flatMap((history) => history.map(({ validFrom }) => validFrom)),
  );
  const faulty = new Map<string, Organisation>();
  for (const day of days) {
    const organisations = organisationsOn(histories, day);
    for (const id of cyclesOf(organisations)) {
      const version = organisations.get(id);
      if (version) faulty.set(`${id} ${version.validFrom}`, version);
    }
  }
  return [...faulty.values()];
}

function cyclesOf(organisations: Organisations): number[] {
  const safe = new Set<number>();
  const faulty: number[] = [];
  for (const start of organisations.keys()) {
    const path: number[] = [];
    let at: number | null = start;
    while (at !== null && !safe.has(at) && !path.includes(at)) {
      path.push(at);
      at = organisations.get(at)?.parentId ?? null;
    }
    if (at !== null && path.includes(at)) faulty.push(...path.slice(path.indexOf(at)));
    for (const id of path) safe.add(id);
  }
  return faulty;
}

/** @throws VigieError InvalidInput when an organisation would stand above itself on some day */
export function checkTree(histories: OrganisationHistories): void {
  const slugs = [...new Set(findCycles(histories).map(({ slug }) => slug))];
  if (slugs.length === 0) return;
  const message = `Organisations would stand above themselves: ${slugs.join(', ')}. Give one another parent.`;
  throw new VigieError('InvalidInput', message, [{ path: 'parentId', message }]);
}
