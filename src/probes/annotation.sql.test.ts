import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../test/support/database.ts';
import { recordProcedures } from '../catalogue/index.ts';
import {
  type AnnotationListing,
  addAnnotation,
  annotationFaults,
  listAnnotations,
  type NewAnnotation,
} from './annotation.sql.ts';

const NOW = new Date('2026-03-01T12:00:00Z');

const annotation = (day: string, subjectId: number | null): NewAnnotation => ({
  ...{ subjectId, day, author: 'équipe' },
  text: { fr: 'Ouverture de la campagne', en: 'The campaign opens' },
});

test('charts of a procedure show its own annotations and those of all, by day; it is told once', async (t) => {
  const db = await testDatabase(t);
  const [first = 0, second = 0] = await db.transaction((tx) =>
    recordProcedures(
      tx,
      ['1', '2'].map((publicId) => ({ publicId, name: publicId, validFrom: '2020-01-01' })),
    ),
  );
  for (const [day, subjectId] of [
    ['2026-02-03', first],
    ['2026-02-02', second],
    ['2026-02-01', null],
    ['2025-12-31', null],
  ] as const)
    assert.notEqual(await addAnnotation(db, annotation(day, subjectId), NOW), null);
  assert.equal(await addAnnotation(db, annotation('2026-02-01', null), NOW), null);
  const days = async (listing?: AnnotationListing) =>
    (await listAnnotations(db, listing)).map(({ day }) => day);
  assert.deepEqual(await days(), ['2025-12-31', '2026-02-01', '2026-02-02', '2026-02-03']);
  assert.deepEqual(await days({ subjectId: first }), ['2025-12-31', '2026-02-01', '2026-02-03']);
  const period = { from: '2026-02-01', to: '2026-02-02' };
  assert.deepEqual(await days({ period }), ['2026-02-01', '2026-02-02']);
});

test('an annotation is one short line in each language', () => {
  const paths = (fr: string, en: string) =>
    annotationFaults({ ...annotation('2026-02-01', null), text: { fr, en } }).map(({ path }) => path);
  assert.deepEqual(paths('Grève', 'Strike'), []);
  assert.deepEqual(paths('', 'x'.repeat(301)), ['--text', '--text-en']);
  assert.deepEqual(paths('a\nb', ' '), ['--text', '--text-en']);
});
