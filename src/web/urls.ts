/**
 * Every address of the site, as a function (design §6). No page writes an address by hand. French is at the root,
 * English under `/en`; a page that shows data answers the same address with `.json` and `.csv`.
 */

import type { Locale } from './i18n/index.ts';

/** What the path of each locale starts with. */
export const LOCALE_PREFIXES: Readonly<Record<Locale, string>> = { fr: '', en: '/en' };

/** The list of all pages for search engines, the same for every language. */
export const SITEMAP = '/sitemap.xml';

/** Where the images of buttons are. */
export const BUTTON_IMAGES = '/boutons';

/** The image of buttons (button-image.ts): its name is that of its words, its hash that of the drawing. */
export function buttonImageAddress(name: string, hash: string): string {
  return `${BUTTON_IMAGES}/${encodeURIComponent(name)}.${hash}.svg`;
}

/** Where pages of services say that they were shown. */
export const VISITS = '/mesure';

/** The script that says it; its address never changes, for it stands in pages of others. */
export const VISIT_SCRIPT = `${VISITS}/mesure.js`;

/** The image that says that a page was shown, and its step; `view` for a page without step. */
export function visitImageAddress(counter: string, step: string): string {
  return `${VISITS}/${encodeURIComponent(counter)}/${encodeURIComponent(step)}.gif`;
}

/** Where programs send figures of usage. */
export const USAGE_API = '/api/v1/usage';

/** The figures of a dataset, after an id where it is given. */
export function usageAddress(dataset: string, after?: string): string {
  return withQuery(`${USAGE_API}/${encodeURIComponent(dataset)}`, { after });
}

/** A procedure as its address names it. */
export type ProcedureRef = { readonly publicId: string; readonly slug: string };

/** The addresses of the site in one language. Arguments are slugs and ids, encoded here. */
export function urlsIn(locale: Locale): Urls {
  return URLS[locale];
}

function makeUrls(locale: Locale) {
  const path = (...segments: string[]) => {
    const encoded = segments.map((segment) => `/${encodeURIComponent(segment)}`).join('');
    return `${LOCALE_PREFIXES[locale]}${encoded}` || '/';
  };
  const procedurePath = ({ publicId, slug }: ProcedureRef) => `${publicId}-${slug}`;
  return {
    home: () => path(),
    procedures: () => path('demarches'),
    procedure: (procedure: ProcedureRef) => path('demarches', procedurePath(procedure)),
    /** What its users say. */
    procedureReviews: (procedure: ProcedureRef) => path('demarches', procedurePath(procedure), 'avis'),
    /** How much it is used. */
    procedureUsage: (procedure: ProcedureRef) => path('demarches', procedurePath(procedure), 'usages'),
    /** Whether it answers, and did. */
    procedureAvailability: (procedure: ProcedureRef) =>
      path('demarches', procedurePath(procedure), 'disponibilite'),
    /** The reviews of all procedures together. */
    reviews: () => path('avis'),
    editions: () => path('editions'),
    edition: (slug: string) => path('editions', slug),
    editionManifest: (slug: string) => `${path('editions', slug)}/manifest.json`,
    editionRevision: (slug: string, revision: number) =>
      path('editions', slug, 'revisions', String(revision)),
    editionSummary: (slug: string) => path('editions', slug, 'synthese'),
    editionComparison: (slug: string, other: string) => path('editions', slug, 'comparaison', other),
    editionArticle: (slug: string) => path('editions', slug, 'article'),
    editionsFeed: () => `${path('editions')}.atom`,
    methodologies: () => path('methodologie'),
    methodology: (version: string) => path('methodologie', version),
    organisations: () => path('administrations'),
    organisation: (slug: string) => path('administrations', slug),
    organisationComparison: () => path('administrations', 'comparaison'),
    sites: () => path('lieux'),
    site: (slug: string) => path('lieux', slug),
    usages: () => path('usages'),
    usageCoverage: () => path('usages', 'couverture'),
    usage: (indicator: string) => path('usages', indicator),
    /** Which procedures answer now. */
    availability: () => path('disponibilite'),
    incidentsFeed: () => `${path('pannes')}.atom`,
    /** Who the robot is that asks for pages. */
    robot: () => path('sonde'),
    surveys: () => path('barometres'),
    survey: (slug: string) => path('barometres', slug),
    criteria: () => path('criteres'),
    criterion: (id: string) => path('criteres', id),
    correctionsFeed: () => `${path('corrections')}.atom`,
    data: () => path('donnees'),
    /** The file of usage to fill in. */
    usageTemplate: () => path('donnees', 'modele-usages.csv'),
    about: () => path('a-propos'),
    help: () => path('aide'),
    glossary: () => path('glossaire'),
    contact: () => path('contact'),
    legal: () => path('mentions-legales'),
    privacy: () => path('confidentialite'),
    sitePlan: () => path('plan-du-site'),
    accessibility: () => path('accessibilite'),
    components: () => path('composants'),
    /** The form of a button, opened anew. */
    form: (button: string) => path('avis', button),
    formQuestion: (button: string, question: string) => path('avis', button, question),
    formThanks: (button: string) => path('avis', button, 'merci'),
  };
}

export type Urls = ReturnType<typeof makeUrls>;

const URLS: Readonly<Record<Locale, Urls>> = { fr: makeUrls('fr'), en: makeUrls('en') };

/** The address of the same data as a file: `/editions/2025-10?x=1` becomes `/editions/2025-10.json?x=1`. */
export function asFormat(address: string, format: 'json' | 'csv'): string {
  const [path = '', query] = splitQuery(address);
  return `${path}.${format}${query}`;
}

/** The same address in another language, query included. */
export function inLocale(address: string, locale: Locale): string {
  const [path, query] = splitQuery(address);
  const bare = localeOf(path) === 'en' ? path.slice('/en'.length) : path;
  const localized = `${LOCALE_PREFIXES[locale]}${bare === '/' && locale !== 'fr' ? '' : bare}`;
  return `${localized || '/'}${query}`;
}

/** The language of an address, from its prefix. */
export function localeOf(address: string): Locale {
  return /^\/en(?:[/?]|$)/.test(address) ? 'en' : 'fr';
}

/** An address with parameters after those it has. */
export function withParameters(
  address: string,
  parameters: Readonly<Record<string, string | number>>,
): string {
  const [path, query] = splitQuery(address);
  const all = new URLSearchParams(query);
  for (const [name, value] of Object.entries(parameters)) all.set(name, String(value));
  return `${path}?${all}`;
}

/** An address with query parameters; those undefined or empty are left out. */
export function withQuery(
  address: string,
  parameters: Readonly<Record<string, string | number | undefined>>,
): string {
  const given = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters))
    if (value !== undefined && value !== '') given.append(name, String(value));
  return given.size === 0 ? address : `${address}?${given}`;
}

/** The public id and slug that the last segment of a procedure's address holds; undefined when it holds none. */
export function parseProcedureRef(segment: string): ProcedureRef | undefined {
  const match = /^([a-z]{0,8}[0-9]{1,12})(?:-(.*))?$/.exec(segment);
  return match?.[1] === undefined ? undefined : { publicId: match[1], slug: match[2] ?? '' };
}

function splitQuery(address: string): [path: string, query: string] {
  const at = address.indexOf('?');
  return at < 0 ? [address, ''] : [address.slice(0, at), address.slice(at)];
}
