import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { testDatabase } from '../../test/support/database.ts';
import { recordProcedures } from '../catalogue/index.ts';
import { fixedClock } from '../core/clock.ts';
import type { Database } from '../core/database.ts';
import { VigieError } from '../core/errors.ts';
import { keptFile } from '../core/kept-file.ts';
import { closeButton, createButton } from './button.sql.ts';
import { registryFromJson, registryToJson } from './registry.ts';
import { followRegistry } from './registry-follower.ts';

const clock = fixedClock('2026-03-04T12:00:00Z');
const log = { warn() {} };

async function formsFile(t: TestContext) {
  const directory = await mkdtemp(join(tmpdir(), 'vigie-forms-'));
  t.after(() => rm(directory, { recursive: true, force: true }));
  return keptFile(join(directory, 'feedback', 'forms.json'));
}

async function withButton(db: Database): Promise<string> {
  await db.transaction((tx) =>
    recordProcedures(tx, [{ publicId: '12', name: 'Déclarer un déménagement', validFrom: '2025-01-01' }]),
  );
  const [procedure] = await db.query<{ id: number }>('select id from catalogue.subject');
  const { id } = await createButton(
    db,
    {
      subjectId: procedure?.id ?? 0,
      channel: 'web',
      step: null,
      language: 'fr',
      questionnaire: 'avis',
      author: 'test',
    },
    clock.now(),
  );
  return id;
}

const away: Database['query'] = () => Promise.reject(new VigieError('Unavailable', 'away'));

test('forms are known from the file when the store is away, even after a restart', async (t) => {
  const db = await testDatabase(t);
  const file = await formsFile(t);
  const id = await withButton(db);
  const generation = () => 1;
  const before = await followRegistry({ db, clock, generation, file, log });
  const known = await before.current();
  assert.equal(known.buttons.get(id)?.place.name, 'Déclarer un déménagement');
  assert.equal(await before.current(), known, 'nothing changed: nothing is read');
  const after = await followRegistry({
    db: { query: away },
    clock,
    generation: () => undefined,
    file,
    log,
  });
  assert.deepEqual(await after.current(), { ...known, isStale: true });
  assert.ok(known.keys.every(({ key }) => key.length >= 32));
});

test('a button that is closed is known closed with the change', async (t) => {
  const db = await testDatabase(t);
  const id = await withButton(db);
  let generation = 1;
  const file = await formsFile(t);
  const registry = await followRegistry({ db, clock, generation: () => generation, file, log });
  assert.equal((await registry.current()).buttons.get(id)?.button.closedReason, null);
  await closeButton(db, id, 'la démarche ferme', clock.now());
  generation += 1;
  assert.equal((await registry.current()).buttons.get(id)?.button.closedReason, 'la démarche ferme');
});

test('without store nor file there is nothing to serve, and that is said', async (t) => {
  const registry = await followRegistry({
    db: { query: away },
    clock,
    generation: () => undefined,
    file: await formsFile(t),
    log,
  });
  await assert.rejects(
    async () => registry.current(),
    (error) => error instanceof VigieError && error.code === 'Unavailable',
  );
});

test('a file that is no registry is told of and written anew', async (t) => {
  const db = await testDatabase(t);
  const file = await formsFile(t);
  await file.write('{"keys":');
  const told: string[] = [];
  const warn = (_: object, message: string) => void told.push(message);
  const registry = await followRegistry({
    db,
    clock,
    generation: () => 1,
    file,
    log: { warn } as typeof log,
  });
  const known = await registry.current();
  assert.equal(told.length, 1);
  assert.deepEqual(registryFromJson((await file.read()) ?? ''), known);
  assert.deepEqual(registryFromJson(registryToJson(known)), known);
});

test('processes that start at once on a new store sign with the same key', async (t) => {
  const db = await testDatabase(t);
  const followers = await Promise.all(
    Array.from({ length: 3 }, async () =>
      followRegistry({ db, clock, generation: () => 1, file: await formsFile(t), log }),
    ),
  );
  const first = await Promise.all(followers.map((one) => one.current()));
  const again = await followRegistry({ db, clock, generation: () => 1, file: await formsFile(t), log });
  const { keys } = await again.current();
  for (const { keys: known } of first) assert.ok(known.every(({ id }) => keys.some((key) => key.id === id)));
});

test('a file that cannot even be opened is told of, and the forms come from the store', async (t) => {
  const db = await testDatabase(t);
  const told: string[] = [];
  const warn = (_: object, message: string) => void told.push(message);
  const file = keptFile(tmpdir());
  const registry = await followRegistry({
    db,
    clock,
    generation: () => 1,
    file,
    log: { warn } as typeof log,
  });
  assert.ok((await registry.current()).keys.length > 0);
  assert.ok(told.length > 0);
});

test('forms that the store has and that cannot be read are told of, while those that are known are served', async (t) => {
  const db = await testDatabase(t);
  let [generation, nowMs] = [1, clock.now().getTime()];
  const told: string[] = [];
  const warn = (_: object, message: string) => void told.push(message);
  const registry = await followRegistry({
    db,
    clock: { now: () => new Date(nowMs) },
    generation: () => generation,
    file: await formsFile(t),
    log: { warn } as typeof log,
  });
  const known = await registry.current();
  await db.query(`insert into feedback.questionnaire values ('mine', 1, '{"id": "mine"}', 'test', now())`);
  generation += 1;
  for (let again = 0; again < 3; again += 1) {
    assert.deepEqual(await registry.current(), { ...known, isStale: true });
    nowMs += 3_000;
  }
  assert.deepEqual(told, ['the forms cannot be read: buttons stay as they were known']);
});

test('for a store that says nothing one request waits, and no other', async (t) => {
  const db = await testDatabase(t);
  let generation = 1;
  let isSilent = false;
  const query: Database['query'] = (text, values) =>
    isSilent ? new Promise(() => {}) : db.query(text, values);
  const file = await formsFile(t);
  const registry = await followRegistry({ db: { query }, clock, generation: () => generation, file, log });
  const known = await registry.current();
  isSilent = true;
  generation += 1;
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const first = registry.current();
  t.mock.timers.runAll();
  assert.deepEqual(await first, { ...known, isStale: true });
  assert.deepEqual(registry.current(), { ...known, isStale: true });
});

test('what changes is read and kept on disk though nobody asks, until it is stopped', async (t) => {
  const db = await testDatabase(t);
  let generation = 1;
  const file = await formsFile(t);
  const registry = await followRegistry({ db, clock, generation: () => generation, file, log });
  t.after(registry.stop);
  const keptWith = async (id: string) => {
    while (!(await file.read())?.includes(id)) await wait(20);
  };
  await keptWith('avis');
  const id = await withButton(db);
  generation += 1;
  await keptWith(id);
  assert.ok(registryFromJson((await file.read()) ?? '').buttons.has(id));
});
