/** What the commands share: the store they work on, the files they read, what they say. */
import { type FileHandle, open, readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { isDay } from '../core/clock.ts';
import { readConfig } from '../core/config.ts';
import type { Database } from '../core/database.ts';
import { VigieError } from '../core/errors.ts';
import { openLog } from '../core/log.ts';
import { openStore } from '../core/store.ts';
import type { SourceFile } from '../editions/index.ts';

/** No statement of a command is cut short: an import takes the time it takes. */
const NO_TIME_OUT = 0;

/**
 * Runs `work` on the store of the settings, beside a running server or on its own, and leaves the store as found.
 * @throws VigieError when the store cannot be reached
 */
export async function withStore<Result>(work: (db: Database) => Promise<Result>): Promise<Result> {
  const { databaseUrl, dataDirectory, logLevel } = readConfig();
  const log = openLog(logLevel === 'info' ? 'warn' : logLevel);
  const store = await openStore({ databaseUrl, dataDirectory, log, statementTimeoutMs: NO_TIME_OUT });
  try {
    return await work(store.db);
  } finally {
    await store.close();
  }
}

/** The bytes and name of a file; VigieError InvalidInput when it cannot be read. */
export async function readSourceFile(path: string): Promise<SourceFile> {
  try {
    return { bytes: await readFile(path), name: basename(path) };
  } catch (error) {
    throw unreadable(path, error);
  }
}

/**
 * Runs `work` on a file that is read piece by piece, and closes it.
 * @throws VigieError InvalidInput when it cannot be opened or is no regular file; as `work` does
 */
export async function withSourceFile<Result>(
  path: string,
  work: (file: FileHandle) => Promise<Result>,
): Promise<Result> {
  const file = await open(path).catch((error: unknown) => {
    throw unreadable(path, error);
  });
  try {
    if (!(await file.stat()).isFile()) throw unreadable(path, { code: 'it is no regular file' });
    return await work(file);
  } finally {
    await file.close();
  }
}

function unreadable(path: string, error: unknown): VigieError {
  const { code } = error as NodeJS.ErrnoException;
  const why = code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${code})`;
  return new VigieError('InvalidInput', `${path}: ${why}.`);
}

/** A day of the command line; VigieError InvalidInput that names the option. */
export function parseDay(option: string, text: string): string {
  if (isDay(text)) return text;
  throw new VigieError('InvalidInput', `${option}: "${text}" is not a day; write YYYY-MM-DD.`);
}

/** The slug of an edition on the command line; VigieError InvalidInput when it cannot be one. */
export function parseSlug(option: string, slug: string): string {
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) && slug.length <= 40) return slug;
  throw new VigieError(
    'InvalidInput',
    `${option}: "${slug}" is not lower-case letters and digits joined by hyphens, at most 40.`,
  );
}

/** The instant from which a day of publication counts. */
export function startOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** Prints an answer: data as one JSON text, or lines for a person. */
export function answer(asJson: boolean, data: unknown, lines: readonly string[]): void {
  process.stdout.write(asJson ? `${JSON.stringify(data)}\n` : lines.map((line) => `${line}\n`).join(''));
}

/**
 * Writes a file that a command makes, or prints it where no path is given.
 * @throws VigieError InvalidInput when it cannot be written
 */
export async function writeOutput(path: string | undefined, content: Uint8Array | string): Promise<void> {
  if (path === undefined) {
    process.stdout.write(content);
    return;
  }
  try {
    await writeFile(path, content);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new VigieError('InvalidInput', `--output: ${path} cannot be written (${code}).`);
  }
}

/** Says how far a long command is, on a terminal only. */
export function sayProgress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
}
