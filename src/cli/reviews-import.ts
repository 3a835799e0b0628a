import type { Command } from 'commander';
import { systemClock } from '../core/clock.ts';
import { type FieldError, VigieError } from '../core/errors.ts';
import { importReviews, type ReviewImport } from '../feedback/index.ts';
import { answer, sayProgress, withSourceFile } from './command.ts';
import { demonstrationLines, type ImportOptions, importOptions, withImport } from './import.ts';

type Options = ImportOptions & { source: string; questionVersion: string; author: string; skipBad?: true };

/** `vigie reviews import FILE`: reviews that another service gathered, each created, corrected or as it was. */
export function reviewsImportCommand(parent: Command): void {
  const command = parent
    .command('import')
    .description('import reviews that another service gathered; those that are there already are corrected')
    .argument('<file>', 'CSV, one line a review (docs/reviews-csv.md)')
    .option('--source <name>', 'the service that they come from, in which their ids are unique', 'import')
    .option('--question-version <code>', 'version of the questions that they answer, ours being v1', 'import')
    .option('--skip-bad', 'write the good lines and list the others; without it, one bad line refuses all')
    .option('--author <name>', 'who imports them', 'import');
  importOptions(command).action(async (path: string, options: Options) => {
    const { source, version, author } = parseOptions(options);
    const begun = performance.now();
    const { result, demonstration } = await withSourceFile(path, (file) =>
      withImport(options, (tx) =>
        importReviews(tx, file, {
          source,
          version,
          author,
          skipBad: options.skipBad === true,
          clock: systemClock,
          onProgress: ({ rows, readShare }) => {
            const rate = Math.round(rows / ((performance.now() - begun) / 1_000));
            sayProgress(`${rows} lines read (${Math.floor(readShare * 100)} %), ${rate} a second`);
          },
        }),
      ),
    );
    sayProgress('');
    answer(options.json === true, { ...result, demonstration }, [
      ...outcomeLines(result),
      ...demonstrationLines(demonstration),
    ]);
  });
}

/** @throws VigieError InvalidInput that names each option at fault */
function parseOptions({ source, questionVersion, author }: Options) {
  const faults: FieldError[] = [];
  const name = (option: string, text: string) => {
    const written = text.trim();
    if (written.length === 0 || written.length > 120 || /\p{Cc}/u.test(written)) {
      faults.push({ path: option, message: 'write 1 to 120 characters, on one line' });
    }
    return written;
  };
  const named = { source: name('--source', source), author: name('--author', author) };
  if (!/^[a-z][a-z0-9_]{0,39}$/.test(questionVersion)) {
    const message = `"${questionVersion}" is not lower-case letters, digits and "_", at most 40, a letter first`;
    faults.push({ path: '--question-version', message });
  }
  if (faults.length > 0) throw new VigieError('InvalidInput', 'The reviews cannot be imported.', faults);
  return { ...named, version: questionVersion };
}

function outcomeLines(outcome: ReviewImport): string[] {
  const { rows, created, updated, unchanged, withoutSatisfaction, redacted, leftOut } = outcome;
  const kinds = Object.entries(redacted).map(([kind, n]) => `${kind} ${n}`);
  const more = leftOut.faults - leftOut.told.length;
  return [
    `${rows} lines read: ${created} reviews created, ${updated} corrected, ${unchanged} as they were, ` +
      `${leftOut.rows} left out`,
    ...(withoutSatisfaction === 0
      ? []
      : [
          `${withoutSatisfaction} without satisfaction: their other answers are in the figures, no number of reviews counts them`,
        ]),
    ...(kinds.length === 0 ? [] : [`personal data taken out of comments: ${kinds.join(', ')}`]),
    ...leftOut.told.map(({ path, message }) => `  ${path}: ${message}`),
    ...(more > 0 ? [`  and ${more} faults more`] : []),
  ];
}
