/**
 * Runs the tests: `node test/run.ts [FILE…]`, all of them by default. One embedded server serves the whole run. Then,
 * where Debian's PostgreSQL is installed, the files of src/ that use a database run again on that server's programs:
 * those of test/ ask it the same statements, through pages and processes. A file that is named runs on both.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openTestServer, TEST_SERVER_VARIABLE } from './support/server.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DEBIAN_BINARIES = '/usr/lib/postgresql/*/bin';
const OLDEST_VERSION = 15;

process.chdir(ROOT);
// A Ctrl-C reaches the test processes too: they end, then the server is stopped below.
process.on('SIGINT', () => {});

const named = process.argv.slice(2);
const files = named.length > 0 ? named : globSync(['src/**/*.test.ts', 'test/**/*.test.ts']).sort();
const passed = await runOn('the embedded PostgreSQL', undefined, files);
const again = files.filter(usesDatabase).filter((file) => named.length > 0 || file.startsWith('src/'));
const passedAgain = passed && (await runOnDebian(again));
process.exitCode = passed && passedAgain ? 0 : 1;

async function runOnDebian(chosen: readonly string[]): Promise<boolean> {
  if (chosen.length === 0) return true;
  const installed = globSync(DEBIAN_BINARIES)
    .filter((directory) => existsSync(`${directory}/initdb`))
    .filter((directory) => Number(directory.split('/').at(-2)) >= OLDEST_VERSION)
    .sort();
  const [oldest] = installed;
  if (oldest === undefined) {
    say(
      `SKIPPED: the tests on Debian's PostgreSQL: none of version ${OLDEST_VERSION} or later in ${DEBIAN_BINARIES}`,
    );
    return true;
  }
  return runOn(oldest, oldest, chosen);
}

async function runOn(
  name: string,
  binaries: string | undefined,
  chosen: readonly string[],
): Promise<boolean> {
  say(`${chosen.length} test files on ${name}`);
  const server = await openTestServer(binaries);
  try {
    const child = spawn(
      process.execPath,
      ['--test', '--test-concurrency=2', '--test-reporter=spec', ...chosen],
      {
        stdio: 'inherit',
        env: testEnvironment({ [TEST_SERVER_VARIABLE]: JSON.stringify(server.target) }),
      },
    );
    const end = () => child.kill();
    process.once('SIGTERM', end);
    const [code] = await once(child, 'exit');
    process.off('SIGTERM', end);
    return code === 0;
  } finally {
    await server.close();
  }
}

/** Our environment without the settings of a Vigie: the tests give their own. */
function testEnvironment(added: Record<string, string>): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(VIGIE_|PG|PORT$)/.test(name));
  return { ...Object.fromEntries(kept), ...added };
}

function usesDatabase(file: string): boolean {
  return readFileSync(file, 'utf8').includes('support/database');
}

function say(line: string): void {
  process.stdout.write(`\n▶ ${line}\n\n`);
}
