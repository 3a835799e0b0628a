import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { testDatabase } from '../../test/support/database.ts';
import { ATTRIBUTE_COLUMNS, CATALOGUE_COLUMNS } from './catalogue-columns.ts';
import { importCatalogue } from './index.ts';
import * as vocabulary from './vocabulary.ts';

const documentation = readFileSync(new URL('../../docs/catalogue-csv.md', import.meta.url), 'utf8');

test('the documentation has a row for each column of the file, in its order, and no other', () => {
  const rows = [...documentation.matchAll(/^\| `([a-z_]+)` \|/gm)].map(([, column]) => column);
  assert.deepEqual(rows, CATALOGUE_COLUMNS);
});

test('every attribute has its column in the file', () => {
  const columns = Object.values(ATTRIBUTE_COLUMNS).flatMap((list) => list.map(({ column }) => column));
  assert.deepEqual(
    columns.filter((column) => !CATALOGUE_COLUMNS.includes(column)),
    [],
  );
});

test('the documentation lists every word, and no other', () => {
  const lists: [string, vocabulary.Vocabulary][] = [
    ['genre', vocabulary.SUBJECT_KINDS],
    ['niveau', vocabulary.ORGANISATION_LEVELS],
    ['type_de_demarche', vocabulary.PROCEDURE_KINDS],
    ['publics', vocabulary.AUDIENCES],
    ['evenements_de_vie', vocabulary.LIFE_EVENTS],
    ['statut_en_ligne', vocabulary.ONLINE_STATUSES],
    ['autres_moyens', vocabulary.CHANNELS],
  ];
  for (const [column, list] of lists) {
    const [, written = ''] = new RegExp(`^- \`${column}\`: (.*)$`, 'm').exec(documentation) ?? [];
    const words = Object.values(list).map(({ fr }) => fr);
    assert.deepEqual(wordsOf(written), words);
  }
});

function wordsOf(written: string): string[] {
  return [...written.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word);
}

test('the example of the documentation is imported whole', async (t) => {
  const db = await testDatabase(t);
  const [, example = ''] = /```csv\n([^`]*)```/.exec(documentation) ?? [];
  const bytes = new TextEncoder().encode(example);
  const report = await db.transaction((tx) => importCatalogue(tx, bytes, { today: '2025-10-15' }));
  assert.deepEqual([report.subjectsCreated, report.versionsWritten, report.onlineStatuses.length], [3, 4, 2]);
});
