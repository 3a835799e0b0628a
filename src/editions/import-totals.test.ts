import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { testDatabase } from '../../test/support/database.ts';
import { publishedFile } from '../../test/support/published-file.ts';
import { fixedClock } from '../core/clock.ts';
import { VigieError } from '../core/errors.ts';
import { listEditions } from './edition.sql.ts';
import { createEditionReader } from './edition-reader.ts';
import { type EditionImport, importEdition } from './import-edition.ts';
import { importTotals } from './import-totals.ts';
import { writeDraft } from './publish.sql.ts';

const clock = fixedClock('2026-02-01T08:00:00Z');
const shipped = await readFile(new URL('../../data/edition-2020-04.csv', import.meta.url));

const april = (given: Partial<EditionImport> = {}): EditionImport => ({
  file: { bytes: shipped, name: 'edition-2020-04.csv' },
  slug: '2020-04',
  label: 'Avril 2020',
  methodology: 'observatoire-2020',
  cutoffOn: '2020-04-30',
  publishedAt: new Date('2020-05-15T00:00:00Z'),
  author: 'test',
  ...given,
});

const conflictOn = (path: string) => (error: unknown) =>
  error instanceof VigieError &&
  error.code === 'Conflict' &&
  error.fields.some((field) => field.path === path);

test('the edition of April 2020 is published with its totals alone, and lists tell it by its 250 procedures', async (t) => {
  const db = await testDatabase(t);
  assert.deepEqual(await importTotals(db, april(), clock), {
    slug: '2020-04',
    outcome: 'published',
    totals: 6,
  });
  const [summary] = await listEditions(db);
  assert.deepEqual(
    [summary?.knownBy, summary?.procedures, summary?.publishedAt.toISOString()],
    ['totals', 250, '2020-05-15T00:00:00.000Z'],
  );
  const found = await createEditionReader(db).find('2020-04');
  assert.ok(found);
  const { edition, procedures, aggregates, totals } = found.published;
  assert.deepEqual([procedures, aggregates, totals?.length], [[], null, 6]);
  assert.deepEqual([edition.selection, edition.reconstructed], [{ rule: 'as_announced' }, false]);
  assert.equal(edition.source?.name, 'edition-2020-04.csv');
});

test('the same file again changes nothing; another file, label or day, or a draft in the way, is a conflict', async (t) => {
  const db = await testDatabase(t);
  await importTotals(db, april(), clock);
  const before = (await createEditionReader(db).find('2020-04'))?.sha256;
  assert.equal((await importTotals(db, april({ publishedAt: null }), clock)).outcome, 'unchanged');
  const other = { bytes: Buffer.from(`${shipped}\n`), name: 'edition-2020-04.csv' };
  await assert.rejects(importTotals(db, april({ file: other }), clock), conflictOn('file'));
  await assert.rejects(importTotals(db, april({ label: 'Mai 2020' }), clock), conflictOn('label'));
  const later = april({ publishedAt: new Date('2020-05-16T00:00:00Z') });
  await assert.rejects(importTotals(db, later, clock), conflictOn('published_at'));
  assert.equal((await createEditionReader(db).find('2020-04'))?.sha256, before);
});

test('totals and procedures never share an edition, whichever comes first', async (t) => {
  const db = await testDatabase(t);
  const october = april({
    file: { bytes: publishedFile([{}]), name: 'octobre.csv' },
    slug: '2025-10',
    methodology: 'vde-2025',
    cutoffOn: '2025-09-30',
    publishedAt: null,
  });
  await importEdition(db, october, clock);
  await assert.rejects(importTotals(db, april({ slug: '2025-10' }), clock), conflictOn('file'));
  await importTotals(db, april(), clock);
  await assert.rejects(importEdition(db, { ...october, slug: '2020-04' }, clock), conflictOn('file'));
  const found = await createEditionReader(db).find('2020-04');
  assert.ok(found);
  const { edition, ...rest } = found.published;
  const draft = { ...rest, edition: { ...edition, slug: 'brouillon', published_at: null }, totals: null };
  await db.transaction((tx) =>
    writeDraft(tx, draft, { author: 'test', recordedAt: clock.now(), subjects: new Map() }),
  );
  await assert.rejects(importTotals(db, april({ slug: 'brouillon' }), clock), { code: 'Conflict' });
});

test('a bad line, an unknown methodology or a day to come publishes nothing; three imports at once publish once', async (t) => {
  const db = await testDatabase(t);
  const bad = {
    bytes: Buffer.from('indicateur,valeur,precision,unite,sur\nprocedures,-1,exact,count,'),
    name: 'x.csv',
  };
  await assert.rejects(importTotals(db, april({ file: bad }), clock), { code: 'InvalidInput' });
  await assert.rejects(importTotals(db, april({ methodology: 'vde-1999' }), clock), { code: 'NotFound' });
  await assert.rejects(importTotals(db, april({ cutoffOn: '2035-01-01' }), clock), { code: 'InvalidInput' });
  assert.deepEqual(await listEditions(db), []);
  const outcomes = await Promise.all([1, 2, 3].map(() => importTotals(db, april(), clock)));
  assert.deepEqual(outcomes.map(({ outcome }) => outcome).sort(), ['published', 'unchanged', 'unchanged']);
});
