/** The address of the list of sites: which of them, which page. */
import { z } from 'zod';
import { holdsWords } from '../core/text.ts';
import { parseQuery, textParameter } from './query.ts';
import type { ListedSite, SiteList } from './site-figures.ts';
import { withQuery } from './urls.ts';

export const SITE_PARAMETERS = {
  search: 'q',
  network: 'reseau',
  organisation: 'administration',
  page: 'page',
} as const;

export type SiteListView = {
  readonly search: string | null;
  /** Name of a network. */
  readonly network: string | null;
  /** Slug of an organisation, which takes those below it. */
  readonly organisation: string | null;
  /** From 1. */
  readonly page: number;
};

/** The whole list. */
export const EVERY_SITE: SiteListView = { search: null, network: null, organisation: null, page: 1 };

/**
 * The list that an address asks for; parameters that are not ours are left alone.
 * @throws VigieError InvalidInput naming each parameter that has no such value
 */
export function parseSiteView(
  parameters: Readonly<Record<string, string>>,
  { networks, sites }: SiteList,
): SiteListView {
  const query = z.object({
    q: textParameter,
    reseau: textParameter.pipe(z.enum(networks.map(({ name }) => name)).nullable()),
    administration: textParameter.pipe(
      z.enum(sites.flatMap(({ owners }) => owners.map(({ slug }) => slug))).nullable(),
    ),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
  });
  const { q, reseau, administration, page } = parseQuery(query, parameters);
  return { search: q, network: reseau, organisation: administration, page };
}

/** The address of a view of the list at `address`. */
export function siteListAddress(address: string, view: SiteListView): string {
  const { search, network, organisation, page } = view;
  return withQuery(address, {
    [SITE_PARAMETERS.search]: search ?? undefined,
    [SITE_PARAMETERS.network]: network ?? undefined,
    [SITE_PARAMETERS.organisation]: organisation ?? undefined,
    [SITE_PARAMETERS.page]: page === 1 ? undefined : page,
  });
}

/** The sites that a view keeps: by words of their name, place or organisation, and by network. */
export function selectSites(
  { sites }: SiteList,
  { search, network, organisation }: SiteListView,
): ListedSite[] {
  const isFound = holdsWords(search ?? '');
  return sites.filter(
    ({ site, owners }) =>
      (network === null || site.network === network) &&
      (organisation === null || owners.some(({ slug }) => slug === organisation)) &&
      isFound(
        [site.name, site.postcode, site.municipality, site.organisation?.name, site.network]
          .filter((text) => text)
          .join(' '),
      ),
  );
}
