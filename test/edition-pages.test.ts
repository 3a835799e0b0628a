/** What the pages of editions say, on the made-up site of the journeys. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { readCsv } from '../src/core/csv.ts';
import type { App } from '../src/core/http/context.ts';
import type { Aggregates } from '../src/editions/index.ts';
import { openData } from '../src/web/open-data/routes.ts';
import { publicSite } from '../src/web/public/routes.ts';
import { createApp } from '../src/web/server.ts';
import { testDatabase } from './support/database.ts';
import { appOptions } from './support/http.ts';
import {
  BUILT_EDITION,
  EARLIER_EDITION,
  LATEST_EDITION,
  LISTED_EDITION,
  publishJourneyEditions,
  QUARTERS,
  TOTALS_EDITION,
} from './support/journey-editions.ts';

let app: App;
before(async () => {
  const db = await testDatabase();
  await publishJourneyEditions(db);
  app = createApp(appOptions(db, [publicSite, openData]));
});

/** The words of a page, with plain spaces. */
async function read(address: string): Promise<string> {
  const answer = await app.request(address, { headers: { accept: 'text/html' } });
  const markup = (await answer.text()).replace(/^.*?<main/s, '').replace(/<\/main>.*$/s, '');
  const text = markup.replaceAll(/<[^>]*>/g, ' ').replaceAll('&#39;', "'");
  return text.replaceAll(/[\s\u00a0\u202f]+/g, ' ');
}

/** The keys of documents that are looked at here. */
type Told = {
  edition: object;
  aggregates: Aggregates;
  targets: object[];
  before: { slug: string };
  after: { slug: string };
  editions: { revised_at: string | null; known_by: string }[];
};
const readJson = async (address: string) => (await (await app.request(address)).json()) as Told;

test('a summary says each share with what it is counted over, and that volumes are unknown where they are', async () => {
  const known = await read(`/editions/${LATEST_EDITION}/synthese`);
  assert.match(
    known,
    /En nombre [\d,]+ % [\d,]+ sur \d+ démarches au statut connu ; l’édition en compte 60\./,
  );
  assert.match(
    known,
    /En volume [\d,]+ % [\d ,]+ sur [\d ]+ démarches réalisées en un an ; volume et statut/,
  );
  assert.match(known, /elle compte dans chacun, et les lignes ne s’additionnent pas/);
  const unknown = await read(`/editions/${QUARTERS[1]}/synthese`);
  assert.match(unknown, /En volume Inconnu Aucun volume n’est connu dans cette édition/);
  assert.doesNotMatch(unknown, /En volume 0/);
});

test('a summary shows by group the criterion that is asked for, and refuses one that does not exist', async () => {
  const address = `/editions/${LATEST_EDITION}/synthese`;
  assert.match(await read(address), /Satisfaction, objectif atteint, en nombre/);
  assert.match(await read(`${address}?critere=accessibility`), /Accessibilité, objectif atteint, en volume/);
  assert.match(await read(`${address}?critere=authentication`), /rien n’en est montré par groupe/);
  assert.equal((await app.request(`${address}?critere=beauty`)).status, 400);
});

test('a target tells the distance left, since when it is overdue, and the last value known', async () => {
  const text = await read(`/editions/${LATEST_EDITION}/synthese`);
  assert.match(
    text,
    /Au 31 décembre 2025 : [\d,]+ %, démarches comptées : \d+ sur 60\. Il reste [\d,]+ points/,
  );
  assert.match(text, /échéance passée depuis 3 ans/);
  assert.match(
    text,
    /Dernière valeur connue : [\d,]+ \/ 10 sur [\d ]+ réponses, démarches comptées : 2 sur 2, édition T2 2025\. (Objectif atteint|Il restait .*) dans l’édition T2 2025/,
  );
  assert.match(text, /Aucune édition jusqu’à celle-ci ne dit cette valeur/);
  assert.match(
    await read(`/editions/${EARLIER_EDITION}/synthese`),
    /échéance passée depuis 2 ans et \d+ mois/,
  );
  const quarter = await read(`/en/editions/${QUARTERS[0]}/synthese`);
  assert.match(quarter, /Last known value: nearly 72%, procedures counted: 250, Avril 2020 edition\./);
  assert.match(quarter, /28 points to go in the Avril 2020 edition; overdue by 15 months/);
});

test('the summary as data holds the aggregates of the edition, and a line a group and criterion', async () => {
  const address = `/editions/${LATEST_EDITION}`;
  const [edition, summary] = [await readJson(`${address}.json`), await readJson(`${address}/synthese.json`)];
  assert.deepEqual(summary.aggregates, edition.aggregates);
  assert.deepEqual(summary.edition, edition.edition);
  assert.equal(summary.targets.length, 3);
  const csv = await (await app.request(`${address}/synthese.csv`)).arrayBuffer();
  const { rows } = readCsv(Buffer.from(csv));
  const whole = rows.filter(({ cells }) => cells.groupe === 'ensemble');
  assert.deepEqual(
    whole.map(({ cells }) => [cells.critere, Number(cells.bon)]),
    Object.entries(edition.aggregates.whole.criteria).map(([id, one]) => [id, one.levels.good]),
  );
  const groups = [
    edition.aggregates.ministries,
    edition.aggregates.organisations,
    edition.aggregates.audiences,
  ].map(({ length }) => length);
  const count = 1 + groups.reduce((sum, one) => sum + one, 0);
  assert.equal(rows.length, count * whole.length);
});

test('a comparison is told from the earlier edition to the later one, whichever its address names first', async () => {
  const one = `/editions/${LATEST_EDITION}/comparaison/${EARLIER_EDITION}`;
  const other = `/editions/${EARLIER_EDITION}/comparaison/${LATEST_EDITION}`;
  assert.equal(await read(other), await read(one));
  const page = await (await app.request(other)).text();
  assert.ok(page.includes(`<link rel="canonical" href="http://vigie.test${one}">`));
  assert.deepEqual(await readJson(`${other}.json`), await readJson(`${one}.json`));
  const { before: from, after: to } = await readJson(`${other}.json`);
  assert.deepEqual([from.slug, to.slug], [EARLIER_EDITION, LATEST_EDITION]);
});

test('a comparison says who was renamed, and that any difference of a declared value is a change', async () => {
  const text = await read(`/editions/${LATEST_EDITION}/comparaison/${EARLIER_EDITION}`);
  assert.match(text, /Renommées Ancien nom Nouveau nom Demander une carte grise Demander un certificat/);
  assert.match(text, /Les 12 critères ont la même définition des deux côtés/);
  assert.match(text, /Pour une valeur déclarée, toute différence est un changement/);
  assert.match(text, /Entrées Absentes de la première édition, présentes dans la seconde\. Aucune\./);
});

test('changes that a test supports come with what they rest on, and with what is done against chance', async () => {
  const text = await read(`/editions/${QUARTERS[1]}/comparaison/${QUARTERS[0]}`);
  assert.match(
    text,
    /2 valeurs ont changé de façon établie, sur 4 que l’on peut tester parmi 24\. 0 en mieux, 2/,
  );
  assert.match(text, /Quand on fait 4 tests, .*au plus 5 % d’entre elles, en moyenne/);
  assert.match(
    text,
    /Baisse moins bien [\d,]+ \/ 10 intervalle de confiance à 95 % \[[\d,]+ – [\d,]+\] · n = 1 000/,
  );
  assert.match(text, /mesures automatiques dont/i);
});

test('the whole list of values is reached by criterion and kind, in pages', async () => {
  const address = `/editions/${LATEST_EDITION}/comparaison/${EARLIER_EDITION}`;
  assert.match(await read(`${address}?critere=clarity`), /60 valeurs sur 720 .* Page 1 sur 2/);
  assert.match(await read(`${address}?critere=clarity&page=99`), /Page 2 sur 2/);
  assert.match(await read(`${address}?evolution=&critere=`), /720 valeurs sur 720 .* Page 1 sur 18/);
});

test('with an edition known by its totals, only totals are compared', async () => {
  const text = await read(`/editions/${LATEST_EDITION}/comparaison/${TOTALS_EDITION}`);
  assert.match(text, /L’édition Avril 2020 n’est connue que par ses totaux/);
  assert.match(text, /Réalisables en ligne près de 72 % sur 250 démarches [\d,]+ % [\d,]+ sur \d+/);
  assert.match(text, /Avis recueillis plus de 900 000 Non suivi/);
  assert.doesNotMatch(text, /Entrées|Hausse/);
});

test('an edition is not compared with itself, nor with one that is not there', async () => {
  const status = async (address: string) => (await app.request(address)).status;
  assert.equal(await status(`/editions/${LATEST_EDITION}/comparaison/${LATEST_EDITION}`), 400);
  for (const address of [
    `/editions/${LATEST_EDITION}/comparaison/${LATEST_EDITION}`,
    `/editions?comparer=${LATEST_EDITION}&avec=${LATEST_EDITION}`,
  ]) {
    assert.equal(await status(address), 400);
    assert.match(await read(address), /avec Choisissez deux éditions différentes\. Comparer deux/);
  }
  assert.equal(await status(`/editions/${LATEST_EDITION}/comparaison/rien`), 404);
  assert.equal(await status(`/editions/rien/comparaison/${LATEST_EDITION}.json`), 404);
  const chosen = await app.request(`/en/editions?comparer=${EARLIER_EDITION}&avec=${LATEST_EDITION}`);
  assert.equal(chosen.status, 302);
  assert.equal(
    chosen.headers.get('location'),
    `/en/editions/${EARLIER_EDITION}/comparaison/${LATEST_EDITION}`,
  );
});

test('a criterion that the methodology does not have is refused, and never answered by another', async () => {
  const absent = 'mobile';
  for (const address of [
    `/editions/${LATEST_EDITION}?critere=${absent}`,
    `/editions/${LATEST_EDITION}?tri=-${absent}`,
    `/editions/${LATEST_EDITION}/revisions/1?critere=${absent}`,
    `/editions/${LATEST_EDITION}/synthese?critere=${absent}`,
    `/editions/${LATEST_EDITION}/comparaison/${EARLIER_EDITION}?critere=${absent}`,
  ]) {
    assert.equal((await app.request(address)).status, 400, address);
    assert.match(await read(address), /(critere|tri) – valeur non reconnue/);
  }
});

test('an edition says how its procedures were chosen, with the numbers', async () => {
  assert.match(
    await read(`/editions/${BUILT_EDITION}`),
    /les 20 plus utilisées en un an, tous canaux, parmi \d+ dont le volume est connu\. \d+ démarches? sans volume/,
  );
  const listed = await read(`/editions/${LISTED_EDITION}`);
  assert.match(listed, /la liste « liste\.csv », avec un motif pour chacune/);
  assert.match(listed, /Demander une licence de pêche à pied Demandée par les élus/);
});

test('a corrected edition shows its revisions and what the last one changed; an older one leads to it', async () => {
  const latest = await read(`/editions/${LATEST_EDITION}`);
  assert.match(latest, /Révision 2 10 janvier 2026 Cellule de mesure Trois lignes du fichier/);
  assert.match(latest, /3 différences/);
  assert.match(latest, /Satisfaction des usagers 0 \/ 10 Mauvais → puis 8,4 \/ 10 Bon/);
  assert.match(latest, /8,4 Bon corrigé/);
  assert.doesNotMatch(latest, /Révision remplacée/);
  const first = await read(`/editions/${LATEST_EDITION}/revisions/1`);
  const markup = await (await app.request(`/editions/${LATEST_EDITION}/revisions/1`)).text();
  const counted = [...markup.matchAll(/<a href="([^"]*niveau=good[^"]*)">Voir/g)].map(
    ([, href = '']) => href,
  );
  assert.ok(counted.length > 3);
  for (const href of counted)
    assert.match(href, /\/revisions\/1\?/, 'what a revision counts is listed in it');
  assert.match(first, /Révision remplacée .* La révision 2, du 10 janvier 2026, la remplace/);
  assert.doesNotMatch(first, /différences|8,4 Bon corrigé|Synthèse|Article|Comparaison avec/);
});

test('an edition known by its totals says that nothing else is known, and breaks no other page', async () => {
  const text = await read(`/editions/${TOTALS_EDITION}`);
  assert.match(text, /seuls les totaux ci-dessous sont connus/);
  assert.match(text, /Jugées très bonnes 50 % sur 80 démarches équipées/);
  const summary = await app.request(`/editions/${TOTALS_EDITION}/synthese`);
  assert.equal(summary.headers.get('location'), `/editions/${TOTALS_EDITION}`);
  assert.equal((await readJson(`/editions/${TOTALS_EDITION}/synthese.json`)).aggregates, null);
});

test('the list says which editions were corrected, and which are known by their totals', async () => {
  const text = await read('/editions');
  assert.match(
    text,
    /Janvier 2026 Article 31 décembre 2025 31 décembre 2025 Corrigée le 10 janvier 2026 , révision 2/,
  );
  assert.match(text, /Avril 2020 Article · Connue par ses totaux/);
  const { editions } = await readJson('/editions.json');
  assert.equal(editions[0]?.revised_at, '2026-01-10T09:00:00.000Z');
  assert.equal(editions.at(-1)?.known_by, 'totals');
});

test('the feed is announced on the pages of editions and tells publications and corrections, newest first', async () => {
  for (const address of ['/en/editions', `/en/editions/${LATEST_EDITION}`]) {
    const page = await (await app.request(address)).text();
    assert.match(
      page,
      /<link rel="alternate" type="application\/atom\+xml" [^>]*href="\/en\/editions\.atom">/,
    );
  }
  const answer = await app.request('/editions.atom');
  assert.equal(answer.headers.get('content-type'), 'application/atom+xml; charset=utf-8');
  const text = await answer.text();
  const updates = [...text.matchAll(/<entry>.*?<updated>(.*?)<\/updated>/gs)].map(([, day]) => day);
  assert.deepEqual(updates, updates.toSorted().toReversed());
  assert.match(
    text,
    /correction, révision 2.*?3\u00a0différences\. Motif\u00a0: Trois lignes.*?&lt;l’administration&gt;/s,
  );
});
