/**
 * Lists in the documentation that must match the code. Such a list is a table between two comments; the code span
 * that opens a row names its item:
 *
 *     <!-- list: settings -->
 *     | `PORT` | … |
 *     <!-- end -->
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export type Row = { readonly item: string; readonly line: string };

const DOCS = new URL('../../docs/', import.meta.url);

/** The rows of every list of that name, in all the files of `docs/`. */
export function documentedRows(name: string): Row[] {
  const files = readdirSync(fileURLToPath(DOCS), { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) => parseRows(readFileSync(new URL(file, DOCS), 'utf8'), name));
}

export function parseRows(text: string, name: string): Row[] {
  const lists = text.matchAll(/<!-- list: ([\w-]+) -->(.*?)<!-- end -->/gs);
  return [...lists]
    .filter(([, found]) => found === name)
    .flatMap(([, , body = '']) =>
      [...body.matchAll(/^\| `([^`]+)` .*$/gm)].map(([line, item = '']) => ({
        item,
        line: line.replaceAll(/ +/g, ' '),
      })),
    );
}
