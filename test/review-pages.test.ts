/** The pages of reviews, and the same as files, against a recount of what was sent. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { findProcedure } from '../src/catalogue/index.ts';
import { addDays } from '../src/core/clock.ts';
import { readCsv } from '../src/core/csv.ts';
import type { App } from '../src/core/http/context.ts';
import { meanFromCounts, meanInterval } from '../src/criteria/index.ts';
import { type Contribution, createButton, keepContributions } from '../src/feedback/index.ts';
import { openData } from '../src/web/open-data/routes.ts';
import { publicSite } from '../src/web/public/routes.ts';
import { createApp } from '../src/web/server.ts';
import { type TestDatabase, testDatabase } from './support/database.ts';
import { htmlErrors } from './support/html.ts';
import { appOptions } from './support/http.ts';
import {
  ABSENT,
  HOSTILE,
  publishProcedureStore,
  REQUEST,
  SETTLEMENT,
  SISTER,
} from './support/procedure-store.ts';
import {
  contributionOf,
  fillReviews,
  type MadeReviews,
  NEW_WORDING_ON,
  TODAY,
} from './support/review-store.ts';

let app: App;
let db: TestDatabase;
let made: MadeReviews;
const CREATED = new Date('2025-12-01T09:00:00Z');
const FIRST_DAY = '2025-01-16';

before(async () => {
  db = await testDatabase();
  await publishProcedureStore(db);
  made = await fillReviews(db, await subjectOf(REQUEST));
  app = createApp(appOptions(db, [publicSite, openData]));
});

async function subjectOf(publicId: string): Promise<number> {
  return (await findProcedure(db, publicId))?.current.subjectId ?? assert.fail(publicId);
}

async function buttonOf(publicId: string) {
  const place = {
    subjectId: await subjectOf(publicId),
    language: 'fr',
    questionnaire: 'avis',
    author: 'test',
  };
  return createButton(db, { ...place, channel: 'web', step: null }, CREATED);
}

/** An answer at the present address of a procedure. */
async function get(id: string, ending = '', prefix = '', accept = 'text/html') {
  const { current } = (await findProcedure(db, id)) ?? assert.fail(id);
  const address = `${prefix}/demarches/${current.publicId}-${current.slug}/avis${ending}`;
  return app.request(address, { headers: { accept } });
}

async function json(id: string, query = '') {
  const answer = await get(id, `.json${query}`);
  assert.equal(answer.status, 200);
  // biome-ignore lint/suspicious/noExplicitAny: what a reader of the file gets
  return (await answer.json()) as any;
}

/** The words of a page, with plain spaces. */
function read(markup: string): string {
  return markup
    .replace(/.*<main/s, '<main')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll(/[\s\u00a0\u202f]+/g, ' ');
}

const isIn = ({ review, outReason }: Contribution) =>
  outReason === null && review.openedOn >= FIRST_DAY && review.openedOn <= TODAY;
const gradesOf = (list: readonly Contribution[], question: string) =>
  list.flatMap(({ answers }) =>
    answers.filter((one) => one.question === question).flatMap(({ grades }) => grades),
  );

function countOf(grades: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const grade of grades) counts[grade] = (counts[grade] ?? 0) + 1;
  return counts;
}

test('the indices, their n and their intervals are those of the reviews that were sent, of the twelve months to today', async () => {
  const told = await json(REQUEST);
  const counted = made.contributions.filter(isIn);
  assert.deepEqual(told.period, { from: FIRST_DAY, to: TODAY });
  assert.equal(told.reviews, counted.length);
  const satisfaction = countOf(gradesOf(counted, 'satisfaction'));
  assert.deepEqual(told.results.satisfaction.counts, { '0': 0, '5': 0, ...satisfaction });
  assert.equal(told.results.satisfaction.value, meanFromCounts(satisfaction));
  assert.deepEqual(told.results.satisfaction.interval, meanInterval(satisfaction, [0, 10]));
  const clarity = countOf(gradesOf(counted, 'clarity'));
  assert.equal(told.results.clarity.value, meanFromCounts(clarity));
  const help = gradesOf(counted, 'help');
  const answered = help.filter((grade) => grade === 'none' || grade === 'tried').length;
  const none = help.filter((grade) => grade === 'none').length;
  assert.deepEqual([told.results.autonomy.numerator, told.results.autonomy.denominator], [none, answered]);
  const reached = gradesOf(counted, 'help_reached');
  const yes = reached.filter((grade) => grade.endsWith('=yes')).length;
  const tried = reached.filter((grade) => grade.includes('=')).length;
  assert.equal(told.results.help_reachable.value, yes / tried);
  assert.equal(told.results.help_reachable.n, tried);
});

test('groups by ending, channel and button add up to the whole', async () => {
  const told = await json(REQUEST);
  for (const group of ['by_ending', 'by_channel', 'by_button']) {
    const sum = told[group].reduce((all: number, { reviews }: { reviews: number }) => all + reviews, 0);
    assert.equal(sum, told.reviews, group);
  }
  const counted = made.contributions.filter(isIn);
  for (const { ending, reviews } of told.by_ending) {
    assert.equal(reviews, counted.filter(({ review }) => review.ending === ending).length, ending);
  }
});

test('a filter keeps the reviews it names, in the figures, the groups and the chart', async () => {
  const told = await json(REQUEST, `?bouton=${made.web.id}&fin=success&du=2025-09-01&au=2025-12-31`);
  const kept = made.contributions.filter(
    (one) =>
      isIn(one) &&
      one.review.buttonId === made.web.id &&
      one.review.ending === 'success' &&
      one.review.openedOn >= '2025-09-01' &&
      one.review.openedOn <= '2025-12-31',
  );
  assert.equal(told.reviews, kept.length);
  const [satisfaction] = told.evolution;
  const drawn = satisfaction.points.reduce(
    (sum: number, { result }: { result: { n: number } }) => sum + result.n,
    0,
  );
  assert.equal(drawn, kept.length);
  assert.equal(told.forms.opened, null, 'a form does not know yet how the journey ended');
});

test('a chart goes by day, week or month as its period grows, and breaks where the question changed', async () => {
  const steps = { '2025-12-20': 'day', '2025-10-15': 'week', '2025-02-01': 'month' };
  for (const [du, step] of Object.entries(steps)) {
    assert.equal((await json(REQUEST, `?du=${du}`)).evolution[0].step, step);
  }
  const told = await json(REQUEST, '?du=2025-07-01&au=2025-12-31');
  const clarity = told.evolution.find(({ criterion }: { criterion: string }) => criterion === 'clarity');
  assert.equal(clarity.breaks.length, 1);
  assert.deepEqual(clarity.breaks[0].versions, ['v2']);
  assert.ok(clarity.breaks[0].on <= NEW_WORDING_ON && addDays(clarity.breaks[0].on, 6) >= NEW_WORDING_ON);
  const markup = await (await get(REQUEST, '?du=2025-02-01')).text();
  assert.match(markup, /class="break"/);
  assert.match(read(markup), /rupture de série – la question a changé de mots ou d’échelle \(version v2\)/);
});

test('a rise is told with its test against the period before, and with the value before', async () => {
  const query = '?du=2025-07-20&au=2026-01-15';
  const told = await json(REQUEST, query);
  assert.equal(told.changes.satisfaction.kind, 'rise');
  assert.ok(told.changes.satisfaction.test.p < 0.05);
  assert.ok(told.previous.results.satisfaction.value < told.results.satisfaction.value);
  assert.match(read(await (await get(REQUEST, query)).text()), /Hausse · c’est mieux, test .*?, p [=<] 0,0/);
});

test('who was asked, what is left out, how forms end and what share reviews are, in words', async () => {
  const answer = await get(REQUEST);
  const markup = await answer.text();
  assert.deepEqual(await htmlErrors(markup), []);
  const page = read(markup);
  const counted = made.contributions.filter(isIn);
  assert.match(
    page,
    new RegExp(
      `Satisfaction : \\d,\\d\\d / 10, niveau « \\w+ », selon ${counted.length} avis du 16 janvier 2025`,
    ),
  );
  assert.match(
    page,
    /Ceux dont la démarche n’a pas abouti ont aussi été interrogés : \d+ sur \d+ avis dont la fin est connue/,
  );
  const since = made.contributions.filter(({ review }) => review.openedOn >= FIRST_DAY);
  const left = (reason: string) => since.filter(({ outReason }) => outReason === reason).length;
  assert.match(page, new RegExp(`Trop d’avis d’un même réseau mis en quarantaine ${left('burst')} `));
  assert.match(page, new RegExp(`Doublons écartés ${left('duplicate')} `));
  assert.match(page, /Formulaires ouverts qui ont reçu une réponse 25,0 % 730 sur 2 920 formulaires ouverts/);
  assert.match(page, /3 visites de boutons fermés/);
  assert.match(page, /On ne sait pas combien de fois la démarche est réalisée/);
  assert.match(
    page,
    /Au guichet, étape « accueil » \w{10} du 1er novembre 2024 au 15 janvier 2026, fermé, motif : Accueil fermé pour travaux/,
  );
  assert.doesNotMatch(page, /Très clair, merci/, 'no comment is published');
  assert.doesNotMatch(JSON.stringify(await json(REQUEST)), /merci beaucoup/);
});

test('every table of the page stands beside its chart, and English says the same', async () => {
  const markup = await (await get(REQUEST, '', '/en')).text();
  assert.deepEqual(await htmlErrors(markup), []);
  const page = read(markup);
  assert.match(page, /Who answered/);
  assert.match(page, /In quarantine|in quarantine/);
  const charts = markup.split('<figure class="chart">').slice(1);
  assert.ok(charts.length >= 2);
  for (const chart of charts) assert.match(chart.split('</figure>')[0] ?? '', /<table/);
});

test('a procedure without a button says so and stays out of search engines', async () => {
  const markup = await (await get(ABSENT)).text();
  assert.match(read(markup), /Pas de bouton sur cette démarche/);
  assert.match(markup, /<meta name="robots" content="noindex">/);
  assert.deepEqual(await htmlErrors(markup), []);
  assert.equal((await json(ABSENT)).results.satisfaction.status, 'not_reported');
  assert.doesNotMatch(await (await get(REQUEST)).text(), /noindex/);
});

test('a button without a review, one review, reviews in quarantine alone, a period without any', async () => {
  const button = await buttonOf(SISTER);
  const empty = read(await (await get(SISTER)).text());
  assert.match(empty, /Aucun avis compté du 16 janvier 2025 au 15 janvier 2026\./);
  assert.match(empty, /Aucun formulaire ouvert sur cette période/);
  await keepContributions(db, [contributionOf(button, { openedOn: TODAY, outReason: 'burst' })]);
  const quarantined = await (await get(SISTER)).text();
  assert.deepEqual(await htmlErrors(quarantined), []);
  assert.match(read(quarantined), /Aucun avis compté du .*Trop d’avis d’un même réseau mis en quarantaine 1/);
  assert.match(read(quarantined), /Non calculable : 1 avis reçus pour 0 ouvertures comptées/);
  await keepContributions(db, [contributionOf(button, { openedOn: TODAY })]);
  const one = await (await get(SISTER)).text();
  assert.deepEqual(await htmlErrors(one), []);
  assert.match(read(one), /1 avis du .*? : trop peu pour donner une note, il en faut 30\./);
  assert.match(
    read(one),
    /En ligne 1 sur 1 500 .*? 1 avis sur 1 500 démarches, volume de l’année au 31 décembre 2025/,
  );
  assert.match(read(one), /Tous moyens 1 sur 2 000/);
  const { satisfaction } = (await json(SISTER)).results;
  assert.deepEqual([satisfaction.status, satisfaction.n, satisfaction.value], ['insufficient', 1, null]);
  const without = await (await get(REQUEST, '?du=2024-01-01&au=2024-02-01')).text();
  assert.deepEqual(await htmlErrors(without), []);
  assert.match(read(without), /Aucun avis compté du 1er janvier 2024 au 1er février 2024/);
});

test('satisfaction asked of those who succeed alone is said to be overstated, and an unknown ending unknown', async () => {
  const successes = await buttonOf(SETTLEMENT);
  const sent = Array.from({ length: 40 }, () =>
    contributionOf(successes, { openedOn: TODAY, ending: 'success' }),
  );
  await keepContributions(db, sent);
  assert.match(
    read(await (await get(SETTLEMENT)).text()),
    /Toutes les fins connues sont des réussites \(40 avis\)/,
  );
  const unknown = await buttonOf(HOSTILE);
  await keepContributions(db, [contributionOf(unknown, { openedOn: TODAY })]);
  const markup = await (await get(HOSTILE)).text();
  assert.match(read(markup), /Le service ne dit pas comment les démarches se terminent/);
  assert.doesNotMatch(markup, /<b>cadastre/);
});

test('a bad parameter is one answer that names it, in every form of the page', async () => {
  for (const form of ['', '.json', '.csv']) {
    const answer = await get(REQUEST, `${form}?du=hier`, '', 'application/json');
    assert.equal(answer.status, 400);
    const { error } = (await answer.json()) as { error: { code: string; fields: { path: string }[] } };
    assert.deepEqual([error.code, error.fields.map(({ path }) => path)], ['InvalidInput', ['du']]);
    assert.equal((await get(REQUEST, `${form}?du=1990-01-01`)).status, 200, 'as early as a file may tell');
  }
});

test('the file of one procedure has a line a group and criterion, and says what its JSON says', async () => {
  const rows = readCsv(Buffer.from(await (await get(REQUEST, '.csv')).arrayBuffer())).rows;
  const told = await json(REQUEST);
  const line = (groupe: string, critere: string, membre = '') =>
    rows.find(({ cells }) => cells.groupe === groupe && cells.critere === critere && cells.membre === membre)
      ?.cells ?? assert.fail(`${groupe} ${critere}`);
  assert.equal(Number(line('ensemble', 'satisfaction').valeur), told.results.satisfaction.value);
  assert.equal(line('ensemble', 'satisfaction').evolution, told.changes.satisfaction.kind);
  assert.equal(Number(line('periode_precedente', 'clarity').n), told.previous.results.clarity.n);
  assert.equal(
    Number(line('bouton', 'satisfaction', made.web.id).n),
    told.by_button.find(({ button }: { button: string }) => button === made.web.id).reviews,
  );
  assert.equal(line('mois', 'satisfaction', FIRST_DAY).periode_debut, FIRST_DAY);
});
