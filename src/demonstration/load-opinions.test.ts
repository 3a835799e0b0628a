import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { testDatabase } from '../../test/support/database.ts';
import { countsOfAnswers, readCounts } from '../../test/support/intake.sql.ts';
import { listProcedures } from '../catalogue/index.ts';
import { fixedClock } from '../core/clock.ts';
import { leaveDemonstration } from '../core/demonstration.sql.ts';
import { listButtons, listFacts } from '../feedback/index.ts';
import { DEMONSTRATION_EDITIONS } from './calendar.ts';
import { demonstrationFacts } from './figures.ts';
import { loadDemonstration } from './load-demonstration.ts';
import { loadOpinions } from './load-opinions.ts';
import { EQUIPPED_PROCEDURES, EQUIPPED_SITES } from './opinions.ts';

const file = (name: string) => readFile(new URL(`../../data/demonstration/${name}`, import.meta.url));

test('added up, the reviews of the demonstration are the figures of its last edition', async (t) => {
  const db = await testDatabase(t);
  const clock = fixedClock('2026-11-22T10:00:00Z');
  const files = { catalogue: await file('catalogue.csv'), targets: await file('targets.csv') };
  assert.equal(await loadOpinions(db), false, 'there is no demonstration yet');
  await loadDemonstration(db, files, clock);
  assert.equal(await loadOpinions(db), true);
  assert.equal(await loadOpinions(db), false, 'they come once');
  assert.equal(
    (await listButtons(db)).length,
    EQUIPPED_PROCEDURES.length + Object.keys(EQUIPPED_SITES).length,
  );
  assert.deepEqual(await readCounts(db), await countsOfAnswers(db));

  const edition = DEMONSTRATION_EDITIONS.at(-1);
  assert.ok(edition);
  const window = { from: edition.quarters[0]?.from ?? '', to: edition.cutoffOn };
  const procedures = (await listProcedures(db)).filter(({ publicId }) =>
    EQUIPPED_PROCEDURES.some((one) => one === publicId),
  );
  const criteria = ['satisfaction', 'clarity', 'autonomy', 'help_reachable', 'help_effective'];
  const ids = procedures.map(({ subjectId }) => subjectId);
  const facts = await listFacts(db, criteria, ids, window, clock.now());
  for (const procedure of procedures) {
    const expected = demonstrationFacts(procedure, edition);
    for (const criterion of criteria) {
      const fact = facts.get(procedure.subjectId)?.[criterion];
      const about = `${criterion} of ${procedure.publicId}`;
      assert.equal(fact?.n, expected[criterion]?.n, about);
      assert.equal(fact?.numerator, expected[criterion]?.numerator, about);
      const graded = Object.entries(expected[criterion]?.counts ?? {}).filter(([, n]) => n > 0);
      const counted = Object.entries(fact?.counts ?? {}).filter(([, n]) => n > 0);
      assert.deepEqual(new Map(counted), new Map(graded), about);
    }
  }
});

test('buttons and reviews leave with the demonstration', async (t) => {
  const db = await testDatabase(t);
  const files = { catalogue: await file('catalogue.csv'), targets: await file('targets.csv') };
  await loadDemonstration(db, files, fixedClock('2026-11-22T10:00:00Z'));
  await loadOpinions(db);
  assert.equal(await db.transaction((tx) => leaveDemonstration(tx, { keep: false })), 'removed');
  assert.deepEqual(await listButtons(db), []);
  assert.deepEqual(await countsOfAnswers(db), []);
  assert.deepEqual(await readCounts(db), []);
});
