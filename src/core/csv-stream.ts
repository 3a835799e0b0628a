/**
 * CSV too large to be held in memory, read piece by piece: the same forms as csv.ts reads. The file is read twice, the
 * first time to know how it is encoded.
 */
import type { FileHandle } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { parse } from 'csv-parse';
import {
  type CsvRecord,
  describeFault,
  describeShape,
  detectDelimiter,
  invalid,
  type MisshapenRecord,
  readHeader,
} from './csv.ts';

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
/** A record longer than this is one whose quote is never closed: it would hold the rest of the file. */
const LONGEST_RECORD_BYTES = 1024 * 1024;

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
    const records = await reader.read(text);
    header ??= headerOf(records);
    if (header !== null) yield { ...shape(header, records), readBytes, totalBytes };
  }
  const records = (await reader?.end()) ?? [];
  header ??= headerOf(records);
  if (header === null) throw invalid(1, 'the file is empty; its first line must name the columns');
  yield { ...shape(header, records), readBytes, totalBytes };
}

async function* chunksOf(file: CsvFile): AsyncGenerator<Uint8Array> {
  const buffer = new Uint8Array(CHUNK_BYTES);
  for (let position = 0; ; ) {
    const { bytesRead } = await file.read(buffer, 0, CHUNK_BYTES, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    yield buffer.subarray(0, bytesRead);
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

type RecordReader = {
  /** The records that end in this text, or began before it and end in it. */
  read(text: string): Promise<CsvRecord[]>;
  end(): Promise<CsvRecord[]>;
};

function openRecords(delimiter: string): RecordReader {
  let records: CsvRecord[] = [];
  let lastLine = 0;
  /** The parser counts both characters of a line break within quotes (CRLF) as lines. */
  let overcounted = 0;
  const parser = parse({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_RECORD_BYTES,
    on_record: (cells: string[], { lines }) => {
      let inside = 0;
      if (lines - overcounted > lastLine + 1) {
        for (const cell of cells) {
          inside += cell.match(/\r\n|\n|\r/g)?.length ?? 0;
          overcounted += cell.match(/\r\n/g)?.length ?? 0;
        }
      }
      lastLine = lines - overcounted;
      records.push({ line: lastLine - inside, cells });
      return null;
    },
  });
  const over = finished(parser);
  over.catch(() => {});
  parser.resume();
  const refuse = (error: unknown) =>
    invalid(lastLine + 1, describeFault((error as { code?: string }).code), error);
  const take = () => {
    const taken = records;
    records = [];
    return taken;
  };
  return {
    async read(text) {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      parser.write(text, (error) => (error ? reject(refuse(error)) : resolve()));
      await promise;
      return take();
    },
    async end() {
      parser.end();
      await over.catch((error: unknown) => {
        throw refuse(error);
      });
      return take();
    },
  };
}
