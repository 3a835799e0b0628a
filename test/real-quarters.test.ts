/** The ten quarters rebuilt from public scans: counts that the file's own README gives, and its traps. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixedClock } from '../src/core/clock.ts';
import { createEditionReader, importEdition, importQuarterly, listEditions } from '../src/editions/index.ts';
import { testDatabase } from './support/database.ts';
import { sharedData } from './support/shared-data.ts';

const FILE = 'quarterly-2023-2025.csv';
const QUESTIONS = ['satisfaction', 'clarity', 'autonomy', 'help_reachable', 'help_effective'] as const;
const clock = fixedClock('2025-10-16T00:00:00Z');

test('the quarterly file becomes ten reconstructed editions, with intervals where counts by grade exist', async (t) => {
  const bytes = sharedData(t, FILE);
  if (bytes === null) return;
  const db = await testDatabase(t);
  const given = { file: { bytes, name: FILE }, methodology: 'vde-2025', author: 'test' };
  const outcomes = await importQuarterly(db, given, clock);
  assert.equal(outcomes.length, 10);
  assert.equal(
    outcomes.reduce((sum, { procedures }) => sum + procedures, 0),
    2302,
  );
  assert.ok((await listEditions(db)).every(({ reconstructed }) => reconstructed));

  const reader = createEditionReader(db);
  for (const { slug, notes } of outcomes) {
    const published = (await reader.find(slug))?.published ?? assert.fail(slug);
    const marks = published.procedures.flatMap(({ results }) =>
      results.satisfaction?.status === 'measured' ? [results.satisfaction] : [],
    );
    const withInterval = marks.filter(({ interval }) => interval !== null);
    if (slug <= '2024-06-30') assert.equal(withInterval.length, marks.length, slug);
    else assert.equal(withInterval.length, 0, slug);
    for (const { interval, value, n, reason } of marks) {
      assert.ok(n !== null && n >= 100);
      if (interval === null) assert.equal(reason, 'variance_unknown');
      else assert.ok(interval[0] <= Number(value) && Number(value) <= interval[1]);
    }
    const stale = notes.filter(({ code }) => code === 'stale_window').length;
    assert.equal(stale, { '2023-06-30': 251, '2023-12-31': 2, '2024-06-30': 1 }[slug] ?? 0, slug);
    const unnamed = notes.filter(({ code }) => code === 'unnamed').length;
    assert.ok(unnamed >= 11 && unnamed <= 74, `${slug}: ${unnamed}`);
  }
  const again = await importQuarterly(db, given, clock);
  assert.ok(again.every(({ outcome }) => outcome === 'unchanged'));
});

test('quarters imported after the edition of October 2025 join it by product id', async (t) => {
  const [quarters, edition] = [sharedData(t, FILE), sharedData(t, 'edition-2025-10.csv')];
  if (quarters === null || edition === null) return;
  const db = await testDatabase(t);
  await importEdition(
    db,
    {
      file: { bytes: edition, name: 'edition-2025-10.csv' },
      slug: '2025-10',
      label: 'Octobre 2025',
      methodology: 'vde-2025',
      cutoffOn: '2025-09-30',
      publishedAt: new Date('2025-10-15T00:00:00Z'),
      author: 'test',
    },
    clock,
  );
  await importQuarterly(
    db,
    { file: { bytes: quarters, name: FILE }, methodology: 'vde-2025', author: 'test' },
    clock,
  );
  const [row] = await db.query<{ editions: number; subjects: number }>(
    `select count(*) as editions, count(distinct s.subject_id) as subjects
     from catalogue.procedure p join editions.entry s on s.subject_id = p.subject_id
     where p.public_id = '1775'`,
  );
  assert.deepEqual(row, { editions: 11, subjects: 1 });
});

test('an availability is suspect where users answered a procedure that the robot hardly reached, and nowhere else', async (t) => {
  const bytes = sharedData(t, FILE);
  if (bytes === null) return;
  const db = await testDatabase(t);
  const given = { file: { bytes, name: FILE }, methodology: 'vde-2025', author: 'test' };
  const reader = createEditionReader(db);
  const told: { answered: boolean; share: number; status: string; level: string }[] = [];
  for (const { slug } of await importQuarterly(db, given, clock)) {
    const published = (await reader.find(slug))?.published ?? assert.fail(slug);
    for (const { results } of published.procedures) {
      const { availability } = results;
      if (typeof availability?.value !== 'number') continue;
      const answered = QUESTIONS.some((id) => (results[id]?.n ?? 0) > 0);
      const { value: share, status, level } = availability;
      told.push({ answered, share, status, level });
    }
  }
  // The file flags 31 of 684 availabilities, all those under 80 %. In 29 of them users answered meanwhile: the robot was
  // blocked. In two nobody did, and these may be true.
  const suspect = told.filter(({ status }) => status === 'suspect');
  assert.equal(told.length, 684);
  assert.ok(suspect.every((one) => one.share < 0.8 && one.answered && one.level === 'none'));
  assert.equal(suspect.length, 29);
  assert.equal(suspect.filter(({ share }) => share < 0.5).length, 24);
  const low = told.filter(({ share, status }) => share < 0.8 && status !== 'suspect');
  assert.deepEqual(
    low.map(({ answered, status, level }) => [answered, status, level]),
    Array(2).fill([false, 'measured', 'poor']),
  );
});
