/** Commands as a person or a script runs them, on a database of a test. */
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { addressOf, testDatabase } from './database.ts';
import { scratchDirectory } from './ground.ts';
import { runCommand } from './start.ts';

/**
 * A database, a directory in which commands are run, and the commands of a group: `vigie` gives what one answered, `run` the
 * JSON of one that succeeds without a word on its errors, `fail` the clear words of one that does not.
 *
 * @param group the words that each begins with
 */
export async function openCommands(
  t: TestContext,
  {
    group = [],
    settings = {},
  }: { group?: readonly string[]; settings?: Readonly<Record<string, string>> } = {},
) {
  const db = await testDatabase(t);
  const directory = scratchDirectory(t);
  await mkdir(directory, { recursive: true });
  const where = { VIGIE_DATABASE_URL: addressOf(db.target), ...settings };
  const vigie = (...words: string[]) =>
    runCommand(join(directory, 'state'), [...group, ...words], where, directory);
  return {
    db,
    directory,
    vigie,
    async run(...words: string[]) {
      const { code, out, err } = await vigie(...words, '--json');
      assert.deepEqual([code, err], [0, ''], words.join(' '));
      return JSON.parse(out) as Record<string, unknown>;
    },
    async fail(...words: string[]) {
      const { code, out, err } = await vigie(...words);
      assert.deepEqual([code, out], [1, ''], words.join(' '));
      assert.doesNotMatch(err, /\n {4}at /, 'no stack trace');
      return err;
    },
  };
}
