/**
 * As whom the embedded server runs: this process's own user, or, as PostgreSQL refuses root, a system user.
 */
import { spawnSync } from 'node:child_process';
import { VigieError } from '../errors.ts';

/** The user to become when a program of the server is spawned; null to stay who we are. */
export type ServerUser = { uid: number; gid: number } | null;

const PREFERRED = ['vigie', 'postgres'];

/**
 * The system user for a new store, as root: an existing `vigie`, else an existing `postgres`, else a new `vigie`.
 *
 * @throws VigieError Unavailable when there is none and none can be made
 */
export function systemUser(): NonNullable<ServerUser> {
  for (const name of PREFERRED) {
    const user = lookUp(name);
    if (user !== null) return user;
  }
  const made = spawnSync(
    'useradd',
    ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'vigie'],
    { encoding: 'utf8' },
  );
  const user = lookUp('vigie');
  if (user === null) {
    throw new VigieError(
      'Unavailable',
      'PostgreSQL does not run as root, and no system user could be made for it ' +
        `(${made.stderr?.trim() || made.error?.message || 'useradd failed'}): make a user "vigie", ` +
        'start Vigie as an ordinary user, or name an outside server in VIGIE_DATABASE_URL.',
    );
  }
  return user;
}

/** The ids of a user of this system, or null: PostgreSQL needs one that has a name. */
export function lookUp(user: string): NonNullable<ServerUser> | null {
  const [uid, gid] = ['-u', '-g'].map((option) =>
    spawnSync('id', [option, '--', user], { encoding: 'utf8' }),
  );
  if (uid?.status !== 0 || gid?.status !== 0) return null;
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

/** True when `user` can enter `directory`: asked of the kernel, which knows of access lists and mounts. */
export function canEnter(user: ServerUser, directory: string): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd -- "$0"', directory], { cwd: '/', ...user }).status === 0;
}
