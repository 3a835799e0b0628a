/** Which procedures of the directory a reader asked for, and in what order. */
import { findOrganisationBySlug, type SearchReach } from '../catalogue/index.ts';
import { VigieError } from '../core/errors.ts';
import { CRITERIA, type CriterionId, LEVELS } from '../criteria/index.ts';
import type { PublishedResult } from '../editions/index.ts';
import { requireCriterion } from './edition-query.ts';
import type { DirectoryEntry, ProcedureDirectory } from './procedure-directory.ts';
import {
  PROCEDURE_PARAMETERS,
  type ProcedureFilters,
  type ProcedureSort,
  type ProcedureView,
  parseProcedureQuery,
} from './procedure-query.ts';
import type { SiteContext } from './server.ts';

export type ProcedureSelection = {
  /** All of them, in order. */
  readonly entries: readonly DirectoryEntry[];
  /** How the words searched were found; null when none were. */
  readonly reach: SearchReach | null;
  /** Those kept without one of the filters, in no order: what other choices would find. */
  without(filter: keyof ProcedureFilters): readonly DirectoryEntry[];
};

/**
 * The view that an address asks for, of what the directory has; a former slug of an organisation is its present one.
 * @throws VigieError InvalidInput naming each parameter that has no such value
 */
export async function readProcedureView(
  db: SiteContext['db'],
  directory: ProcedureDirectory,
  parameters: Readonly<Record<string, string>>,
): Promise<ProcedureView> {
  const view = parseProcedureQuery(parameters);
  const methodologies = directory.edition === null ? [] : [directory.edition.edition.methodology];
  requireCriterion(view.criterion, methodologies);
  const sorted = CRITERIA.find((id) => id === view.sort?.by) ?? null;
  requireCriterion(sorted, methodologies, PROCEDURE_PARAMETERS.sort);
  const present = async (slug: string | null, parameter: string) => {
    if (slug === null || directory.organisations.has(slug)) return slug;
    const found = await findOrganisationBySlug(db, slug);
    if (found !== null) return found.current.slug;
    throw new VigieError('InvalidInput', 'The address asks for something this page does not know.', [
      { path: parameter, message: 'no such organisation; choose one in the form' },
    ]);
  };
  return {
    ...view,
    ministry: await present(view.ministry, PROCEDURE_PARAMETERS.ministry),
    organisation: await present(view.organisation, PROCEDURE_PARAMETERS.organisation),
  };
}

/** The procedures that a view keeps, in its order: what has no value comes last, whichever the direction. */
export function selectProcedures(directory: ProcedureDirectory, view: ProcedureView): ProcedureSelection {
  const { reach, entries: found } = findEntries(directory, view.search);
  const keep = (entries: readonly DirectoryEntry[], filters: ProcedureFilters) => {
    const tests = testsOf(directory, filters);
    return entries.filter((entry) => tests.every((test) => test(entry)));
  };
  const kept = keep(found, view);
  return {
    reach,
    entries: view.sort === null ? kept : sortEntries(kept, view.sort),
    without: (filter) =>
      view[filter] === null
        ? kept
        : keep(filter === 'search' ? directory.entries : found, { ...view, [filter]: null }),
  };
}

function findEntries(
  { search, entries, bySubject }: ProcedureDirectory,
  words: string | null,
): Pick<ProcedureSelection, 'reach' | 'entries'> {
  if (words === null) return { reach: null, entries };
  const { reach, found } = search(words);
  return { reach, entries: found.flatMap(({ subjectId }) => bySubject.get(subjectId) ?? []) };
}

type Test = (entry: DirectoryEntry) => boolean;

function testsOf({ organisations }: ProcedureDirectory, view: ProcedureFilters): Test[] {
  const { ministry, organisation, audience, lifeEvent, criterion, level, status } = view;
  const tests: Test[] = [];
  if (ministry !== null) {
    const id = organisations.get(ministry)?.subjectId;
    tests.push(({ procedure }) => procedure.ministry !== null && procedure.ministry.subjectId === id);
  }
  if (organisation !== null) {
    const id = organisations.get(organisation)?.subjectId;
    tests.push(({ owners }) => id !== undefined && owners.has(id));
  }
  if (audience !== null) tests.push(({ procedure }) => procedure.audiences.includes(audience));
  if (lifeEvent !== null) tests.push(({ procedure }) => procedure.lifeEvents.includes(lifeEvent));
  if ((criterion ?? level ?? status) !== null) tests.push((entry) => hasResult(entry, view));
  return tests;
}

/** A criterion alone keeps what has a level for it. */
function hasResult({ published }: DirectoryEntry, view: ProcedureFilters): boolean {
  if (published === null) return false;
  const { criterion, level, status } = view;
  const meets = (result: PublishedResult) =>
    (level === null || result.level === level) && (status === null || result.status === status);
  if (criterion === null) return Object.values(published.results).some(meets);
  const result = published.results[criterion];
  if (result === undefined) return false;
  return level === null && status === null ? result.level !== 'none' : meets(result);
}

function sortEntries(
  entries: readonly DirectoryEntry[],
  { by, descending }: ProcedureSort,
): DirectoryEntry[] {
  const sign = descending ? -1 : 1;
  const keyed = entries.map((entry) => ({ entry, key: sortKey(entry, by) }));
  return keyed
    .sort((a, b) => compareKeys(a.key, b.key, sign) || byName.compare(nameOf(a.entry), nameOf(b.entry)))
    .map(({ entry }) => entry);
}

const byName = new Intl.Collator('fr');
const nameOf = ({ procedure }: DirectoryEntry) => procedure.name;

type SortKey = number | string | null;

function sortKey({ procedure, published }: DirectoryEntry, by: ProcedureSort['by']): SortKey {
  if (by === 'name') return procedure.name;
  if (by === 'organisation') return procedure.organisation?.acronym ?? procedure.organisation?.name ?? null;
  if (by === 'volume') return published && volumeOf(published);
  return resultKey(published?.results[by]);
}

/** How often it is done in a year: in all ways, or online where nothing else is known. */
export function volumeOf(published: { volume_total: number | null; volume_online: number | null }) {
  return published.volume_total ?? published.volume_online;
}

/** Words rank by their level, the best the highest. An implausible value ranks nothing. */
function resultKey(result: PublishedResult | undefined): SortKey {
  if (result === undefined || result.status === 'suspect') return null;
  if (typeof result.value !== 'string') return result.value;
  return `${LEVELS.length - LEVELS.indexOf(result.level)} ${result.value}`;
}

function compareKeys(a: SortKey, b: SortKey, sign: 1 | -1): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (typeof a === 'number' && typeof b === 'number') return sign * (a - b);
  return sign * byName.compare(String(a), String(b));
}

/** The criteria of the list's own columns, then those that a view asks to see. */
export function shownCriteria(view: ProcedureView): CriterionId[] {
  const asked = [view.criterion, CRITERIA.find((id) => id === view.sort?.by) ?? null];
  return [...new Set([...LISTED_CRITERIA, ...asked.filter((id) => id !== null)])];
}

/** The criteria that each row of the list shows. */
export const LISTED_CRITERIA = [
  'online',
  'satisfaction',
  'accessibility',
  'availability',
] as const satisfies CriterionId[];
