/** A small file that is always whole: the text before, or the text after, never a part. */
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncDirectory } from './data-directory.ts';

export type KeptFile = {
  /** Its text; null when it was never written. */
  read(): Promise<string | null>;
  /** Resolves once it is on disk. */
  write(text: string): Promise<void>;
};

/** The file at `path`, which only this user reads. */
export function keptFile(path: string): KeptFile {
  return {
    async read() {
      return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw error;
      });
    },
    async write(text) {
      const partial = `${path}.new`;
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const handle = await open(partial, 'w', 0o600);
      try {
        await handle.writeFile(text);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(partial, path);
      await syncDirectory(dirname(path));
    },
  };
}
