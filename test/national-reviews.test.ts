/** The page of all reviews together and the block of one procedure's page, against what was sent. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { findProcedure } from '../src/catalogue/index.ts';
import { readCsv } from '../src/core/csv.ts';
import type { App } from '../src/core/http/context.ts';
import { meanFromCounts, meanInterval } from '../src/criteria/index.ts';
import { createButton, keepContributions } from '../src/feedback/index.ts';
import { openData } from '../src/web/open-data/routes.ts';
import { publicSite } from '../src/web/public/routes.ts';
import { createApp } from '../src/web/server.ts';
import { type TestDatabase, testDatabase } from './support/database.ts';
import { htmlErrors } from './support/html.ts';
import { appOptions } from './support/http.ts';
import { ABSENT, publishProcedureStore, REQUEST, SETTLEMENT, SISTER } from './support/procedure-store.ts';
import {
  contributionOf,
  fillReviews,
  MADE_REVIEWS,
  type MadeReviews,
  TODAY,
} from './support/review-store.ts';

const CREATED = new Date('2025-12-01T09:00:00Z');
/** All the best, of which there are enough for a mark. */
const BEST = 40;

let app: App;
let db: TestDatabase;
let made: MadeReviews;
before(async () => {
  db = await testDatabase();
  await publishProcedureStore(db);
  made = await fillReviews(db, await subjectOf(REQUEST));
  await buttonOf(SISTER, 'avis');
  await buttonOf(ABSENT, 'signalement');
  const best = await buttonOf(SETTLEMENT, 'avis');
  const answers = [{ question: 'satisfaction', version: 'v1', grades: ['10'], comment: null }];
  await keepContributions(
    db,
    Array.from({ length: BEST }, () => contributionOf(best, { openedOn: TODAY, answers })),
  );
  app = createApp(appOptions(db, [publicSite, openData]));
});

async function subjectOf(publicId: string): Promise<number> {
  return (await findProcedure(db, publicId))?.current.subjectId ?? assert.fail(publicId);
}

async function buttonOf(publicId: string, questionnaire: string) {
  const place = { subjectId: await subjectOf(publicId), language: 'fr', questionnaire, author: 'test' };
  return createButton(db, { ...place, channel: 'web', step: null }, CREATED);
}

/** The words of a page, with plain spaces. */
function read(markup: string): string {
  return markup
    .replace(/.*<main/s, '<main')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/[\s\u00a0\u202f]+/g, ' ');
}

test('all reviews are counted, equipped procedures of all, and those rated very good of the equipped', async () => {
  // biome-ignore lint/suspicious/noExplicitAny: what a reader of the file gets
  const told = (await (await app.request('/avis.json')).json()) as any;
  const n = BEST + made.contributions.filter(({ outReason }) => outReason === null).length;
  assert.ok(n < BEST + MADE_REVIEWS);
  assert.equal(told.reviews_in_all, n);
  const sum = (list: { reviews: number }[]) => list.reduce((all, { reviews }) => all + reviews, 0);
  assert.equal(sum(told.months), n);
  assert.equal(sum(told.ministries), told.whole.reviews);
  assert.equal(sum(told.procedures), told.whole.reviews);
  assert.equal(told.whole.procedures, 6);
  assert.equal(told.whole.equipped, 3, 'a button to report a problem does not count');
  assert.deepEqual(told.whole.very_good, { numerator: 1, denominator: 3, value: 1 / 3 });
  assert.equal(told.whole.unrated, 1);
  const unmarked = told.procedures.filter(
    (one: { equipped: boolean; satisfaction: { value: number | null } }) =>
      one.equipped && one.satisfaction.value === null,
  );
  assert.equal(unmarked.length, told.whole.unrated, 'those without a mark are those that are not judged');
  assert.equal(told.whole.satisfaction.level, 'none', 'a level is of one procedure');
  assert.equal(told.months[0].from, '2024-11-01');
  assert.deepEqual([told.months[0].equipped, told.months.at(-1).equipped], [1, 3]);
});

test('the page says the same in both languages, and the file has a line a group', async () => {
  for (const prefix of ['', '/en']) {
    assert.deepEqual(await htmlErrors(await (await app.request(`${prefix}/avis`)).text()), []);
  }
  const page = read(await (await app.request('/avis')).text());
  assert.match(page, /\d+ avis recueillis depuis le premier bouton\. 3 démarches ont aujourd’hui un bouton/);
  assert.match(page, /Démarches équipées 3 sur 6 démarches, soit 50,0 %/);
  assert.match(page, /Démarches très bien notées 33,3 % 1 sur 3 démarches équipées/);
  assert.match(page, /tous avis réunis \d,\d\d \/ 10 sur \d+ avis \[\d,\d\d – \d,\d\d\]/);
  const { rows } = readCsv(Buffer.from(await (await app.request('/avis.csv')).arrayBuffer()));
  const groups = new Set(rows.map(({ cells }) => cells.groupe));
  assert.deepEqual([...groups], ['ensemble', 'periode_precedente', 'ministere', 'demarche', 'mois']);
  assert.equal(rows[0]?.cells.tres_bien, '1');
});

test('the share rated very good is of any months, beside as many before, with what intervals leave of it', async () => {
  // biome-ignore lint/suspicious/noExplicitAny: what a reader of the file gets
  const told = (await (await app.request('/avis.json?du=2025-10-20&au=2025-12-02')).json()) as any;
  assert.deepEqual(told.period, { from: '2025-10-01', to: '2025-12-31' });
  assert.deepEqual(told.previous.period, { from: '2025-07-01', to: '2025-09-30' });
  const counted = made.contributions.filter(({ outReason }) => outReason === null);
  const within = ({ from, to }: { from: string; to: string }) =>
    counted.filter(({ review }) => from <= review.openedOn && review.openedOn <= to);
  for (const { period, whole } of [told, told.previous]) {
    const grades = Map.groupBy(within(period), ({ answers }) => Number(answers[0]?.grades[0]));
    const counts = Object.fromEntries([...grades].map(([grade, of]) => [grade, of.length]));
    const mark = meanFromCounts(counts) ?? assert.fail();
    const [low, high] = meanInterval(counts, [0, 10]) ?? assert.fail();
    assert.equal(whole.reviews, within(period).length);
    assert.equal(whole.satisfaction.value, mark);
    assert.equal(whole.very_good.numerator, Number(mark > 8));
    assert.deepEqual(whole.very_good_range, [Number(low > 8), Number(high > 8)]);
  }
  assert.deepEqual(
    [told.whole.equipped, told.previous.whole.equipped],
    [3, 1],
    'equipped at the end of each period',
  );
  const page = read(await (await app.request('/avis?du=2025-10-20&au=2025-12-02')).text());
  assert.match(page, /Démarches équipées 3 sur 6/);
  assert.match(page, /3 démarches ont aujourd’hui un bouton/);
  assert.match(page, /La période est de mois entiers, du 1er octobre 2025 au 31 décembre 2025/);
  assert.match(page, /Autant de mois avant : du 1er juillet 2025 au 30 septembre 2025/);
  const english = read(await (await app.request('/en/avis?du=2024-11-01&au=2024-11-30')).text());
  assert.match(
    english,
    /As many months before, from 1 October 2024 to 31 October 2024, no procedure was equipped/,
  );
});

test('without a first day, twelve months end with that of the last one', async () => {
  for (const [au, from, to] of [
    ['2025-12-02', '2025-01-01', '2025-12-31'],
    [TODAY, '2025-02-01', TODAY],
  ] as const) {
    const { period } = (await (await app.request(`/avis.json?au=${au}`)).json()) as { period: unknown };
    assert.deepEqual(period, { from, to });
  }
});

test('where no mark is known nothing is said of who is very good, and a month in progress is said to be short', async () => {
  const month = '/avis.json?du=2024-11-01&au=2024-11-30';
  // biome-ignore lint/suspicious/noExplicitAny: what a reader of the file gets
  const told = (await (await app.request(month)).json()) as any;
  assert.deepEqual([told.whole.equipped, told.whole.unrated], [1, 1]);
  assert.equal(told.whole.very_good.value, null);
  const { rows } = readCsv(
    Buffer.from(await (await app.request(month.replace('json', 'csv'))).arrayBuffer()),
  );
  const { tres_bien: good, tres_bien_min: least, sans_note: unrated } = rows[0]?.cells ?? {};
  assert.deepEqual([good, least, unrated], ['', '', '1']);
  const page = read(await (await app.request(month.replace('.json', ''))).text());
  assert.match(page, /aucune note : moins de 30 avis sur la démarche équipée/);
  const present = read(await (await app.request(`/avis?du=${TODAY}&au=${TODAY}`)).text());
  assert.match(present, /Le mois en cours n’est pas fini/);
  assert.doesNotMatch(page, /Le mois en cours n’est pas fini/);
});

test('months that have not come or are no days are refused by the name of their field', async () => {
  for (const [query, field] of [
    ['du=2026-02-01', 'du'],
    ['au=2026-01-16', 'au'],
    ['du=hier', 'du'],
    ['du=1989-12-31', 'du'],
  ] as const) {
    for (const form of ['', '.json', '.csv']) {
      const answer = await app.request(`/avis${form}?${query}`);
      assert.equal(answer.status, 400, `${form} ${query}`);
      assert.match(await answer.text(), new RegExp(field));
    }
  }
});

test('the page of a procedure leads to its reviews, with its mark up to yesterday; without a button it says nothing', async () => {
  const open = async (id: string) => {
    const { current } = (await findProcedure(db, id)) ?? assert.fail();
    return (await app.request(`/demarches/${current.publicId}-${current.slug}`)).text();
  };
  const markup = await open(REQUEST);
  assert.match(
    read(markup),
    /Ce que disent les usagers \d,\d\d \/ 10 .*? avis du 15 janvier 2025 au 14 janvier 2026\. Avis recueillis depuis le 1er novembre 2024/,
  );
  assert.match(markup, /href="\/demarches\/1-demander-la-prime-de-mer\/avis"/);
  assert.doesNotMatch(await open(ABSENT), /\/avis"[^<]*>Tous les avis/);
});

test('reviews of the moment are not kept: one more is seen at once', async () => {
  const counted = async () =>
    ((await (await app.request('/avis.json')).json()) as { reviews_in_all: number }).reviews_in_all;
  const n = await counted();
  await keepContributions(db, [contributionOf(made.web, { openedOn: TODAY })]);
  assert.equal(await counted(), n + 1);
});

test('an empty store has a national page that says so', async () => {
  const empty = createApp(appOptions(await testDatabase(), [publicSite, openData]));
  for (const prefix of ['', '/en']) {
    const markup = await (await empty.request(`${prefix}/avis`)).text();
    assert.deepEqual(await htmlErrors(markup), []);
  }
  assert.match(read(await (await empty.request('/avis')).text()), /Aucun avis n’a encore été recueilli/);
  const { whole, months } = (await (await empty.request('/avis.json')).json()) as {
    whole: { procedures: number; reviews: number };
    months: unknown[];
  };
  assert.deepEqual([whole.procedures, whole.reviews, months], [0, 0, []]);
});
