/**
 * A lock on a file between processes, dropped by the kernel when its holder dies. Node has no `flock`, but its
 * SQLite takes the same kind of lock: nothing is ever stored in the file.
 */
import { chownSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { VigieError } from './errors.ts';

export type FileLock = { release(): void };

const SQLITE_BUSY = 5;

/**
 * Takes the lock of `file` (made if missing) at once, or gives null when another holds it.
 * @throws VigieError Unavailable when the file cannot be made or locked (disk full, rights)
 */
export function takeFileLock(file: string): FileLock | null {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file, { timeout: 0 });
    if (process.geteuid?.() === 0) giveToOwnerOfDirectory(file);
    database.exec('pragma locking_mode = exclusive; begin exclusive');
    const held = database;
    return { release: () => held.close() };
  } catch (error) {
    database?.close();
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return null;
    throw new VigieError(
      'Unavailable',
      `${file} cannot be locked: ${(error as Error).message}. Free some disk space, or give this user the file.`,
      [],
      error,
    );
  }
}

/** So that a directory of an ordinary user that root once served is still theirs. */
function giveToOwnerOfDirectory(file: string): void {
  const { uid, gid } = statSync(dirname(file));
  chownSync(file, uid, gid);
}
