/** Real processes and directories for the tests of the ground: nothing of them is left behind. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { isServing } from '../../src/core/embedded/postmaster.ts';
import { runOn } from './database.sql.ts';
import { PLAIN_ENVIRONMENT } from './environment.ts';
import { temporaryPath } from './server.ts';

export const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/** The path of a VIGIE_DATA to be; at the end of the test its server is killed and its files are removed. */
export function scratchDirectory(t: TestContext, within = ''): string {
  const top = temporaryPath();
  const directory = join(top, within);
  t.after(async () => {
    const server = postmasterOf(directory);
    if (server !== null) await killProcess(server);
    await rm(stateOf(directory), { recursive: true, force: true });
    await rm(top, { recursive: true, force: true });
  });
  return directory;
}

/** Where the store of a VIGIE_DATA is. */
export function stateOf(directory: string): string {
  const record = join(directory, 'store-location');
  return existsSync(record) ? readFileSync(record, 'utf8').trim() : join(directory, 'postgres');
}

/**
 * The process number of the server of a VIGIE_DATA, or null when none runs. The file may name another program: the
 * Vigie that starts a server in the place of a dead one writes its own number there until the new one is up.
 */
export function postmasterOf(directory: string): number | null {
  const data = join(stateOf(directory), 'data');
  const file = join(data, 'postmaster.pid');
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0;
  return pid > 0 && lives(pid) && isServing(pid, { data }) ? pid : null;
}

/** True for a process that runs; false for one that has ended, even if its parent does not know it yet. */
export function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !existsSync('/proc') || !/\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

/** Kills a process that need not be our child, and waits for its end. */
export async function killProcess(pid: number): Promise<void> {
  process.kill(pid, 'SIGKILL');
  while (lives(pid)) await pause(5);
}

export type StoreProcess = {
  pid: number;
  /** Lets it close the store, and waits for its end; its exit code. */
  close(): Promise<number>;
  kill(): Promise<void>;
};

export type StoreProcessOptions = {
  claim?: boolean;
  /** The tree whose code it runs; this project's by default. */
  project?: string;
  user?: { uid: number; gid: number };
};

/** Opens the store of `directory` in another process. Rejects, with what it said, when it cannot. */
export async function openInProcess(
  t: TestContext,
  directory: string,
  options: StoreProcessOptions = {},
): Promise<StoreProcess> {
  const script = join(options.project ?? PROJECT, 'test', 'support', 'store-child.ts');
  const child = spawn(process.execPath, [script, directory, options.claim ? 'claim' : ''], {
    cwd: '/',
    // The npm scripts name a directory that is relative to the project.
    env: { ...process.env, ...PLAIN_ENVIRONMENT },
    stdio: ['pipe', 'pipe', 'pipe'],
    ...options.user,
  });
  const ended = once(child, 'exit');
  t.after(() => child.kill('SIGKILL'));
  let errors = '';
  child.stderr.on('data', (bytes) => {
    errors += bytes;
  });
  await Promise.race([
    once(child.stdout, 'data'),
    ended.then(() => {
      throw new Error(`the process ended: ${errors}`);
    }),
  ]);
  const { pid = 0 } = child;
  return {
    pid,
    async close() {
      child.stdin.end();
      const [code] = await ended;
      return code;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Runs statements on the running server of `directory`, as another client. */
export async function runOnServer(directory: string, statements: string): Promise<void> {
  const [, , , , host = ''] = readFileSync(join(stateOf(directory), 'data', 'postmaster.pid'), 'utf8').split(
    '\n',
  );
  await runOn({ host, port: 5432, user: 'vigie', database: 'vigie' }, statements);
}
