import assert from 'node:assert/strict';
import { appendFileSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import fc from 'fast-check';
import { VigieError } from './errors.ts';
import { openJournal } from './journal.ts';

const log = { warn() {}, error() {} };

async function scratch(t: TestContext): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'vigie-journal-'));
  t.after(() => rm(directory, { recursive: true, force: true }));
  return join(directory, 'kept', 'answers.journal');
}

/** What a journal opened anew gives back, in order. */
async function recordsOf(path: string): Promise<string[]> {
  const journal = await openJournal(path, log);
  const records: string[] = [];
  await journal.drain(async (some) => void records.push(...some));
  await journal.close();
  return records;
}

test('what was appended is read again, in order, whatever it holds', async (t) => {
  const path = await scratch(t);
  const journal = await openJournal(path, log);
  assert.ok(journal.isEmpty());
  await Promise.all([journal.append(['one', 'é\u2028"\\']), journal.append(['three'])]);
  await journal.append([]);
  assert.ok(!journal.isEmpty());
  await journal.close();
  assert.deepEqual(await recordsOf(path), ['one', 'é\u2028"\\', 'three']);
});

test('drained, it is empty, also for the next process', async (t) => {
  const path = await scratch(t);
  const journal = await openJournal(path, log);
  await journal.append(['one', 'two']);
  const seen: string[] = [];
  assert.equal(await journal.drain(async (some) => void seen.push(...some)), true);
  assert.deepEqual(seen, ['one', 'two']);
  assert.ok(journal.isEmpty());
  assert.equal(readFileSync(path).length, 0);
  await journal.append(['three']);
  await journal.close();
  assert.deepEqual(await recordsOf(path), ['three']);
});

test('a drain that fails goes on where it was, and from the beginning after a restart', async (t) => {
  const path = await scratch(t);
  const journal = await openJournal(path, log);
  const many = Array.from({ length: 30_000 }, (_, at) => `record ${at}`);
  await journal.append(many);
  const seen: string[] = [];
  const failing = journal.drain(async (some) => {
    if (seen.length > 0) throw new Error('away');
    seen.push(...some);
  });
  await assert.rejects(failing, /away/);
  assert.ok(seen.length > 0 && seen.length < many.length);
  assert.equal(await journal.drain(async (some) => void seen.push(...some)), true);
  assert.deepEqual(seen, many);
  await journal.close();
});

test('what comes while it is drained is not lost, and says so', async (t) => {
  const journal = await openJournal(await scratch(t), log);
  await journal.append(['one']);
  const seen: string[] = [];
  let late: Promise<void> | undefined;
  await journal.drain(async (some) => {
    seen.push(...some);
    late ??= journal.append(['two']);
  });
  await late;
  await journal.drain(async (some) => void seen.push(...some));
  assert.deepEqual(seen, ['one', 'two']);
  assert.ok(journal.isEmpty());
  await journal.close();
});

test('whatever a crash leaves of the last record, those before it are whole', async (t) => {
  const path = await scratch(t);
  const journal = await openJournal(path, log);
  await journal.append(['first', 'second']);
  await journal.append(['third, which is torn']);
  await journal.close();
  const whole = readFileSync(path);
  const lastStart = whole.indexOf('third') - 9;
  for (let length = lastStart; length < whole.length; length += 1) {
    writeFileSync(path, whole.subarray(0, length));
    await (await openJournal(path, log)).close();
    assert.equal(readFileSync(path).length, lastStart, `cut at ${length}`);
    assert.deepEqual(await recordsOf(path), ['first', 'second']);
  }
});

test('garbage after the last record, in any form, is cut off', async (t) => {
  const path = await scratch(t);
  await (await openJournal(path, log)).close();
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 300 }), async (garbage) => {
      writeFileSync(path, '');
      const journal = await openJournal(path, log);
      await journal.append(['whole']);
      await journal.close();
      appendFileSync(path, garbage);
      const again = await openJournal(path, log);
      await again.append(['after']);
      await again.close();
      assert.deepEqual(await recordsOf(path), ['whole', 'after']);
    }),
    { numRuns: 50 },
  );
});

test('a record that a disk damaged does not hold back the others', async (t) => {
  const path = await scratch(t);
  const journal = await openJournal(path, log);
  await journal.append(['first', 'second', 'third']);
  await journal.close();
  const bytes = readFileSync(path);
  bytes[bytes.indexOf('second')] = 120;
  writeFileSync(path, bytes);
  const again = await openJournal(path, log);
  const seen: string[] = [];
  await again.drain(async (some) => void seen.push(...some));
  assert.deepEqual(seen, ['first', 'third']);
  await again.close();
});

test('on a full disk nothing is acknowledged, and what was there stays', async (t) => {
  const path = await scratch(t);
  await (await openJournal(path, log)).close();
  await rm(path);
  symlinkSync('/dev/full', path);
  const journal = await openJournal(path, log);
  await assert.rejects(
    journal.append(['lost']),
    (error) => error instanceof VigieError && error.code === 'Unavailable',
  );
  assert.ok(journal.isEmpty());
  assert.equal(await journal.drain(async () => {}), true, 'with nothing in it, the store can be used again');
  await assert.rejects(journal.append(['lost']), /disk/);
  await journal.close();
});

test('a disk that is suddenly read-only holds back nothing that is in the store by now', async (t) => {
  const path = await scratch(t);
  const journal = await openJournal(path, log);
  await journal.append(['one']);
  const probe = await open(path);
  t.mock.method(Object.getPrototypeOf(probe), 'truncate', () => Promise.reject(new Error('EROFS')), {
    times: 1,
  });
  await probe.close();
  const seen: string[] = [];
  assert.equal(await journal.drain(async (some) => void seen.push(...some)), true);
  await journal.append(['two']);
  await journal.drain(async (some) => void seen.push(...some));
  assert.deepEqual(seen, ['one', 'two']);
  await journal.close();
});

test('a file that another program emptied is told of, and takes records again', async (t) => {
  const path = await scratch(t);
  const told: string[] = [];
  const journal = await openJournal(path, {
    ...log,
    error: (_: unknown, message?: string) => void told.push(message ?? ''),
  });
  await journal.append(['lost with the file']);
  truncateSync(path, 0);
  const seen: string[] = [];
  assert.equal(await journal.drain(async (some) => void seen.push(...some)), true);
  assert.equal(told.length, 1);
  await journal.append(['kept']);
  await journal.close();
  assert.deepEqual([seen, await recordsOf(path)], [[], ['kept']]);
});

test('what is no file that can be written is told as such', async (t) => {
  const path = await scratch(t);
  await mkdir(path, { recursive: true });
  const isTold = (error: unknown) => error instanceof VigieError && /VIGIE_DATA.*EISDIR/.test(error.message);
  await assert.rejects(openJournal(path, log), isTold);
});

test('a file that shrank under it is no reason to invent records', async (t) => {
  const path = await scratch(t);
  const journal = await openJournal(path, log);
  await journal.append(['one', 'two']);
  await journal.close();
  truncateSync(path, 3);
  assert.deepEqual(await recordsOf(path), []);
});
