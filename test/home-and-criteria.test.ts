/** What the home page and the pages of criteria say, by what the store holds. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixedClock } from '../src/core/clock.ts';
import { readCsv } from '../src/core/csv.ts';
import type { Database } from '../src/core/database.ts';
import type { App } from '../src/core/http/context.ts';
import { CRITERIA } from '../src/criteria/index.ts';
import { importEdition, importTotals } from '../src/editions/index.ts';
import { openData } from '../src/web/open-data/routes.ts';
import { publicSite } from '../src/web/public/routes.ts';
import { createApp } from '../src/web/server.ts';
import { testDatabase } from './support/database.ts';
import { htmlErrors } from './support/html.ts';
import { appOptions } from './support/http.ts';
import { LATEST_EDITION, publishJourneyEditions } from './support/journey-editions.ts';
import { publishedFile } from './support/published-file.ts';

type Row = NonNullable<Parameters<typeof publishedFile>[0][number]>;

async function openSite(fill: (db: Database) => Promise<unknown>): Promise<App> {
  const db = await testDatabase();
  await fill(db);
  return createApp(appOptions(db, [publicSite, openData]));
}

/** Imports rows as an edition whose label is its slug. */
function publish(db: Database, cutoffOn: string, rows: readonly Row[], methodology = 'vde-2025') {
  const publishedAt = new Date(`${cutoffOn}T12:00:00Z`);
  return importEdition(
    db,
    {
      file: { bytes: publishedFile(rows), name: `${cutoffOn}.csv` },
      slug: cutoffOn,
      label: cutoffOn,
      methodology,
      cutoffOn,
      publishedAt,
      author: 'test',
    },
    fixedClock('2026-01-01T08:00:00Z'),
  );
}

/** The words of the main part of a page, with plain spaces; the page is valid. */
async function read(app: App, address: string): Promise<string> {
  const answer = await app.request(address, { headers: { accept: 'text/html' } });
  const page = await answer.text();
  assert.equal(answer.status, 200, `${address} ${page.slice(0, 200)}`);
  assert.deepEqual(await htmlErrors(page), [], address);
  const markup = page.replace(/^.*?<main/s, '').replace(/<\/main>.*$/s, '');
  const text = markup.replaceAll(/<[^>]*>/g, ' ').replaceAll('&#39;', "'");
  return text.replaceAll(/[\s\u00a0\u202f]+/g, ' ');
}

const FOUR: readonly Row[] = [
  { 'ID Démarche': '1', 'Note Satisfaction': '9', 'Volumétrie Totale': '500' },
  { 'ID Démarche': '2', 'Note Satisfaction': '4', 'Volumétrie Totale': '900', 'Statut En ligne': 'Partiel' },
  { 'ID Démarche': '3', 'Note Satisfaction': '3', 'Volumétrie Totale': '' },
  { 'ID Démarche': '4', 'Note Satisfaction': 'À venir', 'Taux Dispo': 'À venir' },
];

test('without edition the home page says what Vigie is and what to do, and the criteria what is measured', async () => {
  const app = await openSite(async () => {});
  const home = await read(app, '/');
  assert.match(home, /Vigie est l’observatoire des démarches administratives en ligne/);
  assert.match(home, /La première édition n’est pas encore publiée/);
  assert.match(home, /vigie import edition --help/);
  assert.doesNotMatch(home, /0 %|Inconnu/);
  assert.match(await read(app, '/en'), /The first edition is not published yet/);
  assert.match(await read(app, '/criteres'), /Aucune édition n’est encore publiée/);
  for (const criterion of CRITERIA) {
    assert.match(
      await read(app, `/criteres/${criterion}`),
      /Aucune édition ne donne de résultat par démarche/,
    );
  }
  assert.equal((await app.request('/criteres/beauty')).status, 404);
  assert.equal((await app.request('/criteres/beauty.json')).status, 404);
  assert.deepEqual(await (await app.request('/criteres.json')).json(), { edition: null, criteria: [] });
  assert.deepEqual(readCsv(Buffer.from(await (await app.request('/criteres.csv')).arrayBuffer())).rows, []);
});

test('one edition has figures over what is known, and no trend', async () => {
  const app = await openSite((db) => publish(db, '2025-09-30', FOUR));
  const home = await read(app, '/');
  assert.match(
    home,
    /Démarches en ligne 87,5 % des démarches .* 3,5 sur 4 · 4 sur 4 démarches ont un résultat/,
  );
  assert.match(home, /Satisfaction des usagers 33,3 % .* 1 sur 3 · 3 sur 4 démarches ont un résultat/);
  assert.match(home, /Première édition : pas encore d’évolution/);
  assert.match(home, /il n’y a rien à comparer encore/);
  assert.match(home, /Satisfaction 3 sur 4 Voir celle qui manque/);
  assert.match(home, /Particulier 4 démarches/);
  assert.doesNotMatch(home, /moment de vie/);
  assert.doesNotMatch(await (await app.request('/')).text(), /class="sparkline"/);

  const page = await read(app, '/criteres/satisfaction');
  assert.match(page, /Les usagers sont-ils satisfaits/);
  assert.match(page, /de 3 à moins de 4 : Mauvais 33,3 % 1/);
  assert.match(
    page,
    /2 démarches au niveau « mauvais »\. Le volume de 1 sur 2 est connu : 900 usages par an/,
  );
  assert.match(page, /Une seule édition donne ce chiffre/);
});

test('a trend is told over the procedures that both editions judge: those that come or go do not move it', async () => {
  const app = await openSite(async (db) => {
    await publish(db, '2025-06-30', [{ ...FOUR[0], 'Note Satisfaction': '7' }, ...FOUR.slice(1, 2)]);
    await publish(db, '2025-09-30', FOUR);
  });
  const home = await read(app, '/');
  assert.match(
    home,
    /50 points de plus que dans l’édition 2025-06-30\. Calculé sur les 2 démarches qui ont un résultat/,
  );
  assert.match(
    home,
    /Démarches en ligne 87,5 % .* Comme dans l’édition 2025-06-30\. Calculé sur les 2 démarches/,
  );
  assert.match(home, /2 démarches sont entrées dans l’observatoire, aucune n’en est sortie/);
  assert.match(
    await read(app, '/en'),
    /50 points more than in the 2025-06-30 edition\. Computed over the 2 procedures/,
  );
  assert.match(await (await app.request('/')).text(), /class="sparkline"/);
  assert.match(await read(app, '/criteres/satisfaction'), /part des démarches qui atteignent l’objectif/);
});

test('declared values that changed are told, and a procedure newly online', async () => {
  const at = (taux: string, statut: string): Row[] => [
    { 'ID Démarche': '1', 'Taux Audit RGAA': taux, 'Statut En ligne': statut },
  ];
  const app = await openSite(async (db) => {
    await publish(db, '2025-06-30', at('0.8', 'Partiel'));
    await publish(db, '2025-09-30', at('0.9', 'Oui'));
  });
  const home = await read(app, '/');
  assert.match(home, /1 démarche en progrès Demander une licence de pêche/);
  assert.match(home, /0 démarche en recul/);
  assert.match(home, /1 démarche nouvellement en ligne/);
});

test('another methodology before is not compared, and breaks the series', async () => {
  const app = await openSite(async (db) => {
    await publish(db, '2025-03-31', FOUR);
    await publish(db, '2025-06-30', FOUR);
    await publish(db, '2025-09-30', FOUR, 'vigie-1');
  });
  assert.match(await read(app, '/'), /Méthode différente dans l’édition 2025-06-30 : pas de comparaison\./);
  assert.match(await read(app, '/en'), /Another method in the 2025-06-30 edition: no comparison\./);
  const page = await read(app, '/criteres/satisfaction');
  assert.match(page, /2025-09-30, rupture de série/);
});

test('an edition known by its totals alone is told by them', async () => {
  const app = await openSite((db) =>
    importTotals(
      db,
      {
        file: {
          bytes: Buffer.from(
            'indicateur,valeur,precision,unite,sur\nprocedures,250,exact,count,\nonline_rate,0.72,nearly,share,procedures\n',
          ),
          name: 'totaux.csv',
        },
        slug: '2020-04',
        label: 'Avril 2020',
        methodology: 'observatoire-2020',
        cutoffOn: '2020-03-31',
        publishedAt: new Date('2020-04-30T00:00:00Z'),
        author: 'test',
      },
      fixedClock('2026-01-11T09:00:00Z'),
    ),
  );
  for (const [address, figure] of [
    ['/', /près de 72 %/],
    ['/en', /nearly 72%/],
  ] as const) {
    assert.match(await read(app, address), figure);
  }
  assert.match(await read(app, '/criteres/help'), /Aucune édition ne donne de résultat par démarche/);
});

test('a criterion that the latest edition does not tell is told by the last one that does', async () => {
  const app = await openSite(async (db) => {
    await publish(db, '2025-06-30', FOUR);
    await publish(
      db,
      '2025-09-30',
      FOUR.map((row) => ({ ...row, 'Taux Dispo': 'À venir' })),
    );
  });
  assert.match(
    await read(app, '/criteres/availability'),
    /L’édition 2025-09-30 ne dit rien de ce critère : .* ceux de l’édition 2025-06-30/,
  );
  assert.match(await read(app, '/en/criteres/availability'), /The 2025-09-30 edition says nothing/);
  assert.match(await read(app, '/'), /Disponibilité des sites Inconnu L’édition n’en dit rien/);
});

test('the site of the journeys: every criterion in both languages, and its data', async () => {
  const app = await openSite(publishJourneyEditions);
  const json = async (address: string) => (await (await app.request(address)).json()) as Told;
  for (const criterion of CRITERIA) {
    for (const prefix of ['', '/en']) await read(app, `${prefix}/criteres/${criterion}`);
  }
  const edition = await json(`/editions/${LATEST_EDITION}.json`);
  const all = await json('/criteres.json');
  assert.equal(all.edition.slug, LATEST_EDITION);
  const one = await json('/criteres/satisfaction.json');
  assert.deepEqual(
    one.procedures.map(({ id, result }) => [id, result]),
    edition.procedures.map(({ id, results }) => [id, results?.satisfaction]),
  );
  assert.deepEqual(one.series.map(({ edition: slug }) => slug).at(-1), LATEST_EDITION);
  const csv = await (await app.request('/criteres/satisfaction.csv')).arrayBuffer();
  const { rows } = readCsv(Buffer.from(csv));
  assert.equal(rows.length, edition.procedures.length);
  assert.ok(rows.every(({ cells }) => cells.critere === 'satisfaction'));
  const list = readCsv(Buffer.from(await (await app.request('/criteres.csv')).arrayBuffer())).rows;
  assert.deepEqual(
    list.map(({ cells }) => cells.critere),
    all.criteria.map(({ id }) => id),
  );
});

/** The keys of documents that are looked at here. */
type Told = {
  edition: { slug: string };
  criteria: { id: string }[];
  series: { edition: string }[];
  procedures: { id: string; result?: object; results?: Record<string, object> }[];
};
