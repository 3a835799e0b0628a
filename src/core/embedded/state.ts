/**
 * Where the embedded server keeps its data, its socket and its logs, and who owns them.
 *
 * Inside VIGIE_DATA when the server's user can reach it; else (as root, from a directory closed to others such as
 * `/root`) under `/var/lib/vigie`, the place being written in VIGIE_DATA so that the same VIGIE_DATA finds it again.
 */
import { randomUUID } from 'node:crypto';
import {
  chmod,
  chown,
  lstat,
  mkdir,
  mkdtemp,
  readFile,
  rename,
  rm,
  rmdir,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRoot, syncDirectory } from '../data-directory.ts';
import { VigieError } from '../errors.ts';
import { canEnter, type ServerUser, systemUser } from './server-user.ts';

/** `directory` holds `data` (the cluster), `log`, `socket` and `start.log`. */
export type State = { directory: string; data: string; user: ServerUser };

const ELSEWHERE = '/var/lib/vigie';

/** The port, which only names the socket's file: the server listens on no network. */
export const SOCKET_PORT = 5432;

/** Longest path of a socket, in bytes: `sun_path` less its final zero. */
const SOCKET_PATH_LIMIT = process.platform === 'linux' ? 107 : 103;

/** Finds the state of `dataDirectory`, or makes its directory. To be called in a transition. */
export async function openState(dataDirectory: string): Promise<State> {
  const within = join(dataDirectory, 'postgres');
  const record = join(dataDirectory, 'store-location');
  const recorded = (await readFile(record, 'utf8').catch(() => '')).trim();
  const directory = recorded || within;
  const owner = await ownerOf(directory);
  if (owner !== null)
    return { directory, data: join(directory, 'data'), user: serverUserOf(directory, owner) };
  if (recorded) {
    throw new VigieError(
      'Unavailable',
      `The store of VIGIE_DATA (${dataDirectory}) was at ${recorded}, which does not exist: ` +
        `put it back, or remove ${record} to begin with an empty store.`,
    );
  }
  return createState(dataDirectory, within, record);
}

/** Where copies of the server's programs go, when they cannot be run from where npm put them. */
export function copiesDirectory(dataDirectory: string): string {
  return isRoot() ? ELSEWHERE : dataDirectory;
}

async function createState(dataDirectory: string, within: string, record: string): Promise<State> {
  const user = isRoot() ? systemUser() : null;
  await makePrivate(within, user);
  if (canEnter(user, within)) {
    await syncDirectory(dataDirectory);
    return { directory: within, data: join(within, 'data'), user };
  }
  await rmdir(within);
  if (await mkdir(ELSEWHERE, { recursive: true })) await chmod(ELSEWHERE, 0o711);
  const directory = join(ELSEWHERE, `store-${randomUUID()}`);
  await makePrivate(directory, user);
  await syncDirectory(ELSEWHERE);
  await writeFile(`${record}.new`, `${directory}\n`, { flush: true });
  await rename(`${record}.new`, record);
  await syncDirectory(dataDirectory);
  return { directory, data: join(directory, 'data'), user };
}

async function makePrivate(directory: string, user: ServerUser): Promise<void> {
  await mkdir(directory, { mode: 0o700 });
  await chmod(directory, 0o700);
  if (user !== null) await chown(directory, user.uid, user.gid);
}

type Owner = { uid: number; gid: number };

async function ownerOf(directory: string): Promise<Owner | null> {
  try {
    const { uid, gid } = await lstat(directory);
    return { uid, gid };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** A store that exists is served as the user who owns it, whoever made it. */
function serverUserOf(directory: string, owner: Owner): ServerUser {
  if (isRoot() ? owner.uid !== 0 : owner.uid === process.geteuid?.()) return isRoot() ? owner : null;
  const remedy = isRoot()
    ? 'PostgreSQL does not run as root: give it back to its user (chown -R)'
    : 'start Vigie as that user or as root, or name another directory in VIGIE_DATA';
  throw new VigieError('InvalidInput', `The store in ${directory} belongs to user ${owner.uid}: ${remedy}.`);
}

/**
 * The directory of the server's socket, made if missing: in the state, or in a private directory for temporary
 * files where the path would be too long for a socket. The latter is noted in the state, so that a server that
 * comes back after a crash comes back at the same address.
 */
export async function socketDirectory(state: State): Promise<string> {
  const within = join(state.directory, 'socket');
  if (fits(within)) {
    if ((await ownerOf(within)) === null) await makePrivate(within, state.user);
    return within;
  }
  const record = join(state.directory, 'socket-location');
  const recorded = (await readFile(record, 'utf8').catch(() => '')).trim();
  const uid = state.user?.uid ?? process.geteuid?.();
  if (recorded && (await ownerOf(recorded))?.uid === uid) return recorded;
  for (const parent of [tmpdir(), '/tmp']) {
    const directory = await mkdtemp(join(parent, 'vigie-'));
    if (state.user !== null) await chown(directory, state.user.uid, state.user.gid);
    if (fits(directory) && canEnter(state.user, directory)) {
      await rm(record, { force: true });
      await writeFile(record, `${directory}\n`, { flag: 'wx' });
      return directory;
    }
    await rmdir(directory);
  }
  throw new VigieError(
    'Unavailable',
    `No path short enough for a socket: neither ${within} nor in ${tmpdir()}.`,
  );
}

function fits(directory: string): boolean {
  return Buffer.byteLength(join(directory, `.s.PGSQL.${SOCKET_PORT}`)) <= SOCKET_PATH_LIMIT;
}
