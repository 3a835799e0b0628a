/** The body of an answer, read within bounds. */
import { pipeline } from 'node:stream';
import { constants, createBrotliDecompress, createUnzip } from 'node:zlib';

/** Bytes read, before decoding and after: a compressed bomb stops here. */
const MOST_BYTES = 2_000_000;

/** Codings on top of one another that are undone: more is an attack. */
const MOST_CODINGS = 3;

/** What is asked for; `deflate` is not, which some servers understand in another way. */
export const ACCEPTED_CODINGS = 'gzip, br';

/**
 * Reads a body, decoded, to its end or to 2 MB.
 * @param encoding the header `Content-Encoding`; a coding that is not known is left as it is
 * @param onReceived is told how many bytes came so far, as they came
 * @returns what was sent, and when the last of it that was read came, by `performance.now()`: decoding takes its own time
 * @throws the error of the connection, or of zlib for what cannot be decoded
 */
export async function readBody(
  source: AsyncIterable<Buffer>,
  encoding: string,
  onReceived: (bytes: number) => void,
): Promise<{ readonly bytes: Buffer; readonly endedAt: number }> {
  const chunks: Buffer[] = [];
  let received = 0;
  let endedAt = Number.NaN;
  let size = 0;
  const bounded = async function* (stream: AsyncIterable<Buffer>) {
    for await (const chunk of stream) {
      received += chunk.length;
      onReceived(received);
      endedAt = performance.now();
      yield chunk;
      if (received >= MOST_BYTES) return;
    }
    endedAt = performance.now();
  };
  const codings = encoding.split(',', MOST_CODINGS).map((coding) => coding.trim().toLowerCase());
  const decoders = codings.toReversed().flatMap(decoderOf);
  // Nothing to undo: nothing to pass through.
  const decoded: AsyncIterable<Buffer> =
    decoders.length === 0 ? bounded(source) : (pipeline([source, bounded, ...decoders], () => {}) as never);
  try {
    for await (const chunk of decoded) {
      chunks.push(chunk);
      size += chunk.length;
      if (size >= MOST_BYTES) break;
    }
  } catch (error) {
    // A source that is left before its end calls that an error.
    if (received < MOST_BYTES && size < MOST_BYTES) throw error;
  }
  return { bytes: Buffer.concat(chunks).subarray(0, MOST_BYTES), endedAt };
}

/** Ends that are cut within a compressed block are tolerated, as browsers do. */
function decoderOf(coding: string): NodeJS.ReadWriteStream[] {
  if (coding === 'br') return [createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH })];
  if (!['gzip', 'x-gzip', 'deflate'].includes(coding)) return [];
  return [createUnzip({ finishFlush: constants.Z_SYNC_FLUSH })];
}
