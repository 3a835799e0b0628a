import assert from 'node:assert/strict';
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { testDatabase } from '../../test/support/database.ts';
import { recordProcedures } from '../catalogue/index.ts';
import { fixedClock } from '../core/clock.ts';
import { importReviews } from './import-reviews.ts';
import { recountDaily } from './recount.sql.ts';

const LINES = 20_000;
const PROCEDURES = 40;

test('counts that memory does not hold are packed on the way, and come to those of the answers', async (t) => {
  const db = await testDatabase(t);
  const directory = await mkdtemp(join(tmpdir(), 'vigie-import-'));
  t.after(() => rm(directory, { recursive: true }));
  const named = Array.from({ length: PROCEDURES }, (_, at) => ({
    publicId: String(at + 1),
    name: `Démarche ${at + 1}`,
    validFrom: '2025-01-01',
  }));
  await db.transaction((tx) => recordProcedures(tx, named));
  const importFile = async (satisfaction: string) => {
    const path = join(directory, 'avis.csv');
    const lines = Array.from({ length: LINES }, (_, at) => {
      const day = `2025-0${1 + (at % 9)}-${String(1 + (at % 28)).padStart(2, '0')}`;
      return `${at},${1 + (at % PROCEDURES)},${day},${satisfaction},${1 + (at % 5)}`;
    });
    await writeFile(path, ['identifiant_avis,demarche,date,satisfaction,clarte', ...lines].join('\n'));
    const file = await open(path);
    try {
      const clock = fixedClock('2026-01-15T08:00:00Z');
      const options = {
        source: 'ancien',
        version: 'import',
        author: 'test',
        skipBad: false,
        mostGrades: 1_000,
        clock,
      };
      return await db.transaction((tx) => importReviews(tx, file, options));
    } finally {
      await file.close();
    }
  };
  assert.equal((await importFile('Bien')).created, LINES);
  assert.deepEqual(await recountDaily(db, { dryRun: true }), {
    subjects: PROCEDURES,
    reviews: LINES,
    differing: 0,
    differences: [],
  });
  assert.equal((await importFile('Mal')).updated, LINES);
  assert.equal((await recountDaily(db, { dryRun: true })).differing, 0);
  assert.deepEqual(await db.query('select from feedback.daily'), []);
});
