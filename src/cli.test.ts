/** What the command line is, whatever the command: none of these tests needs a store. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { PLAIN_ENVIRONMENT } from '../test/support/environment.ts';

const CLI = fileURLToPath(new URL('./cli.ts', import.meta.url));
const BUILD = ['edition', 'build', 'x', '--methodology', 'vde-2025', '--cutoff', '2025-12-31'];

/** Runs a command in an empty directory, from a line of shell that says where `"$@"` writes. */
function vigie(t: TestContext, shell: string, ...words: string[]): { status: number | null; error: string } {
  const cwd = mkdtempSync(join(tmpdir(), 'vigie-cli-'));
  t.after(() => rmSync(cwd, { recursive: true, force: true }));
  const env = { ...PLAIN_ENVIRONMENT, VIGIE_DATA: join(cwd, 'state') };
  const done = spawnSync('sh', ['-c', shell, 'sh', process.execPath, CLI, ...words], { cwd, env });
  return { status: done.status, error: done.stderr.toString() };
}

/** A pipe that a reader opened and left: the first byte written into it fails. */
const READER_LEFT = 'mkfifo pipe && exec 3<>pipe 4>pipe 3>&-';

test('an answer that nobody reads any more ends the command quietly, with the status of its work', (t) => {
  assert.deepEqual(vigie(t, `${READER_LEFT} && exec "$@" >&4`, 'edition', '--help'), {
    status: 0,
    error: '',
  });
});

test('only top: starts the rule of a selection; any other word names a file', (t) => {
  for (const name of ['top10.csv', 'top', 'topographie']) {
    const { status, error } = vigie(t, 'exec "$@"', ...BUILD, '--selection', name);
    assert.deepEqual([status, error], [1, `vigie: ${name}: there is no such file.\n`]);
  }
  for (const rule of ['top:', 'top:0', 'top:10001', 'top:dix', 'top:10.csv']) {
    const { status, error } = vigie(t, 'exec "$@"', ...BUILD, '--selection', rule);
    const says = `vigie: --selection: "${rule}" is not top:N with N from 1 to 10000.\n`;
    assert.deepEqual([status, error], [1, says]);
  }
});
