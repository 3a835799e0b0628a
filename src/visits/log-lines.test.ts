import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { logFile } from '../../test/support/access-log.ts';
import { type LogFile, readLines } from './log-lines.ts';

async function linesOf(file: LogFile) {
  let readBytes = 0;
  const lines = await Array.fromAsync(readLines(file, (bytes) => (readBytes += bytes)));
  return { lines: lines.flat(), readBytes };
}

test('lines are the same however their bytes come, plain or gzip, with or without a last line break', async () => {
  const texts = fc.array(fc.string({ unit: fc.constantFrom('a', 'é', ' ', '"') }), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(texts, fc.integer({ min: 1, max: 9 }), fc.boolean(), async (wanted, piece, isZipped) => {
      const bytes = Buffer.from(wanted.map((line) => `${line}\n`).join(''), 'latin1');
      const sent = isZipped ? gzipSync(bytes) : bytes;
      const { lines, readBytes } = await linesOf(logFile(sent, { piece }));
      assert.deepEqual(lines, wanted);
      assert.equal(readBytes, sent.length);
    }),
    { numRuns: 60 },
  );
  assert.deepEqual((await linesOf(logFile('a\nb', { piece: 1 }))).lines, ['a', 'b']);
});

test('several gzip files put end to end are one', async () => {
  const bytes = Buffer.concat([gzipSync('a\n'), gzipSync('b\n')]);
  assert.deepEqual((await linesOf(logFile(bytes))).lines, ['a', 'b']);
});

test('a line without end is passed over, and holds no memory', async () => {
  const long = 'x'.repeat(70_000);
  for (const piece of [1_000, 1_000_000])
    assert.deepEqual((await linesOf(logFile(`a\n${long}\nb\n${long}`, { piece }))).lines, [
      'a',
      null,
      'b',
      null,
    ]);
});

test('a gzip file that is cut short is refused', async () => {
  const bytes = gzipSync('a\nb\n'.repeat(1_000));
  await assert.rejects(linesOf(logFile(bytes.subarray(0, bytes.length - 9))), /access\.log: it is cut short/);
  const damaged = Buffer.from(bytes);
  damaged.fill(0xff, 12, 20);
  await assert.rejects(linesOf(logFile(damaged)), /access\.log: it is cut short, or no gzip file/);
});
