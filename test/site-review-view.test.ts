/** A reception site has the reviews of a procedure: the same figures of the same days and choices, in the same words. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { findProcedure, findSiteBySlug, importCatalogue } from '../src/catalogue/index.ts';
import { fixedClock } from '../src/core/clock.ts';
import type { App } from '../src/core/http/context.ts';
import { observe, recordObservations } from '../src/observations/index.ts';
import { openData } from '../src/web/open-data/routes.ts';
import { publicSite } from '../src/web/public/routes.ts';
import { createApp } from '../src/web/server.ts';
import { type TestDatabase, testDatabase } from './support/database.ts';
import { declared } from './support/fact.ts';
import { htmlErrors } from './support/html.ts';
import { appOptions } from './support/http.ts';
import { fillReviews, type MadeReviews, TODAY } from './support/review-store.ts';

const CATALOGUE = `genre,identifiant,valable_depuis,nom,reseau
Démarche,1764,2020-01-01,Déclarer ses revenus,
Lieu d’accueil,sip-lille,2020-01-01,Centre des impôts de Lille,Impôts
Lieu d’accueil,sip-brest,2020-01-01,Centre des impôts de Brest,Impôts
`;

let db: TestDatabase;
let app: App;
let madeOfSite: MadeReviews;
let madeOfProcedure: MadeReviews;

before(async () => {
  db = await testDatabase();
  await db.transaction((tx) => importCatalogue(tx, Buffer.from(CATALOGUE), { today: TODAY, skipBad: false }));
  const procedure = (await findProcedure(db, '1764'))?.current ?? assert.fail();
  const [lille, brest] = await Promise.all(
    ['sip-lille', 'sip-brest'].map(async (slug) => (await findSiteBySlug(db, slug))?.current.subjectId ?? 0),
  );
  madeOfProcedure = await fillReviews(db, procedure.subjectId);
  madeOfSite = await fillReviews(db, lille ?? assert.fail());
  await fillReviews(db, brest ?? assert.fail());
  const volume = declared(5_000, { periodStart: '2024-07-01', periodEnd: '2025-06-30' });
  const volumes = [procedure.subjectId, lille ?? assert.fail()].map((one) =>
    observe(one, 'volume_total', volume),
  );
  const clock = fixedClock('2026-01-01T10:00:00Z');
  await db.transaction((tx) => recordObservations(tx, volumes, { author: 'test', clock }));
  app = createApp(appOptions(db, [publicSite, openData]));
});

type Report = Record<string, unknown> & {
  period: { from: string; to: string };
  reviews: number;
  by_button: { button: string }[];
  buttons: unknown;
  network: { period: unknown; sites: number; results: { satisfaction: { n: number } } };
};

async function report(address: string): Promise<Report> {
  const answer = await app.request(address);
  assert.equal(answer.status, 200, address);
  return (await answer.json()) as Report;
}

const DAYS = 'du=2025-11-03&au=2025-12-20';

test('the same reviews give the same figures of a site and of a procedure, whatever is chosen of them', async () => {
  const chosen = (made: MadeReviews) => [
    DAYS,
    `${DAYS}&moyen=counter`,
    `${DAYS}&fin=error`,
    `du=2024-12-01&au=2025-12-20&bouton=${made.web.id}`,
  ];
  const shared = (told: Report, made: MadeReviews) => {
    const text = JSON.stringify({
      ...told,
      site: 0,
      names: 0,
      procedure: 0,
      network: 0,
      buttons: 0,
      reviews_left_out: 0,
    });
    return JSON.parse(text.replaceAll(made.web.id, 'web').replaceAll(made.counter.id, 'counter')) as unknown;
  };
  const ofProcedure = chosen(madeOfProcedure);
  for (const [at, query] of chosen(madeOfSite).entries()) {
    const site = await report(`/lieux/sip-lille.json?${query}`);
    const procedure = await report(`/demarches/1764-x/avis.json?${ofProcedure[at]}`);
    assert.ok(site.reviews > 0, query);
    assert.deepEqual(shared(site, madeOfSite), shared(procedure, madeOfProcedure), query);
  }
});

test('the network is told over the months that the days touch, whatever is chosen of the site', async () => {
  const unfiltered = await report(`/lieux/sip-lille.json?du=2025-11-01&au=2025-12-31`);
  for (const query of [DAYS, `${DAYS}&moyen=counter`]) {
    const { network, reviews } = await report(`/lieux/sip-lille.json?${query}`);
    assert.deepEqual(network.period, { from: '2025-11-01', to: '2025-12-31' });
    assert.equal(network.results.satisfaction.n, 2 * unfiltered.reviews, query);
    assert.ok(reviews < unfiltered.reviews);
  }
  const { network } = await report('/lieux/sip-lille.json?du=2026-01-10');
  assert.deepEqual(network.period, { from: '2026-01-01', to: TODAY });
});

test('the page of a site keeps what was chosen, in both languages, and says what share of those received gave a review', async () => {
  for (const prefix of ['', '/en']) {
    const address = `${prefix}/lieux/sip-lille?${DAYS}&moyen=counter`;
    const text = await (await app.request(address)).text();
    assert.deepEqual(await htmlErrors(text), [], address);
    assert.match(text, /name="du"[^>]* value="2025-11-03"/);
    assert.match(text, /<option value="counter" selected/);
  }
  const french = await (await app.request(`/lieux/sip-lille?${DAYS}`)).text();
  const { coverage } = (await report(`/lieux/sip-lille.json?${DAYS}`)) as unknown as {
    coverage: { reviews: { total: number } };
  };
  const [, told = ''] = /<section aria-labelledby="coverage">([\s\S]*?)<\/section>/.exec(french) ?? [];
  assert.match(told, new RegExp(`${coverage.reviews.total}\\savis\\ssur\\s5\\s000`));
  assert.match(french, /démarches que ce lieu traite en un an/);
  const brest = await (await app.request('/lieux/sip-brest')).text();
  assert.match(brest, /On ne sait pas combien de démarches ce lieu traite/);
});

test('choices that no review answers are said to be why, and hide nothing else', async () => {
  const chosen = await (await app.request(`/lieux/sip-lille?${DAYS}&moyen=phone`)).text();
  assert.match(chosen, /Aucun avis ne répond à ces choix/);
  assert.match(chosen, /id="coverage"/);
  const early = await (await app.request('/lieux/sip-lille?du=2020-01-01&au=2020-01-01')).text();
  assert.match(early, /Avis reçus le 1er janvier 2020,/);
  assert.match(early, /Aucun avis sur ce lieu n’est compté pendant cette période/);
});

test('what a site does not know is refused by its name, in every form of the page', async () => {
  for (const [query, field] of [
    ['du=2026-02-30', 'du'],
    ['au=2026-01-16', 'au'],
    ['moyen=pigeon', 'moyen'],
    [`bouton=${madeOfProcedure.web.id}`, 'bouton'],
  ] as const) {
    for (const form of ['', '.json', '.csv']) {
      const answer = await app.request(`/lieux/sip-lille${form}?${query}`);
      assert.equal(answer.status, 400, `${form} ${query}`);
      assert.match(await answer.text(), new RegExp(field));
    }
  }
});
