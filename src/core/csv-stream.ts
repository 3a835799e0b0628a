/**
 * CSV too large to be held in memory, read piece by piece: the same forms as csv.ts reads. The file is read twice, the
 * first time to know how it is encoded.
 */
import type { FileHandle } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  type CsvRecord,
  describeShape,
  detectDelimiter,
  invalid,
  type MisshapenRecord,
  readHeader,
} from './csv.ts';
import { openRecords, type RecordReader } from './csv-records.ts';

/** A regular file that is open. */
export type CsvFile = Pick<FileHandle, 'read' | 'stat'>;

/** Some lines of a file, in order. */
export type CsvPiece = {
  readonly header: readonly string[];
  /** Cells in the order of the header; those that are missing at the end of a line are blank. */
  readonly rows: readonly CsvRecord[];
  readonly misshapen: readonly MisshapenRecord[];
  /** Bytes of the file that have been read, and how many it has. */
  readonly readBytes: number;
  readonly totalBytes: number;
};

const CHUNK_BYTES = 256 * 1024;
/** Small: whoever writes what is read waits for no more than one piece to be read, some 3 ms. */
const PIECE_CHARACTERS = 8 * 1024;

/**
 * Reads a table whose first record names the columns, blank lines apart.
 *
 * @param file it stays open
 * @throws VigieError InvalidInput with line and remedy, as `readCsv`; records with a wrong number of cells are told in
 *   their piece and left out
 */
export async function* streamCsv(file: CsvFile): AsyncGenerator<CsvPiece> {
  const { size: totalBytes } = await file.stat();
  const decoder = new TextDecoder(await encodingOf(file));
  let header: readonly string[] | null = null;
  let reader: RecordReader | null = null;
  let readBytes = 0;
  for await (const chunk of chunksOf(file)) {
    readBytes += chunk.length;
    const text = decoder.decode(chunk, { stream: true });
    reader ??= openRecords(detectDelimiter(text));
    for (let at = 0; at < text.length; at += PIECE_CHARACTERS) {
      const records = reader.read(text.slice(at, at + PIECE_CHARACTERS));
      header ??= headerOf(records);
      if (header === null) continue;
      yield { ...shape(header, records), readBytes, totalBytes };
      await nextTurn();
    }
  }
  const records = reader?.end() ?? [];
  header ??= headerOf(records);
  if (header === null) throw invalid(1, 'the file is empty; its first line must name the columns');
  yield { ...shape(header, records), readBytes, totalBytes };
}

/** The next chunk is on its way while one is used, which is overwritten afterwards. */
async function* chunksOf(file: CsvFile): AsyncGenerator<Uint8Array> {
  let [buffer, spare] = [new Uint8Array(CHUNK_BYTES), new Uint8Array(CHUNK_BYTES)];
  let position = 0;
  let reading = file.read(buffer, 0, CHUNK_BYTES, position);
  for (;;) {
    const { bytesRead } = await reading;
    if (bytesRead === 0) return;
    position += bytesRead;
    reading = file.read(spare, 0, CHUNK_BYTES, position);
    // Whoever stops here never asks for it.
    reading.catch(() => {});
    yield buffer.subarray(0, bytesRead);
    [buffer, spare] = [spare, buffer];
  }
}

async function encodingOf(file: CsvFile): Promise<'utf-8' | 'utf-16le' | 'windows-1252'> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let isFirst = true;
  try {
    for await (const chunk of chunksOf(file)) {
      if (isFirst && chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le';
      isFirst = false;
      decoder.decode(chunk, { stream: true });
    }
    decoder.decode();
    return 'utf-8';
  } catch (error) {
    if (error instanceof TypeError) return 'windows-1252';
    throw error;
  }
}

/** The header, taken out of the first records; null while there is none. */
function headerOf(records: CsvRecord[]): readonly string[] | null {
  const first = records.shift();
  return first === undefined ? null : readHeader(first);
}

function shape(header: readonly string[], records: readonly CsvRecord[]) {
  const rows: CsvRecord[] = [];
  const misshapen: MisshapenRecord[] = [];
  for (const record of records) {
    const { cells } = record;
    if (cells.length > 1 && cells.every((cell) => cell.trim() === '')) continue;
    const fault = cells.length === header.length ? null : describeShape(header, record);
    if (fault === null) rows.push(record);
    else misshapen.push(fault);
  }
  return { header, rows, misshapen };
}
