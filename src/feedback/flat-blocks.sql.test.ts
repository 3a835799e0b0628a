import assert from 'node:assert/strict';
import { copyFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { emptyDatabase } from '../../test/support/database.ts';
import { MIGRATIONS_DIRECTORY, migrate } from '../core/migrations.ts';
import { readBlocks } from './packed.sql.ts';
import { addUpYears, yearsIn } from './packed.ts';

const FLAT = '0017_flat_blocks.sql';
/** So that a failure can be met again. */
const SEED = 17;
const EVER = { from: '2000-01-01', to: '2100-01-01' };

/** As a row was written before: a list of [subject, [[grade, [n of each month]]…]], months after the last one absent. */
type Nested = [subjectId: number, grades: [grade: string, months: number[]][]][];

const someMonths = fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 1, maxLength: 12 });
const someBlock = (block: number): fc.Arbitrary<Nested> =>
  fc
    .uniqueArray(fc.integer({ min: 16 * block, max: 16 * block + 15 }), { maxLength: 5 })
    .chain((ids) =>
      fc.tuple(
        ...ids.map((id) =>
          fc.tuple(
            fc.constant(id),
            fc.uniqueArray(fc.tuple(fc.constantFrom('10', '5', 'phone=yes', '7.5/2'), someMonths), {
              selector: ([grade]) => grade,
              maxLength: 4,
            }),
          ),
        ),
      ),
    )
    .map((subjects) => subjects as Nested);

test('what was packed by subject is the same by grade, of every subject, grade and month', async (t) => {
  const db = await emptyDatabase(t);
  const earlier = await mkdtemp(join(tmpdir(), 'vigie-migrations-'));
  t.after(() => rm(earlier, { recursive: true }));
  for (const name of await readdir(MIGRATIONS_DIRECTORY)) {
    if (name < FLAT) await copyFile(join(MIGRATIONS_DIRECTORY, name), join(earlier, name));
  }
  await migrate(db, earlier);
  const blocks = fc.sample(fc.nat({ max: 30 }).chain(someBlock), { numRuns: 200, seed: SEED });
  for (const [at, subjects] of blocks.entries()) {
    await db.query(
      `insert into feedback.packed_year (question, year, block, subjects) values ('help', $1, $2, $3)`,
      [2000 + Math.floor(at / 4), at, JSON.stringify(subjects)],
    );
  }
  const byKey = (years: ReturnType<typeof yearsIn>) =>
    years
      .flatMap(({ subjectId, year, grades }) =>
        grades.flatMap(([grade, months]) =>
          months.flatMap((n, month) => (n === 0 ? [] : [`${subjectId} ${year} ${grade} ${month}: ${n}`])),
        ),
      )
      .toSorted();
  const before = blocks.flatMap((subjects, at) =>
    subjects.map(([subjectId, grades]) => ({
      ...{ subjectId, year: 2000 + Math.floor(at / 4), question: 'help', grades },
    })),
  );
  assert.ok((await migrate(db)).includes(FLAT));
  const after = yearsIn(await readBlocks(db, EVER, null));
  assert.ok(before.length > 200, 'blocks hold subjects');
  assert.deepEqual(byKey(addUpYears(after)), byKey(addUpYears(before)));
});
