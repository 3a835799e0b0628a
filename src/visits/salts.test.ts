import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../test/support/database.ts';
import { VigieError } from '../core/errors.ts';
import { createSalts } from './salts.ts';

const draw = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));
const TODAY = '2026-03-04';
const TOMORROW = '2026-03-05';

test('processes that count at once on a new day share the salt of whoever came first', async (t) => {
  const db = await testDatabase(t);
  const processes = Array.from({ length: 4 }, () => createSalts(draw));
  const before = processes.map(({ saltOf }) => saltOf(TODAY));
  await Promise.all(processes.map(({ share }) => share(db, [TODAY])));
  const after = new Set(processes.map(({ saltOf }) => saltOf(TODAY)));
  assert.equal(after.size, 1);
  assert.ok(before.some((salt) => after.has(salt)));
});

test('one process that could not reach the store at midnight changes its salt for nobody', async (t) => {
  const db = await testDatabase(t);
  const salts = createSalts(draw);
  const drawn = salts.saltOf(TODAY);
  const away = { query: () => Promise.reject(new VigieError('Unavailable', 'away')) };
  await assert.rejects(salts.share(away, [TODAY]));
  await salts.share(db, [TODAY]);
  assert.equal(salts.saltOf(TODAY), drawn);
});

test('the salt of a day is erased with it, from the store and from memory', async (t) => {
  const db = await testDatabase(t);
  const salts = createSalts(draw);
  await salts.share(db, [TODAY, TOMORROW]);
  const drawn = salts.saltOf(TOMORROW);
  const ofToday = salts.saltOf(TODAY);
  await salts.share(db, [TOMORROW, TOMORROW]);
  const held = await db.query<{ day: string }>('select day from visits.salt');
  assert.deepEqual(held, [{ day: TOMORROW }]);
  assert.equal(salts.saltOf(TOMORROW), drawn, 'the one that was made ready');
  assert.notEqual(salts.saltOf(TODAY), ofToday, 'nothing of it is left');
});
