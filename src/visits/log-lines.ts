/** Lines of a log, from bytes as they come: plain or gzip. */
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { VigieError } from '../core/errors.ts';

/** A log that is open. */
export type LogFile = {
  /** As the reader of messages knows it. */
  readonly name: string;
  /** Its bytes in order; they are read once. */
  readonly bytes: AsyncIterable<Uint8Array>;
};

/** A line, each byte one character; null for one that is longer than any request. */
export type RawLine = string | null;

const NEWLINE = 10;
const LONGEST_BYTES = 64 * 1024;
const GZIP = [0x1f, 0x8b] as const;

/**
 * The lines of a log, some at once. Each is a string of its own: what is kept of one keeps no other in memory.
 *
 * @param onRead told of the bytes that were read of the file
 * @throws VigieError InvalidInput for a damaged gzip file; as reading the file does
 */
export async function* readLines(
  { name, bytes }: LogFile,
  onRead: (bytes: number) => void,
): AsyncGenerator<RawLine[]> {
  let begun: Buffer = Buffer.alloc(0);
  let isTooLong = false;
  try {
    for await (const chunk of inflated(counted(bytes, onRead))) {
      const lines: RawLine[] = [];
      let from = 0;
      for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, from)) {
        if (isTooLong || begun.length + end - from > LONGEST_BYTES) lines.push(null);
        else if (begun.length > 0)
          lines.push(`${begun.toString('latin1')}${chunk.toString('latin1', from, end)}`);
        else lines.push(chunk.toString('latin1', from, end));
        [begun, isTooLong] = [NOTHING, false];
        from = end + 1;
      }
      isTooLong ||= begun.length + chunk.length - from > LONGEST_BYTES;
      begun = isTooLong ? NOTHING : Buffer.concat([begun, chunk.subarray(from)]);
      yield lines;
    }
  } catch (error) {
    const isDamaged = /^(Z_|ERR_ZLIB|ERR_STREAM_PREMATURE)/.test((error as { code?: string }).code ?? '');
    if (!isDamaged) throw error;
    throw new VigieError(
      'InvalidInput',
      `${name}: it is cut short, or no gzip file. Copy it again.`,
      [],
      error,
    );
  }
  if (isTooLong) yield [null];
  else if (begun.length > 0) yield [begun.toString('latin1')];
}

const NOTHING = Buffer.alloc(0);

async function* counted(
  bytes: AsyncIterable<Uint8Array>,
  onRead: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  for await (const chunk of bytes) {
    onRead(chunk.length);
    yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
  }
}

/** The bytes themselves, or what they hold when they begin as gzip does. */
async function* inflated(chunks: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  let first: Buffer = NOTHING;
  while (first.length < GZIP.length) {
    const next = await chunks.next();
    if (next.done === true) break;
    first = Buffer.concat([first, next.value]);
  }
  const all = startingWith(first, chunks);
  if (first[0] !== GZIP[0] || first[1] !== GZIP[1]) return yield* all;
  const gunzip = createGunzip({ chunkSize: 128 * 1024 });
  // What goes wrong is thrown where the bytes are read.
  pipeline(Readable.from(all), gunzip, () => {});
  yield* gunzip as AsyncIterable<Buffer>;
}

async function* startingWith(first: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* rest;
}
