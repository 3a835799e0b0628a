import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type TestDatabase, testDatabase } from '../../test/support/database.ts';
import { publishedFile } from '../../test/support/published-file.ts';
import { fixedClock } from '../core/clock.ts';
import { VigieError } from '../core/errors.ts';
import { createEditionReader } from './edition-reader.ts';
import { importEdition } from './import-edition.ts';
import { listNotes, writeNote } from './note.sql.ts';
import { LONGEST_NOTE, type NoteToWrite } from './note.ts';
import { deleteDraft, freezeDraft, writeDraft } from './publish.sql.ts';

const clock = fixedClock('2026-02-01T08:00:00Z');

const noteOn = (given: Partial<NoteToWrite> = {}): NoteToWrite => ({
  edition: '2025-10',
  procedure: '1',
  lang: 'fr',
  body: 'Le formulaire **tient** sur un écran.',
  author: 'Anne Mer',
  ...given,
});

async function withOctober(db: TestDatabase): Promise<TestDatabase> {
  const bytes = publishedFile([{}, { 'Nom Démarche': 'Payer une amende' }]);
  const given = {
    file: { bytes, name: 'octobre.csv' },
    slug: '2025-10',
    label: 'Octobre 2025',
    methodology: 'vde-2025',
    cutoffOn: '2025-09-30',
    publishedAt: null,
    author: 'test',
  };
  await importEdition(db, given, clock);
  return db;
}

/** The edition of October as a draft of another slug, with some of its procedures. */
async function draftOf(db: TestDatabase, slug: string, ids: readonly string[]): Promise<void> {
  const found = await createEditionReader(db).find('2025-10');
  assert.ok(found);
  const { edition, procedures, ...rest } = found.published;
  const draft = {
    ...rest,
    edition: { ...edition, slug, published_at: null },
    procedures: procedures
      .filter(({ id }) => ids.includes(id))
      .map((one) => ({ ...one, name: `${one.name} (2026)` })),
  };
  await db.transaction((tx) =>
    writeDraft(tx, draft, { author: 'test', recordedAt: clock.now(), subjects: new Map() }),
  );
}

const faultOn = (path: string) => (error: unknown) =>
  error instanceof VigieError &&
  error.code === 'InvalidInput' &&
  error.fields.length === 1 &&
  error.fields[0]?.path === path;

test('a note is kept with who signs it and when, and listed in the order of the edition, French first', async (t) => {
  const db = await withOctober(await testDatabase(t));
  await writeNote(db, noteOn({ procedure: '2', lang: 'en', body: 'Paying\r\n\r\nworks.  ' }), clock);
  await writeNote(db, noteOn({ procedure: '2', body: 'Payer marche.' }), clock);
  assert.equal(await writeNote(db, noteOn(), clock), 'written');
  assert.deepEqual(
    (await listNotes(db, '2025-10')).map(({ procedure, name, lang, body }) => [procedure, name, lang, body]),
    [
      ['1', 'Demander une licence de pêche', 'fr', 'Le formulaire **tient** sur un écran.'],
      ['2', 'Payer une amende', 'fr', 'Payer marche.'],
      ['2', 'Payer une amende', 'en', 'Paying\n\nworks.'],
    ],
  );
  const [first] = await listNotes(db, '2025-10');
  assert.deepEqual([first?.author, first?.writtenAt], ['Anne Mer', clock.now()]);
  assert.deepEqual(await listNotes(db, 'inconnue'), []);
});

test('a later note supersedes, the same again changes nothing, withdrawal removes it from the list and not from the store', async (t) => {
  const db = await withOctober(await testDatabase(t));
  assert.equal(await writeNote(db, noteOn({ body: null }), clock), 'unchanged');
  assert.equal(await writeNote(db, noteOn(), clock), 'written');
  assert.equal(await writeNote(db, noteOn(), clock), 'unchanged');
  assert.equal(await writeNote(db, noteOn({ author: 'Paul Port' }), clock), 'written');
  assert.equal(await writeNote(db, noteOn({ body: 'Autre chose.' }), clock), 'written');
  assert.deepEqual(
    (await listNotes(db, '2025-10')).map(({ body }) => body),
    ['Autre chose.'],
  );
  assert.equal(await writeNote(db, noteOn({ body: null, author: 'Paul Port' }), clock), 'withdrawn');
  assert.equal(await writeNote(db, noteOn({ body: null }), clock), 'unchanged');
  assert.deepEqual(await listNotes(db, '2025-10'), []);
  const [count] = await db.query<{ n: number }>('select count(*) as n from editions.note');
  assert.equal(count?.n, 4);
  await assert.rejects(db.query(`update editions.note set body = 'x'`), /never changes/);
});

test('a note that cannot stand, or on what is not there, names its field and writes nothing', async (t) => {
  const db = await withOctober(await testDatabase(t));
  const refused = (given: Partial<NoteToWrite>, path: string) =>
    assert.rejects(writeNote(db, noteOn(given), clock), faultOn(path), path);
  await refused({ author: ' ' }, 'author');
  await refused({ body: ' \n' }, 'body');
  await refused({ body: 'x'.repeat(LONGEST_NOTE + 1) }, 'body');
  await refused({ body: 'a\0b' }, 'body');
  await refused({ procedure: '3' }, 'procedure');
  await assert.rejects(writeNote(db, noteOn({ edition: '2026-01' }), clock), { code: 'NotFound' });
  assert.deepEqual(await listNotes(db, '2025-10'), []);
  assert.equal(await writeNote(db, noteOn({ body: '🎣'.repeat(LONGEST_NOTE) }), clock), 'written');
});

test('a draft, frozen or not, takes notes on its own procedures by its own names; a procedure that leaves takes its note away', async (t) => {
  const db = await withOctober(await testDatabase(t));
  await draftOf(db, '2026-01', ['1', '2']);
  await writeNote(db, noteOn({ edition: '2026-01', procedure: '2' }), clock);
  await draftOf(db, '2026-01', ['1']);
  assert.deepEqual(await listNotes(db, '2026-01'), []);
  await assert.rejects(
    writeNote(db, noteOn({ edition: '2026-01', procedure: '2' }), clock),
    faultOn('procedure'),
  );
  await freezeDraft(db, '2026-01', { sha256: 'x', at: clock.now() });
  await writeNote(db, noteOn({ edition: '2026-01' }), clock);
  assert.deepEqual(
    (await listNotes(db, '2026-01')).map(({ procedure, name }) => [procedure, name]),
    [['1', 'Demander une licence de pêche (2026)']],
  );
  await deleteDraft(db, '2026-01');
  await assert.rejects(writeNote(db, noteOn({ edition: '2026-01' }), clock), { code: 'NotFound' });
  assert.deepEqual(await listNotes(db, '2026-01'), []);
});
