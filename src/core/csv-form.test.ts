import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readForm } from './csv-form.ts';
import { VigieError } from './errors.ts';

const COLUMNS = { needed: ['nom', 'genre'], optional: ['note'] };
const read = (text: string) =>
  readForm(new TextEncoder().encode(text), COLUMNS, (row) => {
    const [name, kind] = [row.text('nom', 10), row.word('genre', ['a', 'b'])];
    return name === null || kind === null ? null : [name, kind, row.cell('note')];
  });

const faultsOf = (text: string): string[] => {
  try {
    read(text);
  } catch (error) {
    assert.ok(error instanceof VigieError && error.code === 'InvalidInput', String(error));
    return error.fields.map(({ path, message }) => `${path}: ${message}`);
  }
  return [];
};

test('lines are read trimmed, and a column that is not there reads as blank', () => {
  assert.deepEqual(read('genre;nom\na; Anne \n\nb;Bob'), [
    ['Anne', 'a', ''],
    ['Bob', 'b', ''],
  ]);
});

test('every fault of every line is told at once, with its line, its column and its remedy', () => {
  assert.deepEqual(faultsOf('nom,genre,note\n,c,\n"un\nsaut",a,\nun nom trop long,a,\nAnne,a,,x\nAnne,b,'), [
    'line 6: 4 cells where the header has 3; look for a missing or spare delimiter, or a cell that needs quotes',
    'line 2, column "nom": is blank; fill it in',
    'line 2, column "genre": "c" is not known here; write a or b',
    'line 3, column "nom": holds a line break or a control character; remove it',
    'line 5, column "nom": has 16 characters; write at most 10',
  ]);
});

test('columns that are missing or unknown are all told, and a table without lines says nothing', () => {
  assert.deepEqual(faultsOf('nom,note,remarque\nAnne,,'), [
    'line 1, column "genre": is missing; add it',
    'line 1, column "remarque": is not one of nom, genre, note; rename it or remove it',
  ]);
  assert.deepEqual(faultsOf('nom,genre\n'), ['line 2: the file holds no line below its header']);
});
