import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { type TestDatabase, testDatabase } from '../../test/support/database.ts';
import { newReviewId } from './form-token.ts';
import { keepContributions } from './keep.sql.ts';
import { recountDaily } from './recount.sql.ts';
import type { Answer, Contribution } from './review.ts';

let db: TestDatabase;
before(async () => {
  db = await testDatabase();
});

const OPENED_MS = Date.UTC(2026, 2, 4, 12);

function given(subjectId: number, answers: Contribution['answers'], receivedAtMs = OPENED_MS): Contribution {
  return {
    review: {
      subjectId,
      id: newReviewId(OPENED_MS, crypto.getRandomValues(new Uint8Array(10))),
      buttonId: 'abcdefghij',
      channel: 'web',
      ending: 'unknown',
      step: null,
      serviceVersion: null,
      language: 'fr',
      openedOn: '2026-03-04',
    },
    isNew: true,
    outReason: null,
    answers,
    receivedAtMs,
  };
}

const satisfied = (grade: string): Answer => ({
  question: 'satisfaction',
  version: 'v1',
  grades: [grade],
  comment: null,
});
const said = (comment: string | null): Answer => ({
  question: 'comment',
  version: 'v1',
  grades: comment === null ? [] : ['given'],
  comment,
});

async function assertHeld(subjectId: number, expected: readonly (readonly unknown[])[]): Promise<void> {
  const rows = await db.query<Answer>(
    `select question, grades, comment from feedback.answer where subject_id = $1 order by question, grades`,
    [subjectId],
  );
  assert.deepEqual(
    rows.map(({ question, grades, comment }) => [question, grades.join(' '), comment]),
    expected,
  );
  const { differences } = await recountDaily(db, { dryRun: true, subjectIds: [subjectId] });
  assert.deepEqual(differences, []);
}

test('an answer left blank stands against what was said before it and comes after it', async () => {
  const first = given(1, [satisfied('10')]);
  const blank = { ...first, isNew: false, answers: [said(null)], receivedAtMs: OPENED_MS + 2_000 };
  // What one server took to its journal while another one took the blank.
  const late = {
    ...first,
    isNew: false,
    answers: [said('Je le retire ensuite')],
    receivedAtMs: OPENED_MS + 1_000,
  };
  for (const one of [first, blank, late]) await keepContributions(db, [one]);
  await assertHeld(1, [
    ['comment', '', null],
    ['satisfaction', '10', null],
  ]);
  await keepContributions(db, [
    { ...late, answers: [said('Je le dis enfin')], receivedAtMs: OPENED_MS + 3_000 },
  ]);
  await assertHeld(1, [
    ['comment', 'given', 'Je le dis enfin'],
    ['satisfaction', '10', null],
  ]);
});

test('what is said to be new and is not is kept once, and those beside it are all kept', async () => {
  const known = given(2, [satisfied('0')]);
  await keepContributions(db, [known]);
  const others = ['5', '10'].map((grade) => given(2, [satisfied(grade)]));
  await keepContributions(db, [...others, known]);
  await keepContributions(db, [...others, known]);
  await assertHeld(2, [
    ['satisfaction', '0', null],
    ['satisfaction', '10', null],
    ['satisfaction', '5', null],
  ]);
});

test('new reviews that are out of the figures are kept, and counted in none', async () => {
  await keepContributions(db, [
    { ...given(3, [satisfied('0')]), outReason: 'burst' },
    given(3, [satisfied('10')]),
  ]);
  await assertHeld(3, [
    ['satisfaction', '0', null],
    ['satisfaction', '10', null],
  ]);
  const counts = await db.query('select grade, n from feedback.daily where subject_id = 3');
  assert.deepEqual(counts, [{ grade: '10', n: 1 }]);
});

test('two writers that bring the same new reviews at once, in other orders, keep each once', async () => {
  const reviews = Array.from({ length: 40 }, () => given(4, [satisfied('10')]));
  await Promise.all([
    keepContributions(db, reviews),
    keepContributions(db, reviews.toReversed()),
    keepContributions(
      db,
      reviews.map((one) => ({ ...one, isNew: false })),
    ),
  ]);
  const counts = await db.query('select grade, n from feedback.daily where subject_id = 4');
  assert.deepEqual(counts, [{ grade: '10', n: 40 }]);
});
