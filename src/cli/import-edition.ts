import type { Command } from 'commander';
import { systemClock } from '../core/clock.ts';
import { importEdition } from '../editions/index.ts';
import { answer, parseDay, parseSlug, readSourceFile, startOf } from './command.ts';
import { demonstrationLines, type ImportOptions, importOptions, withImport } from './import.ts';
import { outcomeLines } from './outcome.ts';

type Options = ImportOptions & {
  slug: string;
  label: string;
  methodology: string;
  cutoff: string;
  published?: string;
  author: string;
};

/** `vigie import edition FILE`: a published edition file becomes a published edition. */
export function importEditionCommand(parent: Command): void {
  const command = parent
    .command('edition')
    .description('import an edition file as published, judge it and publish it')
    .argument('<file>', 'CSV as the observatory publishes it')
    .requiredOption('--slug <slug>', 'its name in addresses, such as 2025-10')
    .requiredOption('--label <label>', 'its name for readers, such as "Octobre 2025"')
    .requiredOption('--methodology <id>', 'what judges it: vde-2025, vigie-1')
    .requiredOption('--cutoff <day>', 'last day the figures speak of, YYYY-MM-DD')
    .option('--published <day>', 'day of publication, YYYY-MM-DD (default: now)')
    .option('--author <name>', 'who imports it', 'import');
  importOptions(command).action(async (path: string, options: Options) => {
    const file = await readSourceFile(path);
    const given = {
      file,
      slug: parseSlug('--slug', options.slug),
      label: options.label,
      methodology: options.methodology,
      cutoffOn: parseDay('--cutoff', options.cutoff),
      publishedAt:
        options.published === undefined ? null : startOf(parseDay('--published', options.published)),
      author: options.author,
    };
    const { result: outcome, demonstration } = await withImport(options, (tx) =>
      importEdition(tx, given, systemClock),
    );
    answer(options.json === true, { ...outcome, demonstration }, [
      ...outcomeLines(outcome),
      ...demonstrationLines(demonstration),
    ]);
  });
}
