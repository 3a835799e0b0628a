/** The page of any error, in the language of the address that was asked, with where to go from there. */
import type { Queryable } from '../core/database.ts';
import { METHOD_NOT_ALLOWED, type ShownError } from '../core/http/errors.ts';
import { type EditionSummary, listEditions } from '../editions/index.ts';
import { OTHER_ORGANISATIONS, SAME_EDITION } from './comparison-query.ts';
import {
  externalLink,
  type Html,
  html,
  httpAddress,
  linkLine,
  mailLink,
  type PageContent,
  page,
  searchField,
} from './design/index.ts';
import { type Locale, type Localisation, localisation } from './i18n/index.ts';
import type { PageContext } from './page-context.ts';
import { type Moment, type Place, siteShell, visitOf } from './shell.ts';
import { inLocale, localeOf, urlsIn } from './urls.ts';

/** The page needs nothing of the store: what cannot be read of it is left out. */
export async function renderErrorPage(
  error: ShownError,
  place: Place & Moment & { readonly db: Queryable },
): Promise<string> {
  const l = localisation(localeOf(error.path));
  const urls = urlsIn(l.locale);
  const context = { l, urls };
  const words = l.messages.errors;
  const sought = soughtIn(context, error);
  const editions = sought?.kind === 'edition' ? await listEditions(place.db).catch(() => []) : [];
  const { title, remedy } = wordsOf(l, error, isMissing(sought, editions) ? sought.kind : null);
  const shell = siteShell(l, place);
  const isOurs = error.code === 'Internal' || error.code === 'Unavailable';
  const content: PageContent = {
    title,
    description: remedy,
    paths: { fr: sameAddress(error.path, 'fr'), en: sameAddress(error.path, 'en') },
    indexed: false,
    main: html`<h1>${title}</h1>
<p>${remedy}${isOurs ? ` ${words.nothingLost}` : ''}</p>
${faults(l, error)}
${error.fields.length === 0 ? '' : html`<p>${remedyLink(l, error)}</p>`}
${editionList(context, editions)}
${isOurs ? '' : searchField(l, { action: urls.procedures(), name: 'q', label: l.messages.home.searchProcedure, value: sought?.kind === 'procedure' ? searchWords(sought.segment) : '' })}
${linkLine(words.elsewhere, [{ href: urls.home(), label: words.backHome }, ...shell.navigation, { href: urls.help(), label: l.messages.shell.help }])}
<p class="note">${words.reference} <code>${error.requestId}</code></p>
${contactLine(l, place.operator.contact)}`,
  };
  // Nothing is asked of a store that does not answer: this page would make its reader wait for it once more.
  const isDemonstration = error.code === 'Unavailable' ? async () => false : place.isDemonstration;
  const visit = await visitOf(`${place.origin}${urls.home()}`, { ...place, isDemonstration });
  return (await page(l, shell, content, visit)).toString();
}

/** The address that was asked, in a language; the home page for one that browsers would take for another site's. */
function sameAddress(path: string, locale: Locale): string {
  const address = inLocale(path, locale);
  return /^\/(?![/\\])/.test(address) ? address : urlsIn(locale).home();
}

/** The segment of an address that leads nowhere which names a procedure or an edition, there or not. */
type Sought = {
  readonly kind: 'procedure' | 'edition';
  readonly segment: string;
  /** True when the address asks for nothing below it. */
  readonly isWhole: boolean;
};

function soughtIn({ urls }: PageContext, { code, path }: ShownError): Sought | null {
  if (code !== 'NotFound') return null;
  const kinds = { procedure: `${urls.procedures()}/`, edition: `${urls.editions()}/` } as const;
  for (const kind of ['procedure', 'edition'] as const) {
    if (!path.startsWith(kinds[kind])) continue;
    const [segment = '', ...below] = path.slice(kinds[kind].length).split('/');
    return { kind, segment: decoded(segment), isWhole: below.join('') === '' };
  }
  return null;
}

/** True when it is sure that what the address names does not exist. */
function isMissing(sought: Sought | null, editions: readonly EditionSummary[]): sought is Sought {
  if (sought?.kind === 'procedure') return sought.isWhole;
  return editions.length > 0 && !editions.some(({ slug }) => slug === sought?.segment);
}

function wordsOf(
  { messages: { errors } }: Localisation,
  { code, status }: ShownError,
  missing: Sought['kind'] | null,
): { title: string; remedy: string } {
  if (missing === 'edition') return errors.noEdition;
  if (missing === 'procedure') return errors.noProcedure;
  const kind = status === METHOD_NOT_ALLOWED ? 'MethodNotAllowed' : code;
  return { title: errors.titles[kind], remedy: errors.remedies[kind] };
}

/** Most characters of an address that are worth searching for. */
const LONGEST_SEARCH = 100;

/** The words that a segment is made of, its id apart: "carte grise" of `999-carte-grise`. */
function searchWords(segment: string): string {
  return segment
    .replaceAll(/[^\p{L}\p{N}’']+/gu, ' ')
    .replace(/^\s*[a-z]{0,8}\d+\b/, '')
    .trim()
    .slice(0, LONGEST_SEARCH)
    .toWellFormed();
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function editionList({ l, urls }: PageContext, editions: readonly EditionSummary[]): Html | '' {
  if (editions.length === 0) return '';
  return html`<h2 id="editions">${l.messages.errors.noEdition.list}</h2>
<ul aria-labelledby="editions">${editions.map(
    ({ slug, label, cutoffOn }) =>
      html`<li><a href="${urls.edition(slug)}">${l.messages.edition.title(label)}</a> – ${l.messages.edition.cutoffOn(l.day(cutoffOn))}</li>`,
  )}</ul>`;
}

function contactLine({ messages: { errors, texts } }: Localisation, contact: string | null): Html | '' {
  if (contact === null) return '';
  const link =
    httpAddress(contact) === undefined ? mailLink(contact) : externalLink(contact, texts.contact.form);
  return html`<p class="note">${errors.report} ${link}</p>`;
}

/** The faulty parameters by name; a machine is told more, in its own answer. */
function faults({ messages }: Localisation, { fields }: ShownError): Html | '' {
  if (fields.length === 0) return '';
  return html`<ul>${fields.map(
    ({ path, message }) => html`<li><code>${path}</code> ${faultText(messages, message)}</li>`,
  )}</ul>`;
}

function faultText({ comparing, organisations, errors }: Localisation['messages'], message: string): string {
  if (message === SAME_EDITION) return comparing.sameEdition;
  return message === OTHER_ORGANISATIONS ? organisations.comparison.choose : errors.unknownValue;
}

/** Where to go: the form that compares for one edition and itself, else the address without what it asks. */
function remedyLink({ locale, messages }: Localisation, { fields, path }: ShownError): Html {
  return fields.some(({ message }) => message === SAME_EDITION)
    ? html`<a href="${urlsIn(locale).editions()}#compare">${messages.comparing.title}</a>`
    : html`<a href="${path}">${messages.errors.withoutParameters}</a>`;
}
