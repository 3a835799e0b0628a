/** Records of CSV in text that comes piece by piece: RFC 4180, ended by CRLF, LF or CR, blank lines apart. */
import { type CsvRecord, describeFault, invalid } from './csv.ts';

/** A record longer than this, in characters, is one whose quote is never closed: it would hold the rest of the file. */
const LONGEST_RECORD = 1024 * 1024;

export type RecordReader = {
  /**
   * The records that end in this text, or began before it and end in it.
   * @throws VigieError InvalidInput with line and remedy
   */
  read(text: string): CsvRecord[];
  /** What is left once the file has ended. Throws as `read` does. */
  end(): CsvRecord[];
};

/** A record with quotes, or the last one of a file: where the next one begins, and the line breaks that it holds. */
type Scanned = { readonly cells: readonly string[]; readonly end: number; readonly breaks: number };

/**
 * Reads records as `csv-parse` does, which takes three times as long and is what `readCsv` uses: nearly every line of a
 * large file holds no quote, and is cut at its delimiters.
 */
export function openRecords(delimiter: string): RecordReader {
  let rest = '';
  /** Line on which `rest` begins. */
  let line = 1;

  function take(text: string, isLast: boolean): CsvRecord[] {
    const records: CsvRecord[] = [];
    let at = 0;
    while (at < text.length) {
      const lineFeed = text.indexOf('\n', at);
      const written = lineFeed === -1 ? '' : text.slice(at, lineFeed - (text[lineFeed - 1] === '\r' ? 1 : 0));
      if (lineFeed !== -1 && !written.includes('"') && !written.includes('\r')) {
        if (written !== '') records.push({ line, cells: written.split(delimiter) });
        line += 1;
        at = lineFeed + 1;
        continue;
      }
      const scanned = scan(text, at, isLast);
      if (scanned === null) break;
      const { cells, end, breaks } = scanned;
      if (cells.length > 1 || cells[0] !== '' || text[at] === '"') records.push({ line, cells });
      line += breaks + 1;
      at = end;
    }
    rest = text.slice(at);
    if (rest.length > LONGEST_RECORD) throw invalid(line, describeFault('CSV_MAX_RECORD_SIZE'));
    return records;
  }

  /** The record that begins at `from`; null when more text has to come before its end is known. */
  function scan(text: string, from: number, isLast: boolean): Scanned | null {
    const cells: string[] = [];
    let breaks = 0;
    for (let at = from; ; at += 1) {
      if (text[at] === '"') {
        const end = endOfQuoted(text, at);
        if (end === -1 && isLast) throw invalid(line, describeFault('CSV_QUOTE_NOT_CLOSED'));
        if (end === -1 || (end === text.length && !isLast)) return null;
        const cell = text.slice(at + 1, end - 1).replaceAll('""', '"');
        breaks += cell.match(/\r\n|\n|\r/g)?.length ?? 0;
        cells.push(cell);
        at = end;
      } else {
        const begin = at;
        while (at < text.length && !isEnd(text, at)) {
          if (text[at] === '"') throw invalid(line, describeFault('INVALID_OPENING_QUOTE'));
          at += 1;
        }
        cells.push(text.slice(begin, at));
      }
      if (at === text.length) return isLast ? { cells, end: at, breaks } : null;
      if (text[at] === delimiter) continue;
      if (!isEnd(text, at)) throw invalid(line, describeFault('CSV_INVALID_CLOSING_QUOTE'));
      if (text[at] === '\r' && at + 1 === text.length && !isLast) return null;
      return { cells, end: at + (text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1), breaks };
    }
  }

  function isEnd(text: string, at: number): boolean {
    const character = text[at];
    return character === delimiter || character === '\n' || character === '\r';
  }

  return { read: (text) => take(rest + text, false), end: () => take(rest, true) };
}

/** The position after the quote that closes the one at `from`; -1 where there is none. */
function endOfQuoted(text: string, from: number): number {
  for (let at = text.indexOf('"', from + 1); at !== -1; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at + 1;
  }
  return -1;
}
