/** The pages of reception sites, and the same as files. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { findSiteBySlug, importCatalogue } from '../src/catalogue/index.ts';
import { readCsv } from '../src/core/csv.ts';
import type { Database } from '../src/core/database.ts';
import type { App } from '../src/core/http/context.ts';
import { closeButton, createButton, keepContributions } from '../src/feedback/index.ts';
import { openData } from '../src/web/open-data/routes.ts';
import { publicSite } from '../src/web/public/routes.ts';
import { createApp } from '../src/web/server.ts';
import { testDatabase } from './support/database.ts';
import { htmlErrors } from './support/html.ts';
import { appOptions } from './support/http.ts';
import { contributionOf, TODAY } from './support/review-store.ts';

/** A site of each kind of network that issues reviews, as an administration would send them. */
const CATALOGUE = `genre,identifiant,valable_depuis,nom,niveau,administration,reseau,adresse,code_postal,commune,horaires,accessibilite_des_locaux,anciens_slugs,rattachement
Administration,bercy,2020-01-01,Ministère de l’Économie,Ministère,,,,,,,,,
Administration,dgfip,2020-01-01,Direction des impôts,Direction,,,,,,,,,bercy
Lieu d’accueil,sip-lille,2020-01-01,Centre des impôts de Lille,,dgfip,Impôts,22 rue Lavoisier,59000,Lille,"Lundi : 9 h – 12 h
Mardi : fermé",Plain-pied,impots-lille,
Lieu d’accueil,sip-brest,2020-01-01,Centre des impôts de Brest,,dgfip,Impôts,,29200,Brest,,,,
Lieu d’accueil,sip-pau,2020-01-01,Centre des impôts de Pau,,dgfip,Impôts,,64000,Pau,,,,
Lieu d’accueil,tj-rennes,2018-01-01,Tribunal de grande instance de Rennes,,,Tribunaux,,35000,Rennes,,,,
Lieu d’accueil,tj-rennes,2020-01-01,Tribunal judiciaire de Rennes,,,Tribunaux,,35000,Rennes,,,,
Lieu d’accueil,consulat-barcelone,2020-01-01,Consulat à Barcelone,,,Consulats,,,Barcelone,,,,
Lieu d’accueil,caf-manche,2020-01-01,Caf de la Manche,,,,,50300,Avranches,,,,
`;

let db: Database;
let app: App;

/** `counts` reviews of a site by grade of satisfaction, today. */
async function fill(slug: string, counts: Readonly<Record<string, number>>) {
  const { subjectId } = (await findSiteBySlug(db, slug))?.current ?? assert.fail();
  const button = await createButton(
    db,
    {
      ...{ subjectId, channel: 'counter', step: null },
      ...{ language: 'fr', questionnaire: 'avis', author: 'test' },
    },
    new Date('2026-01-02T12:00:00Z'),
  );
  const answer = (grade: string) => ({
    ...{ question: 'satisfaction', version: 'v1', grades: [grade], comment: null },
  });
  const reviews = Object.entries(counts).flatMap(([grade, n]) =>
    Array.from({ length: n }, () => contributionOf(button, { openedOn: TODAY, answers: [answer(grade)] })),
  );
  await keepContributions(db, reviews);
  return button;
}

before(async () => {
  db = await testDatabase();
  await db.transaction((tx) => importCatalogue(tx, Buffer.from(CATALOGUE), { today: TODAY, skipBad: false }));
  app = createApp(appOptions(db, [publicSite, openData]));
  const lille = await fill('sip-lille', { '0': 50, '5': 100, '10': 850 });
  await fill('sip-brest', { '0': 40 });
  await fill('consulat-barcelone', { '10': 12 });
  await closeButton(db, lille.id, 'Borne retirée', new Date(`${TODAY}T08:00:00Z`));
});

type Results = {
  satisfaction: { status: string; value: number | null; n: number; interval: unknown; level: string };
};
const json = async (address: string) => (await app.request(address)).json() as Promise<unknown>;

test('a site stands beside its network, whose mean is over the answers, not over the marks of its sites', async () => {
  const told = (await json('/lieux/sip-lille.json')) as {
    results: Results;
    network: { sites: number; sites_with_reviews: Record<string, number>; results: Results };
    buttons: { state: string }[];
  };
  const { satisfaction } = told.results;
  assert.partialDeepStrictEqual(satisfaction, { status: 'measured', value: 9, n: 1000, level: 'good' });
  assert.deepEqual(
    (satisfaction.interval as number[]).map((bound) => bound.toFixed(4)),
    ['8.8417', '9.1583'],
  );
  const whole = told.network.results.satisfaction;
  assert.partialDeepStrictEqual(whole, { n: 1040, level: 'none' });
  assert.equal(whole.value?.toFixed(6), (9000 / 1040).toFixed(6));
  assert.deepEqual([told.network.sites, told.network.sites_with_reviews.satisfaction], [3, 2]);
  assert.deepEqual(
    told.buttons.map(({ state }) => state),
    ['closed'],
  );
});

test('few reviews give no mark, and none is not zero', async () => {
  const { sites } = (await json('/lieux.json')) as { sites: { slug: string; results: Results }[] };
  const of = (slug: string) => sites.find((site) => site.slug === slug)?.results.satisfaction;
  assert.partialDeepStrictEqual(of('consulat-barcelone'), { status: 'insufficient', value: null, n: 12 });
  assert.partialDeepStrictEqual(of('sip-pau'), { status: 'not_reported', value: null, n: 0 });
  assert.partialDeepStrictEqual(of('sip-brest'), { status: 'measured', value: 0, n: 40, interval: null });
});

test('the list says the same as each page, and networks the same as their sites', async () => {
  const list = (await json('/lieux.json')) as {
    networks: { name: string; sites: number; sites_with_reviews: number; results: Results }[];
    sites: { slug: string; results: Results }[];
  };
  assert.deepEqual(
    list.networks.map(({ name, sites, sites_with_reviews: told }) => [name, sites, told]),
    [
      ['Consulats', 1, 1],
      ['Impôts', 3, 2],
      ['Tribunaux', 1, 0],
    ],
  );
  for (const { slug, results } of list.sites) {
    const one = (await json(`/lieux/${slug}.json`)) as {
      results: Results;
      network: { name: string; results: Results } | null;
    };
    assert.deepEqual(one.results.satisfaction, results.satisfaction, slug);
    const network = list.networks.find(({ name }) => name === one.network?.name);
    assert.deepEqual(one.network?.results.satisfaction, network?.results.satisfaction, slug);
  }
});

test('the list is found by words and by network, and an unknown network is refused by its name', async () => {
  const slugs = async (query: string) => {
    const { sites } = (await json(`/lieux.json?${query}`)) as { sites: { slug: string }[] };
    return sites.map(({ slug }) => slug);
  };
  assert.deepEqual(await slugs(''), [
    ...['consulat-barcelone', 'sip-brest', 'sip-lille', 'sip-pau', 'tj-rennes', 'caf-manche'],
  ]);
  assert.deepEqual(await slugs('q=impots+59000'), ['sip-lille']);
  assert.deepEqual(await slugs('reseau=Tribunaux'), ['tj-rennes']);
  assert.deepEqual(await slugs('reseau=Tribunaux&q=lille'), []);
  assert.deepEqual(await slugs('administration=bercy'), ['sip-brest', 'sip-lille', 'sip-pau']);
  assert.equal((await app.request('/lieux?administration=rien')).status, 400);
  for (const address of ['/lieux', '/lieux.json', '/lieux.csv']) {
    const answer = await app.request(`${address}?reseau=Postes`);
    assert.equal(answer.status, 400);
    assert.match(await answer.text(), /reseau/);
  }
  assert.equal((await app.request('/lieux?page=0')).status, 400);
});

test('a former slug leads to the present one, an unknown one nowhere', async () => {
  for (const [from, to] of [
    ['/lieux/impots-lille', '/lieux/sip-lille'],
    ['/en/lieux/impots-lille', '/en/lieux/sip-lille'],
    ['/lieux/impots-lille.csv', '/lieux/sip-lille.csv'],
  ] as const) {
    const answer = await app.request(from);
    assert.deepEqual([answer.status, answer.headers.get('location')], [301, to]);
  }
  for (const address of ['/lieux/rien', '/lieux/rien.json']) {
    assert.equal((await app.request(address)).status, 404);
  }
});

test('pages are valid, in both languages, and say where the site is and what it was called', async () => {
  for (const address of ['/lieux', '/lieux/sip-lille', '/lieux/tj-rennes', '/lieux/caf-manche']) {
    for (const prefix of ['', '/en']) {
      const text = await (await app.request(prefix + address)).text();
      assert.deepEqual(await htmlErrors(text), [], prefix + address);
    }
  }
  const lille = await (await app.request('/lieux/sip-lille')).text();
  for (const said of [
    '22 rue Lavoisier\n59000 Lille',
    'Lundi : 9 h – 12 h\nMardi : fermé',
    '2 sur 3 lieux',
  ]) {
    assert.ok(lille.includes(said), said);
  }
  const rennes = await (await app.request('/en/lieux/tj-rennes')).text();
  assert.match(rennes, /<span lang="fr">Tribunal de grande instance de Rennes<\/span>, since 1 January 2018/);
  assert.match(rennes, /No review about this site is counted/);
});

test('the page of an organisation leads to the sites that it and those below it answer for', async () => {
  for (const slug of ['bercy', 'dgfip']) {
    const text = await (await app.request(`/administrations/${slug}`)).text();
    const [, href = ''] = /href="([^"]*)">3 lieux d’accueil<\/a>/.exec(text) ?? [];
    assert.equal(href, `/lieux?administration=${slug}`);
    assert.match(await (await app.request(href)).text(), /3 lieux sur 6/);
  }
});

test('as CSV a site has a line a criterion, then one for each of its network', async () => {
  const text = await (await app.request('/lieux/sip-lille.csv')).text();
  const { rows } = readCsv(Buffer.from(text));
  const lines = rows.map(({ cells }) => `${cells.portee} ${cells.critere} ${cells.n}`);
  assert.deepEqual(
    lines.filter((line) => line.includes('satisfaction')),
    ['lieu satisfaction 1000', 'reseau satisfaction 1040'],
  );
  assert.equal(rows.length, 10);
});

test('the national page tells reviews about sites alone for what they are', async () => {
  const text = async (address: string) =>
    (await (await app.request(address)).text())
      .replaceAll(/<[^>]*>|[\s\u00a0\u202f]+/g, ' ')
      .replaceAll(/ +/g, ' ');
  assert.match(await text('/avis'), /Avis de la période 1 052 1 052 sur des lieux d’accueil/);
  assert.match(await text('/en/avis'), /Reviews of the period 1,052 1,052 on reception sites/);
});
