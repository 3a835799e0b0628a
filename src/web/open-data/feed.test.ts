import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { openBrowser, type TestBrowser } from '../../../test/support/browser.ts';
import { LOCALES } from '../i18n/index.ts';
import { atomFeed, type FeedEntry, type FeedKind, revisionsOf } from './feed.ts';

let browser: TestBrowser;
let page: Page;
before(async () => {
  browser = await openBrowser();
  page = await browser.page({ width: 360 });
});
after(() => browser.close());

type Entry = { id: string; title: string; updated: string; summary: string; author: string; href: string };
type Parsed = { fault: string | null; namespace: string; id: string; updated: string; entries: Entry[] };

/** What is asked of a document parsed by the browser; the types of the web are not loaded here. */
declare const DOMParser: new () => {
  parseFromString(text: string, type: string): XmlElement & { documentElement: XmlElement };
};
type XmlElement = {
  namespaceURI: string;
  textContent: string;
  querySelector(selector: string): XmlElement | null;
  querySelectorAll(selector: string): Iterable<XmlElement>;
  getAttribute(name: string): string | null;
};

/** The feed as a strict XML parser reads it. */
function parse(text: string): Promise<Parsed> {
  return page.evaluate((document) => {
    const xml = new DOMParser().parseFromString(document, 'application/xml');
    const told = (element: XmlElement, name: string) => element.querySelector(name)?.textContent ?? '';
    return {
      fault: xml.querySelector('parsererror')?.textContent ?? null,
      namespace: xml.documentElement.namespaceURI,
      id: told(xml, 'feed > id'),
      updated: told(xml, 'feed > updated'),
      entries: [...xml.querySelectorAll('feed > entry')].map((entry) => ({
        id: told(entry, 'id'),
        title: told(entry, 'title'),
        updated: told(entry, 'updated'),
        summary: told(entry, 'summary'),
        author: told(entry, 'author > name'),
        href: entry.querySelector('link')?.getAttribute('href') ?? '',
      })),
    };
  }, text);
}

const FIRST: FeedEntry = {
  edition: '2025-10',
  label: 'Octobre 2025',
  revision: 1,
  publishedAt: new Date('2025-10-15T00:00:00Z'),
  author: 'import',
  reconstructed: false,
  correction: null,
};
const SECOND: FeedEntry = {
  ...FIRST,
  revision: 2,
  publishedAt: new Date('2025-11-02T09:30:00Z'),
  author: 'Cellule de mesure',
  correction: { reason: 'Une ligne était décalée.', differences: 3 },
};
const ORIGIN = 'https://vigie.example';
const feedOf = async (
  entries: readonly FeedEntry[],
  locale: 'fr' | 'en' = 'fr',
  kind: FeedKind = 'editions',
) => parse(String(await atomFeed(kind, locale, ORIGIN, entries)));

test('an entry a revision: publications, and corrections with their reason and how much they change', async () => {
  const feed = await feedOf([SECOND, FIRST]);
  assert.equal(feed.fault, null);
  assert.equal(feed.namespace, 'http://www.w3.org/2005/Atom');
  assert.equal(feed.id, `${ORIGIN}/editions.atom`);
  assert.equal(feed.updated, '2025-11-02T09:30:00.000Z');
  assert.deepEqual(
    feed.entries.map(({ id, href, updated, author }) => ({ id, href, updated, author })),
    [SECOND, { ...FIRST, author: 'import automatique' }].map(({ revision, publishedAt, author }) => ({
      id: `${ORIGIN}/editions/2025-10/revisions/${revision}`,
      href: `${ORIGIN}/editions/2025-10/revisions/${revision}`,
      updated: publishedAt.toISOString(),
      author,
    })),
  );
  assert.equal(feed.entries[0]?.summary, '3\u00a0différences. Motif\u00a0: Une ligne était décalée.');
  assert.equal(feed.entries[1]?.summary, 'L’édition Octobre 2025 est publiée.');
});

test('a reconstructed edition is never said to be published', async () => {
  const { entries } = await feedOf([{ ...FIRST, reconstructed: true }]);
  assert.equal(entries[0]?.title, 'Édition Octobre 2025\u00a0: reconstitution');
  assert.match(entries[0]?.summary ?? '', /reconstituée.*n’a pas été publiée/);
});

test('each language has its feed, and one without entries is still one', async () => {
  for (const locale of LOCALES) {
    const feed = await feedOf([], locale);
    assert.equal(feed.fault, null);
    assert.match(feed.id, locale === 'fr' ? /example\/editions\.atom$/ : /\/en\/editions\.atom$/);
    assert.match(feed.updated, /^1970-/);
  }
});

test('a feed tells the last hundred revisions, that of corrections none of the first ones', () => {
  const revisions = Array.from({ length: 250 }, (_, at) => ({ at, reason: at % 2 === 0 ? null : 'why' }));
  assert.deepEqual(
    revisionsOf('editions', revisions).map(({ at }) => at),
    Array.from({ length: 100 }, (_, at) => at),
  );
  assert.deepEqual(
    revisionsOf('corrections', revisions).map(({ at }) => at),
    Array.from({ length: 100 }, (_, at) => 2 * at + 1),
  );
});

test('the feed of corrections has its own name and address, in each language', async () => {
  for (const locale of LOCALES) {
    const feed = await feedOf([SECOND], locale, 'corrections');
    assert.equal(feed.fault, null);
    assert.equal(feed.id, `${ORIGIN}${locale === 'fr' ? '' : '/en'}/corrections.atom`);
    assert.equal(feed.entries.length, 1);
  }
});

test('hostile words come out as they went in, less what XML cannot hold', async () => {
  const label = `]]> <script>&amp;"'</title> é\u0001\u0008\u000b\ufffe\ud800 🏛️`;
  const kept = `]]> <script>&amp;"'</title> é\ufffd 🏛️`;
  const { fault, entries } = await feedOf([
    { ...SECOND, label, author: label, correction: { reason: label, differences: 1 } },
  ]);
  assert.equal(fault, null);
  assert.equal(entries.length, 1);
  assert.equal(entries[0]?.author, kept);
  assert.ok(entries[0]?.title.includes(kept));
  assert.ok(entries[0]?.summary.includes(kept));
});
