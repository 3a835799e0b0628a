/**
 * An append-only file of records that are on disk before anything is answered, for when the store is away. One writer,
 * the process that claimed VIGIE_DATA. A record is a line with its checksum: what a crash tore off was never acknowledged.
 */
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import { syncDirectory } from './data-directory.ts';
import { VigieError } from './errors.ts';
import type { Log } from './log.ts';

export type Journal = {
  /**
   * Resolves once the records are on disk (fdatasync), with others that came meanwhile.
   * @throws VigieError Unavailable when they are not: none of them is in the journal then
   */
  append(records: readonly string[]): Promise<void>;
  /** True when nothing is in it, nor on the way into it. */
  isEmpty(): boolean;
  /** Bytes that wait. */
  size(): number;
  /**
   * Gives the records to `take` in their order, some at a time, then empties the file unless others have come. What `take`
   * throws ends the draining: it goes on where it was at the next call, from the beginning after a restart.
   *
   * @returns whether it is empty
   */
  drain(take: (records: readonly string[]) => Promise<void>): Promise<boolean>;
  close(): Promise<void>;
};

/** Bytes that are read at a time when it is drained. */
const CHUNK_BYTES = 256 * 1024;

type Pending = { readonly bytes: Buffer; resolve(): void; reject(error: unknown): void };

/**
 * Opens the journal at `path`, within VIGIE_DATA; what a crash left of a last record is cut off.
 * @throws VigieError InvalidInput when there is something else at `path`, or it cannot be written
 */
export async function openJournal(path: string, log: Pick<Log, 'error' | 'warn'>): Promise<Journal> {
  const handle = await openToWrite(path);
  await syncDirectory(dirname(path));
  /** Bytes of whole records. What lies beyond was torn, and is written over. */
  let end = await wholeRecords();
  let taken = 0;
  let pending: Pending[] = [];
  /** What is done to the file, one thing after another. */
  let work: Promise<void> = Promise.resolve();

  /** @param task never fails */
  function queue(task: () => Promise<void>): Promise<void> {
    work = work.then(task);
    return work;
  }

  async function wholeRecords(): Promise<number> {
    const { size } = await handle.stat();
    let [at, good] = [0, 0];
    while (at < size) {
      const lines = await readLines(at, size);
      if (lines.next === at) break;
      for (const line of lines.list) {
        at += line.length + 1;
        if (recordOf(line) !== null) good = at;
      }
      at = lines.next;
    }
    if (good < size) {
      log.warn(
        { bytes: size - good },
        'the end of the journal was torn: what was never acknowledged is cut off',
      );
      await handle.truncate(good);
      await handle.datasync();
    }
    return good;
  }

  /** The whole lines from a byte on, up to another, and where the next one begins. */
  async function readLines(from: number, until: number): Promise<{ list: Buffer[]; next: number }> {
    for (let length = CHUNK_BYTES; ; length *= 2) {
      const wanted = Math.min(length, until - from);
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(wanted), 0, wanted, from);
      const list: Buffer[] = [];
      let [start, at] = [0, buffer.indexOf(10)];
      while (at >= 0 && at < bytesRead) {
        list.push(buffer.subarray(start, at));
        start = at + 1;
        at = buffer.indexOf(10, start);
      }
      if (list.length > 0 || wanted >= until - from) return { list, next: from + start };
    }
  }

  async function flush(): Promise<void> {
    const batch = pending;
    pending = [];
    if (batch.length === 0) return;
    const bytes = Buffer.concat(batch.map((one) => one.bytes));
    try {
      await writeAll(bytes, end);
      await handle.datasync();
      end += bytes.length;
      for (const one of batch) one.resolve();
    } catch (error) {
      log.error({ err: error }, 'the journal cannot be written');
      const message = 'Neither the store nor the disk of VIGIE_DATA can be written; try again in a moment.';
      const refusal = new VigieError('Unavailable', message, [], error);
      // Whole records that were not acknowledged must not stay behind the end.
      await handle.truncate(end).catch(() => {});
      for (const one of batch) one.reject(refusal);
    }
  }

  async function writeAll(bytes: Buffer, position: number): Promise<void> {
    for (let done = 0; done < bytes.length; ) {
      const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done);
      done += bytesWritten;
    }
  }

  async function empty(): Promise<void> {
    if (end === 0 || taken < end || pending.length > 0) return;
    try {
      await handle.truncate(0);
      await handle.datasync();
    } catch (error) {
      // They are where they had to go, and may go there again: to keep at it would hold back what could follow.
      log.error({ err: error }, 'the journal cannot be emptied: the next start will take its records again');
    }
    [end, taken] = [0, 0];
  }

  return {
    append(records) {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      pending.push({ bytes: Buffer.concat(records.map(lineOf)), resolve, reject });
      void queue(flush);
      return promise;
    },
    isEmpty: () => end === 0 && pending.length === 0,
    size: () => end - taken,
    async drain(take) {
      while (taken < end) {
        const { list, next } = await readLines(taken, end);
        if (next === taken) {
          log.error(
            { bytes: end - taken },
            'the end of the journal is gone: something else wrote in its file',
          );
          taken = end;
          break;
        }
        const records = list.map(recordOf);
        const damaged = records.filter((record) => record === null).length;
        if (damaged > 0) log.error({ records: damaged }, 'records of the journal are damaged');
        await take(records.filter((record) => record !== null));
        taken = next;
      }
      await queue(empty);
      return end === 0 && pending.length === 0;
    },
    async close() {
      await work;
      await handle.close();
    },
  };
}

async function openToWrite(path: string): Promise<FileHandle> {
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await (await open(path, 'a', 0o600)).close();
    return await open(path, 'r+');
  } catch (error) {
    const why = (error as Error).message;
    throw new VigieError('InvalidInput', `VIGIE_DATA holds no file that can be written: ${why}.`, [], error);
  }
}

function lineOf(record: string): Buffer {
  const text = Buffer.from(record);
  return Buffer.concat([Buffer.from(`${checksumOf(text)} `), text, Buffer.from('\n')]);
}

function checksumOf(text: Uint8Array): string {
  return crc32(text).toString(16).padStart(8, '0');
}

/** The record of a line; null when it is not whole. */
function recordOf(line: Buffer): string | null {
  const text = line.subarray(9);
  return line.subarray(0, 8).toString() === checksumOf(text) ? text.toString() : null;
}
