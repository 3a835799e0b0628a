import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { testDatabase } from '../../test/support/database.ts';
import { OPINION_BUTTON } from '../../test/support/feedback-site.ts';
import { openJournals } from '../../test/support/journals.ts';
import { recordProcedures } from '../catalogue/index.ts';
import { closeButton, createButton } from './button.sql.ts';
import { newReviewId } from './form-token.ts';
import { recountDaily } from './recount.sql.ts';
import type { Contribution } from './review.ts';
import { createReviewWriter } from './review-writer.ts';

const log = { info() {}, warn() {}, error() {} };
const NOON_MS = Date.UTC(2026, 2, 4, 12);

async function aButton(t: TestContext) {
  const db = await testDatabase(t);
  const named = [{ publicId: '1', name: 'Démarche', validFrom: '2025-01-01' }];
  const [subjectId = 0] = await db.transaction((tx) => recordProcedures(tx, named));
  const button = await createButton(db, { ...OPINION_BUTTON, subjectId }, new Date('2026-01-01'));
  const said = (receivedAtMs: number, isNew: boolean, question: string, id = newId()): Contribution => ({
    review: {
      ...{ subjectId, id, buttonId: button.id, channel: 'web', ending: 'unknown', step: null },
      ...{ serviceVersion: null, language: 'fr', openedOn: '2026-03-04' },
    },
    isNew,
    outReason: null,
    answers: [{ question, version: 'v1', grades: ['10'], comment: null }],
    receivedAtMs,
  });
  return { db, button, said };
}

test('what waited in a journal for a button that was closed meanwhile is kept, and in no figure', async (t) => {
  const { db, button, said } = await aButton(t);
  const before = said(NOON_MS - 1, true, 'satisfaction');
  const after = said(NOON_MS + 1, true, 'satisfaction');
  const { journal, refused } = await openJournals(t);
  const waiting = [
    before,
    after,
    said(NOON_MS + 2, false, 'clarity', before.review.id),
    said(NOON_MS + 3, false, 'clarity', after.review.id),
  ];
  // Each is there twice, as after a kill between the store and the journal.
  await journal.append([...waiting, ...waiting].map((one) => JSON.stringify(one)));
  await closeButton(db, button.id, 'Service fermé', new Date(NOON_MS));
  const writer = createReviewWriter({ db, journal, refused, log, retryMs: 1 });
  for (let tries = 0; tries < 200 && !journal.isEmpty(); tries += 1) await wait(20);
  await writer.close();
  const states = await db.query<{ id: string; state: string; reason: string | null }>(
    'select id, state, reason from feedback.review',
  );
  assert.deepEqual(
    new Map(states.map(({ id, state, reason }) => [id, [state, reason]])),
    new Map([
      [before.review.id, ['counted', null]],
      [after.review.id, ['excluded', 'closed']],
    ]),
  );
  const counts = await db.query('select question, n from feedback.daily where n > 0 order by question');
  assert.deepEqual(counts, [
    { question: 'clarity', n: 1 },
    { question: 'satisfaction', n: 1 },
  ]);
  assert.equal((await recountDaily(db, { dryRun: true })).differing, 0);
});

test('what a server took that could not hear of a closing is kept, and in no figure', async (t) => {
  const { db, button, said } = await aButton(t);
  await closeButton(db, button.id, 'Service fermé', new Date(NOON_MS));
  const { journal, refused } = await openJournals(t);
  const writer = createReviewWriter({ db, journal, refused, log });
  await writer.write({ ...said(NOON_MS + 1, true, 'satisfaction'), mayBeClosed: true });
  await writer.write({ ...said(NOON_MS - 1, true, 'satisfaction'), mayBeClosed: true });
  await writer.close();
  const states = await db.query('select state, reason from feedback.review order by received_at');
  assert.deepEqual(states, [
    { state: 'counted', reason: null },
    { state: 'excluded', reason: 'closed' },
  ]);
});

let drawn = 0;
function newId(): string {
  drawn += 1;
  return newReviewId(NOON_MS, new Uint8Array(10).fill(drawn));
}
