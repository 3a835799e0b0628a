/** The pages of text: true whatever the settings, safe whatever they hold, and helpful when something fails. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { VigieError } from '../src/core/errors.ts';
import { guard } from '../src/core/http/guard.ts';
import { listGlossary } from '../src/web/glossary.ts';
import { LOCALES, type Locale, localisation } from '../src/web/i18n/index.ts';
import { openData } from '../src/web/open-data/routes.ts';
import { publicSite } from '../src/web/public/routes.ts';
import { type AppOptions, type Audience, createApp } from '../src/web/server.ts';
import { type Urls, urlsIn } from '../src/web/urls.ts';
import { type TestDatabase, testDatabase } from './support/database.ts';
import { htmlErrors } from './support/html.ts';
import { appOptions } from './support/http.ts';
import { LATEST_EDITION, publishJourneyEditions } from './support/journey-editions.ts';

const TEXT_PAGES = [
  'about',
  'help',
  'glossary',
  'contact',
  'legal',
  'privacy',
  'accessibility',
  'sitePlan',
  'data',
] as const satisfies (keyof Urls)[];

let empty: TestDatabase;
let filled: TestDatabase;
before(async () => {
  empty = await testDatabase();
  filled = await testDatabase();
  await publishJourneyEditions(filled);
});

const failing: Audience = (app) => {
  app.get('/en/defect', guard('public'), () => {
    throw new Error('a defect');
  });
  app.get('/en/down', guard('public'), () => {
    throw new VigieError('Unavailable', 'The store is down.');
  });
};

type Settings = Partial<AppOptions['config']>;

function siteOf(db: AppOptions['db'], settings: Settings = {}) {
  const options = appOptions(db, [publicSite, openData, failing]);
  const app = createApp({ ...options, config: { ...options.config, ...settings } });
  return {
    logged: options.logged,
    app,
    async page(path: string, status = 200, init: RequestInit = {}): Promise<string> {
      const answer = await app.request(path, { headers: { accept: 'text/html' }, ...init });
      assert.equal(answer.status, status, path);
      const text = await answer.text();
      assert.deepEqual(await htmlErrors(text), [], path);
      return text;
    },
  };
}

const STATED: Settings = {
  publisher: 'Direction des services numériques, 1 rue de l’Essai, 75000 Paris, 01 02 03 04 05',
  publicationDirector: 'Camille Exemple',
  hosting: 'Hébergeur d’essai, 2 rue de l’Essai',
  contact: 'vigie@essai.example',
};
const HOSTILE: Settings = {
  publisher: `"><script>alert(1)</script>`,
  publicationDirector: `</dd></dl><img src=x onerror=alert(1)>`,
  hosting: `'&amp;{}`,
  contact: 'javascript:alert(1)',
};

for (const locale of LOCALES) {
  const urls = urlsIn(locale);
  const { texts, errors } = localisation(locale).messages;

  test(`${locale}: every page of text is whole over an empty store and over a full one`, async () => {
    for (const db of [empty, filled]) {
      const site = siteOf(db);
      for (const name of TEXT_PAGES) {
        const text = await site.page(urls[name]());
        assert.equal(text.match(/<h1/g)?.length, 1, name);
        assert.match(text, new RegExp(`<html lang="${locale}">`), name);
      }
    }
  });

  test(`${locale}: what the settings do not state is said not to be stated, and nothing is invented`, async () => {
    const { page } = siteOf(empty);
    const legal = await page(urls.legal());
    assert.equal(legal.split(texts.legal.notStated).length - 1, 4);
    const contact = await page(urls.contact());
    assert.ok(contact.includes(plain(texts.contact.notStated)));
    for (const name of ['contact', 'legal', 'privacy', 'accessibility'] as const) {
      assert.doesNotMatch(await page(urls[name]()), /mailto:/, name);
    }
  });

  test(`${locale}: what the settings state is shown, with a way to write`, async () => {
    const { page } = siteOf(empty, STATED);
    const legal = await page(urls.legal());
    for (const value of [STATED.publisher, STATED.publicationDirector, STATED.hosting]) {
      assert.ok(legal.includes(String(value)), String(value));
    }
    assert.ok(!legal.includes(texts.legal.notStated));
    for (const name of ['contact', 'legal', 'privacy', 'accessibility'] as const) {
      assert.match(await page(urls[name]()), /href="mailto:vigie@essai\.example"/, name);
    }
    const form = siteOf(empty, { contact: 'https://essai.example/contact?x=1&y=2' });
    assert.match(
      await form.page(urls.contact()),
      /<a href="https:\/\/essai\.example\/contact\?x=1&amp;y=2" rel="external noopener">/,
    );
  });

  test(`${locale}: hostile settings stay text`, async () => {
    const { page } = siteOf(empty, HOSTILE);
    for (const name of TEXT_PAGES) {
      const text = await page(urls[name]());
      assert.doesNotMatch(text, /<script>|<img|href="javascript/i, name);
    }
    assert.doesNotMatch(await page(`${urls.home()}/nothing`.replace('//', '/'), 404), /href="javascript/);
    const manyRecipients = siteOf(empty, { contact: 'a@essai.example?bcc=b@essai.example' });
    assert.doesNotMatch(await manyRecipients.page(urls.contact()), /mailto:/);
  });

  test(`${locale}: the statement of accessibility claims no conformity`, async () => {
    const text = await siteOf(empty, STATED).page(urls.accessibility());
    assert.match(text, locale === 'fr' ? /aucun audit complet/ : /no complete audit/);
    assert.doesNotMatch(
      text,
      /\d+[,.\d]*\s?% (de conformité|of conformity)|totalement conforme|fully compliant/,
    );
    assert.match(text, /defenseurdesdroits\.fr/);
  });

  test(`${locale}: an unknown edition is answered by those that there are, an unknown procedure by a search`, async () => {
    const { page } = siteOf(filled, STATED);
    const edition = await page(urls.edition('2099-13'), 404);
    assert.ok(edition.includes(`<h1>${errors.noEdition.title}</h1>`));
    assert.match(edition, new RegExp(`href="${urls.edition(LATEST_EDITION)}"`));
    const procedure = await page(urls.procedure({ publicId: '99999', slug: 'carte-grise-été' }), 404);
    assert.ok(procedure.includes(`<h1>${errors.noProcedure.title}</h1>`));
    assert.match(procedure, /name="q" value="carte grise été"/);
    for (const text of [edition, procedure]) {
      assert.match(text, new RegExp(`action="${urls.procedures()}"`));
      assert.match(text, /mailto:vigie@essai\.example/);
      assert.match(text, /<code>[\w-]{36}<\/code>/);
    }
  });

  test(`${locale}: an address below one that exists is not said to be of an unknown thing`, async () => {
    const { page } = siteOf(filled);
    for (const path of [`${urls.edition(LATEST_EDITION)}/rien`, `${urls.procedures()}/1-x/rien`]) {
      const text = await page(path, 404);
      assert.ok(text.includes(`<h1>${errors.titles.NotFound}</h1>`), path);
    }
  });
}

/** A sentence of messages up to its first link. */
const plain = (text: string) => text.replace(/\[.*$/s, '').trim();

test('hostile words of an address stay text in the search that they fill', async () => {
  const { page } = siteOf(filled);
  const segment = encodeURIComponent(`9-"><script>alert('x')</script>`);
  const text = await page(`/demarches/${segment}`, 404);
  assert.doesNotMatch(text, /<script>/);
  assert.match(text, /name="q" value="script alert/);
});

test('an error page leads to the same address in the other language, and never to another site', async () => {
  const { page } = siteOf(empty);
  assert.match(await page('/rien/du-tout', 404), /<a href="\/en\/rien\/du-tout" lang="en"/);
  for (const path of ['/en//evil.example/x', '/en/%5Cevil.example']) {
    assert.doesNotMatch(await page(path, 404), /href="(\/\/|\/\\|http:\/\/evil)/, path);
  }
});

test('errors of the server say that nothing is lost, and need nothing of the store', async () => {
  const down: AppOptions['db'] = {
    ...empty,
    query: () => Promise.reject(new VigieError('Unavailable', 'The store does not answer.')),
  };
  const { page } = siteOf(down, STATED);
  for (const [path, locale] of [
    ['/', 'fr'],
    ['/editions', 'fr'],
    ['/en/editions/2026-01', 'en'],
    ['/en/down', 'en'],
  ] satisfies [string, Locale][]) {
    const text = await page(path, 503);
    assert.ok(text.includes(localisation(locale).messages.errors.nothingLost), path);
    assert.match(text, /mailto:vigie@essai\.example/);
    assert.ok(
      text.includes(`<title>${localisation(locale).messages.errors.titles.Unavailable} · Vigie<`),
      path,
    );
  }
  assert.match(await page('/en/defect', 500), /Nothing that was recorded is lost/);
  for (const name of ['about', 'help', 'glossary', 'contact', 'legal', 'privacy', 'accessibility'] as const) {
    await page(urlsIn('fr')[name]());
  }
  await page('/editions/rien/du/tout', 404);
});

test('a method that a page does not know is explained', async () => {
  const text = await siteOf(empty).page('/aide', 405, { method: 'POST' });
  assert.ok(text.includes(localisation('fr').messages.errors.titles.MethodNotAllowed));
});

test('as the page of personal data says, nothing of who asks is kept', async () => {
  const { app, logged } = siteOf(filled);
  const headers = {
    accept: 'text/html',
    'user-agent': 'secret-agent',
    referer: 'http://secret.example/',
    'x-forwarded-for': '192.0.2.44',
    cookie: 'secret=1',
  };
  for (const path of ['/demarches?q=secret', '/editions/secret', '/en/defect']) {
    const answer = await app.request(path, { headers });
    assert.equal(answer.headers.get('set-cookie'), null);
  }
  assert.ok(logged.length > 0);
  assert.doesNotMatch(logged.join('\n'), /secret|192\.0\.2/);
  const requests = logged.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'request');
  for (const line of requests) {
    assert.deepEqual(Object.keys(line).sort(), [
      'durationMs',
      'level',
      'method',
      'msg',
      'request',
      'route',
      'status',
      'time',
    ]);
  }
});

test('the glossary is in the order of each language, and every word has a place of its own', async () => {
  for (const locale of LOCALES) {
    const entries = listGlossary(locale);
    assert.equal(new Set(entries.map(({ id }) => id)).size, entries.length);
    const names = entries.map(({ name }) => name);
    assert.deepEqual(names, [...names].sort(new Intl.Collator(locale).compare));
    const text = await siteOf(empty).page(urlsIn(locale).glossary());
    const [, block = '{}'] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text) ?? [];
    const set = JSON.parse(block) as {
      '@type': string;
      hasDefinedTerm: { '@id': string; description: string }[];
    };
    assert.equal(set['@type'], 'DefinedTermSet');
    for (const [at, { id }] of entries.entries()) {
      assert.match(text, new RegExp(`<dt id="${id}">`));
      assert.match(set.hasDefinedTerm[at]?.['@id'] ?? '', new RegExp(`#${id}$`));
      assert.doesNotMatch(set.hasDefinedTerm[at]?.description ?? '', /\]\(/);
    }
  }
});

test('French words of the glossary have no-break spaces and typographic apostrophes', () => {
  for (const { name, meaning } of listGlossary('fr')) {
    assert.doesNotMatch(`${name} ${meaning}`, /[^\u00a0\u202f][;:!?%»]|«[^\u00a0\u202f]|'/, name);
  }
});

test('an edition is described as a dataset whose files can be fetched', async () => {
  const { app, page } = siteOf(filled, STATED);
  for (const path of [`/editions/${LATEST_EDITION}`, `/en/editions/${LATEST_EDITION}/revisions/1`]) {
    const text = await page(path);
    const [, block = '{}'] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text) ?? [];
    const dataset = JSON.parse(block) as Record<string, unknown> & {
      distribution: { contentUrl: string; encodingFormat: string }[];
    };
    assert.equal(dataset['@type'], 'Dataset');
    assert.equal(dataset.url, `http://vigie.test${path}`);
    assert.equal(dataset.version, path.endsWith('/1') ? '1' : '2');
    assert.match(String(dataset.temporalCoverage), /^\d{4}-\d{2}-\d{2}\/\d{4}-\d{2}-\d{2}$/);
    assert.match(String(dataset.license), /licence-ouverte/);
    assert.deepEqual(dataset.publisher, { '@type': 'Organization', name: STATED.publisher });
    for (const { contentUrl, encodingFormat } of dataset.distribution) {
      const answer = await app.request(contentUrl);
      assert.equal(answer.status, 200);
      assert.match(answer.headers.get('content-type') ?? '', new RegExp(`^${encodingFormat}`));
    }
  }
});
