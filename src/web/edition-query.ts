/** The address of an edition's table: which procedures, in what order. Parsed at the door, written back in links. */
import { z } from 'zod';
import { VigieError } from '../core/errors.ts';
import { CRITERIA, type CriterionId, findCriterion, getMethodology, LEVELS } from '../criteria/index.ts';
import type { EditionSort, EditionView } from '../editions/index.ts';
import { choiceParameter, parseQuery, sortParameter, textParameter } from './query.ts';
import { withQuery } from './urls.ts';

/** Names of the parameters, as readers see them in the address. */
export const PARAMETERS = {
  search: 'q',
  ministry: 'ministere',
  audience: 'usagers',
  criterion: 'critere',
  level: 'niveau',
  sort: 'tri',
} as const;

const SORTS = { nom: 'name', administration: 'organisation', volume: 'volume' } as const;
const SORT_NAMES = Object.fromEntries(Object.entries(SORTS).map(([name, by]) => [by, name]));

const query = z.object({
  q: textParameter,
  ministere: textParameter,
  usagers: textParameter,
  critere: choiceParameter(CRITERIA),
  niveau: choiceParameter(LEVELS),
  tri: sortParameter([...Object.keys(SORTS), ...CRITERIA]),
});

/**
 * The view that an address asks for; parameters that are not ours are left alone.
 * @throws VigieError InvalidInput naming each parameter that has no such value
 */
export function parseEditionQuery(parameters: Readonly<Record<string, string>>): EditionView {
  const { q, ministere, usagers, critere, niveau, tri } = parseQuery(query, parameters);
  return {
    search: q,
    ministry: ministere,
    audience: usagers,
    criterion: critere,
    level: niveau,
    sort: parseSort(tri),
  };
}

function parseSort(name: string | null): EditionSort {
  if (name === null) return { by: 'file', descending: false };
  const bare = name.replace(/^-/, '');
  const by = SORTS[bare as keyof typeof SORTS] ?? CRITERIA.find((criterion) => criterion === bare) ?? 'file';
  return { by, descending: name.startsWith('-') };
}

/**
 * Refuses a criterion that none of the methodologies of a page has: another answer in its place would mislead.
 * @throws VigieError InvalidInput naming the parameter
 */
export function requireCriterion(
  criterion: CriterionId | null,
  methodologies: readonly string[],
  parameter: string = PARAMETERS.criterion,
): void {
  if (criterion === null) return;
  if (methodologies.some((id) => findCriterion(getMethodology(id), criterion) !== null)) return;
  throw new VigieError('InvalidInput', 'The methodology has no such criterion.', [
    { path: parameter, message: 'not a criterion of this methodology; choose one in the form' },
  ]);
}

/** The parameters of a view, as an address carries them; what it does not ask for is absent. */
export function editionParameters(view: EditionView): Record<string, string> {
  const { by, descending } = view.sort;
  const sort = by === 'file' ? null : `${descending ? '-' : ''}${SORT_NAMES[by] ?? by}`;
  const all = {
    q: view.search,
    ministere: view.ministry,
    usagers: view.audience,
    critere: view.criterion,
    niveau: view.level,
    tri: sort,
  };
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  );
}

/** The address of a view of the edition at `address`. */
export function viewAddress(address: string, view: EditionView): string {
  return withQuery(address, editionParameters(view));
}
