/**
 * The directory of this installation's state (`VIGIE_DATA`): made and checked at start, claimed by the one server
 * that serves it. Its locks are held by the kernel on behalf of the process: none outlives a crash.
 */
import { constants } from 'node:fs';
import { access, mkdir, open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { VigieError } from './errors.ts';
import { type FileLock, takeFileLock } from './file-lock.sql.ts';

/** Longest wait for another process that is starting or stopping the embedded server, in ms. */
const TRANSITION_LIMIT_MS = 120_000;

/**
 * Makes the directory if it is missing and checks that this process can write in it.
 * Made as root it can be traversed by others (0711): the embedded server runs as another user, in a part of its own.
 *
 * @returns its absolute path
 * @throws VigieError InvalidInput naming VIGIE_DATA
 */
export async function openDataDirectory(path: string): Promise<string> {
  const directory = resolve(path);
  try {
    if (await mkdir(directory, { recursive: true, mode: isRoot() ? 0o711 : 0o700 })) {
      await syncDirectory(dirname(directory));
    }
    if (!(await stat(directory)).isDirectory()) throw new Error('it is not a directory');
    await access(directory, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new VigieError(
      'InvalidInput',
      `VIGIE_DATA (${directory}) cannot be used: ${(error as Error).message}. ` +
        'Name a directory that this user can write in, or change its owner.',
      [],
      error,
    );
  }
  return directory;
}

/** True when this process runs as root, whom PostgreSQL refuses. */
export function isRoot(): boolean {
  return process.geteuid?.() === 0;
}

/**
 * Claims the directory for one server, until `release` or the end of the process, however it ends.
 *
 * @throws VigieError Conflict, with the process that holds it, when another server serves it
 */
export async function claimDataDirectory(path: string): Promise<{ release(): Promise<void> }> {
  const directory = await openDataDirectory(path);
  const holderFile = join(directory, 'server.pid');
  const lock = takeFileLock(join(directory, 'server.lock'));
  if (lock === null) {
    const holder = (await readFile(holderFile, 'utf8').catch(() => '')).trim();
    throw new VigieError(
      'Conflict',
      `VIGIE_DATA (${directory}) is already served by ${holder ? `process ${holder}` : 'another process'}: ` +
        'stop that process, or name another directory in VIGIE_DATA.',
    );
  }
  await rm(holderFile, { force: true });
  await writeFile(holderFile, `${process.pid}\n`);
  return {
    async release() {
      await rm(holderFile, { force: true });
      lock.release();
    },
  };
}

/**
 * Runs `work` while no other process starts or stops the embedded server of this directory.
 *
 * @throws VigieError Unavailable when another process holds the lock for two minutes
 */
export async function inTransition<Result>(directory: string, work: () => Promise<Result>): Promise<Result> {
  const deadline = AbortSignal.timeout(TRANSITION_LIMIT_MS);
  let lock: FileLock | null;
  for (;;) {
    lock = takeFileLock(join(directory, 'transition.lock'));
    if (lock !== null) break;
    if (deadline.aborted) {
      throw new VigieError(
        'Unavailable',
        `Another process has been starting or stopping the store of VIGIE_DATA (${directory}) for two minutes: ` +
          'see what it waits for, then try again.',
      );
    }
    await pause(20);
  }
  try {
    return await work();
  } finally {
    lock.release();
  }
}

/** Makes the names in a directory (new, renamed, removed files) survive a power cut. */
export async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
