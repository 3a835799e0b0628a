import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import fc from 'fast-check';
import { listOrganisations, listProcedures } from '../src/catalogue/index.ts';
import { readCsv } from '../src/core/csv.ts';
import type { App } from '../src/core/http/context.ts';
import { guardKindOf } from '../src/core/http/guard.ts';
import { readRegistry } from '../src/feedback/index.ts';
import { buttonImages } from '../src/web/button-images.ts';
import { COMPARISON_PARAMETERS } from '../src/web/comparison-query.ts';
import { PARAMETERS } from '../src/web/edition-query.ts';
import { openData } from '../src/web/open-data/routes.ts';
import { COMPARING } from '../src/web/public/editions.page.ts';
import { publicSite } from '../src/web/public/routes.ts';
import { createApp } from '../src/web/server.ts';
import { localeOf } from '../src/web/urls.ts';
import { testDatabase } from './support/database.ts';
import { htmlErrors } from './support/html.ts';
import { appOptions } from './support/http.ts';
import { EARLIER_EDITION, LATEST_EDITION, publishJourneyEditions } from './support/journey-editions.ts';
import { PAGE_KINDS } from './support/journey-pages.ts';
import { TOLD_SITE } from './support/journey-places.ts';
import { TOLD_SURVEY } from './support/surveys.ts';

let app: App;
/** What a parameter may be, by what stands before it in the address. */
let samples: Readonly<Record<string, string>>;
let logged: string[];

before(async () => {
  const db = await testDatabase();
  await publishJourneyEditions(db);
  const images = buttonImages(() => readRegistry(db, new Date('2026-01-15T12:00:00Z')));
  const options = appOptions(db, [publicSite, openData, images]);
  app = createApp(options);
  logged = options.logged;
  const [procedure] = await listProcedures(db);
  const ref = `${procedure?.publicId}-${procedure?.slug}`;
  const [organisation] = await listOrganisations(db);
  samples = {
    demarches: ref,
    administrations: organisation?.slug ?? '',
    criteres: 'satisfaction',
    editions: LATEST_EDITION,
    revisions: '1',
    comparaison: EARLIER_EDITION,
    methodologie: 'vde-2025',
    lieux: TOLD_SITE,
    usages: 'accounts',
    barometres: TOLD_SURVEY,
    usage: 'impots',
    boutons: `avis-1-fr.${'0'.repeat(16)}.svg`,
  };
});

/** An address that exists for a route pattern: each parameter replaced by a sample. */
function addressOf(pattern: string): string {
  const segments = pattern.split('/');
  const filled = segments.map((segment, index) => {
    const [, name = '', format = ''] = /^:(\w+)(?:\{.*?(\\\.(?:json|csv))?\})?$/.exec(segment) ?? [];
    if (name === '') return segment;
    const sample = samples[segments[index - 1] ?? ''];
    assert.ok(sample, `no sample for ${name} in ${pattern}; add one to this test`);
    return `${sample}${format.replace('\\', '')}`;
  });
  return filled.join('/');
}

/** The routes that answer, without the middlewares. */
function routes() {
  return app.routes.filter(({ method }) => method !== 'ALL');
}

/** The routes for programs that hold a token, and for nobody else. */
function programRoutes() {
  return routes().filter(({ handler }) => guardKindOf(handler) === 'program');
}

const getAddresses = () => {
  const closed = new Set(programRoutes().map(({ path }) => path));
  const open = routes().filter(({ method, path }) => method === 'GET' && !closed.has(path));
  return [...new Set(open.map(({ path }) => path))].map(addressOf);
};

test('every route states its guard', () => {
  const guarded = new Set(
    routes().flatMap(({ method, path, handler }) => (guardKindOf(handler) ? [`${method} ${path}`] : [])),
  );
  const unguarded = routes().filter(({ method, path }) => !guarded.has(`${method} ${path}`));
  assert.deepEqual(
    unguarded.map(({ path }) => path),
    [],
  );
  assert.ok(guarded.size > 20);
});

test('every route for programs refuses who has no token', async () => {
  for (const { method, path } of programRoutes()) {
    const answer = await app.request(addressOf(path), { method });
    assert.equal(answer.status, 401, `${method} ${path}`);
    assert.match(answer.headers.get('www-authenticate') ?? '', /^Bearer /);
  }
  assert.equal(programRoutes().length, 4);
});

test('every GET route answers, as valid HTML, JSON or CSV, in the language of its address', async () => {
  for (const address of getAddresses()) {
    const answer = await app.request(address);
    const body = await answer.text();
    assert.equal(answer.status, 200, `${address} ${body.slice(0, 300)}`);
    const type = answer.headers.get('content-type') ?? '';
    if (type.startsWith('text/html')) {
      assert.deepEqual(await htmlErrors(body), [], address);
      assert.match(body, new RegExp(`<html lang="${localeOf(address)}">`), address);
    }
    if (type.startsWith('application/json')) JSON.parse(body);
    if (type.startsWith('text/csv')) readCsv(Buffer.from(body));
  }
});

test('every page of the public site is of a kind that the journeys visit', async () => {
  const visited = Object.values(PAGE_KINDS).flatMap(({ paths }) => paths);
  const unvisited: string[] = [];
  for (const { method, path } of routes()) {
    const answer = method === 'GET' ? await app.request(addressOf(path)) : null;
    if (!answer?.headers.get('content-type')?.startsWith('text/html')) continue;
    const pattern = new RegExp(
      `^${path.replaceAll(/:\w+(?:\{(.*?)\}(?=\/|$))?/g, (_, form) => form ?? '[^/]+')}$`,
    );
    if (!visited.some((one) => pattern.test(one.replace(/\?.*$/, '')))) unvisited.push(path);
  }
  assert.deepEqual(unvisited, []);
});

test('every link to the site leads somewhere', async () => {
  const links = new Map<string, string>();
  for (const address of getAddresses()) {
    const answer = await app.request(address);
    if (!answer.headers.get('content-type')?.startsWith('text/html')) continue;
    for (const [, href = ''] of (await answer.text()).matchAll(/(?:href|src|action)="(\/[^"#]*)/g)) {
      links.set(href.replaceAll('&amp;', '&'), address);
    }
  }
  assert.ok(links.size > 10);
  for (const [href, page] of links) {
    const { status } = await app.request(href);
    assert.ok(status < 400, `${page} links ${href}, which answers ${status}`);
  }
});

test('every link to a part of a page finds that part', async () => {
  const links = new Map<string, string>();
  for (const address of getAddresses()) {
    const answer = await app.request(address);
    if (!answer.headers.get('content-type')?.startsWith('text/html')) continue;
    const { pathname } = new URL(address, 'http://vigie.test');
    // The links of samples lead nowhere.
    if (pathname.endsWith('/composants')) continue;
    for (const [, path = '', part = ''] of (await answer.text()).matchAll(
      /(?:href|action)="((?:\/[^"#]*)?)#([^"]+)"/g,
    )) {
      links.set(`${(path || pathname).replaceAll('&amp;', '&')}#${part}`, address);
    }
  }
  assert.ok(links.size > 20);
  for (const [link, page] of links) {
    const [path = '', part = ''] = link.split('#');
    const text = await (await app.request(path)).text();
    assert.ok(text.includes(` id="${part}"`), `${page} links ${link}, which has no such part`);
  }
});

test('an error page is valid HTML in both languages', async () => {
  for (const address of ['/nothing', '/en/nothing', '/en/%zz']) {
    const answer = await app.request(address, { headers: { accept: 'text/html' } });
    assert.deepEqual(await htmlErrors(await answer.text()), [], address);
  }
});

const junkText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.integer().map(String),
  fc.constantFrom(
    "'",
    '"><script>',
    '..',
    '../..',
    '%',
    '%00',
    '%ff',
    '%E0%A4%A',
    '-1',
    '1e999',
    '9'.repeat(40),
    'a'.repeat(3_000),
    '__proto__',
    'constructor',
    'x.json',
    '.csv',
    '2025-10.json.csv',
    '\u0000',
    '\ufffd',
    '🏛️',
  ),
);
/** Junk as a client may send it: encoded, or as it is where an address can hold it. */
const junk = fc
  .tuple(junkText, fc.boolean())
  .map(([text, encoded]) => (encoded ? encode(text) : text.replace(/[^!-~]|[#?]/g, '')));
const encode = (text: string) => encodeURIComponent(text.toWellFormed());
const queryName = fc.oneof(
  fc.constantFrom(...Object.values({ ...PARAMETERS, ...COMPARISON_PARAMETERS, ...COMPARING })),
  junk,
);
const query = fc
  .array(fc.tuple(queryName, junk), { maxLength: 4 })
  .map((pairs) => pairs.map(([name, value]) => `${name}=${value}`).join('&'));
const method = fc.constantFrom(
  ...Array<string>(12).fill('GET'),
  'HEAD',
  'POST',
  'PUT',
  'DELETE',
  'OPTIONS',
  'PROPFIND',
);
const accept = fc.constantFrom('text/html', 'application/json', '*/*', ';;;', '');

/** The address of a route with junk in place of some of its segments, or junk altogether. */
const junkAddress = (patterns: readonly string[]) =>
  fc.oneof(
    fc
      .tuple(fc.constantFrom(...patterns), fc.array(fc.option(junk), { minLength: 8, maxLength: 8 }))
      .map(([address, parts]) =>
        address.replace(/[^/]+/g, (segment, at: number) => parts[at % parts.length] ?? segment),
      ),
    fc.array(junk, { maxLength: 5 }).map((parts) => `/${parts.join('/')}`),
    fc.constantFrom(...patterns),
  );

test('junk is never answered by a defect', async () => {
  const address = junkAddress(getAddresses());
  await fc.assert(
    fc.asyncProperty(address, query, method, accept, async (path, search, verb, accepted) => {
      const { status } = await app.request(`http://vigie.test${path}?${search}`, {
        method: verb,
        headers: { accept: accepted },
      });
      assert.ok(status < 500, `${verb} ${path}?${search} answers ${status}`);
    }),
    { numRuns: 500 },
  );
  const defects = logged.filter((line) => JSON.parse(line).level === 'error');
  assert.deepEqual(defects, []);
});
