import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { type TestDatabase, testDatabase } from '../../test/support/database.ts';
import { openJournals } from '../../test/support/journals.ts';
import { networkTo } from '../../test/support/silent-network.ts';
import { openDatabase } from '../core/database.ts';
import { VigieError } from '../core/errors.ts';
import type { Journal } from '../core/journal.ts';
import { newReviewId } from './form-token.ts';
import type { Contribution } from './review.ts';
import { createReviewWriter, type WriterOptions } from './review-writer.ts';

const log = { info() {}, warn() {}, error() {} };
const OPENED_MS = Date.UTC(2026, 2, 4, 12);

function contribution(changes: Partial<Contribution> = {}, subjectId = 1): Contribution {
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
    answers: [{ question: 'satisfaction', version: 'v1', grades: ['10'], comment: null }],
    receivedAtMs: OPENED_MS,
    ...changes,
  };
}

/** An answer that the store refuses. */
const refusedOne = () => {
  const one = contribution();
  return { ...one, review: { ...one.review, ending: 'nowhere' as 'unknown' } };
};

async function writerOn(t: TestContext, db: WriterOptions['db'], options: Partial<WriterOptions> = {}) {
  const kept = options.journal && options.refused ? null : await openJournals(t);
  const all = { db, log, patienceMs: 60_000, retryMs: 5, ...kept, ...options } as WriterOptions;
  const writer = createReviewWriter(all);
  t.after(() => writer.close());
  return { ...all, writer };
}

const counted = async (db: TestDatabase) => {
  const [row] = await db.query<{ reviews: number; daily: number }>(
    `select (select count(*) from feedback.review) as reviews, (select coalesce(sum(n), 0) from feedback.daily) as daily`,
  );
  return row;
};

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = AbortSignal.timeout(120_000);
  while (!(await holds())) {
    deadline.throwIfAborted();
    await new Promise((resolve) => setImmediate(resolve));
  }
}

test('what is written at once shares transactions, and all of it is counted', async (t) => {
  const db = await testDatabase(t);
  let transactions = 0;
  const counting: WriterOptions['db'] = {
    query: (text, values) => {
      transactions += 1;
      return db.query(text, values);
    },
    transaction: (work) => {
      transactions += 1;
      return db.transaction(work);
    },
  };
  const { writer } = await writerOn(t, counting);
  await Promise.all(Array.from({ length: 400 }, () => writer.write(contribution())));
  assert.deepEqual(await counted(db), { reviews: 400, daily: 400 });
  assert.ok(transactions < 40, `${transactions} transactions`);
});

test('one bad row harms no other', async (t) => {
  const db = await testDatabase(t);
  const { writer, journal } = await writerOn(t, db);
  const outcomes = await Promise.allSettled(
    [contribution(), refusedOne(), contribution(), refusedOne()].map((one) => writer.write(one)),
  );
  assert.deepEqual(
    outcomes.map(({ status }) => status),
    ['fulfilled', 'rejected', 'fulfilled', 'rejected'],
  );
  assert.deepEqual(await counted(db), { reviews: 2, daily: 2 });
  assert.ok(journal.isEmpty());
});

test('while the store is silent answers go to the journal, then to the store, once each', async (t) => {
  const db = await testDatabase(t);
  const { target, fallSilent } = await networkTo(t, db.target);
  const silent = openDatabase(target, { connections: 2, statementTimeoutMs: 100, pipeline: true });
  t.after(() => silent.close());
  let isAway = true;
  const through: WriterOptions['db'] = {
    query: (text, values) => (isAway ? silent : db).query(text, values),
    transaction: (work) => (isAway ? silent : db).transaction(work),
  };
  const { writer, journal } = await writerOn(t, through, { patienceMs: 150 });
  await writer.write(contribution());
  fallSilent();
  const answers = Array.from({ length: 50 }, () => contribution());
  await Promise.all(answers.map((one) => writer.write(one)));
  assert.ok(!journal.isEmpty());
  // The same again, and a second thought: both wait behind the first ones.
  await writer.write(answers[0] ?? contribution());
  const second = answers[1] ?? contribution();
  const changed = { question: 'satisfaction', version: 'v1', grades: ['0'], comment: null };
  await writer.write({ ...second, answers: [changed], receivedAtMs: OPENED_MS + 1 });
  isAway = false;
  await until(() => journal.isEmpty());
  assert.deepEqual(await counted(db), { reviews: 51, daily: 51 });
  const grades = await db.query<{ grade: string; n: number }>(
    'select grade, n from feedback.daily where n > 0 order by grade',
  );
  assert.deepEqual(grades, [
    { grade: '0', n: 1 },
    { grade: '10', n: 50 },
  ]);
});

test('under a load that never pauses the journal is emptied, and the store is used again', async (t) => {
  const db = await testDatabase(t);
  let isAway = true;
  const unavailable = () => Promise.reject(new VigieError('Unavailable', 'away'));
  const through: WriterOptions['db'] = {
    query: (text, values) => (isAway ? unavailable() : db.query(text, values)),
    transaction: (work) => (isAway ? unavailable() : db.transaction(work)),
  };
  // A slow machine is no store that is away.
  const { writer, journal } = await writerOn(t, through);
  let written = 0;
  let isOver = false;
  const load = Array.from({ length: 16 }, async () => {
    while (!isOver) {
      await writer.write(contribution());
      written += 1;
    }
  });
  await until(() => written > 300);
  isAway = false;
  await until(() => journal.isEmpty());
  const before = written;
  await until(() => written > before + 100);
  isOver = true;
  await Promise.all(load);
  assert.ok(journal.isEmpty());
  assert.deepEqual(await counted(db), { reviews: written, daily: written });
});

test('what waits in the journal at start goes to the store by itself', async (t) => {
  const db = await testDatabase(t);
  const kept = await openJournals(t);
  const one = contribution();
  await kept.journal.append([JSON.stringify(one), JSON.stringify(one)]);
  const { writer } = await writerOn(t, db, kept);
  await writer.write(contribution());
  await until(() => kept.journal.isEmpty());
  assert.deepEqual(await counted(db), { reviews: 2, daily: 2 });
});

test('what the store refuses of the journal is put aside, and what follows goes through', async (t) => {
  const db = await testDatabase(t);
  const kept = await openJournals(t);
  const bad = refusedOne();
  await kept.journal.append([contribution(), bad, contribution()].map((one) => JSON.stringify(one)));
  await writerOn(t, db, kept);
  await until(() => kept.journal.isEmpty());
  assert.deepEqual(await counted(db), { reviews: 2, daily: 2 });
  const aside: string[] = [];
  await kept.refused.drain(async (records) => void aside.push(...records));
  assert.deepEqual(
    aside.map((record) => JSON.parse(record)),
    [bad],
  );
});

test('an answer that is neither in the store nor in the journal is refused', async (t) => {
  const kept = await openJournals(t);
  const full: Journal = {
    ...kept.journal,
    append: () => Promise.reject(new VigieError('Unavailable', 'full')),
  };
  const unavailable = () => Promise.reject(new VigieError('Unavailable', 'away'));
  const away = { query: unavailable, transaction: unavailable };
  const { writer } = await writerOn(t, away, { ...kept, journal: full });
  await assert.rejects(writer.write(contribution()), /full/);
});

test('whatever keeps the store from writing, answers that are not at fault go to the journal', async (t) => {
  const db = await testDatabase(t);
  const states = ['25006', '28P01', '40P01', '42501', '53100', '55P03', '57P01', '58030', 'XX001', 'EACCES'];
  for (const code of states) {
    let isAble = false;
    const refuse = () => Promise.reject(Object.assign(new Error('not now'), { code }));
    const { writer, journal } = await writerOn(t, {
      query: (text, values) => (isAble ? db.query(text, values) : refuse()),
      transaction: (work) => (isAble ? db.transaction(work) : refuse()),
    });
    await Promise.all([1, 2, 3].map(() => writer.write(contribution())));
    assert.ok(!journal.isEmpty(), code);
    isAble = true;
    await until(() => journal.isEmpty());
  }
  const reviews = 3 * states.length;
  assert.deepEqual(await counted(db), { reviews, daily: reviews });
});

test('a store that can only be read takes its answers once it can be written', async (t) => {
  const db = await testDatabase(t);
  const readOnly = openDatabase(db.target, { connections: 1, pipeline: true });
  t.after(() => readOnly.close());
  await readOnly.query('set default_transaction_read_only = on');
  let store: WriterOptions['db'] = readOnly;
  const { writer, journal } = await writerOn(t, {
    query: (text, values) => store.query(text, values),
    transaction: (work) => store.transaction(work),
  });
  await writer.write(contribution());
  assert.ok(!journal.isEmpty());
  store = db;
  await until(() => journal.isEmpty());
  assert.deepEqual(await counted(db), { reviews: 1, daily: 1 });
});

test('nobody waits for the last records of the journal longer than for the store', async (t) => {
  const db = await testDatabase(t);
  const { journal, refused } = await openJournals(t);
  await journal.append([JSON.stringify(contribution())]);
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const isShut = Promise.withResolvers<void>();
  let drains = 0;
  const slow: Journal = {
    ...journal,
    async drain(take) {
      drains += 1;
      if (drains === 1) return false;
      isShut.resolve();
      await released;
      return journal.drain(take);
    },
  };
  const { writer } = await writerOn(t, db, { journal: slow, refused, patienceMs: 150 });
  await isShut.promise;
  await writer.write(contribution());
  release();
  await until(() => journal.isEmpty());
  assert.deepEqual(await counted(db), { reviews: 2, daily: 2 });
});

test('when neither store nor disk answers, memory is bounded: what is beyond is refused', async (t) => {
  const { promise: stuck, resolve: answer } = Promise.withResolvers<never[]>();
  const { writer } = await writerOn(t, { query: () => stuck, transaction: () => stuck as Promise<never> });
  const outcomes = Array.from({ length: 50_100 }, () =>
    writer.write(contribution()).then(
      () => true,
      () => false,
    ),
  );
  assert.equal(await outcomes.at(-1), false);
  answer([]);
  assert.equal((await Promise.all(outcomes)).filter((isKept) => isKept).length, 50_000);
});
