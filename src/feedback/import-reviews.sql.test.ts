import assert from 'node:assert/strict';
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { testDatabase } from '../../test/support/database.ts';
import { recordProcedures } from '../catalogue/index.ts';
import { fixedClock } from '../core/clock.ts';
import type { Transaction } from '../core/database.ts';
import { eraseComment, listComments } from './erase.sql.ts';
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

test('an erasure waits for the end of an import, which may be about to write what it erases', async (t) => {
  const db = await testDatabase(t);
  const named = [{ publicId: '1', name: 'Démarche', validFrom: '2025-01-01' }];
  const [subjectId = 0] = await db.transaction((tx) => recordProcedures(tx, named));
  const lines = ['1,1,2025-01-01,Bien,Écrit par Untel'];
  await db.transaction((tx) => importLines(t, tx, lines));
  const [{ reviewId = '' } = {}] = await listComments(db, subjectId, {});
  const decision = { author: 'test', reason: 'À sa demande', now: new Date('2026-01-15T08:00:00Z') };
  let isErased = false;
  let erasure: Promise<void> | undefined;
  await db.transaction(async (tx) => {
    // Another review: the two have no row in common.
    await importLines(t, tx, ['2,1,2025-02-01,Mal,']);
    erasure = eraseComment(db, { subjectId, reviewId }, decision).then(() => {
      isErased = true;
    });
    await wait(300);
    assert.equal(isErased, false);
  });
  await erasure;
  assert.deepEqual(await listComments(db, subjectId, {}), []);
  await db.transaction((tx) => importLines(t, tx, lines));
  assert.deepEqual(await listComments(db, subjectId, {}), []);
  assert.equal((await recountDaily(db, { dryRun: true })).differing, 0);
});

async function importLines(t: TestContext, tx: Transaction, lines: readonly string[]): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'vigie-import-'));
  t.after(() => rm(directory, { recursive: true }));
  const path = join(directory, 'avis.csv');
  await writeFile(path, ['identifiant_avis,demarche,date,satisfaction,commentaire', ...lines].join('\n'));
  const file = await open(path);
  const clock = fixedClock('2026-01-15T08:00:00Z');
  await importReviews(tx, file, {
    source: 'ancien',
    version: 'import',
    author: 'test',
    skipBad: false,
    clock,
  });
  await file.close();
}
