/** What search engines and readers of feeds are told of the site, against what its own links reach. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fixedClock } from '../src/core/clock.ts';
import { beginDemonstration } from '../src/core/demonstration.sql.ts';
import type { App } from '../src/core/http/context.ts';
import { openData } from '../src/web/open-data/routes.ts';
import { publicSite } from '../src/web/public/routes.ts';
import { createApp } from '../src/web/server.ts';
import { inLocale, localeOf } from '../src/web/urls.ts';
import { openBrowser, type TestBrowser } from './support/browser.ts';
import { testDatabase } from './support/database.ts';
import { appOptions } from './support/http.ts';
import { publishJourneyEditions } from './support/journey-editions.ts';
import { parseXml, type XmlNode } from './support/xml.ts';

const ORIGIN = 'http://vigie.test';

let app: App;
let browser: TestBrowser;
let document: { fault: string | null; root: XmlNode };
before(async () => {
  const db = await testDatabase();
  await publishJourneyEditions(db);
  app = createApp(appOptions(db, [publicSite, openData]));
  browser = await openBrowser();
  const page = await browser.page({ width: 360 });
  document = await parseXml(page, await (await app.request('/sitemap.xml')).text());
});
after(() => browser.close());

const textOf = ({ children }: XmlNode, name: string) => children.find((child) => child.name === name)?.text;

/** Canonical paths of all the pages that links without parameters reach. */
async function crawl(): Promise<Set<string>> {
  const canonical = new Set<string>();
  const asked = new Set(['/', '/en']);
  for (const path of asked) {
    const answer = await app.request(path);
    const { status } = answer;
    assert.ok(status < 400, `${path} answers ${status}`);
    const moved = answer.headers.get('location');
    if (moved !== null) asked.add(moved.replace(/[?#].*$/, ''));
    if (status !== 200 || !answer.headers.get('content-type')?.startsWith('text/html')) continue;
    const text = await answer.text();
    const [, address = ''] = /<link rel="canonical" href="http:\/\/vigie\.test([^"]*)"/.exec(text) ?? [];
    canonical.add(address);
    for (const [, href = ''] of text.matchAll(/<a [^>]*?href="(\/[^"?#]*)/g)) asked.add(href);
  }
  return canonical;
}

test('the sitemap is well-formed, and holds each page once in each language with the others', () => {
  const { fault, root } = document;
  assert.equal(fault, null);
  assert.equal(root.name, 'urlset');
  assert.equal(root.namespace, 'http://www.sitemaps.org/schemas/sitemap/0.9');
  const places = root.children.map((url) => textOf(url, 'loc') ?? '');
  assert.equal(new Set(places).size, places.length);
  for (const url of root.children) {
    const path = (textOf(url, 'loc') ?? '').slice(ORIGIN.length);
    const alternates = url.children.filter(({ name }) => name === 'xhtml:link');
    assert.deepEqual(
      alternates.map(({ attributes }) => [attributes.hreflang, attributes.href]),
      (['fr', 'en'] as const).map((locale) => [locale, ORIGIN + inLocale(path, locale)]),
    );
    const changed = textOf(url, 'lastmod');
    assert.ok(changed === undefined || !Number.isNaN(Date.parse(changed)), path);
  }
});

test('the sitemap holds exactly the pages that links reach, at their canonical addresses', async () => {
  const told = new Set(document.root.children.map((url) => (textOf(url, 'loc') ?? '').slice(ORIGIN.length)));
  const reached = await crawl();
  assert.deepEqual(
    { unreached: [...told.difference(reached)], untold: [...reached.difference(told)] },
    { unreached: [], untold: [] },
  );
  assert.ok([...told].some((path) => localeOf(path) === 'en'));
});

test('the feeds that pages announce are well-formed; that of corrections tells the one of this site', async () => {
  const page = await browser.page({ width: 360 });
  for (const prefix of ['', '/en']) {
    const entries: Record<string, number> = {};
    for (const kind of ['editions', 'corrections']) {
      const answer = await app.request(`${prefix}/${kind}.atom`);
      assert.match(answer.headers.get('content-type') ?? '', /^application\/atom\+xml/);
      const { fault, root } = await parseXml(page, await answer.text());
      assert.equal(fault, null);
      const told = root.children.filter(({ name }) => name === 'entry');
      assert.equal(new Set(told.map((entry) => textOf(entry, 'id'))).size, told.length);
      entries[kind] = told.length;
    }
    assert.equal(entries.corrections, 1);
    assert.ok((entries.editions ?? 0) > 5);
  }
});

test('robots are told of the sitemap; of a demonstration they are told nothing', async () => {
  assert.equal(
    await (await app.request('/robots.txt')).text(),
    `User-agent: *\nDisallow:\nSitemap: ${ORIGIN}/sitemap.xml\n`,
  );
  const db = await testDatabase();
  const { now } = fixedClock('2026-01-01T00:00:00Z');
  await db.transaction((tx) => beginDemonstration(tx, now()));
  const demonstration = createApp(appOptions(db, [publicSite, openData]));
  assert.match(await (await demonstration.request('/robots.txt')).text(), /^Disallow: \/$/m);
  assert.doesNotMatch(await (await demonstration.request('/sitemap.xml')).text(), /<url>/);
});
