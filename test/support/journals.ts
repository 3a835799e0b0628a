/** The journals of a server that takes answers: those that wait for the store, and those that it refuses. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { type Journal, openJournal } from '../../src/core/journal.ts';

const silent = { info() {}, warn() {}, error() {} };

/** Opens them in a directory of their own, until the end of the test. */
export async function openJournals(t: TestContext): Promise<{ journal: Journal; refused: Journal }> {
  const directory = await mkdtemp(join(tmpdir(), 'vigie-writer-'));
  const [journal, refused] = await Promise.all(
    ['answers', 'refused'].map((name) => openJournal(join(directory, name), silent)),
  );
  assert.ok(journal && refused);
  t.after(async () => {
    await Promise.all([journal.close(), refused.close()]);
    await rm(directory, { recursive: true, force: true });
  });
  return { journal, refused };
}
