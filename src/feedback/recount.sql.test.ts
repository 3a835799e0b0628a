import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import fc from 'fast-check';
import { type TestDatabase, testDatabase } from '../../test/support/database.ts';
import { keepContributions } from './keep.sql.ts';
import { packCounts } from './pack.sql.ts';
import type { BlockCell } from './packed.ts';
import { listQuarantined, releaseReviews } from './quarantine.sql.ts';
import { recountDaily } from './recount.sql.ts';
import type { Answer, Contribution } from './review.ts';

const DECISION = { author: 'test', reason: 'Vérifié', now: new Date('2026-02-03T12:00:00Z') };

let db: TestDatabase;
before(async () => {
  db = await testDatabase();
});

const OPENED = ['2026-01-30', '2026-01-31', '2026-02-01'] as const;
const ENDINGS = ['unknown', 'success', 'refused'] as const;

/** The same review whichever contribution names it: its head is what the server signed. */
function headOf(subjectId: number, review: number): Contribution['review'] {
  return {
    subjectId,
    id: `00000000-0000-7000-8000-00000000000${review}`,
    buttonId: `button000${review % 2}`,
    channel: review % 2 === 0 ? 'web' : 'counter',
    ending: ENDINGS[review % 3] ?? 'unknown',
    step: null,
    serviceVersion: null,
    language: 'fr',
    openedOn: OPENED[review % 3] ?? OPENED[0],
  };
}

const ANSWERS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  satisfaction: [['0'], ['5'], ['10']],
  clarity: [['2.5'], ['10'], []],
  help: [['none'], ['tried', 'phone'], ['tried', 'phone', 'email'], []],
  help_reached: [['1/1', 'phone=yes'], ['1/2', 'phone=yes', 'email=no'], []],
  comment: [['given'], []],
};

const someAnswer = fc.constantFrom(...Object.keys(ANSWERS)).chain((question) =>
  fc.record({
    question: fc.constant(question),
    version: fc.constantFrom('v1', 'v2'),
    grades: fc.constantFrom(...(ANSWERS[question] ?? [])),
  }),
);

/** Steps in the order in which they come: not that of their instants. */
const someSteps = fc
  .array(
    fc.record({
      review: fc.nat(5),
      answers: fc.uniqueArray(someAnswer, { maxLength: 3, selector: ({ question }) => question }),
      outReason: fc.option(fc.constantFrom('burst', 'duplicate'), { freq: 6 }),
      order: fc.nat(1_000_000),
      isResent: fc.boolean(),
      // As its form says, which may have been sent twice.
      isNew: fc.boolean(),
      writer: fc.nat(2),
    }),
    { minLength: 1, maxLength: 30 },
  )
  .map((steps) =>
    steps.map((step, at) => ({ ...step, receivedAtMs: 1_800_000_000_000 + step.order * 100 + at })),
  );

let lastSubject = 1_000;

test('counts are those of the answers after steps resent, replaced, withdrawn, out of order, by several writers, packed meanwhile', async () => {
  await fc.assert(
    fc.asyncProperty(someSteps, fc.integer({ min: 1, max: 6 }), async (steps, size) => {
      lastSubject += 1;
      const subjectId = lastSubject;
      const contributions = steps.map(
        ({ review, isNew, answers, outReason, receivedAtMs }): Contribution => ({
          review: headOf(subjectId, review),
          isNew,
          outReason,
          answers: answers.map((answer): Answer => ({ ...answer, comment: commentOf(answer, receivedAtMs) })),
          receivedAtMs,
        }),
      );
      const writers = [0, 1, 2].map(async (writer) => {
        const own = contributions.flatMap((one, at) => {
          const step = steps[at];
          return step?.writer !== writer ? [] : step.isResent ? [one, one] : [one];
        });
        for (let at = 0; at < own.length; at += size) await keepContributions(db, own.slice(at, at + size));
        await packCounts(db, [subjectId]);
      });
      const release = releaseReviews(
        db,
        { subjectId, buttonId: 'button0000', period: { from: OPENED[0], to: OPENED[2] } },
        DECISION,
      );
      const recount = recountDaily(db, { subjectIds: [subjectId] });
      await Promise.all([...writers, recount, packCounts(db, [subjectId]), release]);
      assert.deepEqual(await differences(subjectId), []);
      await assertKept(subjectId, contributions);

      const waiting = (await listQuarantined(db, subjectId)).reduce((sum, { n }) => sum + n, 0);
      const reviewIds = [0, 1, 2, 3, 4, 5].map((review) => headOf(subjectId, review).id);
      assert.equal(await releaseReviews(db, { subjectId, reviewIds }, DECISION), waiting);
      assert.deepEqual(await listQuarantined(db, subjectId), []);
      assert.deepEqual(await differences(subjectId), []);
      await packCounts(db, [subjectId]);
      assert.deepEqual(await db.query('select from feedback.daily where subject_id = $1', [subjectId]), []);
      assert.deepEqual(await differences(subjectId), []);
    }),
    { numRuns: 40 },
  );
});

const differences = async (...subjectIds: number[]) =>
  (await recountDaily(db, { dryRun: true, subjectIds })).differences;

function commentOf({ question, grades }: Pick<Answer, 'question' | 'grades'>, at: number): string | null {
  return question === 'comment' && grades.length > 0 ? `said at ${at}` : null;
}

/** Each answer is there once, the last one given; one that was withdrawn, with no grade. */
async function assertKept(subjectId: number, contributions: readonly Contribution[]): Promise<void> {
  const last = new Map<string, { answer: Answer; at: number }>();
  for (const { review, answers, receivedAtMs: at } of contributions) {
    for (const answer of answers) {
      const key = `${review.id} ${answer.question}`;
      if ((last.get(key)?.at ?? 0) < at) last.set(key, { answer, at });
    }
  }
  const held = await db.query<Answer & { key: string }>(
    `select review_id || ' ' || question as key, question, version, grades, comment from feedback.answer
     where subject_id = $1`,
    [subjectId],
  );
  const byKey = new Map(held.map(({ key, ...answer }) => [key, answer]));
  assert.equal(byKey.size, held.length);
  for (const [key, { answer }] of last) assert.deepEqual(byKey.get(key), answer);
  const reviews = await db.query('select from feedback.review where subject_id = $1', [subjectId]);
  assert.equal(reviews.length, new Set(contributions.map(({ review }) => review.id)).size);
}

test('an answer said again is as recent as its last saying: what comes late from between does not replace it', async () => {
  const subjectId = 10;
  const said = (grade: string, receivedAtMs: number): Contribution => ({
    review: headOf(subjectId, 0),
    outReason: null,
    answers: [{ question: 'satisfaction', version: 'v1', grades: [grade], comment: null }],
    receivedAtMs,
  });
  await keepContributions(db, [said('10', 1_000)]);
  await keepContributions(db, [said('10', 3_000)]);
  await keepContributions(db, [said('0', 2_000)]);
  const [answer] = await db.query<Answer>('select grades from feedback.answer where subject_id = $1', [
    subjectId,
  ]);
  assert.deepEqual(answer?.grades, ['10']);
  assert.deepEqual(await differences(subjectId), []);
});

test('subjects whose years are packed in one block keep each its own, packed and recounted at the same time', async () => {
  const subjectIds = [48, 49, 50, 63, 64];
  const say = (review: number, grade: string) =>
    subjectIds.map(
      (subjectId): Contribution => ({
        review: headOf(subjectId, review),
        outReason: null,
        answers: [{ question: 'satisfaction', version: 'v1', grades: [grade], comment: null }],
        receivedAtMs: 1_000,
      }),
    );
  await keepContributions(db, say(0, '10'));
  await recountDaily(db, { subjectIds: [49] });
  for (const review of [1, 2, 3]) {
    await keepContributions(db, say(review, '5'));
    await Promise.all([
      ...subjectIds.map((subjectId) => packCounts(db, [subjectId])),
      recountDaily(db, { subjectIds }),
    ]);
  }
  // What waits for the next time, because another subject of the block was being packed.
  await packCounts(db, subjectIds);
  assert.deepEqual(await differences(...subjectIds), []);
  const blocks = await db.query<{ block: number; cells: BlockCell[] }>(
    'select block, cells from feedback.packed_year where block in (3, 4) and year = 2026 order by block',
  );
  assert.deepEqual(
    blocks.map(({ block, cells }) => [
      block,
      [...new Set(cells.flatMap(([, ids]) => ids))].toSorted((one, other) => one - other),
    ]),
    [
      [3, [48, 49, 50, 63]],
      [4, [64]],
    ],
  );
  // A subject without answers any more leaves the block, and the others stay.
  await db.query('delete from feedback.answer where subject_id = 49');
  await recountDaily(db, { subjectIds: [49] });
  assert.deepEqual(await differences(...subjectIds), []);
});

test('a recount tells each count that differs, puts it right only when asked to, and finds counts of nobody', async () => {
  const subjectId = 20;
  await keepContributions(
    db,
    [0, 2, 4].map(
      (review): Contribution => ({
        review: headOf(subjectId, review),
        outReason: null,
        answers: [{ question: 'satisfaction', version: 'v1', grades: ['10'], comment: null }],
        receivedAtMs: 1_000,
      }),
    ),
  );
  await packCounts(db, [subjectId]);
  await db.query(
    `insert into feedback.daily (subject_id, question, day, button_id, channel, ending, version, grade, n)
     values (20, 'satisfaction', '2026-01-30', 'button0000', 'web', 'unknown', 'v1', '10', 4),
            (21, 'clarity', '2026-01-01', 'button0000', 'web', 'unknown', 'v1', '5', 7)`,
  );
  await db.query(
    `update feedback.packed_year set cells = '[["10",[20],[1,0,0,0,0,0,0,0,0,0,0,0]]]' where block = 1`,
  );
  const told = (given: Awaited<ReturnType<typeof recountDaily>>) =>
    given.differences.map((one) => [one.subjectId, one.table, one.on, one.grade, one.held, one.counted]);
  const expected = [
    [20, 'daily', '2026-01-30', '10', 5, 1],
    [20, 'monthly', '2026-01-01', '10', 5, 2],
    [20, 'monthly', '2026-02-01', '10', 0, 1],
    [21, 'daily', '2026-01-01', '5', 7, 0],
    [21, 'monthly', '2026-01-01', '5', 7, 0],
  ];
  assert.deepEqual(told(await recountDaily(db, { dryRun: true })), expected);
  const mended = await recountDaily(db);
  assert.deepEqual(told(mended), expected);
  assert.equal(mended.differing, expected.length);
  assert.deepEqual(await differences(20, 21), []);
});
