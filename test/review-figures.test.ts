/** Figures of reviews beside what is no review of a form: reports of problems, and reviews of an earlier service. */
import assert from 'node:assert/strict';
import { open, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { findProcedure } from '../src/catalogue/index.ts';
import { fixedClock } from '../src/core/clock.ts';
import type { App } from '../src/core/http/context.ts';
import { type Answer, createButton, importReviews, keepContributions } from '../src/feedback/index.ts';
import { addOpenings } from '../src/feedback/opening.sql.ts';
import { openData } from '../src/web/open-data/routes.ts';
import { publicSite } from '../src/web/public/routes.ts';
import { createApp } from '../src/web/server.ts';
import { type TestDatabase, testDatabase } from './support/database.ts';
import { appOptions } from './support/http.ts';
import { publishProcedureStore, SISTER } from './support/procedure-store.ts';
import { contributionOf, TODAY } from './support/review-store.ts';

let app: App;
let db: TestDatabase;
let path: string;
let ids: { readonly opinion: string; readonly report: string };
const CREATED = new Date('2025-12-01T09:00:00Z');
const FORMS = 20;
const EARLIER = 40;

const answerOf = (question: string, grade: string, comment: string | null = null): Answer => ({
  question,
  version: 'v1',
  grades: [grade],
  comment,
});

before(async () => {
  db = await testDatabase();
  await publishProcedureStore(db);
  const { current } = (await findProcedure(db, SISTER)) ?? assert.fail(SISTER);
  path = `/demarches/${current.publicId}-${current.slug}/avis`;
  const { subjectId } = current;
  const place = { subjectId, language: 'fr', channel: 'web', step: null, author: 'test' } as const;
  const opinion = await createButton(db, { ...place, questionnaire: 'avis' }, CREATED);
  const report = await createButton(db, { ...place, questionnaire: 'signalement' }, CREATED);
  ids = { opinion: opinion.id, report: report.id };
  const openedOn = TODAY;
  await addOpenings(db, [{ subjectId, buttonId: opinion.id, day: openedOn, kind: 'opened', n: FORMS }]);
  const said = [answerOf('satisfaction', '10'), answerOf('comment', 'given', 'Clair.')];
  await keepContributions(db, [
    contributionOf(opinion, { openedOn, answers: said }),
    ...[1, 2, 3].map(() => contributionOf(opinion, { openedOn, answers: [answerOf('satisfaction', '5')] })),
  ]);
  const fault = [answerOf('report', 'problem'), answerOf('comment', 'given', 'Erreur.')];
  await keepContributions(db, [
    ...[1, 2, 3].map(() => contributionOf(report, { openedOn, answers: fault })),
    ...[1, 2].map(() => contributionOf(report, { openedOn, answers: fault, outReason: 'burst' })),
  ]);
  await importEarlier();
  app = createApp(appOptions(db, [publicSite, openData]));
});

/** Earlier reviews, half of them of the year before, some of which say nothing of satisfaction. */
async function importEarlier(): Promise<void> {
  const lines = Array.from({ length: EARLIER }, (_, at) => {
    const day = at % 2 === 0 ? '2025-06-01' : '2024-06-01';
    return `${at},${SISTER},${day},${at < 6 ? '' : 'Mal'},3`;
  });
  const file = join(tmpdir(), `vigie-earlier-${process.pid}.csv`);
  await writeFile(file, ['identifiant_avis,demarche,date,satisfaction,clarte', ...lines].join('\n'));
  const handle = await open(file);
  const clock = fixedClock(`${TODAY}T08:00:00Z`);
  const options = { source: 'ancien', version: 'import', author: 'test', skipBad: false, clock };
  const { withoutSatisfaction } = await db.transaction((tx) => importReviews(tx, handle, options));
  assert.equal(withoutSatisfaction, 6);
  await handle.close();
}

async function json(query = '') {
  const answer = await app.request(`${path}.json${query}`);
  assert.equal(answer.status, 200);
  // biome-ignore lint/suspicious/noExplicitAny: what a reader of the file gets
  return (await answer.json()) as any;
}

async function page(query = ''): Promise<string> {
  const markup = await (await app.request(`${path}${query}`)).text();
  return markup.replaceAll(/<[^>]*>/g, ' ').replaceAll(/[\s\u00a0\u202f]+/g, ' ');
}

test('reports of problems are no reviews: neither their comments, nor their quarantine, nor their button', async () => {
  const told = await json();
  assert.equal(told.answers.comments, 1);
  assert.deepEqual(told.forms.out, []);
  assert.ok(!JSON.stringify(told.by_button).includes(ids.report));
  assert.doesNotMatch(await page(), new RegExp(ids.report));
});

test('reviews of an earlier service are counted, and no form was opened for them', async () => {
  const { reviews, forms, by_button: byButton } = await json();
  const earlier = EARLIER / 2 - 3;
  assert.equal(reviews, 4 + earlier);
  assert.deepEqual([forms.opened, forms.received, forms.answered], [FORMS, 4 + earlier, 4]);
  assert.equal(forms.completion.value, 4 / FORMS);
  assert.equal(byButton.length, 2);
  const words = await page();
  assert.match(words, /Avis recueillis depuis le 1er décembre 2025/);
  assert.match(words, /1 bouton ouvert/);
});

test('a question put in other words is not compared with itself', async () => {
  const { changes } = await json();
  assert.deepEqual(
    [changes.satisfaction.kind, changes.satisfaction.reason],
    ['not_testable', 'criterion_not_comparable'],
  );
});

test('answers without a first answer are shown, and are no share of reviews that came through a form', async () => {
  const { results, reviews } = await json('?du=2024-01-01&au=2024-12-31');
  assert.equal(results.clarity.n, EARLIER / 2);
  assert.equal(reviews, EARLIER / 2 - 3);
  assert.doesNotMatch(await page('?du=2024-01-01&au=2024-12-31'), /Jusqu’où vont les réponses/);
  const howFar =
    /Satisfaction \(la seule obligatoire\) 4 sur 4 100 % Clarté 0 sur 4 0 % Aide 0 sur 4 0 % Commentaire 1 sur 4 25,0 %/;
  assert.match(await page(), howFar);
});
