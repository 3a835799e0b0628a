/** The pages of surveys, and the same as files: those that the project ships, and invented ones whose n is known. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { recordOthers } from '../src/catalogue/index.ts';
import { fixedClock } from '../src/core/clock.ts';
import { readCsv } from '../src/core/csv.ts';
import type { Database } from '../src/core/database.ts';
import type { App } from '../src/core/http/context.ts';
import { figuresOf, listSurveys, loadShippedFigures } from '../src/observations/index.ts';
import { openData } from '../src/web/open-data/routes.ts';
import { SURVEY_COLUMNS } from '../src/web/open-data/survey-rows.ts';
import { publicSite } from '../src/web/public/routes.ts';
import { createApp } from '../src/web/server.ts';
import { testDatabase } from './support/database.ts';
import { htmlErrors } from './support/html.ts';
import { appOptions } from './support/http.ts';
import { question, recordWaves, stateJourneySurveys, TOLD_SURVEY, wave } from './support/surveys.ts';

const NOW = fixedClock('2026-01-10T08:00:00Z');
const CREDOC = 'barometre-numerique-credoc';
const DIGITAL_GOUV = 'digital-gouv-sopra-steria-ipsos';

let db: Database;
let app: App;
before(async () => {
  db = await testDatabase();
  await db.transaction((tx) => loadShippedFigures(tx, NOW));
  await stateJourneySurveys(db);
  await recordWaves(db, 'deux-vagues', [wave(2024, [question(620)]), wave(2025, [question(670)])]);
  await recordWaves(db, 'sans-ecart', [wave(2024, [question(660)]), wave(2025, [question(670)])]);
  await recordWaves(db, 'autre-population', [
    wave(2024, [question(620)]),
    wave(2025, [question(670)], { population: { fr: 'jeunes', en: 'young people' } }),
  ]);
  app = createApp(appOptions(db, [publicSite, openData]));
});

/** The words of the main part of a page, with plain spaces; the page is valid. */
async function read(address: string): Promise<string> {
  const answer = await app.request(address, { headers: { accept: 'text/html' } });
  const page = await answer.text();
  assert.equal(answer.status, 200, `${address} ${page.slice(0, 200)}`);
  assert.deepEqual(await htmlErrors(page), [], address);
  const main = page.replace(/^.*?<main/s, '').replace(/<\/main>.*$/s, '');
  return main
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll(/[\s\u00a0\u202f]+/g, ' ');
}

const json = async (address: string) => (await (await app.request(address)).json()) as Told;

test('67 % against 62 % is told with an unknown n, without interval, and with the people that would settle it', async () => {
  const page = await read(`/barometres/${CREDOC}`);
  assert.match(page, /2016 62 % n inconnu/);
  assert.match(page, /2017 67 % n inconnu/);
  assert.match(page, /Libellé exact non donné par la source/);
  assert.match(page, /Entre 2016 et 2017 : 62 % puis 67 %, 5 points de plus/);
  assert.match(page, /Non testable .* leur nombre est inconnu\. .* au moins 704 personnes par vague/);
  assert.match(page, /le nombre de personnes est connu 0 sur 2/);
  assert.doesNotMatch(page, /Hausse|intervalle à 95 % \[/);
  assert.match(
    await read(`/en/barometres/${CREDOC}`),
    /From 2016 to 2017: 62%, then 67%, 5 points more\. .* at least 704 people/,
  );
});

test('countries stand side by side, the one that was not reported said so: neither 0 nor blank', async () => {
  const page = await read(`/barometres/${DIGITAL_GOUV}`);
  assert.match(page, /4 001 personnes interrogées/);
  for (const told of ['France 66 %', 'Royaume-Uni 64 %', 'Norvège 75 %', 'France 70 %', 'Allemagne 48 %']) {
    assert.ok(page.includes(`${told} n inconnu`), told);
  }
  assert.match(page, /Allemagne non communiqué/);
  assert.match(page, /Chiffres connus 7 sur 8/);
  assert.match(page, /écarts entre groupes ne sont pas testés/);
  assert.match(await read(`/en/barometres/${DIGITAL_GOUV}`), /Germany not reported/);
  const { waves } = await json(`/barometres/${DIGITAL_GOUV}.json`);
  const germany = waves[0]?.figures.find(({ group }) => group?.code === 'DE');
  assert.deepEqual([germany?.status, germany?.value, germany?.interval], ['not_reported', null, null]);
});

test('an answer within another is told as a part of it, a place among all the places there are', async () => {
  const caf = await read('/barometres/caf-fr');
  assert.match(caf, /Au moins une fois par mois 53 % n inconnu dont plusieurs fois par mois 27 % n inconnu/);
  const desi = await read('/barometres/desi');
  assert.match(desi, /Administration numérique, tous indicateurs 9e sur 28 Usages 6e sur 28/);
  assert.match(desi, /France 56 % n inconnu moyenne de l’Union européenne 34 % n inconnu/);
  assert.match(desi, /France : 22 points de plus/);
  assert.doesNotMatch(desi, /Libellé exact/);
  const markup = await (await app.request('/barometres/desi')).text();
  assert.equal(markup.match(/class="told" d=/g)?.length, 2);
  assert.match(await read('/en/barometres/desi'), /9th of 28 Usage 6th of 28/);
});

test('the list tells each survey: what it asks, who, how many people, its headline and what is known', async () => {
  const page = await read('/barometres');
  assert.match(page, /Baromètre numérique .* personnes de 12 ans et plus 2 vagues .* 67 % n inconnu/);
  assert.match(page, /France : 66 % .* Allemagne : non communiqué/);
  assert.match(page, /9e sur 28/);
  assert.match(page, /Enquête fictive .* 1 000 personnes interrogées/);
  await read('/en/barometres');
});

test('where n is known each share has its interval, and a change its test', async () => {
  const rise = await read('/barometres/deux-vagues');
  assert.match(rise, /2025 67 % de 64,0 % à 69,9 % · n = 1 000/);
  assert.match(
    rise,
    /Hausse Entre 2024 et 2025 : 62 % puis 67 %, 5 points de plus\. .* z = 2,34, p = 0,0195/,
  );
  const still = await read('/barometres/sans-ecart');
  assert.match(still, /Pas de changement établi Entre 2024 et 2025 : 66 % puis 67 %, 1 point de plus/);
  assert.match(still, /au moins [\d ]+ personnes par vague/);
  const { changes } = await json('/barometres/deux-vagues.json');
  assert.equal(changes[0]?.kind, 'rise');
  assert.ok(Math.abs((changes[0]?.test?.statistic ?? 0) - 2.3365) < 5e-5);
});

test('another wording or another population breaks the series: nothing is compared across', async () => {
  const page = await read(`/barometres/${TOLD_SURVEY}`);
  assert.match(page, /2023 60 % .* Rupture de série : la question a changé 2024 62 %/);
  assert.match(page, /« Avez-vous fait une démarche sur Internet \? »/);
  assert.match(page, /« Cette année, l’avez-vous fait \? »/);
  assert.match(page, /Entre 2023 et 2024 : 60 % puis 62 %\. Pas de comparaison : la question a changé/);
  assert.match(page, /Hausse Entre 2024 et 2025/);
  assert.match(page, /Ces parts portent sur : ceux qui l’ont fait \(600 personnes interrogées\)/);
  const other = await read('/barometres/autre-population');
  assert.match(other, /Rupture de série : la population interrogée a changé/);
  assert.match(other, /Pas de comparaison : les deux vagues n’ont pas interrogé la même population/);
  const { breaks } = await json(`/barometres/${TOLD_SURVEY}.json`);
  assert.deepEqual(breaks, [{ question: 'ligne', wave: '2024', kind: 'wording' }]);
});

test('as CSV a line is a figure, with its interval or why it has none, and its change', async () => {
  const csv = await (await app.request(`/barometres/${CREDOC}.csv`)).arrayBuffer();
  const { header, rows } = readCsv(Buffer.from(csv));
  assert.deepEqual(header, [...SURVEY_COLUMNS]);
  assert.deepEqual(
    rows.map(({ cells }) => [cells.vague, cells.valeur, cells.n, cells.motif, cells.motif_evolution]),
    [
      ['2016', '0.62', '', 'n_unknown', ''],
      ['2017', '0.67', '', 'n_unknown', 'n_unknown'],
    ],
  );
  const list = readCsv(Buffer.from(await (await app.request('/barometres.csv')).arrayBuffer()));
  assert.ok(list.rows.some(({ cells }) => cells.slug === DIGITAL_GOUV && cells.personnes === '4001'));
});

test('a survey that is not there is not found; one whose slug changed leads to its page', async () => {
  assert.equal((await app.request('/barometres/rien')).status, 404);
  assert.equal((await app.request('/barometres/rien.csv')).status, 404);
  const survey = (await listSurveys(db, NOW.now())).find(({ slug }) => slug === 'sans-ecart');
  const moved = await testDatabase();
  await recordWaves(moved, 'ancien', [wave(2025, [question(670)])]);
  const subjectId = (await listSurveys(moved, NOW.now()))[0]?.subjectId;
  assert.ok(survey !== undefined && subjectId !== undefined);
  await moved.transaction((tx) =>
    recordOthers(tx, [{ kind: 'survey', subjectId, slug: 'nouveau', validFrom: '2026-01-01' }]),
  );
  const site = createApp(appOptions(moved, [publicSite, openData]));
  const answer = await site.request('/en/barometres/ancien');
  assert.deepEqual([answer.status, answer.headers.get('location')], [301, '/en/barometres/nouveau']);
});

test('what the project ships is loaded once: again, it changes nothing', async () => {
  const before = await listSurveys(db, NOW.now());
  const count = async () =>
    (await db.query<{ n: number }>('select count(*)::int as n from observations.wave'))[0]?.n;
  const rows = await count();
  await db.transaction((tx) => loadShippedFigures(tx, NOW));
  assert.equal(await count(), rows);
  assert.deepEqual(await listSurveys(db, NOW.now()), before);
});

test('every figure of a shipped survey is one of a wave, and its number of people that of its wave', async () => {
  const shipped = await testDatabase();
  await shipped.transaction((tx) => loadShippedFigures(tx, NOW));
  const surveys = await listSurveys(shipped, NOW.now());
  assert.equal(surveys.length, 4);
  for (const { waves, observations } of surveys) {
    const samples = observations.filter(({ indicator }) => indicator === 'sample_size');
    for (const { value } of samples) assert.equal(waves[0]?.people, value);
    const shown = waves.flatMap((one) => figuresOf(one, observations)).map(({ observation }) => observation);
    assert.deepEqual(new Set(shown), new Set(observations).difference(new Set(samples)));
  }
});

test('a store without survey says so', async () => {
  const empty = createApp(appOptions(await testDatabase(), [publicSite, openData]));
  const page = await (await empty.request('/barometres')).text();
  assert.match(page, /Aucune enquête n’est encore décrite/);
  assert.deepEqual(await (await empty.request('/barometres.json')).json(), { surveys: [] });
});

/** The keys of documents that are looked at here. */
type Told = {
  waves: {
    figures: { group: { code: string } | null; status: string; value: number; interval: unknown }[];
  }[];
  changes: { kind: string; test: { statistic: number } | null }[];
  breaks: unknown[];
};
