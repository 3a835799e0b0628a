/** The addresses of organisations: which of a list and in what order, which side by side. */
import { z } from 'zod';
import type { Organisation } from '../catalogue/index.ts';
import { VigieError } from '../core/errors.ts';
import { holdsWords } from '../core/text.ts';
import { OTHER_ORGANISATIONS } from './comparison-query.ts';
import type { OrganisationList, ShownOrganisation } from './organisation-figures.ts';
import { choiceParameter, parseQuery, sortParameter, textParameter } from './query.ts';
import { withQuery } from './urls.ts';

/** The groups of levels that a reader can ask for: below ministries, levels are not always known. */
export const LEVEL_GROUPS = ['perimetre', 'ministere', 'administration'] as const;
export type LevelGroup = (typeof LEVEL_GROUPS)[number];

export function levelGroupOf({ level }: Pick<Organisation, 'level'>): LevelGroup {
  if (level === 'perimeter') return 'perimetre';
  return level === 'ministry' ? 'ministere' : 'administration';
}

/** What a list can be sorted by; without any it is a tree. */
export const ORGANISATION_SORTS = [
  'nom',
  'demarches',
  'edition',
  'online',
  'satisfaction',
  'accessibility',
  'date',
] as const;
export type OrganisationSort = (typeof ORGANISATION_SORTS)[number];

export type OrganisationListView = {
  readonly search: string;
  readonly group: LevelGroup | null;
  readonly sort: { readonly by: OrganisationSort; readonly descending: boolean } | null;
};

/** Names of the parameters, as readers see them in the address. */
export const LIST_PARAMETERS = { search: 'q', group: 'type', sort: 'tri' } as const;

const query = z.object({
  q: textParameter,
  type: choiceParameter(LEVEL_GROUPS),
  tri: sortParameter(ORGANISATION_SORTS),
});

/**
 * The list that an address asks for; parameters that are not ours are left alone.
 * @throws VigieError InvalidInput naming each parameter that has no such value
 */
export function parseListQuery(parameters: Readonly<Record<string, string>>): OrganisationListView {
  const { q, type, tri } = parseQuery(query, parameters);
  const by = ORGANISATION_SORTS.find((name) => name === tri?.replace(/^-/, ''));
  return {
    search: q ?? '',
    group: type,
    sort: by === undefined ? null : { by, descending: tri?.startsWith('-') === true },
  };
}

export function sortText(sort: OrganisationListView['sort']): string {
  return sort === null ? '' : `${sort.descending ? '-' : ''}${sort.by}`;
}

/** The address of a view of the list at `address`. */
export function listAddress(address: string, { search, group, sort }: OrganisationListView): string {
  return withQuery(address, { q: search, type: group ?? undefined, tri: sortText(sort) });
}

/** The organisations that a view keeps: as a tree, or sorted with what has no value last, whichever the direction. */
export function arrangeOrganisations(
  { rows }: OrganisationList,
  { search, group, sort }: OrganisationListView,
): ShownOrganisation[] {
  const isFound = holdsWords(search);
  const kept = rows.filter(
    ({ organisation }) =>
      (group === null || levelGroupOf(organisation) === group) &&
      isFound(`${organisation.name} ${organisation.acronym ?? ''}`),
  );
  if (sort === null) return kept;
  const keyed = kept.map((row) => ({ row, key: sortKey(row, sort.by) }));
  return keyed.sort((one, other) => compareKeys(one.key, other.key, sort.descending)).map(({ row }) => row);
}

const french = new Intl.Collator('fr');

function compareKeys(
  one: string | number | null,
  other: string | number | null,
  descending: boolean,
): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  const order =
    typeof one === 'number' && typeof other === 'number'
      ? one - other
      : french.compare(String(one), String(other));
  return descending ? -order : order;
}

function sortKey(row: ShownOrganisation, by: OrganisationSort): string | number | null {
  const { told, isCurrent } = row.figures;
  const aggregate = isCurrent ? told?.aggregate : undefined;
  if (by === 'nom') return row.organisation.name;
  if (by === 'demarches') return row.followed;
  if (by === 'edition') return aggregate?.procedures ?? 0;
  if (by === 'date') return lastDayOf(row);
  const share = by === 'online' ? aggregate?.online.by_number : aggregate?.criteria[by]?.reaching?.by_number;
  return share === undefined || share.procedures < FEWEST_SORTED ? null : share.value;
}

/** A share of fewer procedures is shown without percentage, and says nothing that organisations could be sorted by. */
const FEWEST_SORTED = 5;

/** The last day that a figure of an organisation speaks of; null when there is none. */
export function lastDayOf({ figures }: Pick<ShownOrganisation, 'figures'>): string | null {
  const days = figures.freshness.flatMap(({ latest_on }) => latest_on ?? []);
  return days.toSorted().at(-1) ?? null;
}

/** The parameter of the comparison, once an organisation. */
export const COMPARED = 'administration';
export const FEWEST_COMPARED = 2;
export const MOST_COMPARED = 6;

/**
 * The organisations that an address puts side by side, in its order, by their present or former slugs; null when it
 * names none.
 * @throws VigieError InvalidInput naming the parameter when one is unknown or repeated, or for one or more than six
 */
export async function parseCompared(
  values: readonly string[],
  find: (slug: string) => Promise<ShownOrganisation | null>,
): Promise<ShownOrganisation[] | null> {
  const slugs = values.filter((slug) => slug !== '');
  if (slugs.length === 0) return null;
  const refuse = (message: string) => {
    throw new VigieError('InvalidInput', 'Two to six different organisations are compared.', [
      { path: COMPARED, message },
    ]);
  };
  if (slugs.length < FEWEST_COMPARED) refuse(OTHER_ORGANISATIONS);
  if (slugs.length > MOST_COMPARED) refuse(OTHER_ORGANISATIONS);
  const found = await Promise.all(slugs.map(find));
  if (found.includes(null)) refuse('no such organisation; choose one in the form');
  const known = found.filter((one) => one !== null);
  if (new Set(known.map(({ organisation }) => organisation.subjectId)).size < known.length) {
    refuse(OTHER_ORGANISATIONS);
  }
  return known;
}
