import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import fc from 'fast-check';
import { type TestDatabase, testDatabase } from '../../test/support/database.ts';
import { compareEarlier } from './import-keep.sql.ts';
import { keepContributions } from './keep.sql.ts';
import { createMonthTally } from './month-tally.ts';
import { packCountsOf } from './pack.sql.ts';
import { readMonths } from './packed.sql.ts';
import { addUpMonths } from './packed.ts';
import { recountDaily } from './recount.sql.ts';
import type { Contribution } from './review.ts';

let db: TestDatabase;
before(async () => {
  db = await testDatabase();
});

const DAYS = ['2026-01-30', '2026-01-31', '2026-02-01'] as const;
const ENDINGS = ['unknown', 'success', 'refused'] as const;

const ANSWERS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  satisfaction: [['0'], ['5'], ['10'], []],
  help: [['none'], ['tried', 'phone'], []],
  help_reached: [['1/1', 'phone=yes'], []],
  comment: [['given'], []],
};
const COMMENTS = [
  'Oui',
  'Dit "non" \\ {peut-être}, NULL',
  '[nom]\nau guichet',
  '\\N',
  '\\.',
  'a\tb\r\n\\.\n\\t',
] as const;

const someAnswer = fc.constantFrom(...Object.keys(ANSWERS)).chain((question) =>
  fc
    .record({
      version: fc.constantFrom('import', 'v1'),
      grades: fc.constantFrom(...(ANSWERS[question] ?? [])),
      text: fc.constantFrom(...COMMENTS),
    })
    .map(({ text, ...answer }) => ({
      ...answer,
      question,
      comment: question === 'comment' && answer.grades.length > 0 ? text : null,
    })),
);

/** A review of an earlier service, of which the day says the rest. */
function contributionOf(
  subjectId: number,
  at: number,
  day: number,
  answers: Contribution['answers'],
): Contribution {
  const openedOn = DAYS[day % 3] ?? DAYS[0];
  return {
    review: {
      subjectId,
      id: `00000000-0000-8000-8000-00000000000${at}`,
      buttonId: `button000${day % 2}`,
      channel: day % 2 === 0 ? 'web' : 'counter',
      ending: ENDINGS[day % 3] ?? 'unknown',
      step: null,
      serviceVersion: null,
      language: 'fr',
      openedOn,
    },
    outReason: null,
    answers,
    receivedAtMs: Date.parse(`${openedOn}T12:00:00Z`),
  };
}

/** The reviews of one file. */
const someFile = fc.uniqueArray(
  fc.record({
    at: fc.nat(4),
    day: fc.nat(5),
    answers: fc.uniqueArray(someAnswer, { maxLength: 4, selector: ({ question }) => question }),
  }),
  { maxLength: 5, selector: ({ at }) => at },
);

async function keepFile(contributions: readonly Contribution[]) {
  return db.transaction(async (tx) => {
    const counts = createMonthTally();
    const { kept, write } = await compareEarlier(tx, contributions, counts);
    await write();
    for (const months of counts.take()) await packCountsOf(tx, months);
    return kept;
  });
}

const TABLES = ['review', 'answer'] as const;

/**
 * Everything that is held of a subject, apart from its number: its counts wherever they are, and answers that have grades,
 * since an import needs no row for what was never given.
 */
async function heldOf(subjectId: number): Promise<unknown> {
  const held: Record<string, unknown[]> = {};
  for (const table of TABLES) {
    const rows = await db.query<Record<string, unknown>>(
      `select *, null as subject_id from feedback.${table} where subject_id = $1`,
      [subjectId],
    );
    const isSomething = ({ grades }: Record<string, unknown>) =>
      !(Array.isArray(grades) && grades.length === 0);
    held[table] = rows.filter(isSomething).map((row) => JSON.stringify(row));
    held[table].sort();
  }
  const months = await readMonths(db, [subjectId], { from: DAYS[0], to: DAYS[2] });
  held.counts = addUpMonths(months).flatMap(({ month, cells }) =>
    cells.flatMap(([...cell]) =>
      (cell.pop() as readonly number[]).map((n, at) => (n === 0 ? null : [month, at, n, ...cell].join(' '))),
    ),
  );
  held.counts = held.counts.filter((count) => count !== null).toSorted();
  return held;
}

let last = 0;
const nextSubject = () => (last += 1);

test('files by thousands leave the rows and counts that their reviews leave when kept one by one', () =>
  fc.assert(
    fc.asyncProperty(fc.array(someFile, { minLength: 1, maxLength: 4 }), async (files) => {
      const [one, other] = [nextSubject(), nextSubject()];
      for (const file of files) {
        // The day of a review is its own here: only an import can correct it.
        const of = (subject: number) =>
          file.map(({ at, answers }) => contributionOf(subject, at, at, answers));
        await keepFile(of(one));
        for (const contribution of of(other)) await keepContributions(db, [contribution]);
      }
      assert.deepEqual(await heldOf(one), await heldOf(other));
    }),
    { numRuns: 40 },
  ));

test('the last file stands, days and buttons included, and the counts are those of its answers', () =>
  fc.assert(
    fc.asyncProperty(fc.array(someFile, { minLength: 1, maxLength: 4 }), async (files) => {
      const subject = nextSubject();
      const contributions = files.map((file) =>
        file.map(({ at, day, answers }) => contributionOf(subject, at, day, answers)),
      );
      for (const file of contributions) await keepFile(file);
      const held = await heldOf(subject);
      const again = contributions.at(-1) ?? [];
      assert.deepEqual(await keepFile(again), { created: 0, updated: 0, unchanged: again.length });
      assert.deepEqual(await heldOf(subject), held);
      const days = await db.query<{ id: string; openedOn: string; buttonId: string }>(
        'select id, opened_on as "openedOn", button_id as "buttonId" from feedback.review where subject_id = $1',
        [subject],
      );
      const expected = new Map(contributions.flat().map(({ review }) => [review.id, review]));
      for (const { id, openedOn, buttonId } of days) {
        assert.deepEqual([openedOn, buttonId], [expected.get(id)?.openedOn, expected.get(id)?.buttonId]);
      }
      const { differences } = await recountDaily(db, { dryRun: true });
      assert.deepEqual(
        differences.filter(({ subjectId }) => subjectId === subject),
        [],
      );
    }),
    { numRuns: 25 },
  ));
