/** What is published, as Atom feeds (RFC 4287): an entry a revision of an edition, publications and corrections. */

import type { RevisionSummary } from '../../editions/index.ts';
import { authorText } from '../authors.ts';
import { type Html, html } from '../design/index.ts';
import { type Locale, type Localisation, localisation } from '../i18n/index.ts';
import { urlsIn } from '../urls.ts';

/** A published revision as the feed tells it. */
export type FeedEntry = {
  readonly edition: string;
  readonly label: string;
  readonly revision: number;
  readonly publishedAt: Date;
  readonly author: string;
  /** Computed afterwards, and so not published in its time. */
  readonly reconstructed: boolean;
  /** Why it was corrected, and in how many places; null for a first publication. */
  readonly correction: { readonly reason: string; readonly differences: number } | null;
};

/** A feed without entries has no last change: RFC 4287 §4.1.1 asks for one all the same. */
const NEVER = new Date(0);

/** Entries of a feed at most: a reader of editions that asks once a year misses none. */
export const MOST_ENTRIES = 100;

export const ATOM = 'application/atom+xml; charset=utf-8';

/** What a feed is, whatever it tells. */
export type AtomDocument = {
  readonly title: string;
  /** Whole addresses: of the feed, which is its id, and of the page that tells the same. */
  readonly address: string;
  readonly page: string;
  /** Null of a feed without entries. */
  readonly updated: Date | null;
  readonly entries: readonly Html[];
};

/** A feed in one language, written by the site. */
export function atomDocument(
  { locale, messages }: Localisation,
  { title, address, page, updated, entries }: AtomDocument,
): Html {
  return html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}">
<id>${address}</id>
<title>${title}</title>
<updated>${(updated ?? NEVER).toISOString()}</updated>
<link rel="self" type="application/atom+xml" href="${address}"/>
<link rel="alternate" type="text/html" href="${page}"/>
<author><name>${messages.shell.siteName}</name></author>
${entries}</feed>
`;
}

/** Which revisions a feed tells: all, or corrections alone. */
export const FEEDS = ['editions', 'corrections'] as const;
export type FeedKind = (typeof FEEDS)[number];

/** The revisions that a feed tells, in the order given. */
export function revisionsOf<Revision extends Pick<RevisionSummary, 'reason'>>(
  kind: FeedKind,
  revisions: readonly Revision[],
): Revision[] {
  return revisions.filter(({ reason }) => kind === 'editions' || reason !== null).slice(0, MOST_ENTRIES);
}

/**
 * A feed in one language. The id of an entry is the address of its revision, which holds for ever.
 *
 * @param origin scheme, host and port of the site, without a final slash
 * @param entries the last published first
 */
export function atomFeed(
  kind: FeedKind,
  locale: Locale,
  origin: string,
  entries: readonly FeedEntry[],
): Html {
  const l = localisation(locale);
  const urls = urlsIn(locale);
  const { feed: words } = l.messages;
  const [title, path] =
    kind === 'editions'
      ? [words.title, urls.editionsFeed()]
      : [words.correctionsTitle, urls.correctionsFeed()];
  return atomDocument(l, {
    title,
    address: `${origin}${path}`,
    page: `${origin}${urls.editions()}`,
    updated: entries[0]?.publishedAt ?? null,
    entries: entries.map((entry) => {
      const revision = `${origin}${urls.editionRevision(entry.edition, entry.revision)}`;
      return html`<entry>
<id>${revision}</id>
<title>${characters(titleOf(locale, entry))}</title>
<updated>${entry.publishedAt.toISOString()}</updated>
<link rel="alternate" type="text/html" href="${revision}"/>
<author><name>${characters(authorText(l, entry.author))}</name></author>
<summary>${characters(summaryOf(locale, entry))}</summary>
</entry>
`;
    }),
  });
}

function titleOf(locale: Locale, { label, revision, reconstructed, correction }: FeedEntry): string {
  const l = localisation(locale);
  const words = l.messages.feed;
  if (correction !== null) return words.corrected(label, l.number(revision));
  return reconstructed ? words.reconstructed(label) : words.published(label);
}

function summaryOf(locale: Locale, { label, reconstructed, correction }: FeedEntry): string {
  const words = localisation(locale).messages.feed;
  if (correction !== null) return words.correctedSummary(correction.reason, correction.differences);
  return reconstructed ? words.reconstructedSummary(label) : words.publishedSummary(label);
}

/** Text without what XML cannot hold, even escaped (XML 1.0 §2.2): control characters, half of a pair, noncharacters. */
export function characters(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is left out
  return text.toWellFormed().replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
}
