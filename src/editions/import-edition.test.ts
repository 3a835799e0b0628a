import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../test/support/database.ts';
import { publishedFile } from '../../test/support/published-file.ts';
import { findProcedure } from '../catalogue/index.ts';
import { fixedClock } from '../core/clock.ts';
import { VigieError } from '../core/errors.ts';
import { listObservations } from '../observations/index.ts';
import {
  createEditionReader,
  type EditionImport,
  findEditionFile,
  importEdition,
  listDivergences,
  listEditionFiles,
  listEditions,
  listResultsOfSubject,
} from './index.ts';
import { sha256 } from './published-edition.ts';

const clock = fixedClock('2026-02-01T08:00:00Z');

function editionOf(bytes: Uint8Array, given: Partial<EditionImport> = {}): EditionImport {
  return {
    file: { bytes, name: 'octobre.csv' },
    slug: '2025-10',
    label: 'Octobre 2025',
    methodology: 'vde-2025',
    cutoffOn: '2025-09-30',
    publishedAt: new Date('2025-10-15T00:00:00Z'),
    author: 'test',
    ...given,
  };
}

const isConflictOn = (path: string) => (error: unknown) =>
  error instanceof VigieError &&
  error.code === 'Conflict' &&
  error.fields.some((field) => field.path === path);

test('an imported edition is published whole, and its stored bytes bear the hashes that are told', async (t) => {
  const db = await testDatabase(t);
  const outcome = await importEdition(
    db,
    editionOf(publishedFile([{}, { 'Nom Démarche': 'Payer une amende' }])),
    clock,
  );
  assert.deepEqual([outcome.outcome, outcome.procedures, outcome.notes], ['published', 2, []]);
  const [summary] = await listEditions(db);
  assert.deepEqual(
    [summary?.slug, summary?.procedures, summary?.revision, summary?.reconstructed],
    ['2025-10', 2, 1, false],
  );
  const files = await listEditionFiles(db, '2025-10');
  assert.deepEqual(
    files.map(({ format }) => format),
    ['json', 'csv'],
  );
  for (const { format, sha256: told, size } of files) {
    const file = await findEditionFile(db, '2025-10', format);
    assert.ok(file);
    assert.equal(sha256(file.bytes), told);
    assert.equal(file.bytes.byteLength, size);
  }
  const found = await createEditionReader(db).find('2025-10');
  assert.deepEqual(
    found?.published.procedures.map(({ id, name, slug }) => [id, name, slug]),
    [
      ['1', 'Demander une licence de pêche', 'demander-une-licence-de-peche'],
      ['2', 'Payer une amende', 'payer-une-amende'],
    ],
  );
});

test('the same file again changes nothing, and anything else under the same slug is refused', async (t) => {
  const db = await testDatabase(t);
  const bytes = publishedFile([{}]);
  await importEdition(db, editionOf(bytes), clock);
  const before = await findEditionFile(db, '2025-10', 'json');
  const again = await importEdition(db, editionOf(bytes), fixedClock('2026-03-01T00:00:00Z'));
  assert.equal(again.outcome, 'unchanged');
  const other = publishedFile([{ 'Note Satisfaction': '2' }]);
  await assert.rejects(importEdition(db, editionOf(other), clock), isConflictOn('file'));
  await assert.rejects(importEdition(db, editionOf(bytes, { label: 'Autre' }), clock), isConflictOn('label'));
  await assert.rejects(
    importEdition(db, editionOf(bytes, { cutoffOn: '2025-09-29' }), clock),
    isConflictOn('cutoff_on'),
  );
  assert.deepEqual(await findEditionFile(db, '2025-10', 'json'), before);
  const procedure = await findProcedure(db, '1');
  const marks = await listObservations(db, procedure?.current.subjectId ?? 0, clock.now());
  assert.equal(marks.find(({ indicator }) => indicator === 'satisfaction')?.value, 8.1);
});

test('an unknown methodology and a file without any procedure write nothing', async (t) => {
  const db = await testDatabase(t);
  await assert.rejects(
    importEdition(db, editionOf(publishedFile([{}]), { methodology: 'vde-1999' }), clock),
    {
      code: 'NotFound',
    },
  );
  await assert.rejects(importEdition(db, editionOf(publishedFile([{ 'ID Démarche': '' }])), clock), {
    code: 'InvalidInput',
  });
  assert.deepEqual(await listEditions(db), []);
  const [count] = await db.query<{ subjects: number }>('select count(*) as subjects from catalogue.subject');
  assert.equal(count?.subjects, 0);
});

test('two imports of one edition at once: one publishes it, the other finds it there', async (t) => {
  const db = await testDatabase(t);
  const bytes = publishedFile([{}, { 'Nom Démarche': 'Payer une amende' }]);
  const outcomes = await Promise.all([1, 2, 3].map(() => importEdition(db, editionOf(bytes), clock)));
  assert.deepEqual(outcomes.map(({ outcome }) => outcome).sort(), ['published', 'unchanged', 'unchanged']);
});

test('where the verdict of the file is not the level of the methodology, both are kept and listed', async (t) => {
  const db = await testDatabase(t);
  const bytes = publishedFile([{ 'Prise en compte Handicap': 'Totale', 'Taux Audit RGAA': '0.8' }, {}]);
  const outcome = await importEdition(db, editionOf(bytes), clock);
  assert.equal(outcome.divergences, 1);
  const found = await createEditionReader(db).find('2025-10');
  assert.ok(found);
  assert.deepEqual(
    listDivergences(found.published).map(({ procedure, criterion, result }) => [
      procedure.id,
      criterion,
      result.level,
      result.stated_level,
    ]),
    [['1', 'accessibility', 'medium', 'good']],
  );
});

test('a procedure that is renamed and moves to another ministry keeps its id, its history and its figures', async (t) => {
  const db = await testDatabase(t);
  await importEdition(db, editionOf(publishedFile([{}])), clock);
  const later = publishedFile([
    { 'Nom Démarche': 'Obtenir un permis de pêche', 'Ministère politique': 'Ministère de la Transition' },
  ]);
  await importEdition(
    db,
    editionOf(later, {
      slug: '2026-01',
      label: 'Janvier 2026',
      cutoffOn: '2025-12-31',
      publishedAt: new Date('2026-01-15T00:00:00Z'),
    }),
    clock,
  );
  const procedure = await findProcedure(db, '1');
  assert.ok(procedure);
  assert.equal(procedure.current.name, 'Obtenir un permis de pêche');
  assert.deepEqual(
    procedure.versions.map(({ validFrom, name, ministry }) => [validFrom, name, ministry?.name]),
    [
      ['2025-12-31', 'Obtenir un permis de pêche', 'Ministère de la Transition'],
      ['2025-09-30', 'Demander une licence de pêche', 'Ministère de la Mer'],
    ],
  );
  const results = await listResultsOfSubject(db, procedure.current.subjectId);
  assert.deepEqual([...new Set(results.map(({ edition }) => edition))], ['2026-01', '2025-10']);
  const first = await createEditionReader(db).find('2025-10');
  assert.equal(first?.published.procedures[0]?.name, 'Demander une licence de pêche');
});

test('an edition imported after a later one does not change what is known today', async (t) => {
  const db = await testDatabase(t);
  await importEdition(db, editionOf(publishedFile([{ 'Nom Démarche': 'Nom actuel' }])), clock);
  await importEdition(
    db,
    editionOf(publishedFile([{ 'Nom Démarche': 'Ancien nom' }]), { slug: '2024-10', cutoffOn: '2024-09-30' }),
    clock,
  );
  const procedure = await findProcedure(db, '1');
  assert.deepEqual(
    procedure?.versions.map(({ name }) => name),
    ['Nom actuel', 'Ancien nom'],
  );
  assert.equal(procedure?.current.name, 'Nom actuel');
});

test('a published revision refuses every change of its rows and bytes', async (t) => {
  const db = await testDatabase(t);
  await importEdition(db, editionOf(publishedFile([{}])), clock);
  for (const statement of [
    `update editions.result set level = 'good'`,
    'delete from editions.result',
    `update editions.entry set name = 'x'`,
    `update editions.file set bytes = 'x'`,
    'delete from editions.file',
    `update editions.revision set state = 'draft'`,
    'delete from editions.revision',
    `insert into editions.file select edition_id, number, 'csv', 'x', encode(sha256('x'), 'hex') from editions.revision`,
    `update editions.edition set label = 'x'`,
    `update editions.edition set methodology = 'vigie-1'`,
    'truncate editions.result',
    'truncate editions.file',
  ]) {
    await assert.rejects(db.query(statement), /never change/, statement);
  }
});

test('the level of a published edition is that of its methodology, the interval is null and says why', async (t) => {
  const db = await testDatabase(t);
  await importEdition(db, editionOf(publishedFile([{}])), clock);
  const found = await createEditionReader(db).find('2025-10');
  assert.deepEqual(found?.published.procedures[0]?.results.satisfaction, {
    status: 'measured',
    value: 8.1,
    level: 'good',
    borderline: null,
    n: null,
    interval: null,
    unit: 'mark',
    source: 'octobre.csv#L2',
    source_precision: 0.1,
    as_of: '2025-09-30',
    reason: 'n_unknown',
    origin: 'imported',
    period_start: '2024-10-01',
    stated_level: null,
    counts: null,
    numerator: null,
    denominator: null,
    parts: null,
    stale: null,
    clusters: null,
  });
});

test('an edition without a name, of the future or of before the web, or judged in other units, is refused whole', async (t) => {
  const db = await testDatabase(t);
  const bytes = publishedFile([{}]);
  const refused = (given: Partial<EditionImport>, path: string) =>
    assert.rejects(
      importEdition(db, editionOf(bytes, given), clock),
      (error) =>
        error instanceof VigieError &&
        error.code === 'InvalidInput' &&
        error.fields.some((field) => field.path === path),
      path,
    );
  await refused({ label: '  ' }, 'label');
  await refused({ label: 'x'.repeat(500) }, 'label');
  await refused({ author: '' }, 'author');
  await refused({ cutoffOn: '2035-09-30' }, 'cutoff');
  await refused({ cutoffOn: '0001-01-01' }, 'cutoff');
  await refused({ publishedAt: new Date('2025-09-29T00:00:00Z') }, 'published');
  await refused({ publishedAt: new Date('2040-01-01T00:00:00Z') }, 'published');
  await refused({ methodology: 'observatoire-2020' }, 'satisfaction');
  assert.deepEqual(await listEditions(db), []);
});
