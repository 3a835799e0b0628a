/**
 * One PostgreSQL cluster as processes and files: create it, start it, recognise it, stop it.
 * All of this is done in a transition (data-directory.ts): no other process of ours does the same meanwhile.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { closeSync, constants, openSync, rmSync, statSync } from 'node:fs';
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { syncDirectory } from '../data-directory.ts';
import { VigieError } from '../errors.ts';
import { type Binaries, SERVER_ENVIRONMENT } from './binaries.ts';
import { SOCKET_PORT, type State } from './state.ts';

/** The one role of the embedded server, which is reached only through its private socket. */
export const SERVER_ROLE = 'vigie';

/** What `postmaster.pid` says of the server that wrote it. */
export type Postmaster = { pid: number; socketDirectory: string };

/**
 * Creates the cluster, if there is none: under another name, renamed once it is complete and on disk.
 * `lower('É')` must work on any machine: the built-in locale from version 17 on, the system's C.UTF-8 before.
 *
 * @throws VigieError Unavailable when it cannot be created, or is of another major version
 */
export async function ensureCluster(state: State, binaries: Binaries): Promise<void> {
  if (statSync(state.data, { throwIfNoEntry: false })) return refuseOtherMajor(state, binaries);
  // A name of its own: an initdb whose Vigie was killed may still be writing in its own.
  for (const left of (await readdir(state.directory)).filter((name) => name.startsWith('data.'))) {
    await rm(join(state.directory, left), { recursive: true, force: true, maxRetries: 5 });
  }
  const partial = `${state.data}.${randomUUID()}`;
  const locale =
    binaries.major >= 17
      ? ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
      : ['--locale=C.UTF-8', '--lc-messages=C'];
  const made = spawnSync(
    join(binaries.directory, 'initdb'),
    ['-D', partial, '-U', SERVER_ROLE, '--auth=trust', '--encoding=UTF8', '--data-checksums', ...locale],
    { cwd: '/', encoding: 'utf8', env: SERVER_ENVIRONMENT, ...state.user },
  );
  if (made.status !== 0) {
    const why = made.error?.message ?? made.stderr.trim();
    throw new VigieError('Unavailable', `The store could not be created in ${state.directory}: ${why}`);
  }
  await rename(partial, state.data);
  await syncDirectory(state.directory);
}

async function refuseOtherMajor(state: State, binaries: Binaries): Promise<void> {
  const major = Number(await readFile(join(state.data, 'PG_VERSION'), 'utf8'));
  if (major === binaries.major) return;
  throw new VigieError(
    'Unavailable',
    `The store in ${state.directory} was made by PostgreSQL ${major}, and this Vigie embeds ${binaries.major}: ` +
      `run the Vigie that made it, or move its data to a new store with pg_dump and pg_restore.`,
  );
}

/** The server that wrote `postmaster.pid`, which may be long dead; null when there is no such file. */
export async function readPostmaster(state: State): Promise<Postmaster | null> {
  const text = await readFile(join(state.data, 'postmaster.pid'), 'utf8').catch(() => '');
  const [pid, , , , socketDirectory] = text.split('\n');
  return Number(pid) > 0 ? { pid: Number(pid), socketDirectory: socketDirectory ?? '' } : null;
}

/** True when process `pid` lives and is a server of this cluster, not another program that got its number. */
export function isServing(pid: number, state: Pick<State, 'data'>): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform !== 'linux') {
    const { stdout } = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    return stdout.includes(state.data);
  }
  try {
    // PostgreSQL works in its data directory; compared as an inode, it may have been renamed since.
    const theirs = statSync(`/proc/${pid}/cwd`);
    const ours = statSync(state.data);
    return theirs.ino === ours.ino && theirs.dev === ours.dev;
  } catch {
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Makes the files of a dead server harmless where its number is now another program's. In `postmaster.pid` the
 * number becomes ours: PostgreSQL ignores its parent's, yet still checks that no process of the dead server uses
 * its shared memory, which it could not if the file were removed.
 */
export async function disownDeadPostmaster(state: State, dead: Postmaster): Promise<void> {
  if (!isAlive(dead.pid)) return;
  const file = join(state.data, 'postmaster.pid');
  const [, ...rest] = (await readFile(file, 'utf8')).split('\n');
  // Not through a link: we may be root, in a directory of another user.
  const flag = constants.O_WRONLY | constants.O_TRUNC | constants.O_NOFOLLOW;
  await writeFile(file, [process.pid, ...rest].join('\n'), { flag });
  for (const suffix of ['', '.lock']) {
    await rm(join(dead.socketDirectory, `.s.PGSQL.${SOCKET_PORT}${suffix}`), { force: true });
  }
}

/** Starts the server in a session of its own, where a Ctrl-C in our terminal does not reach it. */
export function spawnPostmaster(state: State, binaries: Binaries, sockets: string): ChildProcess {
  const settings = {
    listen_addresses: '',
    unix_socket_directories: `"${sockets.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
    port: SOCKET_PORT,
    max_connections: 60,
    timezone: 'UTC',
    log_timezone: 'UTC',
    logging_collector: 'on',
    log_directory: join(state.directory, 'log'),
    log_filename: 'postgresql-%a.log',
    log_truncate_on_rotation: 'on',
    log_rotation_age: '1d',
    log_rotation_size: 0,
    // Without the DETAIL of errors, which quotes the rows: no personal data in logs.
    log_error_verbosity: 'terse',
  };
  rmSync(startLog(state), { force: true });
  const output = openSync(startLog(state), 'wx', 0o600);
  const child = spawn(
    join(binaries.directory, 'postgres'),
    ['-D', state.data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    { cwd: '/', detached: true, env: SERVER_ENVIRONMENT, stdio: ['ignore', output, output], ...state.user },
  );
  closeSync(output);
  child.on('error', () => {});
  child.unref();
  return child;
}

function startLog(state: State): string {
  return join(state.directory, 'start.log');
}

/** Why the server ended, on one line: what it said at start, or the last fatal line of the log it went on in. */
export async function readLastWords(state: State): Promise<string> {
  const said = await readFile(startLog(state), 'utf8').catch(() => '');
  const wentOn = said.includes('redirecting log output');
  const fatal = wentOn ? (await readNewestLog(state)).match(/^.*(?:FATAL|PANIC):.*$/gm)?.at(-1) : undefined;
  return (fatal ?? said).trim().replaceAll(/\s*\n\s*/g, ' / ');
}

async function readNewestLog(state: State): Promise<string> {
  const directory = join(state.directory, 'log');
  const names = await readdir(directory).catch(() => []);
  const files = await Promise.all(
    names.map(async (name) => ({ path: join(directory, name), ...(await stat(join(directory, name))) })),
  );
  const [newest] = files.toSorted((one, other) => other.mtimeMs - one.mtimeMs);
  return newest === undefined ? '' : readFile(newest.path, 'utf8');
}

/**
 * Stops the server of this process number: transactions are rolled back, the rest is written to disk.
 *
 * @throws VigieError Unavailable when it still runs at `deadline`
 */
export async function stopPostmaster(pid: number, state: State, deadline: AbortSignal): Promise<void> {
  try {
    process.kill(pid, 'SIGINT');
  } catch {
    return;
  }
  while (isServing(pid, state)) {
    if (deadline.aborted) {
      throw new VigieError(
        'Unavailable',
        `The store (process ${pid}) does not stop; see ${state.directory}/log.`,
      );
    }
    await pause(10);
  }
}
