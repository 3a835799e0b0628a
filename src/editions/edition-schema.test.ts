import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Document, found, honest, result } from '../../test/support/forged-edition.ts';
import { VigieError } from '../core/errors.ts';
import { editionCsv } from './edition-csv.ts';
import { readEditionCsv } from './edition-schema.ts';
import { verifyResults } from './verify-results.ts';

const isRefused = (says: RegExp) => (error: unknown) =>
  error instanceof VigieError &&
  error.code === 'InvalidInput' &&
  says.test(`${error.message} ${error.fields.map(({ path, message }) => `${path}: ${message}`)}`);

test('what no edition can hold is refused with its key', () => {
  const refused: [Document, RegExp][] = [
    [result(1, 'satisfaction', { counts: { abc: 1_000 } }), /satisfaction\.counts\.abc/],
    [result(1, 'satisfaction', { counts: { '10': 1.5 } }), /satisfaction\.counts\.10/],
    [result(1, 'satisfaction', { counts: { '10': -1 } }), /satisfaction\.counts\.10/],
    [result(1, 'satisfaction', { source_precision: -1 }), /source_precision/],
    [{ 'edition/correction': { corrects: 1 } }, /edition\.correction\.author/],
  ];
  for (const [changes, says] of refused) assert.throws(() => found(honest(), changes), isRefused(says));
});

test('a CSV whose lines contradict one another is refused with the line', () => {
  const lines = editionCsv(honest()).toString('utf8').trimEnd().split('\r\n');
  const read = (text: readonly string[]) => readEditionCsv(Buffer.from(text.join('\r\n')), 'x.csv');
  const last = lines.at(-1) ?? '';
  const next = `line ${lines.length + 1}`;
  assert.throws(
    () => read([...lines, last.replace('declared', 'measured')]),
    isRefused(new RegExp(`${next} gives`)),
  );
  for (const [column, other] of [
    ['edition', last.replace('2025-10,1,', '2025-11,1,')],
    ['revision', last.replace('2025-10,1,', '2025-10,2,')],
    ['methode', last.replace('vde-2025', 'vigie-1')],
    ['arrete_au', last.replace(/2025-09-30,$/, '2024-09-30,')],
  ] as const) {
    assert.throws(() => read([...lines, other]), isRefused(new RegExp(`${next} says ${column} `)), column);
  }
  assert.throws(() => read(lines.slice(0, 1)), isRefused(/no line/));
  const partial = verifyResults(read(lines.slice(0, -1))).findings;
  assert.deepEqual(
    partial.map(({ published }) => published),
    ['"absent"'],
  );
});
