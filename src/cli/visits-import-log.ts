import { createReadStream, statSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import type { Command } from 'commander';
import { addDays } from '../core/clock.ts';
import { type FieldError, VigieError } from '../core/errors.ts';
import {
  type LogFile,
  type LogPages,
  type LogReading,
  openCountries,
  readLogPages,
  readLogs,
  recordDays,
} from '../visits/index.ts';
import { answer, parseDay, sayProgress, withStore } from './command.ts';
import { demonstrationLines, type ImportOptions, importOptions, withImport } from './import.ts';
import { daysAnswer, daysLines, firstOpenDay, procedureSubject } from './visits-days.ts';

type Options = ImportOptions & {
  procedure: string;
  step: string[];
  path: string[];
  origin: string[];
  from?: string;
  to?: string;
  replace?: true;
};

const several = (value: string, before: string[]) => [...before, value];

/** `vigie visits import-log FILE…`: visits of a procedure from the access logs of its site. */
export function visitsImportLogCommand(parent: Command): void {
  const command = parent
    .command('import-log')
    .description('count the visits of a procedure from the access logs of its site')
    .argument('<file...>', 'Combined format of Apache or Nginx, plain or gzip; - for standard input')
    .requiredOption('--procedure <id>', 'public id of the procedure')
    .option(
      '--step <name=/path>',
      'a step and the path of its page, * for one part of it (several times)',
      several,
      [],
    )
    .option(
      '--path <path>',
      'the beginning of paths that count; without it, all (several times)',
      several,
      [],
    )
    .option(
      '--origin <address>',
      'the site itself, https://…, to know its own links (several times)',
      several,
      [],
    )
    .option('--from <day>', 'first day to count, YYYY-MM-DD')
    .option('--to <day>', 'last day to count, YYYY-MM-DD (default: yesterday)')
    .option('--replace', 'count anew the days that a file told before');
  importOptions(command).action(async (names: string[], options: Options) => {
    const asked = parseOptions(options);
    // Said before a long reading; asked again when it is over.
    const subjectId = await withStore((db) => procedureSubject(db, options.procedure));
    const reading = await read(await openLogs(names), { ...asked, subjectId });
    const { result, demonstration } = await withImport(options, async (tx) => {
      await procedureSubject(tx, options.procedure);
      return recordDays(tx, reading.days, { source: 'log', replace: options.replace === true });
    });
    const { days: _, ...told } = reading;
    answer(options.json === true, { ...told, ...daysAnswer(result), demonstration }, [
      ...readingLines(reading),
      ...daysLines(result),
      ...demonstrationLines(demonstration),
    ]);
  });
}

/** @throws VigieError InvalidInput that names each option at fault */
function parseOptions({ origin: origins, path: paths, step, from, to }: Options) {
  const { pages, faults } = readLogPages({ origins, paths }, step);
  const [first, last] = [
    parseDay('--from', from ?? '1990-01-01'),
    parseDay('--to', to ?? addDays(firstOpenDay(), -1)),
  ];
  const spans: FieldError[] = [
    ...(last < firstOpenDay()
      ? []
      : [{ path: '--to', message: `${last} is not over; count it from tomorrow on` }]),
    ...(first <= last ? [] : [{ path: '--from', message: `${first} is after the last day, ${last}` }]),
  ];
  const all = [...faults, ...spans];
  if (all.length > 0) throw new VigieError('InvalidInput', 'The logs cannot be read so.', all);
  return { ...pages, from: first, to: last };
}

type OpenLogs = {
  readonly files: readonly LogFile[];
  /** Of all, in bytes; null when one is standard input. */
  readonly size: number | null;
};

/** @throws VigieError InvalidInput for what is no file, and for one that is named twice */
async function openLogs(names: readonly string[]): Promise<OpenLogs> {
  const paths = await Promise.all(
    names.map((name) => (name === '-' ? name : realpath(name).catch(() => name))),
  );
  const twice = names.find((_, at) => paths.indexOf(paths[at] ?? '') < at);
  if (twice !== undefined) throw new VigieError('InvalidInput', `${twice}: it is named twice.`);
  const sizes = names.map((name) => (name === '-' ? null : sizeOf(name)));
  return {
    files: names.map((name) => ({ name: name === '-' ? 'standard input' : name, bytes: bytesOf(name) })),
    size: sizes.reduce((sum, size) => (sum === null || size === null ? null : sum + size), 0),
  };
}

/** Opened when it is read: what goes wrong is told then. */
async function* bytesOf(name: string): AsyncGenerator<Uint8Array> {
  try {
    yield* name === '-' ? process.stdin : createReadStream(name, { highWaterMark: 256 * 1024 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new VigieError('InvalidInput', `${name}: it cannot be read (${code}).`, [], error);
  }
}

function sizeOf(name: string): number {
  const found = statSync(name, { throwIfNoEntry: false });
  const why = found === undefined ? 'there is no such file' : 'it is no regular file';
  if (found?.isFile() !== true) throw new VigieError('InvalidInput', `${name}: ${why}.`);
  return found.size;
}

type Asked = LogPages & { readonly subjectId: number; readonly from: string; readonly to: string };

async function read({ files, size }: OpenLogs, asked: Asked): Promise<LogReading> {
  const begun = performance.now();
  let saidAt = begun;
  const reading = await readLogs(files, {
    ...asked,
    findCountry: await openCountries(),
    onProgress({ lines, readBytes }) {
      if (performance.now() - saidAt < 200) return;
      saidAt = performance.now();
      const share = size === null ? '' : ` (${Math.floor((100 * readBytes) / size)} %)`;
      sayProgress(`${lines} lines read${share}, ${Math.round((1_000 * lines) / (saidAt - begun))} a second`);
    },
  });
  sayProgress('');
  return reading;
}

const LEFT_OUT: Readonly<Record<keyof LogReading['leftOut'], string>> = {
  method: 'no GET of a path',
  status: 'not answered with 2xx or 304',
  asset: 'files that pages are made of, or downloads',
  path: 'under no path that counts',
  day: 'of other days, or of today',
};

function readingLines({ lines, views, robots, leftOut, unreadable, firstAt, lastAt }: LogReading): string[] {
  const why = Object.entries(LEFT_OUT).flatMap(([name, words]) => {
    const n = leftOut[name as keyof typeof leftOut];
    return n === 0 ? [] : [`${n} ${words}`];
  });
  const more = unreadable.lines - unreadable.told.length;
  return [
    `${lines} lines read: ${views} views counted, ${robots} of robots counted apart${why.map((one) => `, ${one}`).join('')}`,
    ...(firstAt === null || lastAt === null
      ? []
      : [
          `pages from ${firstAt.toISOString()} to ${lastAt.toISOString()}: are the first and the last day whole?`,
        ]),
    ...(unreadable.lines === 0 ? [] : [`${unreadable.lines} lines cannot be read:`]),
    ...unreadable.told.map(({ file, line, message }) => `  ${file}, line ${line}: ${message}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ];
}
