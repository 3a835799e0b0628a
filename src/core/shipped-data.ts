/** The files of `data/`, which the project ships. */
import { readdir, readFile } from 'node:fs/promises';

const DATA = new URL('../../data/', import.meta.url);

/** The bytes of a file of `data/`. */
export async function readShippedFile(path: string): Promise<Uint8Array> {
  return readFile(new URL(path, DATA));
}

/** The bytes of each file of a folder of `data/`, by name. */
export async function readShippedFolder(folder: string): Promise<Uint8Array[]> {
  const names = await readdir(new URL(`${folder}/`, DATA));
  return Promise.all(names.sort().map((name) => readShippedFile(`${folder}/${name}`)));
}
