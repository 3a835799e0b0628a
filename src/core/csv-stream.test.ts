import assert from 'node:assert/strict';
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { readCsv } from './csv.ts';
import { openRecords } from './csv-records.ts';
import { streamCsv } from './csv-stream.ts';
import { VigieError } from './errors.ts';

/** What both readers make of a file, told in the same words. */
async function readStreamed(bytes: Uint8Array): Promise<unknown> {
  const directory = await mkdtemp(join(tmpdir(), 'vigie-csv-'));
  try {
    await writeFile(join(directory, 'a.csv'), bytes);
    const file = await open(join(directory, 'a.csv'));
    try {
      const rows: unknown[] = [];
      const misshapen: number[] = [];
      let header: readonly string[] = [];
      for await (const piece of streamCsv(file)) {
        header = piece.header;
        misshapen.push(...piece.misshapen.map(({ line }) => line));
        for (const { line, cells } of piece.rows) {
          rows.push({ line, cells: header.map((_, at) => cells[at] ?? '') });
        }
      }
      return { header, rows, misshapen };
    } catch (error) {
      assert.ok(error instanceof VigieError, String(error));
      return error.code;
    } finally {
      await file.close();
    }
  } finally {
    await rm(directory, { recursive: true });
  }
}

function readWhole(bytes: Uint8Array): unknown {
  const misshapen: number[] = [];
  try {
    const { header, rows } = readCsv(bytes, ({ line }) => misshapen.push(line));
    return {
      header,
      rows: rows.map(({ line, cells }) => ({ line, cells: header.map((name) => cells[name] ?? '') })),
      misshapen,
    };
  } catch (error) {
    assert.ok(error instanceof VigieError, String(error));
    return error.code;
  }
}

const someCell = fc.constantFrom(
  'a',
  '',
  ' ',
  '1,5',
  'é',
  '"x\r\ny"',
  '"x\ny\r\n\n"',
  '"d""q"',
  '""',
  '"\r"',
  '"x"y',
  '"',
  'b"c',
);
const someFile = fc
  .record({
    records: fc.array(fc.array(someCell, { minLength: 1, maxLength: 4 }), { maxLength: 8 }),
    delimiter: fc.constantFrom(',', ';', '\t'),
    lineBreak: fc.constantFrom('\r\n', '\n', '\r'),
    blanks: fc.nat(2),
    encoding: fc.constantFrom('utf8' as const, 'latin1' as const, 'utf16le' as const),
  })
  .map(({ records, delimiter, lineBreak, blanks, encoding }) => {
    const lines = [['n', 'm', 'o'], ...records].map((cells) => cells.join(delimiter));
    const text = `${encoding === 'utf16le' ? '\ufeff' : ''}${lines.join(lineBreak.repeat(blanks + 1))}`;
    return Buffer.from(text, encoding);
  });

const someText = fc
  .array(fc.oneof(someCell, fc.constantFrom(';', '\r\n', '\n', '\r')), { maxLength: 20 })
  .map((parts) => parts.join(''));

test('a file read piece by piece says what it says read whole', () =>
  fc.assert(
    fc.asyncProperty(someFile, async (bytes) => {
      assert.deepEqual(await readStreamed(bytes), readWhole(bytes));
    }),
    { numRuns: 600 },
  ));

test('records read from text cut anywhere are those of the whole text', () =>
  fc.assert(
    fc.property(someText, fc.array(fc.nat(60), { maxLength: 5 }), (text, cuts) => {
      const places = [0, ...cuts.filter((at) => at < text.length).sort((a, b) => a - b), text.length];
      const pieces = places.slice(1).map((to, at) => text.slice(places[at], to));
      assert.deepEqual(recordsOf(pieces), recordsOf([text]));
    }),
    { numRuns: 600 },
  ));

function recordsOf(pieces: readonly string[]): unknown {
  const reader = openRecords(';');
  try {
    return [...pieces.flatMap((piece) => reader.read(piece)), ...reader.end()];
  } catch (error) {
    assert.ok(error instanceof VigieError, String(error));
    return error.message;
  }
}

test('records, characters and quotes may be cut between two pieces', async () => {
  const rows = Array.from({ length: 30_000 }, (_, at) => `${at};"é\r\n«${'x'.repeat(at % 40)}»";œ`);
  const bytes = Buffer.from(`a;b;c\r\n${rows.join('\r\n')}\r\n`);
  assert.ok(bytes.length > 3 * 256 * 1024);
  assert.deepEqual(await readStreamed(bytes), readWhole(bytes));
});

test('a quote that is never closed does not take the rest of a large file into memory', async () => {
  const bytes = Buffer.from(`a,b\n1,"x\n${'2,3\n'.repeat(600_000)}`);
  assert.equal(await readStreamed(bytes), 'InvalidInput');
});
